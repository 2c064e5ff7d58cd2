using System.Data.Common;
using Credence.Police.Handovers;
using Credence.Police.Incidents;
using Credence.Police.Search;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Credence.Police.Storage;

/// <summary>What the police record keeps sealed: each incident's rows as they came, and its findings, under a key of the incident's own.</summary>
public sealed class PoliceContent : RecordContent
{
    public static readonly PoliceContent OfTheRecord = new();

    private PoliceContent()
    {
    }

    public override string Side => "police";

    public override string OwnTable => "incidents";

    public override async IAsyncEnumerable<SealedValue> SealedValues(RecordContext rows)
    {
        await foreach (var row in Incidents(rows).AsNoTracking().OrderBy(row => row.Row).Select(row => new { row.Id, row.Findings, row.Content }).AsAsyncEnumerable())
            yield return new SealedValue("incidents", IncidentPlaces.Findings(row.Id), row.Findings, row.Content);
        var sources = from row in rows.Everything<RecordedSourceRow>().AsNoTracking()
                      join incident in Incidents(rows).AsNoTracking() on row.Incident equals incident.Row
                      orderby row.Id
                      select new { incident.Id, row.Fingerprint, row.Content, State = incident.Content };
        await foreach (var row in sources.AsAsyncEnumerable()) yield return new SealedValue("incident_rows", IncidentPlaces.Row(row.Id, row.Fingerprint), row.Content, row.State);
        await foreach (var one in Handovers(rows)) yield return one;
    }

    private static async IAsyncEnumerable<SealedValue> Handovers(RecordContext rows)
    {
        var sent = from row in rows.Everything<SentHandover>().AsNoTracking()
                   join incident in Incidents(rows).AsNoTracking() on row.Incident equals incident.Id
                   orderby row.HandedAt, row.Id
                   select new { Row = row, State = incident.Content };
        await foreach (var one in sent.AsAsyncEnumerable()) yield return new SealedValue("sent_handovers", one.Row.Place, one.Row.Content, one.State);
        var noted = from row in rows.Everything<ReceivedNote>().AsNoTracking()
                    where row.Content != null
                    join incident in Incidents(rows).AsNoTracking() on row.Incident equals incident.Id
                    orderby row.ReceivedAt, row.Id
                    select new { Row = row, State = incident.Content };
        await foreach (var one in noted.AsAsyncEnumerable()) yield return new SealedValue("received_notes", one.Row.Place, one.Row.Content!, one.State);
    }

    public override async Task<ContentOwner?> Find(RecordContext rows, Guid subject, CancellationToken cancellation)
    {
        var found = await Incidents(rows).AsNoTracking().Where(row => row.Id == new IncidentId(subject))
            .Select(row => new { row.Organization, row.Content }).SingleOrDefaultAsync(cancellation);
        return found is null ? null : new ContentOwner(subject, found.Organization, found.Content);
    }

    public override async IAsyncEnumerable<ContentOwner> InState(RecordContext rows, ContentState state)
    {
        var found = Incidents(rows).AsNoTracking().Where(row => row.Content == state).OrderBy(row => row.Row).Select(row => new { row.Id, row.Organization });
        await foreach (var row in found.AsAsyncEnumerable()) yield return new ContentOwner(row.Id.Value, row.Organization, state);
    }

    public override async Task<bool> Mark(RecordContext rows, Guid subject, ContentState from, ContentState to, CancellationToken cancellation) =>
        await Incidents(rows).Where(row => row.Id == new IncidentId(subject) && row.Content == from)
            .ExecuteUpdateAsync(row => row.SetProperty(incident => incident.Content, to), cancellation) > 0;

    public override async Task RemoveTraces(RecordContext rows, Guid subject, CancellationToken cancellation)
    {
        var places = await Incidents(rows).Where(row => row.Id == new IncidentId(subject)).Select(row => row.Row).ToListAsync(cancellation);
        await SearchIndex.Remove(Transaction(rows), places, cancellation);
        // Whoever has the ring could hold a guess of what a row said against its fingerprint.
        await rows.Everything<RecordedSourceRow>().Where(row => places.Contains(row.Incident))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Fingerprint, new byte[RowPreparation.FingerprintLength]), cancellation);
    }

    public override Task Settle(RecordContext rows, CancellationToken cancellation) => SearchIndex.Settle(Transaction(rows), cancellation);

    private static DbTransaction Transaction(RecordContext rows) => rows.Database.CurrentTransaction!.GetDbTransaction();

    private static IQueryable<RecordedIncident> Incidents(RecordContext rows) =>
        rows.Scope.IsSteward ? rows.Everything<RecordedIncident>() : rows.Set<RecordedIncident>();
}
