using Credence.Care.Storage;
using Credence.Directories;
using Credence.Packs;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Storage;
using Credence.Referrals;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Directories;

/// <summary>The services of a record's directory made ready for matching, made anew after a change. One for a host.</summary>
public sealed class DirectoryShelf : IDisposable
{
    // The directory belongs to nobody: who looks at it needs no account and sees no case.
    internal static readonly Scope Public = new(default, SeesCases: false);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private (long Seen, ServiceShelf Shelf)? _made;

    public DirectoryShelf(PackLibrary packs) => Matcher = Matcher.From(packs);

    /// <summary>The matcher that made it.</summary>
    public Matcher Matcher { get; }

    public void Dispose() => _turn.Dispose();

    internal async Task<ServiceShelf> Of(RecordStore<CareContext> record, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            var seen = await End(record, cancellation);
            if (_made is { } made && !await HasChanged(record, made.Seen, seen, cancellation)) _made = made with { Seen = seen };
            else _made = (seen, Matcher.Shelve(await Read(record, cancellation)));
            return _made.Value.Shelf;
        }
        finally
        {
            _turn.Release();
        }
    }

    internal static ListedService? Read(RecordedEntry entry, ServiceNote? note) =>
        ServiceReading.Of(entry.Object()) is not { } service ? null : note is null ? service : note.On(service, entry.ChangedAt);

    private static async Task<List<ListedService>> Read(RecordStore<CareContext> record, CancellationToken cancellation)
    {
        await using var rows = record.Enter(Public);
        var services = new List<ListedService>();
        await foreach (var one in rows.WithNotes(rows.Services()).AsAsyncEnumerable().WithCancellation(cancellation))
            if (Read(one.Entry, one.Note) is { } service) services.Add(service);
        return services;
    }

    private static async Task<long> End(RecordStore<CareContext> record, CancellationToken cancellation)
    {
        await using var rows = record.Enter(Scope.Steward);
        return await rows.Everything<RecordedEvent>().MaxAsync(row => (long?)row.Sequence, cancellation) ?? 0;
    }

    // Every change of the directory is an event, of whichever organization: what the log got since is looked through, not the directory.
    private static async Task<bool> HasChanged(RecordStore<CareContext> record, long before, long now, CancellationToken cancellation)
    {
        if (before == now) return false;
        await using var rows = record.Enter(Scope.Steward);
        return await rows.Everything<RecordedEvent>().AnyAsync(
            row => row.Sequence > before && row.Sequence <= now && (row.Kind.StartsWith("service.") || row.Kind == "directory.part-imported" || row.Kind == "directory.imported"), cancellation);
    }
}
