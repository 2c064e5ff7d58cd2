using Credence.Police.Storage;

namespace Credence.Police.Protection;

/// <summary>Rows of reviews as lines of a list.</summary>
internal static class ArrestRows
{
    public static IQueryable<ArrestReviewLine> Lines(this IQueryable<RecordedArrestReview> reviews, PoliceContext rows) => reviews.Select(row => new ArrestReviewLine(
        row.Id, row.Incident, row.Encounter, row.AskedBy, row.AskedAt, row.Measure, row.Stage, row.Policy, row.Reason, row.IsPossibleVictim, row.State,
        row.Relief, row.DecidedBy, row.DecidedAt, row.End)
    {
        Number = rows.Incidents.Where(incident => incident.Id == row.Incident).Select(incident => incident.Number).FirstOrDefault(),
        AskedByHandle = rows.Accounts.Where(account => account.Id == row.AskedBy).Select(account => account.Handle).FirstOrDefault(),
        DecidedByHandle = rows.Accounts.Where(account => account.Id == row.DecidedBy).Select(account => account.Handle).FirstOrDefault(),
        Decision = row.Decision,
        LookedByHandle = rows.Accounts.Where(account => account.Id == row.LookedBy).Select(account => account.Handle).FirstOrDefault(),
        LookedAt = row.LookedAt,
        Finding = row.Finding,
    });
}
