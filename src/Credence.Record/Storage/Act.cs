using System.Data.Common;
using Credence.Record.Access;
using Credence.Record.Events;
using Microsoft.EntityFrameworkCore.Storage;

namespace Credence.Record.Storage;

/// <summary>An act on a record of whichever side, for what both sides do alike.</summary>
public abstract class Act : IAsyncDisposable
{
    private protected Act(RecordContext rows, RecordAccess access) => (Rows, Access) = (rows, access);

    /// <summary>The tables, as the one who acts sees them.</summary>
    public RecordContext Rows { get; }

    /// <summary>Who acts.</summary>
    public RecordAccess Access { get; }

    /// <summary>Notes what happens in this act.</summary>
    public abstract void Note(EventDraft draft);

    /// <summary>Waits until no other act writes, and keeps others waiting: what is read from here on is still so when this act is saved.</summary>
    /// <remarks>An act that changes rows which another one may change too takes its turn first: in another order, two would wait for each other.</remarks>
    public abstract Task TakeTurn(CancellationToken cancellation);

    /// <summary>Writes rows and events. An act without an event is a fault of the program: it would leave no trace.</summary>
    public abstract Task Save(CancellationToken cancellation);

    public abstract ValueTask DisposeAsync();
}

/// <summary>One act on a record: what it changes and the events that tell of it are written together, or nothing is.</summary>
public sealed class Act<TContext> : Act where TContext : RecordContext
{
    private readonly RecordStore<TContext> _store;
    private readonly IDbContextTransaction _transaction;
    private readonly List<EventDraft> _drafts = [];

    internal Act(RecordStore<TContext> store, RecordAccess access, TContext rows, IDbContextTransaction transaction)
        : base(rows, access) => (_store, Rows, _transaction) = (store, rows, transaction);

    /// <summary>The tables, as the one who acts sees them.</summary>
    public new TContext Rows { get; }

    internal DbTransaction Transaction => _transaction.GetDbTransaction();

    public override async Task TakeTurn(CancellationToken cancellation)
    {
        try
        {
            await EventChain.TakeHead(Transaction, cancellation);
        }
        catch (Exception e) when (RecordFault.Of(e, _store.Place) is { } fault)
        {
            throw fault;
        }
    }

    public override void Note(EventDraft draft) => _drafts.Add(draft);

    public override async Task Save(CancellationToken cancellation)
    {
        if (_drafts.Count == 0) throw new InvalidOperationException("An act without an event would leave no trace.");
        try
        {
            await Rows.SaveRows(cancellation);
            var head = await _store.Chain.Append(Transaction, Access, _drafts, cancellation);
            await _transaction.CommitAsync(cancellation);
            _store.Saw(head);
        }
        catch (Exception e) when (RecordFault.Of(e, _store.Place) is { } fault)
        {
            throw fault;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await Rows.DisposeAsync();
    }
}
