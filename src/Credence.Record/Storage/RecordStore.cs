using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Keys;
using Credence.Record.Retention;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Storage;

/// <summary>An open record: its tables, its keys and its chain. Desks enter it with the access of the one who asks.</summary>
public sealed class RecordStore<TContext> where TContext : RecordContext
{
    private static readonly TimeSpan WitnessEvery = TimeSpan.FromSeconds(1);

    private readonly Func<DbContextOptions, Scope, TContext> _context;
    private readonly DbContextOptions _options;
    private readonly ChainWitness _witness;
    private readonly Lock _seeing = new();
    private ChainHead _seen = ChainHead.Empty;
    private long _seenAt;

    internal RecordStore(RecordPlace place, Vault vault, TimeProvider clock, RecordContent content, Func<DbContextOptions, Scope, TContext> context)
    {
        (Place, Vault, Clock, Content, _context) = (place, vault, clock, content, context);
        (Dialect, Chain, _witness) = (Dialect.Of(place), new EventChain(vault.Ring, clock), new ChainWitness(vault.Folder.Witness));
        var options = new DbContextOptionsBuilder();
        Dialect.Use(options, place);
        _options = options.Options;
    }

    public RecordPlace Place { get; }

    public Vault Vault { get; }

    public TimeProvider Clock { get; }

    /// <summary>What this side keeps sealed.</summary>
    public RecordContent Content { get; }

    public EventChain Chain { get; }

    public Dialect Dialect { get; }

    /// <summary>The tables as this one sees them, to read.</summary>
    public TContext Enter(RecordAccess access) => Enter(access.Scope);

    internal TContext Enter(Scope scope) => _context(_options, scope);

    /// <summary>Begins an act; what it changes and its events are written by Save, or not at all.</summary>
    public Task<Act<TContext>> Begin(RecordAccess access, CancellationToken cancellation) => Begin(access, access.Scope, cancellation);

    // Another scope than one's own: what a consent opens.
    internal async Task<Act<TContext>> Begin(RecordAccess access, Scope scope, CancellationToken cancellation)
    {
        var rows = Enter(scope);
        try
        {
            return new Act<TContext>(this, access, rows, await rows.Database.BeginTransactionAsync(cancellation));
        }
        catch (Exception e)
        {
            await rows.DisposeAsync();
            if (RecordFault.Of(e, Place) is { } fault) throw fault;
            throw;
        }
    }

    /// <summary>Walks the whole chain and compares it with what was last seen outside the database.</summary>
    public Task<ChainCheck> CheckChain(CancellationToken cancellation) => Steward.Of(this).CheckChain(cancellation);

    /// <summary>Writes to the witness what is not there yet; called when a process ends in good order.</summary>
    public void Witness()
    {
        lock (_seeing)
        {
            if (_seen.Sequence > 0) _witness.See(_seen);
            _seenAt = Clock.GetTimestamp();
        }
    }

    internal void Saw(ChainHead head)
    {
        lock (_seeing)
        {
            if (head.Sequence > _seen.Sequence) _seen = head;
            if (_seenAt != 0 && Clock.GetElapsedTime(_seenAt) < WitnessEvery) return;
            _seenAt = Clock.GetTimestamp();
        }

        try
        {
            Witness();
        }
        catch (RecordFault)
        {
            // What was saved is saved, and must not be told as if it was not; the next act looks here again.
        }
    }
}

/// <summary>Opens a record.</summary>
public static class RecordStore
{
    /// <summary>The record at this place with its keys; its tables are as they were found.</summary>
    /// <remarks>Keys are made for a new record only: where there are tables and no keys, new keys would hide that the old ones are lost.</remarks>
    public static async Task<RecordStore<TContext>> Open<TContext>(
        RecordPlace place, KeyFolder keys, TimeProvider clock, RecordContent content, Func<DbContextOptions, Scope, TContext> context, bool makesKeyStore,
        CancellationToken cancellation)
        where TContext : RecordContext
    {
        try
        {
            var tables = (await Tables(place, cancellation)).Where(table => !table.StartsWith("__EF", StringComparison.Ordinal)).ToList();
            var isNew = tables.Count == 0;
            if (!isNew && !tables.Contains(content.OwnTable)) throw new RecordFault(
                $"{place}: found tables of something else, expected a record of this side ({content.Side}); nothing was changed.");
            var ring = isNew ? FileKeyRing.OpenOrCreate(keys.Ring, clock) : FileKeyRing.Open(keys.Ring);
            ring.Expire(clock.GetUtcNow());
            var store = isNew || makesKeyStore
                ? await KeyStore.OpenOrCreate(keys.PlaceOfKeys(place), cancellation)
                : await KeyStore.Open(keys.PlaceOfKeys(place), cancellation);
            return new RecordStore<TContext>(place, new Vault(keys, ring, store), clock, content, context);
        }
        catch (Exception e) when (RecordFault.Of(e, place) is { } fault)
        {
            throw fault;
        }
    }

    /// <summary>Brings the tables forward, makes sure that work may begin, and finishes what an earlier process left in the middle.</summary>
    public static async Task Prepare<TContext>(RecordStore<TContext> record, CancellationToken cancellation) where TContext : RecordContext
    {
        await Migrator.Migrate(record, cancellation);
        await Steward.Of(record).CheckReady(cancellation);
        await Erasures.Finish(record, cancellation);
    }

    /// <summary>The tables at a place; none where there is nothing. It makes nothing.</summary>
    public static async Task<IReadOnlyList<string>> Tables(RecordPlace place, CancellationToken cancellation)
    {
        if (place is RecordPlace.EmbeddedFile file && (!File.Exists(file.Path) || new FileInfo(file.Path).Length == 0)) return [];
        try
        {
            await using var connection = Dialect.Of(place).Connect(place);
            await connection.OpenAsync(cancellation);
            return await Dialect.Of(place).Tables(connection, cancellation);
        }
        catch (Exception e) when (RecordFault.Of(e, place) is { } fault)
        {
            throw fault;
        }
    }
}
