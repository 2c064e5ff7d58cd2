using System.Runtime.CompilerServices;
using Credence.Police.Access;
using Credence.Police.Incidents;
using Credence.Police.Storage;
using Credence.Record.Events;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Credence.Review;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Review;

/// <summary>The incidents of a review as the ranking reads them: opened some hundred at a time, and none kept.</summary>
internal sealed class ReviewDocuments(RecordStore<PoliceContext> record)
{
    private const int AtATime = 500;

    private static readonly EventKind Prepared = new("review.prepared");

    /// <summary>Reads every narrative of the review for its terms, and writes down first that it does.</summary>
    public async Task<DocumentRows> Read(PoliceAccess access, ReviewId review, int incidents, CancellationToken cancellation)
    {
        await using (var act = await record.Begin(access, cancellation))
        {
            act.Note(new EventDraft(Prepared, review.Value, incidents));
            await act.Save(cancellation);
        }

        // Its own thread waits; nobody's request does.
        return DocumentRows.Of(All(access, review, cancellation).ToBlockingEnumerable(cancellation));
    }

    private async IAsyncEnumerable<ReviewDocument> All(PoliceAccess access, ReviewId review, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var (first, isLast) = (0, false); !isLast; first += AtATime)
        {
            var page = await Page(access, review, first, cancellation);
            foreach (var document in page) yield return document;
            isLast = page.Count < AtATime;
        }
    }

    private async Task<List<ReviewDocument>> Page(PoliceAccess access, ReviewId review, int first, CancellationToken cancellation)
    {
        await using var rows = record.Enter(access);
        var incidents = await (
            from one in rows.ReviewedIncidents
            join incident in rows.Incidents on one.Incident equals incident.Row
            where one.Review == review && one.Place >= first && one.Place < first + AtATime
            orderby one.Place
            select incident).AsNoTracking().ToListAsync(cancellation);
        var places = incidents.ConvertAll(incident => incident.Row);
        var parts = (await rows.SourceRows.AsNoTracking().Where(row => places.Contains(row.Incident) && row.EndedBy == null).ToListAsync(cancellation))
            .ToLookup(row => row.Incident);
        using var keys = await record.Vault.Find([.. incidents.Select(incident => incident.Id.Value)], cancellation);
        return incidents.ConvertAll(incident => Document(incident, [.. parts[incident.Row]], keys[incident.Id.Value]));
    }

    // What is erased, or does not open, is a document without words: it stays in its place and is never first.
    private static ReviewDocument Document(RecordedIncident incident, IReadOnlyList<RecordedSourceRow> parts, ContentKey? key)
    {
        if (key is null) return new ReviewDocument("");
        var text = IncidentVersions.Open(incident.Id, parts, key)?.Now?.Narrative.Text ?? "";
        return new ReviewDocument(text, key.Open(incident) is { } screened ? Features(incident, screened) : null);
    }

    // As credence review names them of the folder of credence screen.
    private static string[] Features(RecordedIncident incident, ScreenedContent screened) =>
    [
        $"level {incident.Level}",
        .. screened.Findings.Select(found => $"{found.Indicator} {found.Assertion}"),
        .. screened.Signals.Select(signal => $"signal {signal.Signal}"),
    ];
}
