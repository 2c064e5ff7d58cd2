using System.Globalization;
using Credence.Care.Access;
using Credence.Care.Files;
using Credence.Care.Storage;
using Credence.Record.Access;
using Credence.Record.Storage;

namespace Credence.Care.Safety;

/// <summary>A safety plan in the person's own words.</summary>
/// <param name="Words">What the person does, whom she or he calls, where to go.</param>
public sealed record SafetyPlan(string Words)
{
    /// <summary>The most letters in one version.</summary>
    public const int Longest = 50_000;

    public override string ToString() => $"SafetyPlan({Words.Length} characters)";

    internal string? Problem => string.IsNullOrWhiteSpace(Words) ? "Found nothing written, expected some words."
        : Words.Length > Longest ? string.Create(CultureInfo.InvariantCulture, $"Found {Words.Length} letters, expected at most {Longest}.") : null;
}

/// <summary>Where a person's safety plan is kept. Every version stays; the last one holds.</summary>
public sealed class SafetyDesk(RecordStore<CareContext> record)
{
    private readonly FileBook<SafetyPlan> _book = new(record, EntryKind.SafetyPlan, CareJson.Default.SafetyPlan);

    /// <summary>Writes a version down, in the person's words.</summary>
    [Requires<CareAct>(CareAct.KeepNeeds)]
    public async Task<FileAnswer> Write(CareAccess access, PersonId person, SafetyPlan plan, CancellationToken cancellation) =>
        access.May(CareAct.KeepNeeds)
            ? await _book.Add(access, person, "safety-plan.written", (_, _) => plan.Problem is { } problem ? (null, problem) : (plan, null), cancellation)
            : new FileAnswer.NotFound();

    /// <summary>Every version, first to last; empty if there is none, or no such person for the one who asks.</summary>
    [Requires<CareAct>(CareAct.KeepNeeds)]
    public async Task<IReadOnlyList<Written<SafetyPlan>>> Versions(CareAccess access, PersonId person, CancellationToken cancellation) =>
        access.May(CareAct.KeepNeeds) ? await _book.Open(access, person, "safety-plan.opened", cancellation) ?? [] : [];
}
