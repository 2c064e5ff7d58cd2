using Credence.Incidents;
using Credence.Screening;
using Credence.Screening.Instruments;

namespace Credence.Classification;

/// <summary>
/// All that is known of a case, of any kind alike: findings in a narrative, answers to instruments, fields of a record.
/// At the roadside there are answers only; of an old report there are findings and fields.
/// </summary>
public sealed record CaseEvidence
{
    /// <summary>Nothing known.</summary>
    public static readonly CaseEvidence None = new();

    /// <summary>What was found in words.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>What was answered or observed, in terms of facts.</summary>
    public IReadOnlyList<FactAnswer> Answers { get; init; } = [];

    /// <summary>The records: codes, ages and parts are read, never the narrative.</summary>
    public IReadOnlyList<Incident> Records { get; init; } = [];

    /// <summary>The highest level that a screening gave; not screened without one.</summary>
    public Level Level { get; init; } = Level.NotScreened;

    /// <summary>Whether the answers to an instrument ask to treat somebody as a possible victim.</summary>
    public bool InstrumentConcern { get; init; }

    /// <summary>What a screening found in an incident, together with its record.</summary>
    public static CaseEvidence Of(Incident incident, ScreeningResult result) =>
        new() { Findings = result.Findings, Records = [incident], Level = result.Level };

    /// <summary>What a screening found in words that are no incident yet.</summary>
    public static CaseEvidence Of(ScreeningResult result) => new() { Findings = result.Findings, Level = result.Level };

    /// <summary>What was answered to an instrument.</summary>
    public static CaseEvidence Of(InstrumentResult answered) =>
        new() { Answers = answered.Facts, InstrumentConcern = answered.RaisesConcern };

    /// <summary>Answers that name facts directly.</summary>
    public static CaseEvidence Of(IEnumerable<FactAnswer> answers) => new() { Answers = [.. answers] };

    /// <summary>Both together.</summary>
    public CaseEvidence And(CaseEvidence other) => new()
    {
        Findings = [.. Findings, .. other.Findings],
        Answers = [.. Answers, .. other.Answers],
        Records = [.. Records, .. other.Records],
        Level = Level > other.Level ? Level : other.Level,
        InstrumentConcern = InstrumentConcern || other.InstrumentConcern,
    };

    /// <summary>Says how much there is, never what.</summary>
    public override string ToString() => $"CaseEvidence({Findings.Count} findings, {Answers.Count} answers, {Records.Count} records)";
}
