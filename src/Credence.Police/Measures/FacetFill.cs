using Credence.Evaluation.Measures;
using Credence.Incidents;
using Credence.Police.Access;
using Credence.Police.Incidents;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Measures;

/// <summary>
/// Fills in what measures tell of incidents that came in before measures were kept, from their sealed content. So many at a time, each
/// with its event: what was stopped goes on.
/// </summary>
public sealed class FacetFill(RecordStore<PoliceContext> record, OffenseLookup offenses)
{
    private const int AtATime = 500;

    private static readonly EventKind Filled = new("measures.filled");

    /// <summary>Fills them in; how many there were, or null to one who does not keep the store. What has no key any more stays out.</summary>
    public async Task<long?> Fill(PoliceAccess access, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.KeepStore)) return null;
        var (steward, filled, last) = (new StewardAccess(access), 0L, 0L);
        try
        {
            while (true)
            {
                await using var act = await record.Begin(steward, cancellation);
                var after = last;
                var incidents = await act.Rows.Everything<RecordedIncident>().Where(row => row.Facets == null && row.Content == ContentState.Kept && row.Row > after)
                    .OrderBy(row => row.Row).Take(AtATime).ToListAsync(cancellation);
                if (incidents.Count == 0) return filled;
                last = incidents[^1].Row;
                var some = await Fill(act.Rows, incidents, cancellation);
                if (some == 0) continue;
                act.Note(new EventDraft(Filled, count: some));
                await act.Save(cancellation);
                filled += some;
            }
        }
        catch (Exception e) when (RecordFault.Of(e, record.Place) is { } fault)
        {
            throw fault;
        }
    }

    private async Task<int> Fill(PoliceContext rows, List<RecordedIncident> incidents, CancellationToken cancellation)
    {
        using var keys = await record.Vault.Find([.. incidents.Select(one => one.Id.Value)], cancellation);
        var numbers = incidents.ConvertAll(one => one.Row);
        var parts = (await rows.Everything<RecordedSourceRow>().AsNoTracking()
            .Where(row => numbers.Contains(row.Incident) && row.EndedBy == null).OrderBy(row => row.Id).ToListAsync(cancellation)).ToLookup(row => row.Incident);
        foreach (var one in incidents)
        {
            if (keys[one.Id.Value] is not { } key || IncidentVersions.Open(one.Id, [.. parts[one.Row]], key)?.Now is not { } incident) continue;
            one.Facets = IncidentFacets.Of(MeasureRow.Of("", incident, one.Level, one.Type, offenses), incident.Date);
        }

        return incidents.Count(one => one.Facets is not null);
    }
}
