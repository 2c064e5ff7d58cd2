using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Keys;
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

    internal RecordStore(RecordPlace place, Vault vault, TimeProvider clock, Func<DbContextOptions, Scope, TContext> context)
    {
        (Place, Vault, Clock, _context) = (place, vault, clock, context);
        (Dialect, Chain, _witness) = (Dialect.Of(place), new EventChain(vault.Ring, clock), new ChainWitness(vault.Folder.Witness));
        var options = new DbContextOptionsBuilder();
        Dialect.Use(options, place);
        _options = options.Options;
    }

    public RecordPlace Place { get; }

    public Vault Vault { get; }

    public TimeProvider Clock { get; }

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
    public async Task<ChainCheck> CheckChain(CancellationToken cancellation)
    {
        await using var rows = Enter(Scope.Steward);
        var head = await rows.Set<ChainHeadRow>().AsNoTracking().SingleAsync(cancellation);
        var events = rows.Everything<RecordedEvent>().AsNoTracking().OrderBy(row => row.Sequence).AsAsyncEnumerable();
        return await ChainCheck.Of(events, Chain, [.. Witnesses(new ChainHead(head.Sequence, head.Hash))], cancellation);
    }

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
        }

        Witness();
    }

    private IEnumerable<ChainHead> Witnesses(ChainHead head)
    {
        yield return head;
        if (_witness.Seen() is { } seen) yield return seen;
    }
}

/// <summary>Opens a record.</summary>
public static class RecordStore
{
    /// <summary>The record at this place with its keys; its tables are as they were found.</summary>
    public static async Task<RecordStore<TContext>> Open<TContext>(
        RecordPlace place, KeyFolder keys, TimeProvider clock, Func<DbContextOptions, Scope, TContext> context, CancellationToken cancellation)
        where TContext : RecordContext
    {
        var ring = FileKeyRing.OpenOrCreate(keys.Ring, clock);
        var store = await KeyStore.Open(new RecordPlace.EmbeddedFile(keys.Keys), cancellation);
        return new RecordStore<TContext>(place, new Vault(keys, ring, store), clock, context);
    }
}
