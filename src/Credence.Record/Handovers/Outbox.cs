using Credence.Record.Events;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Handovers;

/// <summary>The answer to an act that wants to send.</summary>
public abstract record Posting
{
    private Posting()
    {
    }

    /// <summary>It goes as soon as the act is saved.</summary>
    /// <param name="Message">Its number; who sent it keeps this beside the case, since the outbox knows no case.</param>
    public sealed record Posted(Guid Message) : Posting;

    /// <summary>There is no such partner: nobody has compared its keys.</summary>
    public sealed record NoPartner : Posting;

    /// <summary>It is longer than the post takes.</summary>
    public sealed record TooLong(int Found, int Most) : Posting;
}

/// <summary>The answer to an act that takes a message back.</summary>
public enum Withdrawal
{
    /// <summary>There is no such message, or it had ended already.</summary>
    NothingWaits,

    /// <summary>It was not sent, and will not be.</summary>
    Stopped,

    /// <summary>It will not be sent again, but an attempt or a file is out that may arrive: tell the recipient.</summary>
    MayHaveArrived,

    /// <summary>It is there already: tell the recipient.</summary>
    Delivered,
}

/// <summary>What a receipt is to this host.</summary>
public enum Acknowledgment
{
    /// <summary>None for a message of ours by a partner that we know.</summary>
    NotOurs,

    /// <summary>The message is delivered by it.</summary>
    New,

    /// <summary>It was known already.</summary>
    Known,
}

/// <summary>Messages that wait to go. They are written in the act that decided to send, and sealed at once: not even their sender can open them.</summary>
public sealed class Outbox
{
    /// <summary>How long a message is tried unless its sender says otherwise: a host may be down for a week and more.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    private readonly PostStore _store;
    private readonly PostKeys _keys;

    internal Outbox(PostStore store, PostKeys keys) => (_store, _keys) = (store, keys);

    /// <summary>Puts a message into the outbox as a part of this act: saved with it, or not at all.</summary>
    /// <param name="act">What decided to send; of the organization whose post this is.</param>
    /// <param name="to">The partner.</param>
    /// <param name="content">What kind of thing it is.</param>
    /// <param name="body">The bytes for the desk on the other side.</param>
    /// <param name="expires">From when on it is not sent any more, such as the end of its consent; two weeks from now if null, 30 days at most.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Posting> Add(Act act, HostName to, ContentWord content, ReadOnlyMemory<byte> body, DateTimeOffset? expires, CancellationToken cancellation)
    {
        if (act.Access.Organization != _keys.Organization) throw new InvalidOperationException("An act sends by the post of its own organization.");
        if (body.Length > SealedBody.Longest) return new Posting.TooLong(body.Length, SealedBody.Longest);
        if (await PartnerBook.Find(act.Rows, to, cancellation) is not { } partner) return new Posting.NoPartner();
        var now = WireText.Second(_store.Clock.GetUtcNow());
        var head = new MessageHead(_keys.Name, to, Guid.NewGuid(), content, now, Until(now, expires));
        act.Rows.Outbox.Add(Seal(head, body.Span, partner.Card.Sealing));
        act.Note(new EventDraft(new EventKind("handover.posted"), head.Id, detail: to.Value));
        return new Posting.Posted(head.Id);
    }

