using Credence.Police.Incidents;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Storage;

/// <summary>What the police record keeps sealed: each incident's rows as they came, and its findings, under a key of the incident's own.</summary>
public sealed class IncidentContent : RecordContent
{
    public static readonly IncidentContent OfTheRecord = new();

    private IncidentContent()
    {
    }

    public override string Side => "police";

    public override string OwnTable => "incidents";

    public override async IAsyncEnumerable<SealedValue> SealedValues(RecordContext rows)
    {
        await foreach (var row in Incidents(rows).AsNoTracking().OrderBy(row => row.Row).Select(row => new { row.Id, row.Findings, row.Content }).AsAsyncEnumerable())
            yield return new SealedValue("incidents", FindingsOf(row.Id), row.Findings, row.Content);
        var sources = from row in rows.Everything<RecordedSourceRow>().AsNoTracking()
                      join incident in Incidents(rows).AsNoTracking() on row.Incident equals incident.Row
                      orderby row.Id
                      select new { incident.Id, Row = row.Id, row.Content, State = incident.Content };
        await foreach (var row in sources.AsAsyncEnumerable()) yield return new SealedValue("incident_rows", ContentOf(row.Id, row.Row), row.Content, row.State);
    }

    /// <summary>Where the findings of an incident are sealed for.</summary>
    public static SealedPlace FindingsOf(IncidentId incident) => new("incidents.findings", incident.Value);

    /// <summary>Where one row of a source is sealed for.</summary>
    public static SealedPlace ContentOf(IncidentId incident, long row) => new("incident-rows.content", incident.Value, row);

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

    public override Task RemoveTraces(RecordContext rows, Guid subject, CancellationToken cancellation) => Task.CompletedTask;

    private static IQueryable<RecordedIncident> Incidents(RecordContext rows) =>
        rows.Scope.IsSteward ? rows.Everything<RecordedIncident>() : rows.Set<RecordedIncident>();
}
