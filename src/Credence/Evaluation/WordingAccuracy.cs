using Credence.Incidents;
using Credence.Statistics;
using Credence.Wording;

namespace Credence.Evaluation;

/// <summary>How well labels are flagged in narratives of which people said whether they hold a stigmatizing noun.</summary>
public sealed record WordingAccuracy
{
    /// <summary>Counts, each narrative once, where the coders agree.</summary>
    public required ConfusionMatrix Matrix { get; init; }

    /// <summary>F1 with its interval.</summary>
    public required Estimate F1 { get; init; }

    /// <summary>Precision in the pools behind the strata, or null where nothing is weighted.</summary>
    public Estimate? WeightedPrecision { get; init; }

    /// <summary>Recall in the pools behind the strata, or null where nothing is weighted.</summary>
    public Estimate? WeightedRecall { get; init; }

    /// <summary>F1 in the pools behind the strata, or null where nothing is weighted.</summary>
    public Estimate? WeightedF1 { get; init; }

    /// <summary>Flagged, though people say no.</summary>
    public required IReadOnlyList<IncidentNumber> FalsePositives { get; init; }

    /// <summary>Not flagged, though people say yes.</summary>
    public required IReadOnlyList<IncidentNumber> FalseNegatives { get; init; }

    /// <summary>Left out, because the coders disagree.</summary>
    public required IReadOnlyList<IncidentNumber> Disagreed { get; init; }

    /// <summary>Narratives with a flag of each kind; the other kinds were not coded.</summary>
    public required IReadOnlyDictionary<WordingKind, int> Flagged { get; init; }

    /// <summary>Checks and compares; null if nobody coded labels.</summary>
    public static WordingAccuracy? Measure(CodedGold gold, Func<Narrative, WordingResult> check)
    {
        var coded = gold.Incidents.Where(incident => incident.CoderA.Label is not null)
            .Select(incident => new Checked(incident, check(incident.Incident.Narrative))).ToList();
        if (coded.Count == 0) { return null; }

        var agreed = coded.Where(one => one.Agreed).ToList();
        var matrix = ConfusionMatrix.Of(agreed.Select(one => (one.Said, one.Is)));
        var isWeighted = coded.Any(one => one.Gold.Weight is not 1);
        return new WordingAccuracy
        {
            Matrix = matrix,
            F1 = matrix.F1Estimate(),
            WeightedPrecision = isWeighted ? Share(coded, one => one.Said) : null,
            WeightedRecall = isWeighted ? Share(coded, one => one.Is) : null,
            WeightedF1 = isWeighted ? ConfusionMatrix.F1Of(Share(coded, one => one.Said || one.Is)) : null,
            FalsePositives = [.. agreed.Where(one => one.Said && !one.Is).Select(one => one.Gold.Incident.Number)],
            FalseNegatives = [.. agreed.Where(one => !one.Said && one.Is).Select(one => one.Gold.Incident.Number)],
            Disagreed = [.. coded.Where(one => !one.Agreed).Select(one => one.Gold.Incident.Number)],
            Flagged = Enum.GetValues<WordingKind>().ToDictionary(kind => kind, kind => coded.Count(one => one.Has(kind))),
        };
    }

    // All of the sample is handed over, also where the coders disagree: the design drew it too.
    private static Estimate Share(List<Checked> all, Func<Checked, bool> counted) => StratifiedRatio.Of(all.Select(one =>
        new SampledUnit(one.Gold.Stratum, one.Gold.Weight, one.Agreed && counted(one), one.Said && one.Is))).Share;

    private sealed record Checked(CodedIncident Gold, WordingResult Result)
    {
        public bool Is => Gold.CoderA.Label == true;

        public bool Said => Has(WordingKind.Label);

        public bool Agreed => Gold.CoderB is null || Gold.CoderA.Label == Gold.CoderB.Label;

        public bool Has(WordingKind kind) => Result.Flags.Any(flag => flag.Kind == kind);
    }
}
