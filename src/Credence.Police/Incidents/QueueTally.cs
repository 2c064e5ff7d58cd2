using System.Collections.Concurrent;
using Credence.Police.Storage;
using Credence.Record.Access;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Incidents;

/// <summary>
/// Counts of the queue, kept until an import goes on: nothing else changes a level, and counting a million incidents anew
/// would be most of the time of every page. Whoever may see a queue of an organization sees the same.
/// </summary>
internal sealed class QueueTally
{
    private const int MostKept = 500;

    private readonly ConcurrentDictionary<(OrganizationId, QueueFilter), (ImportsSoFar Imports, IReadOnlyList<QueueCount> Counts)> _kept = new();

    /// <summary>The counts, from before if no import went on since.</summary>
    /// <param name="rows">The tables as the one who asks sees them.</param>
    /// <param name="organization">Whose queue.</param>
    /// <param name="filter">What is counted.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<IReadOnlyList<QueueCount>> Of(PoliceContext rows, OrganizationId organization, QueueFilter filter, CancellationToken cancellation)
    {
        // Asked before it is counted: what comes in between makes the next page count again.
        var imports = await SoFar(rows, cancellation);
        if (_kept.TryGetValue((organization, filter), out var kept) && kept.Imports == imports) return kept.Counts;
        var counts = await Count(rows, filter, cancellation);
        if (_kept.Count >= MostKept) _kept.Clear();
        _kept[(organization, filter)] = (imports, counts);
        return counts;
    }

    private static async Task<ImportsSoFar> SoFar(PoliceContext rows, CancellationToken cancellation) =>
        await rows.Imports.GroupBy(_ => 1)
            .Select(runs => new ImportsSoFar(runs.Max(run => run.Id), runs.Sum(run => run.Rows), runs.Count(run => run.State == ImportState.Done)))
            .SingleOrDefaultAsync(cancellation) ?? new ImportsSoFar(0, 0, 0);

    private static async Task<IReadOnlyList<QueueCount>> Count(PoliceContext rows, QueueFilter filter, CancellationToken cancellation)
    {
        var counts = new List<QueueCount>();
        foreach (var half in filter.Halves(rows.Incidents.AsNoTracking()))
        {
            var levels = await half.Incidents.GroupBy(row => row.Level).Select(group => new { group.Key, Incidents = group.LongCount() }).ToListAsync(cancellation);
            counts.AddRange(levels.Select(level => new QueueCount(level.Key, half.AreMissed, level.Incidents)));
        }

        return [.. counts.OrderByDescending(count => count.Level).ThenByDescending(count => count.IsMissed)];
    }

    /// <summary>How far imports have come: a number that no import leaves as it was.</summary>
    private sealed record ImportsSoFar(long Last, long Rows, int Done);
}
