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

    /// <summary>The most letters in one answer.</summary>
    public const int LongestReply = 10_000;

    private const int MostOnPage = 200;

    private static readonly EventKind Opened = new("statement.opened");

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
        var replies = (await act.Rows.StatementReplies.AsNoTracking().ToListAsync(cancellation)).ToLookup(reply => reply.Statement);
        act.Note(new EventDraft(new EventKind("statements.opened"), access.Person.Value, kept.Count));
        await act.Save(cancellation);
        return [.. kept.Select(row => Open(row, replies[row.Id], keys[row.Key]))];
    }

    /// <summary>Whether somebody answered one of the person's statements after this moment, or ever.</summary>
    [OwnOnly]
    public async Task<bool> HasReplySince(SurvivorAccess access, DateTimeOffset? since, CancellationToken cancellation)
    {
        await using var rows = record.Enter(access);
        return await rows.StatementReplies.AnyAsync(reply => since == null || reply.At > since, cancellation);
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
        return await Told(rows, Kept(rows), cancellation);
    }

    /// <summary>Statements that one person shares with the organization, newest first; none is opened.</summary>
    [Requires<CareAct>(CareAct.ReadStatement)]
    public async Task<IReadOnlyList<SharedStatement>> Shared(CareAccess access, PersonId person, CancellationToken cancellation)
    {
        if (!access.May(CareAct.ReadStatement)) return [];
        await using var rows = record.Enter(access);
        return await Told(rows, Kept(rows).Where(row => row.Person == person), cancellation);
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
        var replies = await act.Rows.StatementReplies.AsNoTracking().Where(reply => reply.Statement == statement).ToListAsync(cancellation);
        var hasFile = await act.Rows.Persons.AnyAsync(file => file.Person == row.Person, cancellation);
        var hasEarlier = row.AddsTo is { } earlier && await act.Rows.Statements.AnyAsync(one => one.Id == earlier, cancellation);
        act.Note(new EventDraft(Opened, row.Person.Value, detail: Detail(statement)));
        await act.Save(cancellation);
        return Open(row, replies, key) with { HasFile = hasFile, HasEarlier = hasEarlier };
    }

    /// <summary>Answers a statement that is shared at this moment; the answer waits on the person's own pages, and nowhere else.</summary>
    [Requires<CareAct>(CareAct.ReadStatement)]
    public async Task<ReplyAnswer> Reply(CareAccess access, StatementId statement, string words, CancellationToken cancellation)
    {
        if (!access.May(CareAct.ReadStatement)) return new ReplyAnswer.NotFound();
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (await act.Rows.Statements.AsNoTracking().SingleOrDefaultAsync(row => row.Id == statement, cancellation) is not { } row) return new ReplyAnswer.NotFound();
        if (string.IsNullOrWhiteSpace(words)) return new ReplyAnswer.Refused("Found nothing written, expected some words.");
        if (words.Length > LongestReply) return new ReplyAnswer.Refused(string.Create(CultureInfo.InvariantCulture, $"Found {words.Length} letters, expected at most {LongestReply}."));
        using var key = await record.Vault.Find(row.Key, cancellation);
        if (key is null) return new ReplyAnswer.NotFound();
        var id = Guid.NewGuid();
        act.Rows.StatementReplies.Add(new RecordedReply
        {
            Id = id, Statement = statement, Person = row.Person, Organization = row.Organization, At = record.Clock.GetUtcNow(), IsShared = true,
            Content = key.Seal(new ReplyText(words), CareJson.Default.ReplyText, RecordedReply.PlaceOf(row.Person, id)),
        });
        act.Note(new EventDraft(new EventKind("statement.answered"), row.Person.Value, detail: Detail(statement)));
        await act.Save(cancellation);
        return new ReplyAnswer.Written();
    }

    /// <summary>Everything that persons share, the longest kept first, for whoever has to know what waits: a page of the newest would let the oldest drop out.</summary>
    internal static async Task<IReadOnlyList<SharedStatement>> AllShared(CareContext rows, CancellationToken cancellation) =>
        await Lines(rows, Kept(rows).OrderBy(row => row.KeptAt).ThenBy(row => row.Id)).ToListAsync(cancellation);

    private static IQueryable<RecordedStatement> Kept(CareContext rows) => rows.Statements.AsNoTracking().Where(row => row.State == ContentState.Kept);

    private static IQueryable<SharedStatement> Lines(CareContext rows, IQueryable<RecordedStatement> kept) => kept.Select(row => new SharedStatement(row.Id, row.Person, row.KeptAt, row.AddsTo)
    {
        Asks = row.Asks, HasFile = rows.Persons.Any(file => file.Person == row.Person), IsAnswered = rows.StatementReplies.Any(reply => reply.Statement == row.Id),
    });

    // A page of the newest, and whether anybody opened each.
    private static async Task<IReadOnlyList<SharedStatement>> Told(CareContext rows, IQueryable<RecordedStatement> kept, CancellationToken cancellation)
    {
        var shared = await Lines(rows, kept.OrderByDescending(row => row.KeptAt).ThenBy(row => row.Id).Take(MostOnPage)).ToListAsync(cancellation);
        var persons = shared.Select(one => one.Person.Value).Distinct().ToList();
        var read = (await rows.Events.AsNoTracking().Where(row => row.Kind == Opened.Word && row.Subject != null && persons.Contains(row.Subject.Value))
            .Select(row => row.Detail).Distinct().ToListAsync(cancellation)).ToHashSet();
        return [.. shared.Select(one => one with { IsRead = read.Contains(Detail(one.Id)) })];
    }

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
        foreach (var reply in await act.Rows.StatementReplies.Where(one => one.Statement == statement).ToListAsync(cancellation)) reply.IsShared = shared;
        act.Note(new EventDraft(new EventKind(shared ? "statement.shared" : "statement.unshared"), access.Person.Value, detail: statement.Value.ToString("N")));
        await act.Save(cancellation);
        return true;
    }

    private static string Detail(StatementId statement) => statement.Value.ToString("N");

    private static Statement Open(RecordedStatement row, IEnumerable<RecordedReply> replies, ContentKey? key) => new(
        row.Id, row.Person, row.KeptAt, row.AddsTo, row.IsShared, key.TryOpen(row.Content, CareJson.Default.StatementText, row.Place)?.Words)
    {
        Asks = row.Asks,
        Replies = [.. replies.OrderBy(reply => reply.At).ThenBy(reply => reply.Id).Select(reply => new StatementReply(reply.At, key.TryOpen(reply.Content, CareJson.Default.ReplyText, reply.Place)?.Words))],
    };
}
