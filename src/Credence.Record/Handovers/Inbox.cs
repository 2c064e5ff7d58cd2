using Credence.Record.Events;
using Credence.Record.Keys;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Handovers;

/// <summary>Takes messages in. Each is taken once, however often it comes; what goes back is a receipt and nothing more.</summary>
public sealed class Inbox
{
    private readonly PostStore _store;
    private readonly PostKeys _keys;
    private readonly PostAccess _access;

    internal Inbox(PostStore store, PostKeys keys) => (_store, _keys, _access) = (store, keys, new PostAccess(keys.Organization));

    /// <summary>Takes an envelope in, or says why not. A store that cannot write throws its fault: then no receipt is given and the sender keeps the message.</summary>
    public async Task<Reception> Receive(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        if (Envelope.Read(bytes.Span, out var problem) is not { } envelope) return new Reception.Refused(Refusal.Malformed, problem);
        if (await Sender(envelope, cancellation) is Reception.Refused stranger) return stranger;
        if (await Known(envelope, cancellation) is { } known) return known;
        if (Untimely(envelope.Head) is { } untimely) return untimely;
        if (Open(envelope) is not { } content) return new Reception.Refused(Refusal.DoesNotOpen, "Found a message that does not open, expected one sealed for a key of this host; the sender may have a former card.");
        try
        {
            return await Keep(envelope, content, cancellation);
        }
        catch (DbUpdateException)
        {
            // Another process took the same message at the same moment, and the index let one of the two in.
            if (await Known(envelope, cancellation) is { } taken) return taken;
            throw;
        }
    }

    internal static SealedPlace Place(Guid row) => new("inbox.body", row);

    private async Task<Reception.Refused?> Sender(Envelope envelope, CancellationToken cancellation)
    {
        var head = envelope.Head;
        if (head.To != _keys.Name) return Stranger($"to: found {head.To}, expected {_keys.Name}.");
        await using var rows = _store.Enter(_access);
        if (await _store.Guarded(() => PartnerBook.Find(rows, head.From, cancellation)) is not { } partner)
            return Stranger($"from: found {head.From}, expected a partner whose card was taken in here.");
        return envelope.IsSignedBy(partner.Card.Signing) ? null
            : Stranger($"Found a signature that is not by the key of {head.From} that was compared here, expected that one; a new key needs its new card.");
    }

    // Looked at before the times: a sender whose receipt was lost may come late, and gets the same receipt.
    private Task<Reception?> Known(Envelope envelope, CancellationToken cancellation) => _store.Guarded<Reception?>(async () =>
    {
        var (from, id) = (envelope.Head.From.Value, envelope.Head.Id);
        await using var rows = _store.Enter(_access);
        var row = await rows.Inbox.AsNoTracking().Where(row => row.From == from && row.Message == id)
            .Select(row => new { row.Id, row.Digest, row.Receipt }).SingleOrDefaultAsync(cancellation);
        if (row is null) return null;
        return row.Digest.AsSpan().SequenceEqual(envelope.Digest)
            ? new Reception.Taken(row.Id, row.Receipt, IsNew: false)
            : new Reception.Refused(Refusal.NumberUsedTwice, "id: found the number of another message of this sender, expected a new one.");
    });

    private Reception.Refused? Untimely(MessageHead head)
    {
        var now = _store.Clock.GetUtcNow();
        if (head.Made > now + MessageHead.Skew) return new Reception.Refused(Refusal.Early, "made: found a time that has not come here yet, expected clocks that differ by five minutes at most.");
        if (now >= head.Expires + MessageHead.Skew) return new Reception.Refused(Refusal.Late, "expires: found a time that is over, expected a message that may still be taken.");
        return now >= head.Made + MessageHead.Longest + MessageHead.Skew || head.Expires > head.Made + MessageHead.Longest
            ? new Reception.Refused(Refusal.Late, "made: found a message under way, or meant to be, for more than 30 days, expected a younger one.")
            : null;
    }

    private byte[]? Open(Envelope envelope)
    {
        using var key = _keys.SealingOf(envelope.ToKey);
        return key is null ? null : envelope.TryOpen(key);
    }

    private async Task<Reception> Keep(Envelope envelope, byte[] content, CancellationToken cancellation)
    {
        var (head, id, now) = (envelope.Head, Guid.NewGuid(), _store.Clock.GetUtcNow());
        using var keys = await _store.Vault.Make([id], cancellation);
        using var signing = _keys.Signing();
        await using var act = await _store.Begin(_access, cancellation);
        var row = new IncomingMessage
        {
            Id = id, Organization = _keys.Organization, From = head.From.Value, Message = head.Id, Content = head.Content.ToString(), Digest = envelope.Digest,
            ReceivedAt = now, Receipt = Receipt.Write(envelope, now, signing), State = IncomingState.Received, Body = keys[id]!.Seal(content, Place(id)),
        };
        act.Rows.Inbox.Add(row);
        act.Note(new EventDraft(new EventKind("handover.received"), id, detail: head.From.Value));
        await act.Save(cancellation);
        return new Reception.Taken(id, row.Receipt, IsNew: true);
    }

    private static Reception.Refused Stranger(string sentence) => new(Refusal.NotBetweenPartners, sentence);
}
