using Credence.Care.Storage;
using Credence.Directories;
using Credence.Packs;
using Credence.Record.Access;
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
    private (Stamp Stamp, ServiceShelf Shelf)? _made;

    public DirectoryShelf(PackLibrary packs) => Matcher = Matcher.From(packs);

    /// <summary>The matcher that made it.</summary>
    public Matcher Matcher { get; }

    public void Dispose() => _turn.Dispose();

    internal async Task<ServiceShelf> Of(RecordStore<CareContext> record, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await using var rows = record.Enter(Public);
            var stamp = await StampOf(rows, cancellation);
            if (_made is { } made && made.Stamp == stamp) return made.Shelf;
            var services = new List<ListedService>();
            await foreach (var one in rows.WithNotes(rows.Services()).AsAsyncEnumerable().WithCancellation(cancellation))
                if (Read(one.Entry, one.Note) is { } service) services.Add(service);
            _made = (stamp, Matcher.Shelve(services));
            return _made.Value.Shelf;
        }
        finally
        {
            _turn.Release();
        }
    }

    internal static ListedService? Read(RecordedEntry entry, ServiceNote? note) =>
        ServiceReading.Of(entry.Object()) is not { } service ? null : note is null ? service : note.On(service, entry.ChangedAt);

    private static async Task<Stamp> StampOf(CareContext rows, CancellationToken cancellation) => new(
        await rows.Services().CountAsync(cancellation),
        await rows.Services().MaxAsync(row => (DateTimeOffset?)row.ChangedAt, cancellation),
        await rows.ServiceNotes.MaxAsync(row => (DateTimeOffset?)row.ChangedAt, cancellation));

    private readonly record struct Stamp(int Services, DateTimeOffset? Changed, DateTimeOffset? Noted);
}
