using Credence.Classification;
using Credence.Packs;

namespace Credence.Consents;

/// <summary>A fact that a duty hangs on: whether it is known, and since when.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Known">Supported, not supported, or unknown, which is no "no".</param>
/// <param name="Since">When whoever is bound learned it.</param>
public sealed record DutyKnowledge(DutyFact Fact, Support Known, DateTimeOffset Since)
{
    /// <summary>Says nothing of the person.</summary>
    public override string ToString() => nameof(DutyKnowledge);
}

/// <summary>One step of a duty with its hour.</summary>
/// <param name="Step">What to do.</param>
/// <param name="By">By when.</param>
/// <param name="IsOverdue">True if that hour has passed.</param>
public sealed record DueStep(DutyStep Step, DateTimeOffset By, bool IsOverdue);

/// <summary>What a duty asks now.</summary>
public abstract record DutyAnswer
{
    private DutyAnswer()
    {
    }

    /// <summary>The facts are known: it has to be done.</summary>
    /// <param name="Duty">The duty.</param>
    /// <param name="Since">When the last of its facts became known: its clocks run from there.</param>
    /// <param name="Steps">What, by when; the earliest first.</param>
    public sealed record Due(ReportingDuty Duty, DateTimeOffset Since, IReadOnlyList<DueStep> Steps) : DutyAnswer;

    /// <summary>It binds if these facts turn out to be so. Nobody has to ask only in order to report.</summary>
    /// <param name="Duty">The duty.</param>
    /// <param name="Unknown">What is not known.</param>
    public sealed record MayArise(ReportingDuty Duty, IReadOnlyList<DutyFact> Unknown) : DutyAnswer;
}

/// <summary>The duties to report of all packs. Immutable.</summary>
public sealed class ReportingDuties
{
    private readonly IReadOnlyList<ReportingDuty> _duties;

    private ReportingDuties(IReadOnlyList<ReportingDuty> duties) => _duties = duties;

    /// <summary>The duties of a library.</summary>
    public static ReportingDuties From(PackLibrary library) => new(DutyPack.From(library, []));

    /// <summary>All of them, by jurisdiction and id.</summary>
    public IReadOnlyList<ReportingDuty> All => _duties;

    /// <summary>What somebody has to report, or may have to, in this order: due by hour, then what may arise.</summary>
    /// <param name="facts">What is known; a fact that is not listed is unknown, one listed twice counts as learned first.</param>
    /// <param name="listener">Who heard it.</param>
    /// <param name="jurisdiction">Where: us-ma has the duties of us, too.</param>
    /// <param name="now">Now.</param>
    public IReadOnlyList<DutyAnswer> Of(IReadOnlyCollection<DutyKnowledge> facts, Listener listener, string jurisdiction, DateTimeOffset now)
    {
        var answers = Binding(listener, jurisdiction).Select(duty => AnswerOf(duty, facts, now)).OfType<DutyAnswer>().ToList();
        return
        [
            .. answers.OfType<DutyAnswer.Due>().OrderBy(due => due.Steps[0].By).ThenBy(due => due.Duty.Id, StringComparer.Ordinal),
            .. answers.OfType<DutyAnswer.MayArise>(),
        ];
    }

    /// <summary>
    /// What a person hears before telling anything: the duties that bind this listener and that no known fact rules out, in
    /// that language; in English where a pack has no other.
    /// </summary>
    public IReadOnlyList<string> WarningsBefore(IReadOnlyCollection<DutyKnowledge> facts, Listener listener, string jurisdiction, string language) =>
    [
        .. Binding(listener, jurisdiction).Where(duty => !duty.When.Any(fact => Known(facts, fact) == Support.NotSupported))
            .Select(duty => duty.Warning.GetValueOrDefault(language) ?? duty.Warning["en"]).Distinct(),
    ];

    /// <summary>The duties that bind somebody in a place, whatever is known. That a pack names none is no proof that there is none.</summary>
    public IEnumerable<ReportingDuty> Binding(Listener listener, string jurisdiction) =>
        _duties.Where(duty => duty.Who.Contains(listener) && Jurisdiction.Binds(duty.Jurisdiction, jurisdiction));

    private static DutyAnswer? AnswerOf(ReportingDuty duty, IReadOnlyCollection<DutyKnowledge> facts, DateTimeOffset now)
    {
        if (duty.When.Any(fact => Known(facts, fact) == Support.NotSupported)) return null;
        var unknown = duty.When.Where(fact => Known(facts, fact) == Support.Unknown).ToList();
        if (unknown.Count > 0) return new DutyAnswer.MayArise(duty, unknown);

        var since = duty.When.Max(fact => facts.Where(one => one.Fact == fact && one.Known == Support.Supported).Min(one => one.Since));
        return new DutyAnswer.Due(duty, since,
            [.. duty.Steps.Select(step => new DueStep(step, since + step.Within, now > since + step.Within)).OrderBy(step => step.By)]);
    }

    // Support outweighs what speaks against, as in a classification: a child is a child though somebody said nineteen.
    private static Support Known(IReadOnlyCollection<DutyKnowledge> facts, DutyFact fact)
    {
        var said = facts.Where(one => one.Fact == fact).Select(one => one.Known).ToHashSet();
        return said.Contains(Support.Supported) ? Support.Supported : said.Contains(Support.NotSupported) ? Support.NotSupported : Support.Unknown;
    }
}
