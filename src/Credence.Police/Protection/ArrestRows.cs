namespace Credence.Police.Protection;

/// <summary>Rows of reviews as lines of a list.</summary>
internal static class ArrestRows
{
    public static IQueryable<ArrestReviewLine> Lines(this IQueryable<RecordedArrestReview> rows) => rows.Select(row => new ArrestReviewLine(
        row.Id, row.Incident, row.Encounter, row.AskedBy, row.AskedAt, row.Measure, row.Stage, row.Policy, row.Reason, row.IsPossibleVictim, row.State,
        row.Relief, row.DecidedBy, row.DecidedAt, row.End));

    public static ArrestReviewLine Line(RecordedArrestReview row) => new[] { row }.AsQueryable().Lines().Single();
}
