using System.Security.Cryptography;

namespace Credence.Record.Events;

/// <summary>What is wrong with a chain, and from which event on.</summary>
public enum ChainFault
{
    /// <summary>An event's fields are not those that were written.</summary>
    Edited,

    /// <summary>Events are missing before this one, or stand in another order.</summary>
    RemovedOrReordered,

    /// <summary>The event was not written by this record's own key.</summary>
    Forged,

    /// <summary>The end of the chain is missing: a witness outside the database has seen more.</summary>
    EndRemoved,
}

/// <summary>A fault at one place of the chain.</summary>
public sealed record ChainBreak(ChainFault Fault, long Sequence);

/// <summary>What a check of a whole chain says.</summary>
public sealed record ChainCheck(long Events, ChainHead Head, IReadOnlyList<ChainBreak> Breaks)
{
    private const int MostBreaks = 100;

    public bool Holds => Breaks.Count == 0;

    /// <summary>Walks the chain from its first event; the breaks are listed up to a hundred.</summary>
    /// <param name="events">All events by their sequence.</param>
    /// <param name="chain">The chain whose key sealed them.</param>
    /// <param name="witnessed">Heads that somebody has seen before: the record's own, and those kept outside the database.</param>
    /// <param name="cancellation">Ends the walk.</param>
    public static async Task<ChainCheck> Of(
        IAsyncEnumerable<RecordedEvent> events, EventChain chain, IReadOnlyList<ChainHead> witnessed, CancellationToken cancellation)
    {
        var head = ChainHead.Empty;
        var count = 0L;
        var breaks = new List<ChainBreak>();
        await foreach (var next in events.WithCancellation(cancellation))
        {
            count++;
            if (Fault(head, next, chain) is { } fault) Add(breaks, fault, next.Sequence);
            if (witnessed.Any(seen => seen.Sequence == next.Sequence && !Same(seen.Hash, next.Hash))) Add(breaks, ChainFault.Forged, next.Sequence);
            head = new ChainHead(next.Sequence, next.Hash);
        }

        if (witnessed.Any(seen => seen.Sequence > head.Sequence)) Add(breaks, ChainFault.EndRemoved, head.Sequence + 1);
        return new ChainCheck(count, head, breaks);
    }

    private static ChainFault? Fault(ChainHead head, RecordedEvent next, EventChain chain)
    {
        if (next.Sequence != head.Sequence + 1 || !Same(next.Previous, head.Hash)) return ChainFault.RemovedOrReordered;
        if (!Same(next.ComputeHash(), next.Hash)) return ChainFault.Edited;
        return Same(chain.SealOf(next.Hash), next.Seal) ? null : ChainFault.Forged;
    }

    private static void Add(List<ChainBreak> breaks, ChainFault fault, long sequence)
    {
        if (breaks.Count < MostBreaks) breaks.Add(new ChainBreak(fault, sequence));
    }

    private static bool Same(byte[] one, byte[] other) => CryptographicOperations.FixedTimeEquals(one, other);
}
