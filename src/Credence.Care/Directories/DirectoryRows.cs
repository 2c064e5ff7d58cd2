using Credence.Care.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Directories;

/// <summary>An entry with what persons say of it.</summary>
internal sealed class Noted
{
    public required RecordedEntry Entry { get; init; }

    public required ServiceNote? Note { get; init; }
}

/// <summary>Questions to the tables of the directory.</summary>
internal static class DirectoryRows
{
    /// <summary>The services that their sources still have.</summary>
    internal static IQueryable<RecordedEntry> Services(this CareContext rows) =>
        rows.DirectoryEntries.AsNoTracking().Where(row => row.Table == "service" && !row.IsLoose && row.GoneAt == null);

    /// <summary>Entries with their notes, by id.</summary>
    internal static IQueryable<Noted> WithNotes(this CareContext rows, IQueryable<RecordedEntry> entries) =>
        from entry in entries
        join note in rows.ServiceNotes.AsNoTracking() on entry.EntryId equals note.Service into notes
        from note in notes.DefaultIfEmpty()
        orderby entry.EntryId
        select new Noted { Entry = entry, Note = note };

    /// <summary>Entries in which each word stands, or begins a word.</summary>
    internal static IQueryable<RecordedEntry> Saying(this IQueryable<RecordedEntry> entries, string words) =>
        RecordedEntry.Folded(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8)
            .Aggregate(entries, (found, word) => found.Where(row => row.Words.Contains(" " + word)));
}
