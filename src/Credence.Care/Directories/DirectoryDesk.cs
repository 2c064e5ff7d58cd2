using System.Text.Json.Nodes;
using Credence.Care.Access;
using Credence.Care.Storage;
using Credence.Directories;
using Credence.Record.Access;
using Credence.Record.Storage;
using Credence.Referrals;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Directories;

/// <summary>Where the directory is searched, matched and kept.</summary>
public sealed class DirectoryDesk(RecordStore<CareContext> record, DirectoryShelf shelf)
{
    private const int MostOnPage = 100;

    /// <summary>Takes a directory in; null for those who may not, or where the source has no short name.</summary>
    /// <param name="access">Who imports.</param>
    /// <param name="source">What the directory is called from now on: small letters, digits, dots and hyphens.</param>
    /// <param name="entries">Its objects; they are read while they are taken in.</param>
    /// <param name="cancellation">Stops it; what was taken in until then stays.</param>
    [Requires<CareAct>(CareAct.KeepDirectory)]
    public async Task<DirectoryImport?> Import(CareAccess access, string source, IEnumerable<DirectoryEntry> entries, CancellationToken cancellation) =>
        access.May(CareAct.KeepDirectory) && DirectoryImporter.IsSource(source) ? await new DirectoryImporter(record, access, source).Run(entries, cancellation) : null;

    /// <summary>Services in which each of the words stands or begins a word, by name; all of them for no word.</summary>
    [Requires<CareAct>(CareAct.ReadDirectory)]
    public async Task<IReadOnlyList<DirectoryLine>> Search(CareAccess access, string words, int skip, int most, CancellationToken cancellation)
    {
        if (!access.May(CareAct.ReadDirectory)) return [];
        await using var rows = record.Enter(access);
        var page = rows.Services().Saying(words).OrderBy(row => row.Name).ThenBy(row => row.EntryId).Skip(Math.Max(skip, 0)).Take(Math.Clamp(most, 1, MostOnPage));
        // In the order of the database and with every row of it, or the pages would skip some and end before their time.
        var found = await rows.WithNotes(page).OrderBy(one => one.Entry.Name).ThenBy(one => one.Entry.EntryId).ToListAsync(cancellation);
        return [.. found.Select(one => Line(one.Entry, DirectoryShelf.Read(one.Entry, one.Note)))];
    }

    /// <summary>Opens a service; null if there is none. A confidential address is not shown here either.</summary>
    [Requires<CareAct>(CareAct.ReadDirectory)]
    public async Task<OpenedService?> Open(CareAccess access, string service, CancellationToken cancellation)
    {
        if (!access.May(CareAct.ReadDirectory)) return null;
        await using var rows = record.Enter(access);
        return await rows.WithNotes(rows.Services().Where(row => row.EntryId == service)).SingleOrDefaultAsync(cancellation) is { } found
            && DirectoryShelf.Read(found.Entry, found.Note) is { } read
            ? new OpenedService(read, PublicDirectory.Listing(found))
            {
                IsOwn = read.Organization is { } listed && await rows.DirectoryKeepers.AnyAsync(one => one.Listed == listed && one.Organization == access.Organization, cancellation),
            }
            : null;
    }

    /// <summary>
    /// Services for what a person needs, in order, and what was left out. The question is kept nowhere. How far is counted from the middle of the town where it says no point.
    /// </summary>
    [Requires<CareAct>(CareAct.ReadDirectory)]
    public async Task<MatchResult?> Match(CareAccess access, MatchQuestion question, CancellationToken cancellation)
    {
        if (!access.May(CareAct.ReadDirectory)) return null;
        var services = await shelf.Of(record, cancellation);
        return shelf.Matcher.Match(question is { WithinKm: not null, From: null, Town: { } town } ? question with { From = services.MiddleOf(town) } : question, services);
    }

    /// <summary>Entries that are probably the same, for a person to look at, with their names.</summary>
    [Requires<CareAct>(CareAct.KeepDirectory)]
    public async Task<IReadOnlyList<NamedDuplicate>> Duplicates(CareAccess access, CancellationToken cancellation)
    {
        if (!access.May(CareAct.KeepDirectory)) return [];
        await using var rows = record.Enter(access);
        var (finder, names) = (new DuplicateFinder(), new Dictionary<(string Table, string Id), string>());
        await foreach (var row in rows.DirectoryEntries.AsNoTracking().Where(row => !row.IsLoose && row.GoneAt == null).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var entry = row.Entry();
            finder.Add(entry);
            NameAll(names, row, entry.Content);
        }

        string Name(string table, string id) => names.TryGetValue((table, id), out var name) ? name : id;
        return [.. finder.Find().Select(pair => new NamedDuplicate(pair, Name(pair.Table, pair.First), Name(pair.Table, pair.Second)))];
    }

    // An organization may stand for itself, or within its services only.
    private static void NameAll(Dictionary<(string Table, string Id), string> names, RecordedEntry row, JsonObject content)
    {
        if (row is { EntryId: { } id, Name.Length: > 0 }) names[(row.Table, id)] = row.Name;
        if (content["organization"] is JsonObject organization && organization.Text("id") is { } of && organization.Text("name") is { } called) names.TryAdd(("organization", of), called);
    }

    private static DirectoryLine Line(RecordedEntry entry, ListedService? service) => service is null
        ? new DirectoryLine(entry.EntryId!, entry.Name, null, null, default, null)
        : new DirectoryLine(service.Id, service.Name, service.OrganizationName, service.Places.Select(place => place.Town).FirstOrDefault(town => town is not null), service.Capacity, service.VerifiedOn);
}
