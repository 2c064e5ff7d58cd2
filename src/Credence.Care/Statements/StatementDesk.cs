using System.Globalization;
using Credence.Care.Access;
using Credence.Care.Storage;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Statements;

/// <summary>
/// Where a person keeps what she or he has to tell, with a name or without. For the organization a statement exists only while
/// the person shares it.
/// </summary>
public sealed class StatementDesk(RecordStore<CareContext> record)
{
    /// <summary>The most letters in one statement; who has more to tell adds another.</summary>
    public const int Longest = 200_000;

    private const int MostOnPage = 200;

    /// <summary>Keeps a statement.</summary>
    [OwnOnly]
    public Task<StatementAnswer> Keep(SurvivorAccess access, string words, CancellationToken cancellation) => Keep(access, null, words, null, cancellation);

    /// <summary>Corrects a statement, or adds to it: both stay, and each is shared or not by itself.</summary>
    [OwnOnly]
    public Task<StatementAnswer> Add(SurvivorAccess access, StatementId to, string words, CancellationToken cancellation) => Keep(access, to, words, null, cancellation);

    /// <summary>Keeps words and shares them at once: a part of what the person kept before, or something new. The rest stays the person's alone.</summary>
    /// <param name="access">The person.</param>
    /// <param name="of">What it is a part of, or null.</param>
    /// <param name="words">What is sent.</param>
    /// <param name="asks">What the person asks with it.</param>
    /// <param name="cancellation">Stops it.</param>
    [OwnOnly]
    public Task<StatementAnswer> Send(SurvivorAccess access, StatementId? of, string words, StatementAsk asks, CancellationToken cancellation) =>
        Keep(access, of, words, asks, cancellation);

    /// <summary>The person's own statements, first to last. Whoever used the person's passphrase is seen by it in the log.</summary>
    [OwnOnly]
    public async Task<IReadOnlyList<Statement>> List(SurvivorAccess access, CancellationToken cancellation)
    {
        await using var act = await record.Begin(access, cancellation);
        var kept = await act.Rows.Statements.AsNoTracking().OrderBy(row => row.KeptAt).ThenBy(row => row.Id).ToListAsync(cancellation);
        if (kept.Count == 0) return [];
        using var keys = await record.Vault.Find([.. kept.Select(row => row.Key)], cancellation);
        act.Note(new EventDraft(new EventKind("statements.opened"), access.Person.Value, kept.Count));
        await act.Save(cancellation);
        return [.. kept.Select(row => Open(row, keys[row.Key]))];
    }

    /// <summary>Shares a statement with the organization; false if the person has none such.</summary>
    [OwnOnly]
    public Task<bool> Share(SurvivorAccess access, StatementId statement, CancellationToken cancellation) => Share(access, statement, true, cancellation);

    /// <summary>Takes the sharing back at once. What was read stays read, and the log says by whom.</summary>
    [OwnOnly]
    public Task<bool> Unshare(SurvivorAccess access, StatementId statement, CancellationToken cancellation) => Share(access, statement, false, cancellation);

    /// <summary>Statements that persons share with the organization, newest first; none is opened.</summary>
    [Requires<CareAct>(CareAct.ReadStatement)]
    public async Task<IReadOnlyList<SharedStatement>> Shared(CareAccess access, CancellationToken cancellation)
    {
        if (!access.May(CareAct.ReadStatement)) return [];
        await using var rows = record.Enter(access);
        return await Lines(Kept(rows).OrderByDescending(row => row.KeptAt).ThenBy(row => row.Id).Take(MostOnPage)).ToListAsync(cancellation);
    }

    /// <summary>Statements that one person shares with the organization, newest first; none is opened.</summary>
    [Requires<CareAct>(CareAct.ReadStatement)]
    public async Task<IReadOnlyList<SharedStatement>> Shared(CareAccess access, PersonId person, CancellationToken cancellation)
    {
        if (!access.May(CareAct.ReadStatement)) return [];
        await using var rows = record.Enter(access);
        return await Lines(Kept(rows).Where(row => row.Person == person).OrderByDescending(row => row.KeptAt).ThenBy(row => row.Id).Take(MostOnPage)).ToListAsync(cancellation);
    }

