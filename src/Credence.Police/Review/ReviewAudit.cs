using System.Globalization;
using Credence.Police.Storage;
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

    /// <summary>Draws from what nobody has read and can still be read, or says in one sentence why not; by the seed and the entries so far, as credence review does.</summary>
    public static (AuditSample? Sample, string Because) Draw(
        RecordedReview review, ReviewState state, IReadOnlyList<int> order, HashSet<int> erased, ReviewAudit? last, int size)
    {
        if (last?.Unread(state).Except(erased).Count() is > 0 and var left)
            return (null, $"Found an audit sample of which {left} incidents are unread, expected it to be read before another is drawn.");
        var unread = order.Where(place => state.ReadingsOf(place).Count == 0 && !erased.Contains(place)).Select(place => state.Incidents[place]).ToList();
        if (unread.Count == 0) return (null, "Found nothing that can still be read, expected something to draw from.");
        if (size < Math.Min(2, unread.Count) || size > unread.Count)
            return (null, $"Found a sample of {size}, expected from {Math.Min(2, unread.Count)} to {unread.Count}, the incidents that nobody has read.");
        var entries = state.Order.Sum(place => state.ReadingsOf(place).Count) + (last?.Number ?? 0);
        return (AuditSample.Draw(unread, size, unchecked((ulong)review.Seed + (ulong)entries)), "");
    }

    public static IEnumerable<RecordedAuditStratum> Strata(
        RecordedReview review, int number, DateTimeOffset at, AuditSample sample, ReviewState state) =>
        sample.Strata.Select(stratum => new RecordedAuditStratum
        {
            Review = review.Id, Organization = review.Organization, Audit = number, At = at, FoundBefore = state.IsRelevant.Count(relevant => relevant),
            Group = stratum.Group, Size = stratum.Size,
            Drawn = string.Join(' ', stratum.Drawn.Select(drawn => state.PlaceOf(drawn).ToString(CultureInfo.InvariantCulture))),
        });

    /// <summary>Places drawn that nobody has read.</summary>
    public IEnumerable<int> Unread(ReviewState state) => Parts.SelectMany(part => part.Places()).Where(place => state.ReadingsOf(place).Count == 0);

    public AuditSample ToSample(ReviewState state) =>
        new([.. Parts.Select(part => new AuditStratum(part.Group, part.Size, [.. part.Places().Select(place => state.Incidents[place])]))]);
}
