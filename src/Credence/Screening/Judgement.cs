using Credence.Incidents;

namespace Credence.Screening;

/// <summary>Turns findings and signals into a result, by the one written rule.</summary>
internal static class Judgement
{
    /// <param name="incident">The incident.</param>
    /// <param name="found">What was found in its words; copied.</param>
    /// <param name="signals">What its codes say.</param>
    /// <param name="wasRead">True if some pack could read the words.</param>
    internal static ScreeningResult Of(
        Incident incident, IReadOnlyList<Finding> found, IReadOnlyList<Signal> signals, bool wasRead)
    {
        IReadOnlyList<Finding> findings = [.. found];
        var evidence = findings.Count == 0 ? Evidence.None : new Evidence(findings, incident);
        var words = findings.Count == 0 ? null : LevelRule.Apply(evidence);
        var fromWords = !wasRead ? Level.NotScreened : words?.Clause.Level ?? Level.NoneFound;
        var fromCodes = signals.Count == 0 ? Level.NotScreened : signals.Max(signal => signal.Level);
        var level = fromCodes > fromWords && fromCodes >= Level.PossibleIndication ? fromCodes : fromWords;
        return new ScreeningResult
        {
            Level = level,
            Type = level >= Level.PossibleIndication ? TypeOf(evidence, signals) : ExploitationType.None,
            Minor = level >= Level.PossibleIndication ? MinorOf(incident, words?.Clause, evidence, signals) : MinorStatus.Unknown,
            Score = evidence.Score(signals),
            WordsSay = WordsSay(incident, words, evidence, wasRead),
            CodesSay = signals.Count == 0 ? null : $"The codes say: {string.Join("; ", signals.Select(signal => signal.Title))}.",
            Clause = words?.Clause.Id,
            Deciding = words?.Grounds ?? [],
            Findings = findings,
            Signals = signals,
            IsRecordedAsTrafficking = false,
            WasRead = wasRead,
            Packs = [],
        };
    }

    private static ExploitationType TypeOf(Evidence evidence, IReadOnlyList<Signal> signals)
    {
        if (evidence.Type() is var fromWords && fromWords != ExploitationType.None)
        {
            return fromWords;
        }

        var fromCodes = Counting(signals).Select(signal => signal.Type).Where(type => type != ExploitationType.Both).Distinct().ToList();
        return fromCodes.Count == 1 ? fromCodes[0] : ExploitationType.Both;
    }

    private static IEnumerable<Signal> Counting(IReadOnlyList<Signal> signals) =>
        signals.Where(signal => signal.Level >= Level.PossibleIndication);

    private static MinorStatus MinorOf(
        Incident incident, LevelClause? clause, Evidence evidence, IReadOnlyList<Signal> signals)
    {
        var ages = incident.Persons?.Where(person => person.Involvement is Involvement.Victim or Involvement.Missing)
            .Select(person => person.Age).OfType<int>().ToList() ?? [];
        if (clause?.Id == LevelRule.RecordedChild || ages.Any(age => age < 18) || evidence.Counting.Any(finding => finding.Indicator.Minor) || Counting(signals).Any(signal => signal.Minor))
        {
            return MinorStatus.Yes;
        }

        return ages.Count > 0 ? MinorStatus.No : MinorStatus.Unknown;
    }

    /// <summary>Names indicators by their titles, never the narrative's words.</summary>
    private static string WordsSay(
        Incident incident, (LevelClause Clause, IReadOnlyList<Finding> Grounds)? words, Evidence evidence, bool wasRead) =>
        words is { } held
            ? $"The words {string.Join(" and ", held.Grounds.Select(Say))} ({held.Clause.Id})."
            : !wasRead ? NotReadReason(incident)
            : evidence.All.Count == 0 ? "No indicator was found in the words."
            : $"What was found does not suffice: {string.Join("; ", evidence.All.Select(f => $"somebody {f.Indicator.Title}").Distinct().Take(3))}.";

    private static string NotReadReason(Incident incident) => string.IsNullOrWhiteSpace(incident.Narrative.Text)
        ? "There is no narrative to read."
        : "The narrative is in a language that the packs do not cover: it was not screened.";

    private static string Say(Finding finding) => finding.Assertion switch
    {
        Assertion.Denied => $"tell of a denial that somebody {finding.Indicator.Title} [{finding.Indicator.Id}]",
        Assertion.Historical => $"say that in the past somebody {finding.Indicator.Title} [{finding.Indicator.Id}]",
        Assertion.Hypothetical => $"raise that somebody {finding.Indicator.Title} [{finding.Indicator.Id}]",
        _ => $"say that somebody {finding.Indicator.Title} [{finding.Indicator.Id}]",
    };
}
