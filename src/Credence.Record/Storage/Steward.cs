using Credence.Record.Access;
using Credence.Record.Backups;
using Credence.Record.Events;
using Credence.Record.Keys;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Storage;

/// <summary>An open record of either side in the hands of those who keep it: it counts, moves and checks rows, and opens no case.</summary>
public sealed class Steward
{
    private readonly Func<Scope, RecordContext> _enter;
    private readonly Func<RecordAccess, IReadOnlyList<EventDraft>, CancellationToken, Task> _note;
    private readonly Func<string?, CancellationToken, Task> _migrate;

    private Steward(
        RecordPlace place, Vault vault, TimeProvider clock, EventChain chain, RecordContent content,
        Func<Scope, RecordContext> enter, Func<RecordAccess, IReadOnlyList<EventDraft>, CancellationToken, Task> note, Func<string?, CancellationToken, Task> migrate) =>
        (Place, Vault, Clock, Chain, Content, _enter, _note, _migrate) = (place, vault, clock, chain, content, enter, note, migrate);

    public RecordPlace Place { get; }

    public Vault Vault { get; }

    public TimeProvider Clock { get; }

    public EventChain Chain { get; }

    public RecordContent Content { get; }

    public Dialect Dialect => Dialect.Of(Place);

    public ChainWitness Witness => new(Vault.Folder.Witness);

    public static Steward Of<TContext>(RecordStore<TContext> store) where TContext : RecordContext => new(
        store.Place, store.Vault, store.Clock, store.Chain, store.Content, store.Enter,
        (access, drafts, cancellation) => Note(store, access, drafts, cancellation), (upTo, cancellation) => Migrator.Migrate(store, cancellation, upTo));

    /// <summary>All tables, past every filter.</summary>
    internal RecordContext Enter() => _enter(Scope.Steward);

    /// <summary>The tables as this one sees them, to read.</summary>
    internal RecordContext Enter(RecordAccess access) => _enter(access.Scope);

    /// <summary>Writes events of an act that changes no row of the record, such as a backup.</summary>
    public Task Note(RecordAccess access, CancellationToken cancellation, params IReadOnlyList<EventDraft> drafts) => _note(access, drafts, cancellation);

    /// <summary>Brings the tables forward, all the way or up to one migration.</summary>
    public Task Migrate(string? upTo, CancellationToken cancellation) => _migrate(upTo, cancellation);

    /// <summary>Refuses to work in a place that is half restored, or with a ring that is not this record's.</summary>
    public Task CheckReady(CancellationToken cancellation) => Guarded(async () =>
    {
        await using var rows = Enter();
        await rows.Database.OpenConnectionAsync(cancellation);
        if (await RestoreMark.Find(rows.Database.GetDbConnection(), Dialect, cancellation) is not null) throw RestoreMark.IsHere(Place);
        return await IsRingOf(rows, cancellation) ? 0 : throw new RecordFault(
            $"{Vault.Folder.Ring}: found a key ring that did not seal the events of {Place}, expected the one this record was made with; nothing was changed.");
    });

    // One event whose seal does not fit may be forged; when neither the first nor the last fits, it is the ring.
    private async Task<bool> IsRingOf(RecordContext rows, CancellationToken cancellation)
    {
        var events = rows.Everything<RecordedEvent>().AsNoTracking();
        var ends = new[]
        {
            await events.OrderBy(row => row.Sequence).FirstOrDefaultAsync(cancellation),
            await events.OrderByDescending(row => row.Sequence).FirstOrDefaultAsync(cancellation),
        };
        return ends.Any(end => end is null || System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(Chain.SealOf(end.Hash), end.Seal));
    }

    /// <summary>Whether a restore into this place was begun and not finished.</summary>
    public Task<bool> IsHalfRestored(CancellationToken cancellation) => Guarded(async () =>
    {
        await using var rows = Enter();
        await rows.Database.OpenConnectionAsync(cancellation);
        return await RestoreMark.Find(rows.Database.GetDbConnection(), Dialect, cancellation) is not null;
    });

    /// <summary>The last event, as the record says.</summary>
    public Task<ChainHead> Head(CancellationToken cancellation) => Guarded(async () =>
    {
        await using var rows = Enter();
        var head = await rows.Set<ChainHeadRow>().AsNoTracking().SingleAsync(cancellation);
        return head.ToHead();
    });

