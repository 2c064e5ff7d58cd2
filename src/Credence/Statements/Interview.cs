namespace Credence.Statements;

/// <summary>What an interview may go through. Words for what was spoken of, never what was said.</summary>
public enum Ground
{
    /// <summary>Who the person is.</summary>
    Identity,

    /// <summary>How it began: an offer, a person, a promise.</summary>
    Recruitment,

    /// <summary>How the person came from one place to another.</summary>
    Movement,

    /// <summary>The work or the acts, where and when.</summary>
    Work,

    /// <summary>What kept the person there: threats, force, watching.</summary>
    Control,

    /// <summary>Money, debts, wages.</summary>
    Money,

    /// <summary>Violence.</summary>
    Violence,

    /// <summary>Papers, telephones, accounts.</summary>
    Papers,

    /// <summary>Who was involved.</summary>
    Others,

    /// <summary>How it ended.</summary>
    Leaving,

    /// <summary>What it has done to the person.</summary>
    Harm,

    /// <summary>Something else.</summary>
    Else,
}

/// <summary>Who asks.</summary>
public enum Asker
{
    /// <summary>Police.</summary>
    Police,

    /// <summary>A prosecutor.</summary>
    Prosecutor,

    /// <summary>Another authority, such as for immigration or children.</summary>
    Authority,

    /// <summary>The person's own lawyer.</summary>
    OwnCounsel,

    /// <summary>A doctor or a nurse.</summary>
    Medical,

    /// <summary>A provider or an advocate.</summary>
    Provider,
}

/// <summary>One part of an interview.</summary>
/// <param name="Ground">What was spoken of.</param>
/// <param name="IsSettled">Whether it is told by now: nobody needs to ask for it again.</param>
/// <param name="ByOwnWish">Whether the person wanted to speak of it again: that is no repeat.</param>
public sealed record ToldGround(Ground Ground, bool IsSettled, bool ByOwnWish = false);

/// <summary>That a person told somebody something, and of what; what was said is not here.</summary>
/// <param name="At">When.</param>
/// <param name="Asker">Who asked.</param>
/// <param name="Interviewer">Who it was, as the person knows her or him.</param>
/// <param name="Told">What was spoken of.</param>
/// <param name="New">Why it was needed although there was one before: what is new; null for the first.</param>
public sealed record Interview(DateTimeOffset At, Asker Asker, string Interviewer, IReadOnlyList<ToldGround> Told, string? New = null)
{
    /// <summary>Who asked, and nothing else.</summary>
    public override string ToString() => $"Interview({Asker})";

    /// <summary>Why it cannot be kept so, in one sentence; null if it can. An interview after the first says what is new.</summary>
    public string? WhyNot(IReadOnlyCollection<Interview> earlier) =>
        At.Year < 1900 ? "Found a year before 1900, expected the day on which the person was asked."
        : string.IsNullOrWhiteSpace(Interviewer) ? "Found nobody who asked, expected who it was."
        : Told.Count == 0 ? "Found nothing that was spoken of, expected at least one ground."
        : Told.GroupBy(one => one.Ground).Any(same => same.Count() > 1) ? "Found a ground twice, expected each once."
        : earlier.Any(one => one.At <= At) && string.IsNullOrWhiteSpace(New) ? $"Found an interview after {Count(earlier.Count(one => one.At <= At))}, expected what is new: say it before the person is asked again."
        : null;

    private static string Count(int earlier) => earlier == 1 ? "another" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{earlier} others");
}

/// <summary>To whom the person has told something, and whether it is settled.</summary>
/// <param name="Ground">What.</param>
/// <param name="To">Everybody who heard it, in order.</param>
/// <param name="IsSettled">Whether it is told by now.</param>
public sealed record Heard(Ground Ground, IReadOnlyList<Asker> To, bool IsSettled);

/// <summary>What the person has told and to whom, so that nobody has to tell it twice.</summary>
public sealed record ToldOnce
{
    /// <summary>What was told, in the order of grounds.</summary>
    public required IReadOnlyList<Heard> Heard { get; init; }

    /// <summary>How often an asker of one kind was another person than the time before. Several interviews are normal; another face each time is not.</summary>
    public required int ChangesOfInterviewer { get; init; }

    /// <summary>How often settled ground was asked again without the person's wish.</summary>
    public required int Repeats { get; init; }

    /// <summary>From the interviews of a person.</summary>
    public static ToldOnce Of(IEnumerable<Interview> interviews)
    {
        var ordered = interviews.OrderBy(one => one.At).ToList();
        return new ToldOnce
        {
            Heard = [.. ordered.SelectMany(one => one.Told.Select(told => (told.Ground, one.Asker, told.IsSettled))).GroupBy(one => one.Ground).OrderBy(same => same.Key)
                .Select(same => new Heard(same.Key, [.. same.Select(one => one.Asker).Distinct()], same.Any(one => one.IsSettled)))],
            ChangesOfInterviewer = ordered.GroupBy(one => one.Asker).Sum(same => same.Zip(same.Skip(1)).Count(pair => !IsSame(pair.First, pair.Second))),
            Repeats = ordered.Select((one, at) => one.Told.Count(told => !told.ByOwnWish && ordered.Take(at).Any(before => before.Told.Any(earlier => earlier.Ground == told.Ground && earlier.IsSettled)))).Sum(),
        };
    }

    /// <summary>Whether needs were asked before the first interview; null where there was none yet.</summary>
    /// <param name="interviews">The interviews.</param>
    /// <param name="needsAsked">When needs were asked first, or null.</param>
    public static bool? NeedsCameFirst(IReadOnlyCollection<Interview> interviews, DateTimeOffset? needsAsked) =>
        interviews.Count == 0 ? null : needsAsked <= interviews.Min(one => one.At);

    private static bool IsSame(Interview one, Interview other) => string.Equals(one.Interviewer.Trim(), other.Interviewer.Trim(), StringComparison.OrdinalIgnoreCase);
}
