using Credence.Incidents;
using Credence.Screening;
using Credence.Statistics;

namespace Credence.Evaluation;

/// <summary>How well a screener does on narratives that people have coded.</summary>
public sealed record ScreeningAccuracy
{
    /// <summary>Narratives read.</summary>
    public required int Incidents { get; init; }

    /// <summary>Those the screener could not read; they count as nothing found.</summary>
    public required IReadOnlyList<IncidentNumber> NotScreened { get; init; }

    /// <summary>At level 1 and above: should a person be screened?</summary>
    public required LevelAccuracy Possible { get; init; }

    /// <summary>At level 2: do the facts suggest exploitation?</summary>
    public required LevelAccuracy Strong { get; init; }

    /// <summary>The order of the queue.</summary>
    public required RankAccuracy Rank { get; init; }

    /// <summary>Level 1 by stratum, type, minor and status.</summary>
    public required IReadOnlyList<GroupAccuracy> Groups { get; init; }

    /// <summary>What the sample leaves open, by stratum.</summary>
    public required IReadOnlyList<StratumOpen> Open { get; init; }

    /// <summary>Level as coded against level as screened, where the coders agree on it.</summary>
    public required IReadOnlyList<Comparison> Levels { get; init; }

    /// <summary>Type of the incidents that are at level 1 and were found, where the coders agree on it.</summary>
    public required IReadOnlyList<Comparison> Types { get; init; }

    /// <summary>Minor, of the same incidents.</summary>
    public required IReadOnlyList<Comparison> Minors { get; init; }

    /// <summary>How far the coders agree with each other.</summary>
    public required IReadOnlyList<CoderAgreement> Coders { get; init; }

    /// <summary>Labels flagged as wording, or null where nobody coded labels.</summary>
    public WordingAccuracy? Wording { get; init; }

    /// <summary>Screens and compares.</summary>
    public static ScreeningAccuracy Measure(
        CodedGold gold, Func<Incident, ScreeningResult> screen, Bootstrap bootstrap)
    {
        var judged = gold.Incidents.Select(coded => new Judged(coded, screen(coded.Incident))).ToList();
        var found = judged.Where(j => j.Gold.AgreedAt(1) && j.Gold.CoderA.Level >= 1 && j.Level >= 1).ToList();
        return new ScreeningAccuracy
        {
            Incidents = judged.Count,
            NotScreened = [.. judged.Where(j => j.Result.Level == Level.NotScreened).Select(j => j.Number)],
            Possible = LevelAccuracy.Measure(judged, 1),
            Strong = LevelAccuracy.Measure(judged, 2),
            Rank = RankAccuracy.Measure(judged, bootstrap),
            Groups = GroupAccuracy.Measure(judged),
            Open = StratumOpen.Measure(judged),
            Levels = [.. Compare(judged, c => $"{c.Level}", r => $"{r.Level.Number}")],
            Types = [.. Compare(found, c => Lower(c.Type), r => Lower(r.Type))],
            Minors = [.. Compare(found, c => Lower(c.Minor), r => Lower(r.Minor))],
            Coders = CoderAgreement.Measure(judged),
        };
    }

    private static IEnumerable<Comparison> Compare(
        List<Judged> judged, Func<Coding, string> coded, Func<ScreeningResult, string> screened) =>
        from j in judged
        where j.Gold.CoderB is null || coded(j.Gold.CoderA) == coded(j.Gold.CoderB)
        select new Comparison(j.Number, coded(j.Gold.CoderA), screened(j.Result));

    private static string Lower<T>(T word) where T : struct, Enum => word.ToString().ToLowerInvariant();
}
