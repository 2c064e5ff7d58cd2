using System.Security.Cryptography;
using Credence.Record.Events;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Handovers;

/// <summary>What came back from an address: a receipt, perhaps, or why there is none.</summary>
public readonly record struct Carried(byte[]? Answer, Trouble Trouble);

/// <summary>Brings an envelope to an address. It fails by saying so, and does not throw for what a network does.</summary>
public delegate Task<Carried> Carrier(Uri address, byte[] envelope, CancellationToken cancellation);

/// <summary>What one pass through the outbox did.</summary>
public sealed record DeliveryReport(int Delivered, int Kept, int Expired);

/// <summary>Goes through the outbox and brings what is due to its recipients.</summary>
public sealed class Delivery
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private readonly PostStore _store;
    private readonly PostKeys _keys;
    private readonly Outbox _outbox;
    private readonly Carrier _carry;
    private readonly PostAccess _access;

    internal Delivery(PostStore store, PostKeys keys, Outbox outbox, Carrier carry) =>
        (_store, _keys, _outbox, _carry, _access) = (store, keys, outbox, carry, new PostAccess(keys.Organization));

    /// <summary>One pass.</summary>
    /// <param name="everything">Tries what waits for its next attempt too.</param>
    /// <param name="cancellation">Stops between two messages.</param>
    public async Task<DeliveryReport> Pass(bool everything, CancellationToken cancellation)
    {
        var expired = await Expire(cancellation);
        var (delivered, kept) = (0, 0);
        foreach (var id in await Due(everything, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            if (await Waiting(id, cancellation) is not { } row || !await Claim(row, cancellation)) continue;
            var (trouble, isNew) = await Attempt(row, cancellation);
            delivered += isNew ? 1 : 0;
            if (trouble is Trouble.None) continue;
            kept++;
            await Note(row, trouble, cancellation);
        }

        return new DeliveryReport(delivered, kept, expired);
    }

    /// <summary>How long to wait after this many attempts: a minute, doubled each time, an hour at most; by chance half of it to all of it, so that hosts do not knock together.</summary>
    internal static TimeSpan Wait(int attempts, double chance)
    {
        var top = Math.Min(Longest.TotalSeconds, First.TotalSeconds * Math.Pow(2, Math.Min(attempts, 20) - 1));
        return TimeSpan.FromSeconds(top * (1 + chance) / 2);
    }

    // Ids only: after a week without the other side the envelopes together may be more than fits.
    private Task<List<Guid>> Due(bool everything, CancellationToken cancellation) => _store.Guarded(async () =>
    {
        var now = _store.Clock.GetUtcNow();
        await using var rows = _store.Enter(_access);
        return await rows.Outbox.AsNoTracking().Where(row => row.State == OutgoingState.Waiting && (everything || row.NextAttemptAt <= now))
            .OrderBy(row => row.MadeAt).ThenBy(row => row.Id).Select(row => row.Id).ToListAsync(cancellation);
    });

    private Task<OutgoingMessage?> Waiting(Guid id, CancellationToken cancellation) => _store.Guarded(async () =>
    {
        await using var rows = _store.Enter(_access);
        return await rows.Outbox.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.State == OutgoingState.Waiting, cancellation);
    });

    // An attempt is no act, and hourly knocking is no history: it changes only when the post looks again. It is counted before
    // anything leaves, so that a withdrawal knows that something may have. Whoever finds another time there lost the turn.
    private Task<bool> Claim(OutgoingMessage row, CancellationToken cancellation) => _store.Guarded(async () =>
    {
        var next = _store.Clock.GetUtcNow() + Wait(row.Attempts + 1, RandomNumberGenerator.GetInt32(1000) / 1000.0);
        await using var rows = _store.Enter(_access);
        return await rows.Outbox.Where(same => same.Id == row.Id && same.State == OutgoingState.Waiting && same.NextAttemptAt == row.NextAttemptAt && same.Attempts == row.Attempts)
            .ExecuteUpdateAsync(set => set.SetProperty(same => same.Attempts, row.Attempts + 1).SetProperty(same => same.NextAttemptAt, next), cancellation) == 1;
    });

    // Not new: another sender was faster with the same message, and its receipt is the same.
    private async Task<(Trouble Trouble, bool IsNew)> Attempt(OutgoingMessage row, CancellationToken cancellation)
    {
        PostCard? partner;
        await using (var rows = _store.Enter(_access))
            partner = (await _store.Guarded(() => PartnerBook.Find(rows, HostName.Of(row.To), cancellation)))?.Card;
        if (partner is null) return (Trouble.NoPartner, false);
        if (partner.Address is not { } address) return (Trouble.ByFile, false);
        var carried = await _carry(address, Signatures.Current(_keys, row.Envelope!), cancellation);
        if (carried.Answer is not { } answer) return (carried.Trouble, false);
        if (Receipt.Read(answer, out _)?.Id != row.Id) return (Trouble.NoReceipt, false);
        var acknowledgment = await _outbox.Acknowledge(answer, cancellation);
        return (acknowledgment is Acknowledgment.NotOurs ? Trouble.NoReceipt : Trouble.None, acknowledgment is Acknowledgment.New);
    }

    private Task Note(OutgoingMessage row, Trouble trouble, CancellationToken cancellation) => _store.Guarded(async () =>
    {
        await using var rows = _store.Enter(_access);
        return await rows.Outbox.Where(same => same.Id == row.Id && same.State == OutgoingState.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(same => same.Trouble, trouble), cancellation);
    });

    private async Task<int> Expire(CancellationToken cancellation)
    {
        var now = _store.Clock.GetUtcNow();
        await using var act = await _store.Begin(_access, cancellation);
        var late = await act.Rows.Outbox.AsNoTracking().Where(row => row.State == OutgoingState.Waiting && row.ExpiresAt <= now).ToListAsync(cancellation);
        if (late.Count == 0) return 0;
        await act.TakeTurn(cancellation);
        var expired = 0;
        foreach (var row in late)
        {
            if (await act.Rows.Outbox.Where(same => same.Id == row.Id && same.State == OutgoingState.Waiting).ExecuteUpdateAsync(
                set => set.SetProperty(same => same.State, OutgoingState.Expired).SetProperty(same => same.Envelope, (byte[]?)null).SetProperty(same => same.EndedAt, now),
                cancellation) == 0) continue;
            act.Note(new EventDraft(new EventKind("handover.expired"), row.Id, detail: row.To));
            expired++;
        }

        if (expired > 0) await act.Save(cancellation);
        return expired;
    }
}
