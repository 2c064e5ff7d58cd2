using Credence.Care.Access;
using Credence.Care.Consents;
using Credence.Care.Handovers;
using Credence.Care.Releases;
using Credence.Care.Storage;
using Credence.Consents;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Links;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Events;

/// <summary>What somebody did with a person's record, as the person sees it: the role and the organization, not who it was.</summary>
/// <param name="Place">Its place in the log; the next page begins before it.</param>
/// <param name="At">When.</param>
/// <param name="What">What happened, such as person.opened.</param>
/// <param name="Role">In which role; Survivor is the person herself or himself.</param>
/// <param name="Organization">For which organization, by the name that it has, or had when the person signed; empty for an answer by a link.</param>
/// <param name="Why">What for.</param>
/// <param name="Kinds">What was told, where something was told.</param>
public sealed record LogLine(
    long Place, DateTimeOffset At, string What, string Role, string Organization, PurposeKind? Why, IReadOnlyList<InformationKind> Kinds)
{
    /// <summary>Who was told, by the name that the person signed; null where nothing was told, or whoever was told is the one who acted.</summary>
    public string? To { get; init; }
}

/// <summary>Where a person sees who has read and changed what about her or him.</summary>
public sealed class LogDesk(RecordStore<CareContext> record)
{
    private const int MostOnPage = 200;

    private readonly ConsentBook _book = new(record);

    /// <summary>The lines before this place, last first: what others did, what the person did, or both. That the person looks is not written down: it would bury what others did.</summary>
    /// <param name="access">The person.</param>
    /// <param name="isOwn">True for what the person did, false for what others did, null for both.</param>
    /// <param name="before">The place of the last line that one has, or null.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellation">Stops it.</param>
    [OwnOnly]
    public async Task<IReadOnlyList<LogLine>> Read(SurvivorAccess access, bool? isOwn, long? before, int most, CancellationToken cancellation)
    {
        await using var rows = record.Enter(access);
        var events = await Shown(rows, access.Person)
            .Where(row => isOwn == null || row.Role == access.RoleName == isOwn)
            .Where(row => before == null || row.Sequence < before)
            .OrderByDescending(row => row.Sequence).Take(Math.Clamp(most, 1, MostOnPage)).ToListAsync(cancellation);
        var consents = await _book.Of(rows, access.Person, cancellation);
        var own = await rows.Organizations.AsNoTracking().Where(row => row.Id == access.Organization).Select(row => row.Name).SingleOrDefaultAsync(cancellation) ?? "";
        return [.. events.Select(row => Line(row, consents, own))];
    }

    /// <summary>
    /// What was done with a person's record in the own organization, last first, for those who work on it; what others did with what they were told is not in it,
    /// and of what the person did only what is meant for the one who asks.
    /// Empty if the person does not exist for the one who asks.
    /// </summary>
    [Requires<CareAct>(CareAct.OpenPerson)]
    public async Task<IReadOnlyList<LogLine>> Timeline(CareAccess access, PersonId person, long? before, int most, CancellationToken cancellation)
    {
        if (!access.May(CareAct.OpenPerson)) return [];
        await using var act = await record.Begin(access, cancellation);
        if (!await act.Rows.Persons.AnyAsync(row => row.Person == person, cancellation)) return [];
        var hidden = OwnActs.HiddenFrom(access);
        var events = await act.Rows.Events.AsNoTracking().Where(row => row.Subject == person.Value && !(row.Role == SurvivorAccess.Role && hidden.Contains(row.Kind)))
            .Where(row => before == null || row.Sequence < before)
            .OrderByDescending(row => row.Sequence).Take(Math.Clamp(most, 1, MostOnPage)).ToListAsync(cancellation);
        var own = await act.Rows.Organizations.AsNoTracking().Where(row => row.Id == access.Organization).Select(row => row.Name).SingleOrDefaultAsync(cancellation) ?? "";
        var consents = await _book.Of(act.Rows, person, cancellation);
        act.Note(new EventDraft(new EventKind("person.timeline-opened"), person.Value, events.Count));
        await act.Save(cancellation);
        return [.. events.Select(row => Line(row, consents, own))];
    }

    // What was told under a law while telling the person would have been dangerous shows once the person was told; and so does that somebody looked it up.
    private static IQueryable<RecordedEvent> Shown(CareContext rows, PersonId person)
    {
        var untold = ReleaseDesk.Untold(rows, person);
        return rows.Events.AsNoTracking().Where(row => row.Subject == person.Value
            && !untold.Any(one => one.Sequence == row.Sequence || (row.Kind == ReleaseDesk.Opened && one.Sequence < row.Sequence)));
    }

    private static LogLine Line(RecordedEvent row, IReadOnlyList<Consent> consents, string own)
    {
        var parts = row.Detail.Split('/');
        // The account of a reader elsewhere is not of this organization: its name is in the consent that the person signed.
        var to = consents.FirstOrDefault(consent => ConsentBook.Detail(consent.Id) == parts[0])?.To.Name;
        var isElsewhere = row.Kind == ReleaseDesk.Released || row.Kind == SentNotes.Read.Word;
        // Nor is whoever came by a link, of whom an answer does not say the name.
        var here = row.Role == LinkAccess.Role ? "" : own;
        var kinds = parts.Length >= 2 ? parts[1].Split(',').Select(EnumWord.Find<InformationKind>).OfType<InformationKind>().ToList() : [];
        return new LogLine(row.Sequence, DateTimeOffset.UnixEpoch.AddMicroseconds(row.At), row.Kind, row.Role, isElsewhere && to is not null ? to : here, Why(row.Purpose), kinds) { To = isElsewhere || kinds.Count == 0 ? null : to };
    }

    // Without the number that may stand behind it.
    private static PurposeKind? Why(string purpose) => Enum.TryParse<PurposeKind>(purpose.Split(':')[0], out var kind) ? kind : null;
}
