using Credence.Care.Access;
using Credence.Care.Storage;
using Credence.Consents;
using Credence.Directories;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Directories;

/// <summary>Where persons say what they know of a service: that the entry is true, whether there is room, that its address must not be told.</summary>
public sealed class ListingDesk(RecordStore<CareContext> record)
{
    private const int MostOnPage = 500;

    /// <summary>Says that one has made sure, today, that the entry of a service is true.</summary>
    [Requires<CareAct>(CareAct.VerifyService)]
    public Task<DirectoryAnswer> Verify(CareAccess access, string service, CancellationToken cancellation) =>
        Note(access, CareAct.VerifyService, service, "service.verified", "", (note, now) => (note.VerifiedAt, note.VerifiedBy) = (now, access.Account), cancellation);

    /// <summary>Says that the address of a service must not be given to anybody. It works at once.</summary>
    [Requires<CareAct>(CareAct.VerifyService)]
    public Task<DirectoryAnswer> Hide(CareAccess access, string service, CancellationToken cancellation) =>
        Note(access, CareAct.VerifyService, service, "service.address-hidden", "", (note, _) => note.IsConfidential = true, cancellation);

    /// <summary>Takes that back; what the directory itself says stays.</summary>
    [Requires<CareAct>(CareAct.KeepDirectory)]
    public Task<DirectoryAnswer> Unhide(CareAccess access, string service, CancellationToken cancellation) =>
        Note(access, CareAct.KeepDirectory, service, "service.address-shown", "", (note, _) => note.IsConfidential = false, cancellation);

    /// <summary>Says whether there is room in a service of one's own organization; no other exists here.</summary>
    [Requires<CareAct>(CareAct.SetCapacity)]
    public Task<DirectoryAnswer> SetCapacity(CareAccess access, string service, CapacityState state, CancellationToken cancellation) =>
        Note(access, CareAct.SetCapacity, service, "service.capacity-set", EnumWord.Of(state), (note, now) => (note.Capacity, note.CapacityAt) = (state, now), cancellation, isOwnOnly: true);

    /// <summary>Says that an organization of the directory is one's own, so that those who work there may say whether there is room.</summary>
    [Requires<CareAct>(CareAct.ManageAccounts)]
    public async Task<DirectoryAnswer> Claim(CareAccess access, string listed, CancellationToken cancellation)
    {
        if (!access.May(CareAct.ManageAccounts)) return new DirectoryAnswer.NotFound();
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        var row = await act.Rows.DirectoryEntries.AsNoTracking().Where(one => one.OrganizationId == listed && !one.IsLoose && one.GoneAt == null).OrderBy(one => one.Row).FirstOrDefaultAsync(cancellation);
        if (row is null) return new DirectoryAnswer.NotFound();
        if (await act.Rows.DirectoryKeepers.SingleOrDefaultAsync(one => one.Listed == listed, cancellation) is { } before)
            return before.Organization == access.Organization ? new DirectoryAnswer.Done() : new DirectoryAnswer.Refused("Found another organization of this record that has it, expected one that nobody has.");
        act.Rows.DirectoryKeepers.Add(new DirectoryKeeper { Listed = listed, Organization = access.Organization, At = record.Clock.GetUtcNow() });
        act.Note(new EventDraft(new EventKind("organization.claimed"), row.Row));
        await act.Save(cancellation);
        return new DirectoryAnswer.Done();
    }

    /// <summary>Says that an organization of the directory is not one's own any more. What was said of its room until then stays, with its day.</summary>
    [Requires<CareAct>(CareAct.ManageAccounts)]
    public async Task<DirectoryAnswer> Release(CareAccess access, string listed, CancellationToken cancellation)
    {
        if (!access.May(CareAct.ManageAccounts)) return new DirectoryAnswer.NotFound();
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (await act.Rows.DirectoryKeepers.SingleOrDefaultAsync(one => one.Listed == listed && one.Organization == access.Organization, cancellation) is not { } keeper) return new DirectoryAnswer.NotFound();
        act.Rows.DirectoryKeepers.Remove(keeper);
        // An entry may be gone from its directory; the claim is taken back all the same.
        var row = await act.Rows.DirectoryEntries.AsNoTracking().Where(one => one.OrganizationId == listed && !one.IsLoose).OrderBy(one => one.Row).Select(one => (Guid?)one.Row).FirstOrDefaultAsync(cancellation);
        act.Note(new EventDraft(new EventKind("organization.released"), row ?? access.Organization.Value));
        await act.Save(cancellation);
        return new DirectoryAnswer.Done();
    }

    /// <summary>The directory as it is kept, with what persons say in it, confidential addresses too: some entries at a time, by the last one that one has.</summary>
    /// <param name="access">Who exports; the log says how many.</param>
    /// <param name="after">The last entry of the part before; null for the first part.</param>
    /// <param name="cancellation">Stops it.</param>
    [Requires<CareAct>(CareAct.KeepDirectory)]
    public async Task<IReadOnlyList<ExportedEntry>> Export(CareAccess access, ExportedEntry? after, CancellationToken cancellation)
    {
        if (!access.May(CareAct.KeepDirectory)) return [];
        await using var act = await record.Begin(access, cancellation);
        var from = after?.Row ?? Guid.Empty;
        var page = act.Rows.DirectoryEntries.AsNoTracking().Where(row => row.GoneAt == null && row.Row > from).OrderBy(row => row.Row).Take(MostOnPage);
        var found = await act.Rows.WithNotes(page).ToListAsync(cancellation);
        if (found.Count == 0) return [];
        act.Note(new EventDraft(new EventKind("directory.exported"), count: found.Count));
        await act.Save(cancellation);
        return [.. found.OrderBy(one => one.Entry.Row).Select(Exported)];
    }

    private static ExportedEntry Exported(Noted one)
    {
        var entry = one.Entry.Entry();
        if (one.Entry is { Table: "service", IsLoose: false }) one.Note?.On(entry.Content, one.Entry.ChangedAt);
        return new ExportedEntry(one.Entry.Row, entry);
    }

    private async Task<DirectoryAnswer> Note(
        CareAccess access, CareAct right, string service, string kind, string detail, Action<ServiceNote, DateTimeOffset> say, CancellationToken cancellation, bool isOwnOnly = false)
    {
        if (!access.May(right)) return new DirectoryAnswer.NotFound();
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (await act.Rows.Services().SingleOrDefaultAsync(row => row.EntryId == service, cancellation) is not { } entry) return new DirectoryAnswer.NotFound();
        if (isOwnOnly && !await act.Rows.DirectoryKeepers.AnyAsync(one => one.Listed == entry.OrganizationId && one.Organization == access.Organization, cancellation))
            return new DirectoryAnswer.NotFound();
        var now = record.Clock.GetUtcNow();
        var note = await act.Rows.ServiceNotes.SingleOrDefaultAsync(row => row.Service == service, cancellation);
        if (note is null) act.Rows.ServiceNotes.Add(note = new ServiceNote { Service = service, ChangedAt = now });
        say(note, now);
        note.ChangedAt = now;
        act.Note(new EventDraft(new EventKind(kind), entry.Row, detail: detail));
        await act.Save(cancellation);
        return new DirectoryAnswer.Done();
    }
}

/// <summary>An entry in an export.</summary>
/// <param name="Row">Its place.</param>
/// <param name="Entry">The entry.</param>
public sealed record ExportedEntry(Guid Row, DirectoryEntry Entry);
