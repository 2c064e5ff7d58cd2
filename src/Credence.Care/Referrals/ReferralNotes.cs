using Credence.Care.Storage;
using Credence.Record.Storage;
using Credence.Referrals;

namespace Credence.Care.Referrals;

/// <summary>What another provider writes back by the post about a referral that was sent to it.</summary>
internal sealed class ReferralNotes(RecordStore<CareContext> record)
{
    private readonly ReferralBook _book = new(record);

    /// <summary>Takes a note in; false if no referral to its sender is meant. What the note leaves out, such as a yes before the first contact, was so by then.</summary>
    internal async Task<bool> Hear(Act<CareContext> act, HandoverNote note, CancellationToken cancellation)
    {
        if (await ReferralBook.Find(act.Rows, new ReferralId(note.Handover.Value), cancellation) is not { } row
            || await _book.Open(row, cancellation) is not { } referral || referral.To.Organization != note.From) return false;
        var now = record.Clock.GetUtcNow();
        foreach (var news in Of(note.State)) await _book.Take(act, row, news.Step(now), cancellation);
        return true;
    }

    // A provider's "closed" closes nothing here: the person is asked first what became of it.
    private static IReadOnlyList<ReferralNews> Of(ReferralState state) => state switch
    {
        ReferralState.Accepted => [new ReferralNews.Accepted()],
        ReferralState.Waitlisted => [new ReferralNews.Waitlisted()],
        ReferralState.Declined => [new ReferralNews.Declined(DeclineReason.NotSaid)],
        ReferralState.FirstContact => [new ReferralNews.Accepted(), new ReferralNews.Contacted()],
        ReferralState.ServiceStarted or ReferralState.Closed => [new ReferralNews.Accepted(), new ReferralNews.Contacted(), new ReferralNews.Started()],
        _ => [],
    };
}
