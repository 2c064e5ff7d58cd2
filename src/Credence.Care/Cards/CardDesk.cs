using Credence.Care.Access;
using Credence.Care.Storage;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Cards;

/// <summary>
/// Where a person's card is made. For one who has a passphrase already a new card takes two accounts: it opens what she or he keeps from
/// everybody, and nobody of the staff alone may come in by it.
/// </summary>
public sealed class CardDesk(RecordStore<CareContext> record)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(14);

    /// <summary>A card for a person of the own organization; cards given before no longer work.</summary>
    [Requires<CareAct>(CareAct.GiveCard)]
    public async Task<CardAnswer> Make(CareAccess access, PersonId person, CancellationToken cancellation)
    {
        if (!access.May(CareAct.GiveCard)) return new CardAnswer.NotFound();
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (!await act.Rows.Persons.AnyAsync(row => row.Person == person && row.Content == ContentState.Kept, cancellation)) return new CardAnswer.NotFound();
        await TakeBack(act, person, cancellation);
        var now = record.Clock.GetUtcNow();
        var code = await act.Rows.OwnEntries.AnyAsync(row => row.Person == person, cancellation) ? null : EntryHash.NewCode();
        act.Rows.Cards.Add(new RecordedCard
        {
            Id = Guid.NewGuid(), Person = person, Organization = access.Organization, MadeBy = access.Account, MadeAt = now, ExpiresAt = now + Lasts,
            CodeHash = code is null ? null : EntryHash.OfCode(record.Vault, code),
        });
        act.Note(new EventDraft(new EventKind(code is null ? "card.asked" : "card.given"), person.Value));
        await act.Save(cancellation);
        return code is null ? new CardAnswer.Waits() : new CardAnswer.Made(code, now + Lasts);
    }

    /// <summary>The code of a card that somebody else asked for: whoever gives it has made sure who the person is.</summary>
    [Requires<CareAct>(CareAct.GiveCard)]
    public async Task<CardAnswer> Confirm(CareAccess access, PersonId person, CancellationToken cancellation)
    {
        if (!access.May(CareAct.GiveCard)) return new CardAnswer.NotFound();
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        var now = record.Clock.GetUtcNow();
        if (await Standing(act.Rows, person).SingleOrDefaultAsync(row => row.CodeHash == null && row.ExpiresAt > now, cancellation) is not { } card) return new CardAnswer.NotFound();
        if (card.MadeBy == access.Account) return new CardAnswer.Refused("Found the account that asked for the card, expected a second person.");
        var code = EntryHash.NewCode();
        (card.CodeHash, card.ExpiresAt) = (EntryHash.OfCode(record.Vault, code), now + Lasts);
        act.Note(new EventDraft(new EventKind("card.given"), person.Value));
        await act.Save(cancellation);
        return new CardAnswer.Made(code, card.ExpiresAt);
    }

    /// <summary>Takes back a card that was not used, such as one that was lost; false if there is none for the one who asks.</summary>
    [Requires<CareAct>(CareAct.GiveCard)]
    public async Task<bool> Withdraw(CareAccess access, PersonId person, CancellationToken cancellation)
    {
        if (!access.May(CareAct.GiveCard)) return false;
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (!await TakeBack(act, person, cancellation)) return false;
        act.Note(new EventDraft(new EventKind("card.withdrawn"), person.Value));
        await act.Save(cancellation);
        return true;
    }

    /// <summary>The cards of a person, last first; none has its code.</summary>
    [Requires<CareAct>(CareAct.GiveCard)]
    public async Task<IReadOnlyList<CardLine>> List(CareAccess access, PersonId person, CancellationToken cancellation)
    {
        if (!access.May(CareAct.GiveCard)) return [];
        await using var rows = record.Enter(access);
        var cards = await rows.Cards.AsNoTracking().Where(row => row.Person == person).OrderByDescending(row => row.MadeAt).ToListAsync(cancellation);
        return [.. cards.Select(card => new CardLine(card.MadeAt, card.ExpiresAt, StateOf(card), card.UsedAt ?? card.WithdrawnAt))];
    }

    private CardState StateOf(RecordedCard card) => card.UsedAt is not null ? CardState.Used
        : card.WithdrawnAt is not null ? CardState.Withdrawn
        : card.ExpiresAt <= record.Clock.GetUtcNow() ? CardState.Over
        : card.CodeHash is null ? CardState.Waits
        : CardState.Open;

    private async Task<bool> TakeBack(Act<CareContext> act, PersonId person, CancellationToken cancellation)
    {
        var standing = await Standing(act.Rows, person).ToListAsync(cancellation);
        foreach (var card in standing) card.WithdrawnAt = record.Clock.GetUtcNow();
        return standing.Count > 0;
    }

    private static IQueryable<RecordedCard> Standing(CareContext rows, PersonId person) =>
        rows.Cards.Where(row => row.Person == person && row.UsedAt == null && row.WithdrawnAt == null);
}