    /// <summary>Takes a message back as a part of this act, such as the withdrawal of the consent it rests on. It takes no key: stopping works where nothing could be sent.</summary>
    public static async Task<Withdrawal> Withdraw(Act act, Guid message, DateTimeOffset now, CancellationToken cancellation)
    {
        var stopped = await act.Rows.Outbox.Where(row => row.Id == message && row.State == OutgoingState.Waiting).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, OutgoingState.Withdrawn).SetProperty(row => row.Envelope, (byte[]?)null).SetProperty(row => row.EndedAt, now),
            cancellation);
        var found = await act.Rows.Outbox.AsNoTracking().SingleOrDefaultAsync(row => row.Id == message, cancellation);
        var mayHaveArrived = found is not null and not { Attempts: 0, ExportedAt: null };
        if (stopped == 0)
            return found?.State is OutgoingState.Delivered ? Withdrawal.Delivered
                // Its time was over without a receipt, which may have been lost.
                : found?.State is OutgoingState.Expired && mayHaveArrived ? Withdrawal.MayHaveArrived
                : Withdrawal.NothingWaits;
        act.Note(new EventDraft(new EventKind("handover.withdrawn"), message, detail: found!.To));
        return mayHaveArrived ? Withdrawal.MayHaveArrived : Withdrawal.Stopped;
    }

    /// <summary>Gives every waiting message to be written to a file, to all partners or to one; the event is written before the bytes are out.</summary>
    public Task<IReadOnlyList<(Guid Message, byte[] Envelope)>> Export(HostName? to, CancellationToken cancellation) => _store.Guarded<IReadOnlyList<(Guid, byte[])>>(async () =>
    {
        await using var act = await _store.Begin(new PostAccess(_keys.Organization), cancellation);
        await act.TakeTurn(cancellation);
        var now = _store.Clock.GetUtcNow();
        var partners = await act.Rows.Partners.Where(row => row.RemovedAt == null).Select(row => row.Name).ToListAsync(cancellation);
        var waiting = await act.Rows.Outbox.AsNoTracking()
            .Where(row => row.State == OutgoingState.Waiting && row.ExpiresAt > now && partners.Contains(row.To)).OrderBy(row => row.MadeAt).ToListAsync(cancellation);
        if (to is { } one) waiting.RemoveAll(row => row.To != one.Value);
        foreach (var row in waiting)
        {
            await act.Rows.Outbox.Where(same => same.Id == row.Id).ExecuteUpdateAsync(set => set.SetProperty(same => same.ExportedAt, now), cancellation);
            act.Note(new EventDraft(new EventKind("handover.exported"), row.Id, detail: row.To));
        }

        if (waiting.Count > 0) await act.Save(cancellation);
        return [.. waiting.Select(row => (row.Id, Signatures.Current(_keys, row.Envelope!)))];
    });

    /// <summary>Takes in a receipt, from the wire or from a file.</summary>
    public async Task<Acknowledgment> Acknowledge(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        if (Receipt.Read(bytes.Span, out _) is not { } receipt || receipt.To != _keys.Name) return Acknowledgment.NotOurs;
        await using var act = await _store.Begin(new PostAccess(_keys.Organization), cancellation);
        var row = await act.Rows.Outbox.AsNoTracking().SingleOrDefaultAsync(row => row.Id == receipt.Id && row.To == receipt.From.Value, cancellation);
        if (row is null || await PartnerBook.Find(act.Rows, receipt.From, cancellation) is not { } partner || !receipt.IsFor(row.Digest, partner.Card.Signing)) return Acknowledgment.NotOurs;
        if (row.State is OutgoingState.Delivered) return Acknowledgment.Known;
        await act.TakeTurn(cancellation);
        var (now, given) = (_store.Clock.GetUtcNow(), bytes.ToArray());
        var changed = await act.Rows.Outbox.Where(same => same.Id == row.Id && same.State == row.State).ExecuteUpdateAsync(
            set => set.SetProperty(same => same.State, OutgoingState.Delivered).SetProperty(same => same.Envelope, (byte[]?)null)
                .SetProperty(same => same.Receipt, given).SetProperty(same => same.EndedAt, now).SetProperty(same => same.Trouble, Trouble.None),
            cancellation);
        if (changed == 0) return Acknowledgment.Known;
        // It was taken back, or its time was over, while it was under way: the log says so.
        act.Note(new EventDraft(new EventKind("handover.delivered"), row.Id, detail: row.State is OutgoingState.Waiting ? row.To : $"{row.To}/after-{row.State}"));
        await act.Save(cancellation);
        return Acknowledgment.New;
    }

    private static DateTimeOffset Until(DateTimeOffset now, DateTimeOffset? expires)
    {
        var last = now + MessageHead.Longest;
        var asked = expires is { } until ? WireText.Second(until) : now + Lifetime;
        return asked > last ? last : asked > now ? asked : now.AddSeconds(1);
    }

    private OutgoingMessage Seal(MessageHead head, ReadOnlySpan<byte> body, P256Key recipient)
    {
        using var signing = _keys.Signing();
        var bytes = Envelope.Write(head, body, recipient, signing);
        return new OutgoingMessage
        {
            Id = head.Id, Organization = _keys.Organization, To = head.To.Value, Content = head.Content.ToString(), MadeAt = head.Made, ExpiresAt = head.Expires,
            State = OutgoingState.Waiting, Digest = Envelope.Read(bytes, out _)!.Digest, Envelope = bytes, NextAttemptAt = head.Made,
        };
    }
}
