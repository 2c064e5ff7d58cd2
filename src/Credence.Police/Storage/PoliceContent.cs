using System.Data.Common;
using Credence.Consents;
using Credence.Police.Incidents;
using Credence.Police.Search;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using OrganizationId = Credence.Record.Access.OrganizationId;

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
            yield return new SealedValue("incidents", row.Id.Value, IncidentPlaces.Findings(row.Id), row.Findings, row.Content);
        var sources = from row in rows.Everything<RecordedSourceRow>().AsNoTracking()
                      join incident in Incidents(rows).AsNoTracking() on row.Incident equals incident.Row
                      orderby row.Id
                      select new { incident.Id, row.Fingerprint, row.Content, State = incident.Content };
        await foreach (var row in sources.AsAsyncEnumerable()) yield return new SealedValue("incident_rows", row.Id.Value, IncidentPlaces.Row(row.Id, row.Fingerprint), row.Content, row.State);
    }

    public override async Task<ContentOwner?> Find(RecordContext rows, Guid subject, CancellationToken cancellation)
    {
        var found = await Incidents(rows).AsNoTracking().Where(row => row.Id == new IncidentId(subject))
            .Select(row => new { row.Organization, row.Content }).SingleOrDefaultAsync(cancellation);
        return found is null ? null : new ContentOwner(subject, subject, found.Organization, found.Content);
    }

    public override async IAsyncEnumerable<ContentOwner> InState(RecordContext rows, ContentState state)
    {
        var found = Incidents(rows).AsNoTracking().Where(row => row.Content == state).OrderBy(row => row.Row).Select(row => new { row.Id, row.Organization });
        await foreach (var row in found.AsAsyncEnumerable()) yield return new ContentOwner(row.Id.Value, row.Id.Value, row.Organization, state);
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

    public override async Task Overwrite(RecordPlace place, DbConnection connection, CancellationToken cancellation)
    {
        await SearchIndex.Overwrite(connection, cancellation);
        await connection.Run(place is RecordPlace.Server ? "VACUUM incident_rows" : "PRAGMA wal_checkpoint(TRUNCATE)", cancellation);
    }

    // The record does not say when a case was closed: what runs from then on is kept.
    public override async IAsyncEnumerable<KeptContent> KeptBy(RecordContext rows, OrganizationId organization)
    {
        var kept = Incidents(rows).AsNoTracking().Where(row => row.Organization == organization && row.Content == ContentState.Kept)
            .OrderBy(row => row.Row).Select(row => new { row.Id, row.ReceivedAt, row.ChangedAt });
        await foreach (var row in kept.AsAsyncEnumerable())
        {
            var (id, received, changed) = (row.Id.Value, Day(row.ReceivedAt), Day(row.ChangedAt));
            yield return new KeptContent(id, id,
            [
                new HeldRecord(id, RecordSide.Police, RecordKind.Incident, received) { LastUsed = changed },
                // Screened anew whenever it changes.
                new HeldRecord(id, RecordSide.Police, RecordKind.Screening, changed),
            ]);
        }
    }

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    private static DbTransaction Transaction(RecordContext rows) => rows.Database.CurrentTransaction!.GetDbTransaction();

    private static IQueryable<RecordedIncident> Incidents(RecordContext rows) => rows.Seen<RecordedIncident>();
}
