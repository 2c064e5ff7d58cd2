using System.Globalization;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Review;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Review;

/// <summary>An audit sample of a review, as the record keeps it.</summary>
/// <param name="Number">Which of the review, from 1.</param>
/// <param name="FoundBefore">Relevant incidents found before it was drawn.</param>
/// <param name="Parts">Its parts.</param>
internal sealed record ReviewAudit(int Number, int FoundBefore, IReadOnlyList<RecordedAuditStratum> Parts)
{
    /// <summary>The last sample drawn, or null.</summary>
    public static async Task<ReviewAudit?> Last(PoliceContext rows, ReviewId review, CancellationToken cancellation)
    {
        var all = await rows.ReviewAudits.AsNoTracking().Where(row => row.Review == review).OrderBy(row => row.Row).ToListAsync(cancellation);
        return all.Count == 0 ? null : new ReviewAudit(all[^1].Audit, all[^1].FoundBefore, all.FindAll(row => row.Audit == all[^1].Audit));
    }

    public static IEnumerable<RecordedAuditStratum> Strata(
        OrganizationId organization, ReviewId review, int number, DateTimeOffset at, AuditSample sample, ReviewState state) =>
        sample.Strata.Select(stratum => new RecordedAuditStratum
        {
            Review = review, Organization = organization, Audit = number, At = at, FoundBefore = state.IsRelevant.Count(relevant => relevant),
            Group = stratum.Group, Size = stratum.Size,
            Drawn = string.Join(' ', stratum.Drawn.Select(drawn => state.PlaceOf(drawn).ToString(CultureInfo.InvariantCulture))),
        });

    /// <summary>Places drawn that nobody has read.</summary>
    public IEnumerable<int> Unread(ReviewState state) => Parts.SelectMany(part => part.Places()).Where(place => state.ReadingsOf(place).Count == 0);

    public AuditSample ToSample(ReviewState state) =>
        new([.. Parts.Select(part => new AuditStratum(part.Group, part.Size, [.. part.Places().Select(place => state.Incidents[place])]))]);
}