    /// <summary>The place of an event of this hash in the chain, or null if there is none.</summary>
    public Task<ChainHead?> FindEvent(byte[] hash, CancellationToken cancellation) => Guarded<ChainHead?>(async () =>
    {
        await using var rows = Enter();
        var found = await rows.Everything<RecordedEvent>().AsNoTracking().Where(row => row.Hash == hash).Select(row => (long?)row.Sequence).FirstOrDefaultAsync(cancellation);
        return found is { } sequence ? new ChainHead(sequence, hash) : null;
    });

    /// <summary>Brings back lost keys from a backup of keys. First every content that was erased is marked in the store, which may be new.</summary>
    public async Task<KeyRestoreResult> ReturnKeys(string path, CancellationToken cancellation)
    {
        var erased = new List<Guid>();
        await Guarded(async () =>
        {
            await using var rows = Enter();
            foreach (var state in (ContentState[])[ContentState.Erasing, ContentState.Erased])
            {
                await foreach (var one in Content.InState(rows, state).WithCancellation(cancellation)) erased.Add(one.Subject);
            }

            return 0;
        });
        await Vault.Keys.Erase(erased, Clock.GetUtcNow(), cancellation);
        return await new KeyBackup((FileKeyRing)Vault.Ring, Vault.Keys, Clock).Restore(path, cancellation);
    }

    /// <summary>How far the tables are.</summary>
    public async Task<MigrationState> Migrations(CancellationToken cancellation) => await Guarded(async () =>
    {
        await using var rows = Enter();
        return await Migrator.State(rows, cancellation);
    });

    /// <summary>Rows of every table of the model.</summary>
    public Task<List<(string Table, long Rows)>> Count(CancellationToken cancellation) => Guarded(async () =>
    {
        await using var rows = Enter();
        await rows.Database.OpenConnectionAsync(cancellation);
        var counts = new List<(string, long)>();
        foreach (var table in RecordTable.Of(rows))
        {
            await using var command = rows.Database.GetDbConnection().Command($"SELECT COUNT(*) FROM {RecordTable.Quoted(table.Name)}");
            counts.Add((table.Name, Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), System.Globalization.CultureInfo.InvariantCulture)));
        }

        return counts;
    });

    /// <summary>The open account of this handle, or of this id; null if there is none or more than one.</summary>
    public Task<Account?> FindAccount(string handle, CancellationToken cancellation) => Guarded(async () =>
    {
        await using var rows = Enter();
        var accounts = rows.Everything<Account>().AsNoTracking().Where(row => row.ClosedAt == null);
        var found = Guid.TryParse(handle, out var id)
            ? await accounts.Where(row => row.Id == new AccountId(id)).ToListAsync(cancellation)
            : await accounts.Where(row => row.Handle == handle).Take(2).ToListAsync(cancellation);
        return found is [var account] ? account : null;
    });

    internal async Task<T> Guarded<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (RecordFault.Of(e, Place) is { } fault)
        {
            throw fault;
        }
    }

    /// <summary>Walks the chain and compares it with the witness beside the keys, and with heads that somebody kept elsewhere.</summary>
    public Task<ChainCheck> CheckChain(CancellationToken cancellation, params IReadOnlyList<ChainHead> kept) => Guarded(async () =>
    {
        await using var rows = Enter();
        var head = await rows.Set<ChainHeadRow>().AsNoTracking().SingleAsync(cancellation);
        List<ChainHead> witnessed = [head.ToHead(), .. kept];
        var seen = Witness.Seen(head.Lineage);
        if (seen is { } one) witnessed.Add(one);
        var events = rows.Everything<RecordedEvent>().AsNoTracking().OrderBy(row => row.Sequence).AsAsyncEnumerable();
        var check = await ChainCheck.Of(events, Chain, witnessed, cancellation);
        // A record that says it is one of which nothing was seen, while others were: that may be said to get past the witness.
        return seen is null && head.Sequence > 0 && Witness.IsBegun ? check with { Breaks = [.. check.Breaks, new ChainBreak(ChainFault.Forged, head.Sequence)] } : check;
    });

    private static async Task Note<TContext>(
        RecordStore<TContext> store, RecordAccess access, IReadOnlyList<EventDraft> drafts, CancellationToken cancellation) where TContext : RecordContext
    {
        await using var act = await store.Begin(access, cancellation);
        foreach (var draft in drafts) act.Note(draft);
        await act.Save(cancellation);
    }
}
