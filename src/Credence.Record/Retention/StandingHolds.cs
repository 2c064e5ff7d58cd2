using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Retention;

/// <summary>Legal holds that stand: on a content itself, on the incident or person it is about, or on an incident that it belongs to.</summary>
internal static class StandingHolds
{
    /// <summary>The holds on these contents, by the subject of the key.</summary>
    public static async Task<ILookup<Guid, RecordedHold>> On(
        RecordContent content, RecordContext rows, IReadOnlyCollection<(Guid Subject, Guid About)> contents, CancellationToken cancellation)
    {
        var belongs = await content.BelongsTo(rows, [.. contents.Select(one => one.Subject)], cancellation);
        var pairs = contents.SelectMany(one => new[] { one.Subject, one.About }.Concat(belongs[one.Subject]).Distinct().Select(about => (one.Subject, About: about))).ToList();
        var about = pairs.Select(pair => pair.About).Distinct().ToList();
        var holds = (await rows.Seen<RecordedHold>().AsNoTracking().Where(hold => about.Contains(hold.Subject) && hold.LiftedAt == null)
            .OrderBy(hold => hold.Id).ToListAsync(cancellation)).ToLookup(hold => hold.Subject);
        var alone = holds.Count == 0 ? new HashSet<Guid>() : await content.OfThePersonAlone(rows, [.. contents.Select(one => one.Subject)], cancellation);
        return pairs.SelectMany(pair => holds[pair.About].Where(hold => !IsAboutTheOrganization(hold.Reason) || !alone.Contains(pair.Subject)).Select(hold => (pair.Subject, Hold: hold)))
            .ToLookup(one => one.Subject, one => one.Hold);
    }

    // An audit, an inquiry and a request for records look at what the organization holds and can read: not at what is the person's alone.
    private static bool IsAboutTheOrganization(HoldReason reason) => reason is HoldReason.Inquiry or HoldReason.RecordsRequest;
}