    /// <summary>Opens a statement that is shared at this moment; null otherwise.</summary>
    [Requires<CareAct>(CareAct.ReadStatement)]
    public async Task<Statement?> Open(CareAccess access, StatementId statement, CancellationToken cancellation)
    {
        if (!access.May(CareAct.ReadStatement)) return null;
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (await act.Rows.Statements.AsNoTracking().SingleOrDefaultAsync(row => row.Id == statement, cancellation) is not { } row) return null;
        using var key = await record.Vault.Find(row.Key, cancellation);
        act.Note(new EventDraft(new EventKind("statement.opened"), row.Person.Value, detail: statement.Value.ToString("N")));
        await act.Save(cancellation);
        return Open(row, key);
    }

    /// <summary>Everything that persons share, the longest kept first, for whoever has to know what waits: a page of the newest would let the oldest drop out.</summary>
    internal static async Task<IReadOnlyList<SharedStatement>> AllShared(CareContext rows, CancellationToken cancellation) =>
        await Lines(Kept(rows).OrderBy(row => row.KeptAt).ThenBy(row => row.Id)).ToListAsync(cancellation);

    private static IQueryable<RecordedStatement> Kept(CareContext rows) => rows.Statements.AsNoTracking().Where(row => row.State == ContentState.Kept);

    private static IQueryable<SharedStatement> Lines(IQueryable<RecordedStatement> rows) =>
        rows.Select(row => new SharedStatement(row.Id, row.Person, row.KeptAt, row.AddsTo) { Asks = row.Asks });

    private async Task<StatementAnswer> Keep(SurvivorAccess access, StatementId? to, string words, StatementAsk? sent, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(words)) return new StatementAnswer.Refused("Found nothing written, expected some words.");
        if (words.Length > Longest) return new StatementAnswer.Refused(
            string.Create(CultureInfo.InvariantCulture, $"Found {words.Length} letters, expected at most {Longest}: keep the rest as an addition."));
        await using var act = await record.Begin(access, cancellation);
        if (to is { } one && !await act.Rows.Statements.AnyAsync(row => row.Id == one, cancellation)) return new StatementAnswer.NotFound();
        var id = new StatementId(Guid.NewGuid());
        using var keys = await record.Vault.Make([id.Value], cancellation);
        act.Rows.Statements.Add(new RecordedStatement
        {
            Id = id, Person = access.Person, Organization = access.Organization, KeptAt = record.Clock.GetUtcNow(), AddsTo = to, Key = id.Value,
            IsShared = sent is not null, Asks = sent ?? StatementAsk.Nothing,
            Content = keys[id.Value]!.Seal(new StatementText(words), CareJson.Default.StatementText, RecordedStatement.PlaceOf(access.Person, id)),
        });
        act.Note(new EventDraft(new EventKind(to is null ? "statement.kept" : "statement.added"), access.Person.Value, detail: id.Value.ToString("N")));
        if (sent is not null) act.Note(new EventDraft(new EventKind("statement.shared"), access.Person.Value, detail: id.Value.ToString("N")));
        await act.Save(cancellation);
        return new StatementAnswer.Kept(id);
    }

    private async Task<bool> Share(SurvivorAccess access, StatementId statement, bool shared, CancellationToken cancellation)
    {
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (await act.Rows.Statements.SingleOrDefaultAsync(row => row.Id == statement, cancellation) is not { } row) return false;
        if (row.IsShared == shared) return true;
        row.IsShared = shared;
        act.Note(new EventDraft(new EventKind(shared ? "statement.shared" : "statement.unshared"), access.Person.Value, detail: statement.Value.ToString("N")));
        await act.Save(cancellation);
        return true;
    }

    private static Statement Open(RecordedStatement row, ContentKey? key) => new(
        row.Id, row.Person, row.KeptAt, row.AddsTo, row.IsShared, key.TryOpen(row.Content, CareJson.Default.StatementText, row.Place)?.Words) { Asks = row.Asks };
}
