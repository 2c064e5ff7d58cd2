using Credence.Incidents;
using Credence.Screening;
using Credence.Statistics;

namespace Credence.Evaluation;

/// <summary>How well a screener does on summaries of prosecuted cases, all of which are trafficking.</summary>
public sealed record CaseAccuracy
{
    /// <summary>A summary longer than this tells something; shorter ones are mostly a line of names.</summary>
    public const int LongSummary = 100;

    /// <summary>Flagged (possible or strong), of all summaries.</summary>
    public required Proportion Flagged { get; init; }

    /// <summary>Flagged, of summaries over <see cref="LongSummary"/> characters.</summary>
    public required Proportion FlaggedLong { get; init; }

    /// <summary>Strong, of the long summaries.</summary>
    public required Proportion StrongLong { get; init; }

    /// <summary>Long summaries that were not flagged.</summary>
    public required IReadOnlyList<IncidentNumber> NotFlaggedLong { get; init; }

    /// <summary>Type of the long summaries whose list of statutes is clearly sex or clearly labor.</summary>
    public required TypeAccuracy TypeByList { get; init; }

    /// <summary>The same, where any part of the statutes cell may tell.</summary>
    public required TypeAccuracy TypeByAnyPart { get; init; }

    /// <summary>Minor said to be at risk against victims under 18 as recorded, where they are recorded.</summary>
    public required ConfusionMatrix Minors { get; init; }

    /// <summary>F1 of the minors.</summary>
    public required Estimate MinorsF1 { get; init; }

    /// <summary>A minor said, none recorded.</summary>
    public required IReadOnlyList<IncidentNumber> MinorsWronglySaid { get; init; }

    /// <summary>A minor recorded, none said.</summary>
    public required IReadOnlyList<IncidentNumber> MinorsNotSaid { get; init; }

    /// <summary>Screens and compares.</summary>
    public static CaseAccuracy Measure(CaseGold gold, Func<Incident, ScreeningResult> screen)
    {
        var cases = gold.Cases.Select(c => (Case: c, Result: screen(c.Incident))).ToList();
        var longer = cases.FindAll(c => c.Case.Incident.Narrative.Length > LongSummary);
        var aged = cases.FindAll(c => c.Case.Minors is not null)
            .ConvertAll(c => (c.Case.Incident.Number, Said: c.Result.Minor == MinorStatus.Yes, Is: c.Case.Minors > 0));
        var minors = ConfusionMatrix.Of(aged.Select(a => (a.Said, a.Is)));
        return new CaseAccuracy
        {
            Flagged = new Proportion(cases.Count(c => c.Result.Level.IsFlag), cases.Count),
            FlaggedLong = new Proportion(longer.Count(c => c.Result.Level.IsFlag), longer.Count),
            StrongLong = new Proportion(longer.Count(c => c.Result.Level == Level.StrongIndication), longer.Count),
            NotFlaggedLong = [.. longer.Where(c => !c.Result.Level.IsFlag).Select(c => c.Case.Incident.Number)],
            TypeByList = TypeAccuracy.Measure(longer.Select(c => (c.Case.Incident.Number, c.Case.Statutes.ByList, c.Result.Type))),
            TypeByAnyPart = TypeAccuracy.Measure(longer.Select(c => (c.Case.Incident.Number, c.Case.Statutes.ByAnyPart, c.Result.Type))),
            Minors = minors,
            MinorsF1 = minors.F1Estimate(),
            MinorsWronglySaid = [.. aged.Where(a => a.Said && !a.Is).Select(a => a.Number)],
            MinorsNotSaid = [.. aged.Where(a => !a.Said && a.Is).Select(a => a.Number)],
        };
    }
}

/// <summary>How well sex is told from labor, where the statutes are clearly the one or the other.</summary>
public sealed record TypeAccuracy
{
    /// <summary>Exactly the type of the statutes.</summary>
    public required Proportion Right { get; init; }

    /// <summary>Both types said: neither right nor wrong, counted apart.</summary>
    public required Proportion Both { get; init; }

    /// <summary>Right among those for which one single type was said.</summary>
    public required Proportion RightOfOneType { get; init; }

    /// <summary>Every clear case, statutes against screener.</summary>
    public required IReadOnlyList<Comparison> Comparisons { get; init; }

    internal static TypeAccuracy Measure(
        IEnumerable<(IncidentNumber Number, ExploitationType Charged, ExploitationType Said)> cases)
    {
        var clear = cases.Where(c => c.Charged is ExploitationType.Sex or ExploitationType.Labor).ToList();
        var right = clear.Count(c => c.Said == c.Charged);
        return new TypeAccuracy
        {
            Right = new Proportion(right, clear.Count),
            Both = new Proportion(clear.Count(c => c.Said == ExploitationType.Both), clear.Count),
            RightOfOneType = new Proportion(
                right, clear.Count(c => c.Said is ExploitationType.Sex or ExploitationType.Labor)),
            Comparisons = [.. clear.Select(c => new Comparison(c.Number, Lower(c.Charged), Lower(c.Said)))],
        };
    }

    private static string Lower(ExploitationType type) => type.ToString().ToLowerInvariant();
}
