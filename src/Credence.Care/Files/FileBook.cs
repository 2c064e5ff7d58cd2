using System.Text.Json.Serialization.Metadata;
using Credence.Care.Storage;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Files;

/// <summary>Entries of one kind in persons' files: added and read, each with its event.</summary>
internal sealed class FileBook<T>(RecordStore<CareContext> record, EntryKind kind, JsonTypeInfo<T> type) where T : class
{
    /// <summary>Adds an entry; what was written before is looked at in the same turn.</summary>
    /// <param name="access">Who writes.</param>
    /// <param name="person">Whose file.</param>
    /// <param name="what">The event.</param>
    /// <param name="make">The entry, or why there can be none, from what is there already and the time.</param>
    /// <param name="cancellation">Stops it.</param>
    internal async Task<FileAnswer> Add(
        RecordAccess access, PersonId person, string what, Func<IReadOnlyList<Written<T>>, DateTimeOffset, (T? Entry, string? Because)> make, CancellationToken cancellation)
    {
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        using var key = await Key(act.Rows, person, cancellation);
        if (key is null) return new FileAnswer.NotFound();
        var now = record.Clock.GetUtcNow();
        var (entry, because) = make(await Of(act.Rows, person, key, cancellation), now);
        if (entry is null) return new FileAnswer.Refused(because!);
        var id = Guid.NewGuid();
        act.Rows.FileEntries.Add(new FileEntry
        {
            Id = id, Person = person, Organization = access.Organization, Kind = kind, At = now, By = access.Account,
            Content = key.Seal(entry, type, FileEntry.PlaceOf(person, kind, id)),
        });
        act.Note(new EventDraft(new EventKind(what), person.Value, detail: id.ToString("N")));
        await act.Save(cancellation);
        return new FileAnswer.Kept(id);
    }

    /// <summary>
    /// Every entry, first to last; null if there is no such file for the one who asks. The log tells that they were opened. Where there is none nothing was
    /// read, and the person is told of no reading.
    /// </summary>
    internal async Task<IReadOnlyList<Written<T>>?> Open(RecordAccess access, PersonId person, string what, CancellationToken cancellation)
    {
        await using var act = await record.Begin(access, cancellation);
        using var key = await Key(act.Rows, person, cancellation);
        if (key is null) return null;
        var entries = await Of(act.Rows, person, key, cancellation);
        if (entries.Count == 0) return entries;
        act.Note(new EventDraft(new EventKind(what), person.Value, entries.Count));
        await act.Save(cancellation);
        return entries;
    }

    /// <summary>Every entry, within something else that is noted.</summary>
    internal async Task<IReadOnlyList<Written<T>>> Of(CareContext rows, PersonId person, ContentKey key, CancellationToken cancellation)
    {
        var found = await rows.FileEntries.AsNoTracking().Where(row => row.Person == person && row.Kind == kind).OrderBy(row => row.At).ThenBy(row => row.Id).ToListAsync(cancellation);
        return [.. found.Select(row => key.TryOpen(row.Content, type, row.Place) is { } entry ? new Written<T>(row.Id, row.At, row.By, entry) : null).OfType<Written<T>>()];
    }

    private async Task<ContentKey?> Key(CareContext rows, PersonId person, CancellationToken cancellation) =>
        await rows.Persons.AnyAsync(row => row.Person == person && row.Content == ContentState.Kept, cancellation) ? await record.Vault.Find(person.Value, cancellation) : null;
}

/// <summary>An entry, opened, with when and by whom it was written.</summary>
public sealed record Written<T>(Guid Id, DateTimeOffset At, AccountId By, T Entry)
{
    public override string ToString() => $"Written({Id})";
}
