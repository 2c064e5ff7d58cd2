using System.Linq.Expressions;
using Credence.Police.Incidents;
using Credence.Police.Storage;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Review;

/// <summary>Opens an incident of a review with the readings that one may see.</summary>
internal static class ReadIncident
{
    public static Task<bool> IsKept(PoliceContext rows, IncidentId incident, CancellationToken cancellation) =>
        rows.Incidents.AnyAsync(row => row.Id == incident && row.Content == ContentState.Kept, cancellation);

    public static async Task<IncidentToRead> Open(
        RecordStore<PoliceContext> record, PoliceContext rows, ReviewId review, IncidentId id, Expression<Func<RecordedReading, bool>> readings,
        CancellationToken cancellation)
    {
        var incident = await rows.Incidents.AsNoTracking().SingleAsync(row => row.Id == id, cancellation);
        var parts = await rows.SourceRows.AsNoTracking().Where(row => row.Incident == incident.Row && row.EndedBy == null).ToListAsync(cancellation);
        var own = await (
            from reading in rows.Readings.Where(readings)
            join one in rows.ReviewedIncidents on new { reading.Review, reading.Place } equals new { one.Review, one.Place }
            where reading.Review == review && one.Incident == incident.Row
            orderby reading.Row
            select reading).AsNoTracking().ToListAsync(cancellation);
        using var key = await record.Vault.Find(id.Value, cancellation);
        return new IncidentToRead
        {
            Id = id,
            Number = incident.Number,
            Incident = key is null ? null : IncidentVersions.Open(id, parts, key)?.Now,
            Screened = key?.Open(incident),
            Own = own.ConvertAll(reading => ReadingWords.Open(reading, id, key)),
        };
    }
}
