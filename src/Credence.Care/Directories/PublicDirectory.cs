using System.Text.Json.Nodes;
using Credence.Care.Storage;
using Credence.Directories;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Directories;

/// <summary>What is asked of the public directory.</summary>
public sealed record DirectoryFilter
{
    /// <summary>Words that must stand in it, or null.</summary>
    public string? Search { get; init; }

    /// <summary>The id of a term by which it is sorted, or null.</summary>
    public string? Term { get; init; }

    /// <summary>The id of a taxonomy of such a term, or null.</summary>
    public string? Taxonomy { get; init; }

    /// <summary>The id of its organization, or null.</summary>
    public string? Organization { get; init; }

    /// <summary>Changed in this record after that, or null.</summary>
    public DateTimeOffset? ModifiedAfter { get; init; }
}

/// <summary>A page of the public directory.</summary>
/// <param name="Total">How many services there are in all pages.</param>
/// <param name="Services">The services of this one.</param>
public sealed record DirectoryPage(int Total, IReadOnlyList<JsonObject> Services);

/// <summary>The directory for anybody, without an account: services and nothing of persons; of a confidential place no more than its town.</summary>
public sealed class PublicDirectory(RecordStore<CareContext> record)
{
    /// <summary>A page of services, by id.</summary>
    public async Task<DirectoryPage> Services(DirectoryFilter filter, int skip, int most, CancellationToken cancellation)
    {
        await using var rows = record.Enter(DirectoryShelf.Public);
        var found = Filtered(rows, filter);
        var total = await found.CountAsync(cancellation);
        var page = await rows.WithNotes(found.OrderBy(row => row.EntryId).Skip(skip).Take(most)).ToListAsync(cancellation);
        return new DirectoryPage(total, [.. page.Select(Listing)]);
    }

    /// <summary>A service, or null.</summary>
    public async Task<JsonObject?> Service(string id, CancellationToken cancellation)
    {
        await using var rows = record.Enter(DirectoryShelf.Public);
        return await rows.WithNotes(rows.Services().Where(row => row.EntryId == id)).SingleOrDefaultAsync(cancellation) is { } found ? Listing(found) : null;
    }

    /// <summary>Services in which each of the words stands or begins a word, by name, without a confidential place; none for no word.</summary>
    public async Task<IReadOnlyList<ListedService>> Named(string words, int most, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(words)) return [];
        await using var rows = record.Enter(DirectoryShelf.Public);
        var found = await rows.WithNotes(rows.Services().Saying(words).OrderBy(row => row.Name).ThenBy(row => row.EntryId).Take(most)).ToListAsync(cancellation);
        return [.. found.Select(one => DirectoryShelf.Read(one.Entry, one.Note)).OfType<ListedService>().OrderBy(service => service.Name, StringComparer.Ordinal).ThenBy(service => service.Id, StringComparer.Ordinal)];
    }

    /// <summary>A service as a person may name it, or null.</summary>
    public async Task<ListedService?> Find(string id, CancellationToken cancellation)
    {
        await using var rows = record.Enter(DirectoryShelf.Public);
        return await rows.WithNotes(rows.Services().Where(row => row.EntryId == id)).SingleOrDefaultAsync(cancellation) is { } found ? DirectoryShelf.Read(found.Entry, found.Note) : null;
    }

    internal static JsonObject Listing(Noted one)
    {
        var content = one.Entry.Object();
        one.Note?.On(content, one.Entry.ChangedAt);
        var listing = PublicListing.Of(content, one.Note?.IsConfidential == true);
        // What persons say of it is a change too: whoever keeps a copy must hear that an address is not to be told any more.
        var changed = one.Note?.ChangedAt > one.Entry.ChangedAt ? one.Note.ChangedAt : one.Entry.ChangedAt;
        if (one.Note is not null || listing["last_modified"] is null) listing["last_modified"] = changed.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
        return listing;
    }

    private static IQueryable<RecordedEntry> Filtered(CareContext rows, DirectoryFilter filter)
    {
        var found = rows.Services();
        if (filter.Search is { } words) found = found.Saying(words);
        if (filter.Organization is { } organization) found = found.Where(row => row.OrganizationId == organization);
        if (filter.ModifiedAfter is { } after) found = found.Where(row => row.ChangedAt > after || rows.ServiceNotes.Any(note => note.Service == row.EntryId && note.ChangedAt > after));
        if (filter.Term is { } term) found = found.Where(row => row.Terms.Contains("|" + term + "|"));
        if (filter.Taxonomy is { } taxonomy) found = found.Where(row => row.Terms.Contains("|taxonomy:" + taxonomy + "|"));
        return found;
    }
}
