using Credence.Police.Storage;

namespace Credence.Police.Approaches;

/// <summary>Rows of questions as lines of a list.</summary>
internal static class ApproachRows
{
    public static IQueryable<ApproachLine> Lines(this IQueryable<RecordedApproach> questions, PoliceContext rows) => questions.Select(row => new ApproachLine(
        row.Id, row.Incident, row.Way, row.By, row.AskedBy, row.AskedAt, row.Advocate, row.State, row.AnsweredAt, row.DecidedBy, row.DecidedAt, row.ExpiresAt, row.Outcome)
    {
        Number = rows.Incidents.Where(incident => incident.Id == row.Incident).Select(incident => incident.Number).FirstOrDefault(),
        AskedByHandle = rows.Accounts.Where(account => account.Id == row.AskedBy).Select(account => account.Handle).FirstOrDefault(),
        AdvocateHandle = rows.Accounts.Where(account => account.Id == row.Advocate).Select(account => account.Handle).FirstOrDefault(),
        DecidedByHandle = rows.Accounts.Where(account => account.Id == row.DecidedBy).Select(account => account.Handle).FirstOrDefault(),
    });
}
