using Credence.Care.Access;
using Credence.Care.Consents;
using Credence.Care.Persons;
using Credence.Care.Storage;
using Credence.Consents;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Handovers;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;
using Purpose = Credence.Consents.Purpose;

namespace Credence.Care.Releases;

/// <summary>Where information about a person leaves the organization that holds it: by the person's consent, or because a law compels it.</summary>
public sealed class ReleaseDesk(RecordStore<CareContext> record)
{
    /// <summary>Told under a law while telling the person would be dangerous: her or his own log does not show it before <see cref="Tell"/>.</summary>
    internal const string ReleasedUntold = "person.released-untold";

    internal const string ReleasedUnderLaw = "person.released-under-law";
    internal const string Released = "person.released";
    internal const string Told = "person.told";
    internal const string Opened = "releases.opened";

    private readonly ConsentBook _book = new(record);

    /// <summary>
    /// What another organization holds about a person, as far as a consent permits it at this moment. Null otherwise: no such
    /// person, no consent, one that ended or was withdrawn are one answer, reached by the same steps.
    /// </summary>
    /// <param name="access">Who asks; the consent has to name the organization.</param>
    /// <param name="holder">Who holds it.</param>
    /// <param name="person">The person, as the holder numbers persons.</param>
    /// <param name="purpose">What for; the consent has to name it.</param>
    /// <param name="kinds">What is asked; one consent has to name all of it.</param>
    /// <param name="cancellation">Stops it.</param>
    [Requires<CareAct>(CareAct.OpenPerson)]
    public async Task<Release?> Read(
        CareAccess access, OrganizationId holder, PersonId person, Purpose purpose, IReadOnlyCollection<InformationKind> kinds, CancellationToken cancellation)
    {
        if (!access.May(CareAct.OpenPerson)) return null;
        await using var act = await record.Begin(access, new Scope(holder, SeesCases: true, person), cancellation);
        // A withdrawal is either before this read, and seen, or after it.
        await act.TakeTurn(cancellation);
        var asked = new Disclosure(
            person.Lasting(), await ShortNames.Of(act.Rows, holder, cancellation), await ShortNames.Of(act.Rows, access.Organization, cancellation), Direction.CareToCare, purpose, kinds);
        var permission = Consent.AnyPermits(await _book.Of(act.Rows, person, cancellation), asked, record.Clock.GetUtcNow());
        var sheet = await Sheet(act.Rows, person, cancellation);
        if (permission is not Permission.Permitted permitted || sheet is null) return null;

        // In both parts of the log: the person sees in the holder's who has read.
        var detail = ConsentBook.Detail(permitted.By, kinds);
        act.Note(new EventDraft(new EventKind(Released), person.Value, detail: detail) { Organization = holder });
        act.Note(new EventDraft(new EventKind("release.read"), person.Value, detail: detail));
        await act.Save(cancellation);
        return new Release(permitted.By, permitted.Until, sheet.Only(kinds));
    }

    /// <summary>Tells what a statute or a court compels: after counsel, the least that is demanded, the person told or why not.</summary>
    [Requires<CareAct>(CareAct.ReleaseUnderLaw)]
    public async Task<LegalAnswer> ReleaseUnderLaw(
        CareAccess access, PersonId person, Demand demand, IReadOnlyCollection<InformationKind> kinds, ConsentLaw law, CounselReview? counsel, Notice? notice,
        CancellationToken cancellation)
    {
        if (!access.May(CareAct.ReleaseUnderLaw)) return new LegalAnswer.NotFound();
        await using var act = await record.Begin(access, cancellation);
        if (await Sheet(act.Rows, person, cancellation) is not { } sheet) return new LegalAnswer.NotFound();
        var answer = CompelledRelease.Answer(demand, kinds, law, counsel, notice, record.Clock.GetUtcNow());
        if (answer is not CompelledAnswer.Allowed allowed) return new LegalAnswer.NotReleased(answer);
        var id = await Keep(act, person, allowed.Release, cancellation);
        await act.Save(cancellation);
        return new LegalAnswer.Released(id, allowed.Release, sheet.Only(allowed.Release.Kinds));
    }

