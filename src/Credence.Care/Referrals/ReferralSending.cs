using Credence.Care.Access;
using Credence.Care.Consents;
using Credence.Care.FollowUps;
using Credence.Care.Handovers;
using Credence.Care.Storage;
using Credence.Consents;
using Credence.Record.Events;
using Credence.Record.Handovers;
using Credence.Record.Links;
using Credence.Record.Storage;
using Credence.Referrals;

namespace Credence.Care.Referrals;

/// <summary>Sends a referral by the post or by a link, within an act, and takes it back. Before anything leaves, the consent is asked.</summary>
internal sealed class ReferralSending(RecordStore<CareContext> record, Post? post)
{
    private readonly ReferralBook _book = new(record);
    private readonly LinkBook<CareContext> _links = new(record);

    internal async Task<ReferralReply> Send(Act<CareContext> act, RecordedReferral row, SendingWay way, CancellationToken cancellation)
    {
        var now = record.Clock.GetUtcNow();
        var reply = await _book.Take(act, row, new ReferralStep.Sent(now, way), cancellation);
        if (reply is not ReferralReply.Done { Referral: var referral }) return reply;
        var (permission, content, consent) = await _book.Told(act.Rows, row, referral, cancellation);
        return permission is not Permission.Permitted permitted ? new ReferralReply.NotPermitted(((Permission.Refused)permission).Because)
            : way == SendingWay.Link ? GiveLink(act, row, referral, permitted.Until, now)
            : await Post(act, row, referral, content!, consent!, now, reply, cancellation);
    }

    /// <summary>A new link for a referral that was sent by one, in the place of the old one, which was lost or is over.</summary>
    internal async Task<ReferralReply> Renew(Act<CareContext> act, RecordedReferral row, CancellationToken cancellation)
    {
        if (await _book.Open(row, cancellation) is not { } referral) return new ReferralReply.NotFound();
        if (referral.State is not ReferralState.Sent || referral.Steps.OfType<ReferralStep.Sent>().LastOrDefault() is not { Way: SendingWay.Link })
            return new ReferralReply.Refused($"Found {EnumWord.Of(referral.State)}, expected a referral that was sent by a link and waits for an answer.");
        var (permission, _, _) = await _book.Told(act.Rows, row, referral, cancellation);
        if (permission is not Permission.Permitted permitted) return new ReferralReply.NotPermitted(((Permission.Refused)permission).Because);
        await _links.Withdraw(act, row.Id.Value, cancellation);
        return GiveLink(act, row, referral, permitted.Until, record.Clock.GetUtcNow());
    }

    /// <summary>After a withdrawal: what waits is taken back, and a provider that may hold something is named.</summary>
    internal async Task<ReferralReply> Recall(Act<CareContext> act, RecordedReferral row, ReferralReply reply, CancellationToken cancellation)
    {
        if (reply is not ReferralReply.Done { Referral: { SentAt: not null } referral } done) return reply;
        var way = referral.Steps.OfType<ReferralStep.Sent>().First().Way;
        var isHeld = way == SendingWay.Link
            ? await SentNotes.WasRead(act.Rows, row, cancellation)
            : await SentNotes.Recall(act, record.Clock.GetUtcNow(), row, cancellation);
        if (!isHeld) return done;
        FollowUpNotes.Call(act, row.Person, row.Id.Value);
        return done with { ToTell = referral.To };
    }

    private ReferralReply GiveLink(Act<CareContext> act, RecordedReferral row, Referral referral, DateTimeOffset until, DateTimeOffset now)
    {
        var holds = until - now < LinkBook<CareContext>.Lifetime ? until - now : LinkBook<CareContext>.Lifetime;
        return new ReferralReply.LinkGiven(referral, _links.Issue(act, ReferralLinks.Use, row.Id.Value, holds), now + holds);
    }

    private async Task<ReferralReply> Post(
        Act<CareContext> act, RecordedReferral row, Referral referral, HandoverContent content, Consent consent, DateTimeOffset now, ReferralReply reply, CancellationToken cancellation)
    {
        if (post is null || post.Keys.Organization != act.Rows.Organization)
            return new ReferralReply.Refused("Found no post of this organization here, expected one: credence handover partner card makes it; or send it by a link.");
        var handover = Handover.Of(new HandoverId(referral.Id.Value), [consent], row.Person.Lasting(), consent.From, referral.To.Organization, content, now, Direction.CareToCare);
        if (handover is HandoverAnswer.Malformed malformed) return new ReferralReply.Refused($"Found something in the file that cannot be sent: {malformed.Problem}.");
        if (handover is not HandoverAnswer.Ready { Handover: var ready }) return new ReferralReply.NotPermitted(((HandoverAnswer.NotPermitted)handover).Because);
        if (!HostName.TryRead(referral.To.Organization.Value, out var to)
            || await post.Outbox.Add(act, to, ContentWord.Handover, HandoverWriter.Bytes(ready), ready.Basis.Ends, cancellation) is not Posting.Posted posted)
            return new ReferralReply.Refused("Found no partner of this name, expected one whose card was compared here; or send it by a link.");
        act.Note(new EventDraft(SentNotes.Posted, row.Person.Value, detail: $"{ConsentBook.Detail(consent.Id, ReferralBook.KindsOf(content))}/{row.Id.Value:N}/{posted.Message:N}"));
        return reply;
    }
}
