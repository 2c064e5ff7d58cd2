using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Handovers;

/// <summary>What came of taking in a partner's card.</summary>
public enum CardAnswer
{
    Added,

    /// <summary>The keys are others than before; messages signed with the former are refused from now on.</summary>
    KeysChanged,

    /// <summary>Known keys at another address.</summary>
    Moved,

    Unchanged,

    /// <summary>The digits that were read out are not those of this card. Nothing was changed.</summary>
    OtherFingerprint,

    /// <summary>It is the card of this host itself.</summary>
    Own,
}

/// <summary>The partners of a host. A key counts only after somebody has compared its fingerprint by another way than the card came.</summary>
public sealed class PartnerBook
{
    private readonly PostStore _store;
    private readonly HostName _own;

    internal PartnerBook(PostStore store, HostName own) => (_store, _own) = (store, own);

    /// <summary>Takes a card in, if these are the digits that its owner read out.</summary>
    public async Task<CardAnswer> Add(RecordAccess access, PostCard card, string fingerprint, CancellationToken cancellation)
    {
        if (card.Name == _own) return CardAnswer.Own;
        if (!card.HasFingerprint(fingerprint)) return CardAnswer.OtherFingerprint;
        await using var act = await _store.Begin(access, cancellation);
        var known = await act.Rows.Partners.SingleOrDefaultAsync(row => row.Name == card.Name.Value, cancellation);
        var answer = known is null ? CardAnswer.Added : Compare(known, card);
        if (answer is CardAnswer.Unchanged) return answer;
        var partner = known ?? act.Rows.Partners.Add(NewPartner(access, card)).Entity;
        (partner.Side, partner.Signing, partner.Sealing) = (card.Side, card.Signing.Point.ToArray(), card.Sealing.Point.ToArray());
        (partner.Address, partner.RemovedAt) = (card.Address?.AbsoluteUri, null);
        act.Note(new EventDraft(Kind(answer), partner.Id, detail: card.Signing.Id));
        await act.Save(cancellation);
        return answer;
    }

    /// <summary>Removes a partner: nothing goes to it or is taken from it any more. False if there is none of this name.</summary>
    public async Task<bool> Remove(RecordAccess access, HostName name, CancellationToken cancellation)
    {
        await using var act = await _store.Begin(access, cancellation);
        var partner = await act.Rows.Partners.SingleOrDefaultAsync(row => row.Name == name.Value && row.RemovedAt == null, cancellation);
        if (partner is null) return false;
        partner.RemovedAt = _store.Clock.GetUtcNow();
        act.Note(new EventDraft(new EventKind("partner.removed"), partner.Id));
        await act.Save(cancellation);
        return true;
    }

    public async Task<IReadOnlyList<PostCard>> List(RecordAccess access, CancellationToken cancellation)
    {
        await using var rows = _store.Enter(access);
        return [.. (await rows.Partners.AsNoTracking().Where(row => row.RemovedAt == null).OrderBy(row => row.Name).ToListAsync(cancellation)).Select(row => row.Card)];
    }

    internal static Task<Partner?> Find(RecordContext rows, HostName name, CancellationToken cancellation) =>
        rows.Partners.AsNoTracking().SingleOrDefaultAsync(row => row.Name == name.Value && row.RemovedAt == null, cancellation);

    private Partner NewPartner(RecordAccess access, PostCard card) => new()
    {
        Id = Guid.NewGuid(), Organization = access.Organization, Name = card.Name.Value, Side = card.Side,
        Signing = [], Sealing = [], AddedAt = _store.Clock.GetUtcNow(),
    };

    private static CardAnswer Compare(Partner known, PostCard card) =>
        known.Card.Fingerprint != card.Fingerprint ? CardAnswer.KeysChanged
        : known.RemovedAt is not null ? CardAnswer.Added
        : known.Address != card.Address?.AbsoluteUri ? CardAnswer.Moved
        : CardAnswer.Unchanged;

    private static EventKind Kind(CardAnswer answer) => new(answer switch
    {
        CardAnswer.KeysChanged => "partner.keys-changed",
        CardAnswer.Moved => "partner.moved",
        _ => "partner.added",
    });
}
