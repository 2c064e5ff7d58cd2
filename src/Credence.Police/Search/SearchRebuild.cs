using Credence.Police.Access;
using Credence.Police.Incidents;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Search;

/// <summary>Makes the index of words anew from sealed content: after a restore, since no backup holds it. All of it, or nothing.</summary>
public sealed class SearchRebuild(RecordStore<PoliceContext> record)
{
    private const int AtATime = 500;

    private static readonly EventKind Rebuilt = new("search-index.rebuilt");

    /// <summary>Rebuilds it; returns how many incidents it holds, or null to one who does not keep the store.</summary>
    public async Task<long?> Rebuild(PoliceAccess access, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.KeepStore)) return null;
        try
        {
            return await Rebuild(new StewardAccess(access), cancellation);
        }
        catch (Exception e) when (RecordFault.Of(e, record.Place) is { } fault)
        {
            throw fault;
        }
    }

    private async Task<long> Rebuild(StewardAccess steward, CancellationToken cancellation)
    {
        await using var act = await record.Begin(steward, cancellation);
        await SearchIndex.Clear(act.Transaction, cancellation);
        var organizations = new Dictionary<OrganizationId, SearchTokens>();
        var (count, last) = (0L, 0L);
        while (await Next(act.Rows, last, cancellation) is { Count: > 0 } incidents)
        {
            count += await Add(act, incidents, organizations, cancellation);
            last = incidents[^1].Row;
        }

        act.Note(new EventDraft(Rebuilt, count: count));
        await act.Save(cancellation);
        return count;
    }

    private static Task<List<Narrated>> Next(PoliceContext rows, long after, CancellationToken cancellation) => rows.Everything<RecordedIncident>()
        .Where(row => row.Row > after && row.Content == ContentState.Kept).OrderBy(row => row.Row)
        .Select(row => new Narrated(row.Row, row.Id, row.Organization)).Take(AtATime).ToListAsync(cancellation);

    private async Task<int> Add(
        Act<PoliceContext> act, List<Narrated> incidents, Dictionary<OrganizationId, SearchTokens> organizations, CancellationToken cancellation)
    {
        using var keys = await record.Vault.Find([.. incidents.Select(one => one.Id.Value)], cancellation);
        var numbers = incidents.ConvertAll(one => one.Row);
        var parts = (await act.Rows.Everything<RecordedSourceRow>().AsNoTracking()
            .Where(row => numbers.Contains(row.Incident) && row.EndedBy == null).OrderBy(row => row.Id).ToListAsync(cancellation)).ToLookup(row => row.Incident);
        var indexed = 0;
        foreach (var own in incidents.GroupBy(one => one.Organization))
        {
            if (!organizations.TryGetValue(own.Key, out var tokens)) organizations[own.Key] = tokens = new SearchTokens(record.Vault.Ring, own.Key);
            // One whose key was erased is left out.
            var entries = own.Where(one => keys[one.Id.Value] is not null)
                .Select(one => (one.Row, tokens.Of(string.Join('\n', parts[one.Row].Select(part => keys[one.Id.Value]!.Open(one.Id, part)?.Narrative))))).ToList();
            await SearchIndex.Add(act.Transaction, own.Key, entries, cancellation);
            indexed += entries.Count;
        }

        return indexed;
    }

    private sealed record Narrated(long Row, IncidentId Id, OrganizationId Organization);
}
