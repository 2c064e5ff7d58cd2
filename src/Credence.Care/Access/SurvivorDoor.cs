using Credence.Care.Cards;
using Credence.Care.Storage;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Access;

/// <summary>A person has come in.</summary>
/// <param name="Access">What she or he may see.</param>
/// <param name="Stamp">Of the entry as it is now; with another one the person is out.</param>
/// <param name="LastAt">When somebody came in before, or null.</param>
public sealed record SurvivorEntry(SurvivorAccess Access, Guid Stamp, DateTimeOffset? LastAt)
{
    /// <summary>New words to come back with; they are shown once and kept nowhere.</summary>
    public string? Words { get; init; }

    public override string ToString() => nameof(SurvivorEntry);
}

/// <summary>
/// Where a person gets to what is her or his own in one organization's record: first by a card, or without any name; then by words and a
/// passphrase. What does not open says nothing of why, and takes the same work: one lookup, one hash.
/// </summary>
public sealed class SurvivorDoor(RecordStore<CareContext> record, OrganizationId organization, Passphrases passphrases)
{
    /// <summary>The organization of this name, or the only one; null if that is none.</summary>
    public static async Task<Organization?> OrganizationOf(RecordStore<CareContext> record, string? name, CancellationToken cancellation)
    {
        await using var rows = record.Enter(Scope.Steward);
        var found = await rows.Organizations.AsNoTracking().Where(row => name == null || row.Name == name).Take(2).ToListAsync(cancellation);
        return found is [var only] ? only : null;
    }

    /// <summary>The first entry by a card, which is used up by it; null if no card has this code. New words and this passphrase take the place of earlier ones.</summary>
    public async Task<SurvivorEntry?> Use(string code, string passphrase, string language, CancellationToken cancellation)
    {
        var (hash, kept) = (EntryHash.OfCode(record.Vault, code), passphrases.Hash(passphrase));
        RecordedCard? found;
        await using (var rows = record.Enter(Scope.Steward)) found = await Open(rows.Everything<RecordedCard>(), hash).AsNoTracking().SingleOrDefaultAsync(cancellation);
        if (found is null) return null;
        var access = new SurvivorAccess(found.Person, organization);
        await using var act = await record.Begin(access, cancellation);
        // Of two who use it at once only one comes in.
        await act.TakeTurn(cancellation);
        if (await Open(act.Rows.Cards, hash).SingleOrDefaultAsync(cancellation) is not { } card) return null;
        card.UsedAt = record.Clock.GetUtcNow();
        act.Note(new EventDraft(new EventKind("card.used"), access.Person.Value));
        return await Set(act, access, kept, language, cancellation);
    }

    /// <summary>Begins a record of somebody who says no name.</summary>
    public async Task<SurvivorEntry> Begin(string passphrase, string language, CancellationToken cancellation)
    {
        var access = new SurvivorAccess(new PersonId(Guid.NewGuid()), organization);
        await using var act = await record.Begin(access, cancellation);
        return await Set(act, access, passphrases.Hash(passphrase), language, cancellation);
    }

    /// <summary>Comes back; null if words and passphrase are not those of one person.</summary>
    /// <param name="words">The words.</param>
    /// <param name="passphrase">The passphrase.</param>
    /// <param name="refused">How often these words were tried with another one before, for the person's log.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<SurvivorEntry?> Enter(string words, string passphrase, long refused, CancellationToken cancellation)
    {
        var hash = EntryHash.OfWords(record.Vault, words);
        OwnEntry? found;
        await using (var rows = record.Enter(Scope.Steward))
            found = await rows.Everything<OwnEntry>().AsNoTracking().SingleOrDefaultAsync(row => row.Organization == organization && row.WordsHash == hash, cancellation);
        if (!passphrases.Matches(passphrase, found?.Passphrase)) return null;
        var access = new SurvivorAccess(found!.Person, organization);
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (await act.Rows.OwnEntries.SingleOrDefaultAsync(row => row.Stamp == found.Stamp, cancellation) is not { } entry) return null;
        var last = entry.LastAt;
        entry.LastAt = record.Clock.GetUtcNow();
        if (refused > 0) act.Note(new EventDraft(new EventKind("own-entry.refused"), access.Person.Value, refused));
        act.Note(new EventDraft(new EventKind("own-entry.entered"), access.Person.Value));
        await act.Save(cancellation);
        return new SurvivorEntry(access, entry.Stamp, last);
    }

    /// <summary>Sets another passphrase for one who is inside and knows the old one; the words stay, and whoever else is inside is out. Null if the old one is another.</summary>
    /// <param name="access">The person.</param>
    /// <param name="old">The passphrase until now.</param>
    /// <param name="passphrase">The new one.</param>
    /// <param name="cancellation">Stops it.</param>
    [OwnOnly]
    public async Task<SurvivorEntry?> Change(SurvivorAccess access, string old, string passphrase, CancellationToken cancellation)
    {
        OwnEntry? found;
        await using (var rows = record.Enter(access)) found = await rows.OwnEntries.AsNoTracking().SingleOrDefaultAsync(row => row.Person == access.Person, cancellation);
        if (!passphrases.Matches(old, found?.Passphrase)) return null;
        var kept = passphrases.Hash(passphrase);
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (await act.Rows.OwnEntries.SingleOrDefaultAsync(row => row.Stamp == found!.Stamp, cancellation) is not { } entry) return null;
        (entry.Passphrase, entry.Stamp) = (kept, Guid.NewGuid());
        act.Note(new EventDraft(new EventKind("own-entry.passphrase-changed"), access.Person.Value));
        await act.Save(cancellation);
        return new SurvivorEntry(access, entry.Stamp, entry.LastAt);
    }

    /// <summary>The access of one who is inside, looked up at each press; null once words and passphrase were replaced.</summary>
    public async Task<SurvivorAccess?> Find(PersonId person, Guid stamp, CancellationToken cancellation)
    {
        var access = new SurvivorAccess(person, organization);
        await using var rows = record.Enter(access);
        return await rows.OwnEntries.AnyAsync(row => row.Person == person && row.Stamp == stamp, cancellation) ? access : null;
    }

    private async Task<SurvivorEntry> Set(Act<CareContext> act, SurvivorAccess access, byte[] passphrase, string language, CancellationToken cancellation)
    {
        var (words, now) = (EntryWords.New(language), record.Clock.GetUtcNow());
        var (hash, stamp) = (EntryHash.OfWords(record.Vault, words), Guid.NewGuid());
        var last = default(DateTimeOffset?);
        if (await act.Rows.OwnEntries.SingleOrDefaultAsync(row => row.Person == access.Person, cancellation) is { } entry)
            (last, entry.WordsHash, entry.Passphrase, entry.Stamp, entry.LastAt) = (entry.LastAt, hash, passphrase, stamp, now);
        else
            act.Rows.OwnEntries.Add(new OwnEntry { Person = access.Person, Organization = organization, WordsHash = hash, Passphrase = passphrase, Stamp = stamp, LastAt = now });
        act.Note(new EventDraft(new EventKind(last is null ? "own-entry.begun" : "own-entry.replaced"), access.Person.Value));
        await act.Save(cancellation);
        return new SurvivorEntry(access, stamp, last) { Words = words };
    }

    private IQueryable<RecordedCard> Open(IQueryable<RecordedCard> cards, byte[] hash)
    {
        var now = record.Clock.GetUtcNow();
        return cards.Where(row => row.Organization == organization && row.CodeHash == hash && row.UsedAt == null && row.WithdrawnAt == null && row.ExpiresAt > now);
    }
}
