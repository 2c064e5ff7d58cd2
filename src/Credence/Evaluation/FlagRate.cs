using Credence.Incidents;
using Credence.Screening;
using Credence.Statistics;

namespace Credence.Evaluation;

/// <summary>How often narratives without codes are flagged, and which, for a person to judge.</summary>
public sealed record FlagRate
{
    /// <summary>Flagged as strong, of all.</summary>
    public required Proportion Strong { get; init; }

    /// <summary>Flagged as possible, of all.</summary>
    public required Proportion Possible { get; init; }

    /// <summary>Flagged as either, of all.</summary>
    public Proportion Either => new(Strong.Count + Possible.Count, Strong.Of);

    /// <summary>Could not be screened, of all.</summary>
    public required Proportion NotScreened { get; init; }

    /// <summary>The flagged, in the order of the file.</summary>
    public required IReadOnlyList<Flag> Flags { get; init; }

    /// <summary>Flags of which a person says so, of all narratives.</summary>
    public Proportion Judged(FlagJudgment judgment) => new(Flags.Count(flag => flag.Judged.Judgment == judgment), Strong.Of);

    /// <summary>Screens one narrative after the other, and adds what people say of the flags.</summary>
    public static FlagRate Measure(
        NarrativeGold gold, Func<Incident, ScreeningResult> screen, FlagJudgments judgments)
    {
        var counts = new int[Enum.GetValues<Level>().Length];
        var flags = new List<Flag>();
        foreach (var incident in gold.Incidents)
        {
            var result = screen(incident);
            counts[(int)result.Level]++;
            if (result.Level.IsFlag) { flags.Add(Flag.Of(incident.Number, result, judgments)); }
        }

        Proportion Share(Level level) => new(counts[(int)level], counts.Sum());
        return new FlagRate
        {
            Strong = Share(Level.StrongIndication),
            Possible = Share(Level.PossibleIndication),
            NotScreened = Share(Level.NotScreened),
            Flags = flags,
        };
    }
}

/// <summary>A flagged incident: what a person needs to look it up and to judge the flag.</summary>
/// <param name="Number">The incident.</param>
/// <param name="Level">Possible or strong.</param>
/// <param name="Type">The type said.</param>
/// <param name="Indicators">Ids of the indicators found, each once.</param>
/// <param name="Judged">What a person says of the flag.</param>
public sealed record Flag(
    IncidentNumber Number, Level Level, ExploitationType Type, IReadOnlyList<string> Indicators, JudgedFlag Judged)
{
    internal static Flag Of(IncidentNumber number, ScreeningResult result, FlagJudgments judgments) => new(
        number, result.Level, result.Type,
        [.. result.Findings.Select(f => f.Indicator.Id).Concat(result.Signals.Select(s => s.Id)).Distinct()],
        judgments.Of(number));
}