    /// <summary>What was told of a person under a law, last first; empty if there is none for the one who asks.</summary>
    [Requires<CareAct>(CareAct.ReleaseUnderLaw)]
    public async Task<IReadOnlyList<ReleaseLine>> UnderLaw(CareAccess access, PersonId person, CancellationToken cancellation)
    {
        if (!access.May(CareAct.ReleaseUnderLaw)) return [];
        await using var act = await record.Begin(access, cancellation);
        var found = await act.Rows.LegalReleases.AsNoTracking().Where(row => row.Person == person).OrderByDescending(row => row.At).ThenBy(row => row.Id).ToListAsync(cancellation);
        if (found.Count == 0) return [];
        var told = await act.Rows.Events.AsNoTracking().Where(row => row.Kind == Told && row.Subject == person.Value).Select(row => row.Detail).ToListAsync(cancellation);
        using var keys = await record.Vault.Find([.. found.Select(row => row.Key)], cancellation);
        act.Note(new EventDraft(new EventKind(Opened), person.Value, found.Count));
        await act.Save(cancellation);
        return [.. found.Select(row => Line(row, keys[row.Key], told))];
    }

    /// <summary>Notes that the person was told of a release after all; false if there is none for the one who asks. From then on the person's log shows it.</summary>
    [Requires<CareAct>(CareAct.ReleaseUnderLaw)]
    public async Task<bool> Tell(CareAccess access, Guid release, CancellationToken cancellation)
    {
        if (!access.May(CareAct.ReleaseUnderLaw)) return false;
        await using var act = await record.Begin(access, cancellation);
        if (await act.Rows.LegalReleases.SingleOrDefaultAsync(row => row.Id == release, cancellation) is not { } found) return false;
        act.Note(new EventDraft(new EventKind(Told), found.Person.Value, detail: release.ToString("N")));
        await act.Save(cancellation);
        return true;
    }

    /// <summary>The events of releases of which the person was not told yet, because that would be dangerous.</summary>
    internal static IQueryable<RecordedEvent> Untold(CareContext rows, PersonId person) => rows.Events.AsNoTracking().Where(row =>
        row.Subject == person.Value && row.Kind == ReleasedUntold && !rows.Events.Any(told => told.Kind == Told && told.Subject == person.Value && row.Detail.StartsWith(told.Detail)));

    /// <summary>Those releases.</summary>
    internal static async Task<HashSet<Guid>> UntoldReleases(CareContext rows, PersonId person, CancellationToken cancellation) =>
        [.. (await Untold(rows, person).Select(row => row.Detail).ToListAsync(cancellation)).Select(detail => Guid.ParseExact(detail.Split('/')[0], "N"))];

    private static ReleaseLine Line(LegalRelease row, ContentKey? key, List<string> told)
    {
        var written = key.TryOpen(row.Content, CareJson.Default.WrittenRelease, row.Place);
        return new ReleaseLine(row.Id, row.At, written?.Mandate, written?.Kinds ?? [], written?.Danger is not null && !told.Contains(row.Id.ToString("N")));
    }

    private async Task<Guid> Keep(Act<CareContext> act, PersonId person, CompelledRelease release, CancellationToken cancellation)
    {
        var id = Guid.NewGuid();
        using var keys = await record.Vault.Make([id], cancellation);
        act.Rows.LegalReleases.Add(new LegalRelease
        {
            Id = id, Person = person, Organization = act.Rows.Organization, At = release.At, Key = id,
            Content = keys[id]!.Seal(WrittenRelease.Of(release), CareJson.Default.WrittenRelease, LegalRelease.PlaceOf(person, id)),
        });
        var kind = release.Notice is Notice.Dangerous ? ReleasedUntold : ReleasedUnderLaw;
        act.Note(new EventDraft(new EventKind(kind), person.Value, detail: $"{id:N}/{string.Join(',', release.Kinds.Order().Select(one => EnumWord.Of(one)))}"));
        return id;
    }

    private async Task<FaceSheet?> Sheet(CareContext rows, PersonId person, CancellationToken cancellation)
    {
        var file = await rows.Persons.AsNoTracking().SingleOrDefaultAsync(row => row.Person == person, cancellation);
        using var key = await record.Vault.Find(person.Value, cancellation);
        return file is null ? null : PersonDesk.Open(file, key);
    }
}
