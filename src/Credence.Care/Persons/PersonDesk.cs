using Credence.Care.Access;
using Credence.Care.Storage;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Persons;

/// <summary>Where a person's file is begun, opened and closed.</summary>
public sealed class PersonDesk(RecordStore<CareContext> record)
{
    private const int MostOnPage = 100;

    /// <summary>Begins a file; null for those who may not.</summary>
    [Requires<CareAct>(CareAct.TakeIn)]
    public async Task<PersonId?> TakeIn(CareAccess access, FaceSheet sheet, CancellationToken cancellation)
    {
        if (!access.May(CareAct.TakeIn)) return null;
        await using var act = await record.Begin(access, cancellation);
        var person = await Add(act, sheet, cancellation);
        act.Note(new EventDraft(new EventKind("person.taken-in"), person.Value));
        await act.Save(cancellation);
        return person;
    }

    /// <summary>Files of the own organization that are not erased, oldest first, with the names that persons are called by; the log says how many were shown.</summary>
    /// <param name="access">Who asks.</param>
    /// <param name="closed">True for closed files, false for open ones.</param>
    /// <param name="skip">How many come before the page.</param>
    /// <param name="most">How many at most, up to 100.</param>
    /// <param name="cancellation">Stops it.</param>
    [Requires<CareAct>(CareAct.OpenPerson)]
    public async Task<IReadOnlyList<CaseloadLine>> Caseload(CareAccess access, bool closed, int skip, int most, CancellationToken cancellation)
    {
        if (!access.May(CareAct.OpenPerson)) return [];
        await using var act = await record.Begin(access, cancellation);
        var files = await act.Rows.Persons.AsNoTracking().Where(row => row.Content == ContentState.Kept && row.ClosedAt != null == closed)
            .OrderBy(row => row.OpenedAt).ThenBy(row => row.Person)
            .Skip(Math.Max(skip, 0)).Take(Math.Clamp(most, 1, MostOnPage)).ToListAsync(cancellation);
        using var keys = await record.Vault.Find([.. files.Select(file => file.Person.Value)], cancellation);
        act.Note(new EventDraft(new EventKind("caseload.opened"), count: files.Count));
        await act.Save(cancellation);
        return [.. files.Select(file => new CaseloadLine(file.Person, file.OpenedAt, file.ClosedAt, Open(file, keys[file.Person.Value])?.CalledName))];
    }

    /// <summary>Opens a file; null if it does not exist for the one who asks.</summary>
    [Requires<CareAct>(CareAct.OpenPerson)]
    public async Task<PersonFile?> Open(CareAccess access, PersonId person, CancellationToken cancellation) =>
        access.May(CareAct.OpenPerson) ? await OpenAs(access, person, cancellation) : null;

    /// <summary>Whether there is such a file for the one who asks; nothing of it is opened.</summary>
    [Requires<CareAct>(CareAct.OpenPerson)]
    public async Task<bool> Exists(CareAccess access, PersonId person, CancellationToken cancellation)
    {
        if (!access.May(CareAct.OpenPerson)) return false;
        await using var rows = record.Enter(access);
        return await rows.Persons.AnyAsync(row => row.Person == person, cancellation);
    }

    /// <summary>Open files that a reference means (<see cref="FileReference"/>): one as a rule; empty if there is none for the one who asks. Nothing of them is opened.</summary>
    [Requires<CareAct>(CareAct.OpenPerson)]
    public async Task<IReadOnlyList<PersonId>> Find(CareAccess access, string reference, CancellationToken cancellation)
    {
        if (!access.May(CareAct.OpenPerson) || !FileReference.IsOne(reference)) return [];
        await using var rows = record.Enter(access);
        var open = await rows.Persons.AsNoTracking().Where(row => row.ClosedAt == null && row.Content == ContentState.Kept).Select(row => row.Person).ToListAsync(cancellation);
        return [.. open.Where(person => FileReference.IsOf(reference, person))];
    }

    /// <summary>Whether an organization keeps a file about the person, whose people read what is in it; nothing is opened.</summary>
    [OwnOnly]
    public async Task<bool> HasFile(SurvivorAccess access, CancellationToken cancellation)
    {
        await using var rows = record.Enter(access);
        return await rows.Persons.AnyAsync(row => row.Person == access.Person, cancellation);
    }

    /// <summary>The person's own file; null if no organization began one.</summary>
    [OwnOnly]
    public Task<PersonFile?> Open(SurvivorAccess access, CancellationToken cancellation) => OpenAs(access, access.Person, cancellation);

