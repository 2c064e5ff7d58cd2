using System.Text.RegularExpressions;
using Credence.Police.Access;
using Credence.Police.Classification;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Encounters;

/// <summary>
/// Where answers from the roadside come in, often hours later, twice, or from two devices. No name is asked, and nothing that came is
/// overwritten. An officer sees her or his own; a supervisor those about which approval is asked.
/// </summary>
public sealed partial class EncounterDesk(RecordStore<PoliceContext> record, CasePacks packs)
{
    private const int MostShown = 200;

    private static readonly EventKind Opened = new("encounter.opened");
    internal static readonly EventKind TiedToIncident = new("encounter.tied");

    /// <summary>Keeps one revision of an encounter. Sent again it changes nothing; another content of the same revision is kept beside it.</summary>
    /// <param name="access">Who asks.</param>
    /// <param name="name">What the phone calls it.</param>
    /// <param name="revision">From 1, without a gap.</param>
    /// <param name="settles">True if somebody has seen the contents that were in conflict, and this one is to hold.</param>
    /// <param name="content">All that is known by then, not the changes only.</param>
    /// <param name="cancellation">Ends the wait for the database.</param>
    [Requires<PoliceAct>(PoliceAct.KeepEncounter)]
    public async Task<EncounterAnswer> Put(
        PoliceAccess access, MadeByClient name, int revision, bool settles, EncounterContent content, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.KeepEncounter)) return new EncounterAnswer.NotFound();
        return await Take(access, EncounterId.Of(record.Vault.Ring, access.Account, name), revision, settles, content, cancellation);
    }

    /// <summary>Keeps a further revision of an own encounter that is in the record, as <see cref="Put"/> does.</summary>
    [Requires<PoliceAct>(PoliceAct.KeepEncounter)]
    public async Task<EncounterAnswer> Change(
        PoliceAccess access, EncounterId encounter, int revision, bool settles, EncounterContent content, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.KeepEncounter)) return new EncounterAnswer.NotFound();
        await using (var rows = record.Enter(access))
            if (!await rows.Encounters.AnyAsync(row => row.Id == encounter && row.Officer == access.Account, cancellation)) return new EncounterAnswer.NotFound();
        return await Take(access, encounter, revision, settles, content, cancellation);
    }

    /// <summary>One's own encounters, newest first; none is opened.</summary>
    [Requires<PoliceAct>(PoliceAct.KeepEncounter)]
    public async Task<IReadOnlyList<EncounterLine>> Own(PoliceAccess access, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.KeepEncounter)) return [];
        await using var rows = record.Enter(access);
        return await rows.Encounters.AsNoTracking().Where(row => row.Officer == access.Account).OrderByDescending(row => row.ReceivedAt).ThenBy(row => row.Id)
            .Take(MostShown).Select(row => new EncounterLine(row.Id, row.ReceivedAt, row.ChangedAt, row.Revision, row.IsDisputed, row.Incident, row.Content))
            .ToListAsync(cancellation);
    }

    /// <summary>Opens an encounter of one's own, or one about which approval is asked; null otherwise.</summary>
    [Requires<PoliceAct>(PoliceAct.KeepEncounter)]
    public async Task<OpenedEncounter?> Open(PoliceAccess access, EncounterId encounter, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.KeepEncounter)) return null;
        await using var act = await record.Begin(access, cancellation);
        if (await SeenBy(act.Rows, access).AsNoTracking().SingleOrDefaultAsync(row => row.Id == encounter, cancellation) is not { } row) return null;
        using var key = await record.Vault.Find(encounter.Value, cancellation);
        var versions = key is null ? [] : await EncounterArrival.Versions(act.Rows, encounter, key, cancellation);
        act.Note(new EventDraft(Opened, encounter.Value));
        await act.Save(cancellation);
        return new OpenedEncounter(new EncounterLine(row.Id, row.ReceivedAt, row.ChangedAt, row.Revision, row.IsDisputed, row.Incident, row.Content), row.Officer, versions);
    }

    /// <summary>
    /// Says to which incident an own encounter belongs, also before the record knows that number. From then on its answers are evidence
    /// for those who determine that incident, so that nobody is asked the same again.
    /// </summary>
    [Requires<PoliceAct>(PoliceAct.KeepEncounter)]
    public async Task<EncounterAnswer> Tie(PoliceAccess access, EncounterId encounter, string number, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.KeepEncounter)) return new EncounterAnswer.NotFound();
        if (!IsNumber(number)) return new EncounterAnswer.Refused("Found something else, expected the number of an incident: letters, digits and . / _ - with a digit among them, at most 40.");
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (await act.Rows.Encounters.SingleOrDefaultAsync(row => row.Id == encounter && row.Officer == access.Account, cancellation) is not { } found) return new EncounterAnswer.NotFound();
        (found.Incident, found.ChangedAt) = (number, record.Clock.GetUtcNow());
        act.Note(new EventDraft(TiedToIncident, encounter.Value, detail: number));
        await act.Save(cancellation);
        return new EncounterAnswer.Tied(encounter);
    }

    private async Task<EncounterAnswer> Take(
        PoliceAccess access, EncounterId id, int revision, bool settles, EncounterContent content, CancellationToken cancellation)
    {
        if (packs.Problem(content) is { } problem) return new EncounterAnswer.Refused(problem);
        using var keys = revision == 1 ? await record.Vault.Make([id.Value], cancellation) : await record.Vault.Find([id.Value], cancellation);
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        var found = await act.Rows.Encounters.SingleOrDefaultAsync(row => row.Id == id && row.Officer == access.Account, cancellation);
        if (found is null && revision != 1) return new EncounterAnswer.OutOfOrder(1);
        if (found is { Content: not ContentState.Kept } || keys[id.Value] is not { } key) return new EncounterAnswer.Erased();
        var arrival = new EncounterArrival(act, key, id, content, EncounterReading.Of(content, packs), record.Clock.GetUtcNow());
        return await arrival.Take(found, revision, settles, cancellation);
    }

    /// <summary>The encounters that exist for one who asks.</summary>
    internal static IQueryable<RecordedEncounter> SeenBy(PoliceContext rows, PoliceAccess access) => access.May(PoliceAct.ApproveArrest)
        ? rows.Encounters.Where(row => row.Officer == access.Account || rows.ArrestReviews.Any(review => review.Encounter == row.Id && review.IsForSupervisor))
        : rows.Encounters.Where(row => row.Officer == access.Account);

    /// <summary>Whether this may be the number of an incident.</summary>
    internal static bool IsNumber(string text) => Number().IsMatch(text);

    [GeneratedRegex(@"\A(?=.*[0-9])[A-Za-z0-9][A-Za-z0-9./_-]{0,39}\z")]
    private static partial Regex Number();
}
