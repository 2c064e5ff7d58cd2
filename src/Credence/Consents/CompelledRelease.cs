namespace Credence.Consents;

/// <summary>Information told without consent, because a cited law or court compels it: the least that it demands.</summary>
/// <param name="Mandate">The statute or the order.</param>
/// <param name="Kinds">What is told.</param>
/// <param name="Notice">Whether the person was told.</param>
/// <param name="Counsel">What counsel said, or null where none was asked.</param>
/// <param name="At">When it was allowed.</param>
public sealed record CompelledRelease(
    string Mandate, IReadOnlyCollection<InformationKind> Kinds, Notice Notice, CounselReview? Counsel, DateTimeOffset At)
{
    /// <summary>Answers a demand. Nobody but the law and a court compels (34 U.S.C. 12291(b)(2)(C); 28 CFR 94.115(b)).</summary>
    /// <param name="demand">The demand.</param>
    /// <param name="kinds">What would be told.</param>
    /// <param name="law">The law of the place.</param>
    /// <param name="counsel">What counsel said, or null.</param>
    /// <param name="notice">Whether the person was told, or null: not yet.</param>
    /// <param name="now">Now.</param>
    public static CompelledAnswer Answer(
        Demand demand, IReadOnlyCollection<InformationKind> kinds, ConsentLaw law, CounselReview? counsel, Notice? notice, DateTimeOffset now)
    {
        var emergency = demand.Kind == DemandKind.Emergency ? law.Emergencies.FirstOrDefault(one => one.Id == demand.Citation) : null;
        if (Unmandated(demand, law, counsel, emergency) is { } answer) return answer;
        var demanded = emergency?.Minimum ?? demand.Demanded;
        var mandate = demand.Kind == DemandKind.Subpoena ? counsel!.Mandate! : emergency is null ? demand.Citation! : $"{law.Pack.Stamp}/{emergency.Id}";
        return TooMuch(demanded, kinds) ?? (CompelledAnswer?)NotTold(notice, now)
            ?? new CompelledAnswer.Allowed(new CompelledRelease(mandate, [.. kinds.Distinct().Order()], notice!, counsel, now));
    }

    private static CompelledAnswer? Unmandated(Demand demand, ConsentLaw law, CounselReview? counsel, Emergency? emergency) => demand.Kind switch
    {
        _ when !Jurisdiction.Binds(demand.Jurisdiction, law.Jurisdiction) =>
            new CompelledAnswer.Refused($"Found a demand from {demand.Jurisdiction}, which does not bind in {law.Jurisdiction}: ask counsel."),
        DemandKind.Request =>
            new CompelledAnswer.Refused("A request compels nobody, whoever asks: ask the person for a consent."),
        DemandKind.Subpoena when counsel is null =>
            new CompelledAnswer.ToCounsel("A subpoena goes to counsel before anything is told, and before anybody says whether the person is known here."),
        DemandKind.Subpoena when string.IsNullOrWhiteSpace(counsel.Mandate) =>
            new CompelledAnswer.Refused("Counsel found no statute or order behind the subpoena: nothing is told."),
        DemandKind.Emergency when emergency is null =>
            new CompelledAnswer.Refused($"The law of {law.Jurisdiction}, as its pack has it, knows no such emergency. Help can be called without saying who is helped."),
        DemandKind.CourtOrder or DemandKind.Statute when string.IsNullOrWhiteSpace(demand.Citation) =>
            new CompelledAnswer.Refused("Found no statute and no order that can be cited, expected one."),
        _ => null,
    };

    private static CompelledAnswer.Refused? TooMuch(IReadOnlySet<InformationKind> demanded, IReadOnlyCollection<InformationKind> kinds)
    {
        var more = kinds.Where(kind => !demanded.Contains(kind)).Distinct().Order().Select(kind => EnumWord.Of(kind)).ToList();
        return more.Count > 0 ? new CompelledAnswer.Refused($"Found {string.Join(", ", more)}, expected only what is demanded.")
            : kinds.Count == 0 ? new CompelledAnswer.Refused("Found nothing to tell, expected what is demanded.")
            : null;
    }

    private static CompelledAnswer.Refused? NotTold(Notice? notice, DateTimeOffset now) => notice switch
    {
        Notice.Told told when told.At <= now => null,
        Notice.Attempted { At.Count: > 0 } attempted when attempted.At.All(at => at <= now) => null,
        Notice.Dangerous dangerous when dangerous.At <= now => null,
        _ => new CompelledAnswer.Refused("The person was not told. Tell first, or have it decided and written down why telling is dangerous."),
    };
}

/// <summary>The answer to a demand.</summary>
public abstract record CompelledAnswer
{
    private CompelledAnswer()
    {
    }

    /// <summary>It may be told, this and no more; it is recorded.</summary>
    /// <param name="Release">What.</param>
    public sealed record Allowed(CompelledRelease Release) : CompelledAnswer;

    /// <summary>Counsel first; nothing is told, not even that the person is known.</summary>
    /// <param name="Because">One sentence.</param>
    public sealed record ToCounsel(string Because) : CompelledAnswer;

    /// <summary>Nothing is told.</summary>
    /// <param name="Because">One sentence.</param>
    public sealed record Refused(string Because) : CompelledAnswer;
}