    /// <summary>Puts what is true now in the place of what was, unless somebody else was quicker.</summary>
    /// <param name="access">Who writes.</param>
    /// <param name="person">Whose file.</param>
    /// <param name="sheet">What is true now.</param>
    /// <param name="stamp">Of the sheet that was changed (<see cref="PersonFile.Stamp"/>).</param>
    /// <param name="cancellation">Stops it.</param>
    [Requires<CareAct>(CareAct.OpenPerson)]
    public async Task<Amendment> Amend(CareAccess access, PersonId person, FaceSheet sheet, string stamp, CancellationToken cancellation)
    {
        var isOther = false;
        var isDone = await Change(access, person, "person.amended", async file =>
        {
            using var key = await record.Vault.Find(person.Value, cancellation);
            if (key is null || (isOther = Stamp(file) != stamp)) return false;
            file.Identity = key.Seal(sheet, CareJson.Default.FaceSheet, FaceSheet.Place(person));
            return true;
        }, cancellation);
        return isDone ? new Amendment.Done()
            : isOther ? new Amendment.Refused("Found a page that somebody else changed meanwhile, expected the one that was opened: nothing was saved. Look at what stands there now, then save again.")
            : new Amendment.NotFound();
    }

    /// <summary>Closes a file; false if there is no open one for the one who asks. Nothing in it is lost.</summary>
    [Requires<CareAct>(CareAct.OpenPerson)]
    public Task<bool> Close(CareAccess access, PersonId person, CancellationToken cancellation) =>
        Change(access, person, "person.closed", file =>
        {
            if (file.ClosedAt is not null) return Task.FromResult(false);
            file.ClosedAt = record.Clock.GetUtcNow();
            return Task.FromResult(true);
        }, cancellation);

    /// <summary>Begins a file within an act. Its id is of chance alone, so that it tells nobody when.</summary>
    internal async Task<PersonId> Add(Act<CareContext> act, FaceSheet sheet, CancellationToken cancellation)
    {
        var person = new PersonId(Guid.NewGuid());
        using var keys = await record.Vault.Make([person.Value], cancellation);
        act.Rows.Persons.Add(new RecordedPerson
        {
            Person = person, Organization = act.Rows.Organization, OpenedAt = record.Clock.GetUtcNow(),
            Identity = keys[person.Value]!.Seal(sheet, CareJson.Default.FaceSheet, FaceSheet.Place(person)),
        });
        return person;
    }

    // Each sealing is another, also of the same words.
    internal static string Stamp(RecordedPerson file) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file.Identity))[..32];

    /// <summary>Whether there is such a person for the one who asks. Who came without a name has no file with anybody, and exists for herself or himself.</summary>
    internal static async Task<bool> IsKnown(CareContext rows, PersonId person, CancellationToken cancellation) =>
        (rows.IsThePerson && rows.Person == person) || await rows.Persons.AnyAsync(row => row.Person == person && row.Content == ContentState.Kept, cancellation);

    internal static FaceSheet? Open(RecordedPerson file, ContentKey? key) => key.TryOpen(file.Identity, CareJson.Default.FaceSheet, FaceSheet.Place(file.Person));

    private async Task<PersonFile?> OpenAs(RecordAccess access, PersonId person, CancellationToken cancellation)
    {
        await using var act = await record.Begin(access, cancellation);
        if (await act.Rows.Persons.AsNoTracking().SingleOrDefaultAsync(row => row.Person == person, cancellation) is not { } file) return null;
        using var key = await record.Vault.Find(person.Value, cancellation);
        var handovers = await act.Rows.ReceivedHandovers.AsNoTracking().Where(row => row.Person == person).OrderBy(row => row.ReceivedAt).ThenBy(row => row.Id)
            .Select(row => row.Id).ToListAsync(cancellation);
        act.Note(new EventDraft(new EventKind("person.opened"), person.Value));
        await act.Save(cancellation);
        return new PersonFile(person, file.OpenedAt, file.ClosedAt, Open(file, key)) { Handovers = handovers, Stamp = Stamp(file) };
    }

    private async Task<bool> Change(CareAccess access, PersonId person, string what, Func<RecordedPerson, Task<bool>> change, CancellationToken cancellation)
    {
        if (!access.May(CareAct.OpenPerson)) return false;
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (await act.Rows.Persons.SingleOrDefaultAsync(row => row.Person == person, cancellation) is not { } file || !await change(file)) return false;
        act.Note(new EventDraft(new EventKind(what), person.Value));
        await act.Save(cancellation);
        return true;
    }
}

/// <summary>The answer to one who changes the first page of a file.</summary>
public abstract record Amendment
{
    private Amendment()
    {
    }

    /// <summary>It says so now.</summary>
    public sealed record Done : Amendment;

    /// <summary>It was not changed.</summary>
    /// <param name="Because">One sentence: found and expected.</param>
    public sealed record Refused(string Because) : Amendment;

    /// <summary>There is no such file for the one who asks, or it does not open any more.</summary>
    public sealed record NotFound : Amendment;
}

/// <summary>One line of a caseload.</summary>
public sealed record CaseloadLine(PersonId Person, DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt, string? CalledName)
{
    public override string ToString() => nameof(CaseloadLine);
}
