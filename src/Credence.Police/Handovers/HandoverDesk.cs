using Credence.Consents;
using Credence.Police.Access;
using Credence.Police.Classification;
using Credence.Police.Encounters;
using Credence.Police.Incidents;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Handovers;
using Credence.Record.Storage;
using Credence.Referrals;
using Microsoft.EntityFrameworkCore;
using Stopping = Credence.Record.Handovers.Withdrawal;

namespace Credence.Police.Handovers;

/// <summary>Where a person is handed over to a provider by a consent, and where it is taken back. What becomes of it police see only where a consent names it.</summary>
/// <param name="record">The record.</param>
/// <param name="post">The agency's post.</param>
public sealed class HandoverDesk(RecordStore<PoliceContext> record, Post post)
{
    private readonly HandoverBook _book = new(record);
    private readonly HandoverSending _sending = new(record, post);
    private readonly HandoverStop _stop = new(record, post);
    private readonly HandoverList _list = new(record, new(post.Keys.Name.Value));

    /// <summary>Hands a person of an incident over, if the consent permits all that would be told; or says why not, and nothing is written.</summary>
    [Requires<PoliceAct>(PoliceAct.HandOver)]
    public async Task<HandoverOutcome> HandOver(PoliceAccess access, IncidentId incident, HandoverProposal proposal, CancellationToken cancellation)
    {
        if (!IsOurs(access, PoliceAct.HandOver)) return new HandoverOutcome.NotFound();
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        return await act.Rows.Incidents.AsNoTracking().SingleOrDefaultAsync(row => row.Id == incident, cancellation) is { } found
            ? await _sending.Hand(act, found.Id, null, found.Number, proposal, cancellation)
            : new HandoverOutcome.NotFound();
    }

    /// <summary>Hands a person of an own encounter over, as <see cref="HandOver"/> does; what was signed lives and ends with the encounter.</summary>
    [Requires<PoliceAct>(PoliceAct.HandOver)]
    public async Task<HandoverOutcome> HandOverMet(PoliceAccess access, EncounterId encounter, HandoverProposal proposal, CancellationToken cancellation)
    {
        if (!IsOurs(access, PoliceAct.HandOver)) return new HandoverOutcome.NotFound();
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        return await act.Rows.Encounters.AsNoTracking().SingleOrDefaultAsync(row => row.Id == encounter && row.Officer == access.Account, cancellation) is { } found
            ? await _sending.Hand(act, null, found.Id, found.Incident, proposal, cancellation)
            : new HandoverOutcome.NotFound();
    }

    /// <summary>
    /// Hands over somebody of whom the record has nothing yet, as <see cref="HandOver"/> does. The encounter that the copy lives in is made in the same act, so
    /// that nothing of it is there if nothing is handed over; the same again changes nothing.
    /// </summary>
    [Requires<PoliceAct>(PoliceAct.HandOver)]
    public async Task<HandoverOutcome> HandOverNew(PoliceAccess access, NewlyMet met, HandoverProposal proposal, CasePacks packs, CancellationToken cancellation)
    {
        if (!IsOurs(access, PoliceAct.HandOver) || !access.May(PoliceAct.KeepEncounter)) return new HandoverOutcome.NotFound();
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        var id = EncounterId.Of(record.Vault.Ring, access.Account, met.Name);
        if (await HandoverSending.Find(act.Rows, proposal.Id, cancellation) is null)
        {
            if (met.Number is { } number && !EncounterDesk.IsNumber(number)) return Refused("Found something else, expected the number of an incident, or none. Nothing was handed over.");
            if (await act.Rows.Encounters.AnyAsync(row => row.Id == id, cancellation)) return Refused("Found an encounter that was made before under this name, expected a new one.");
        }

        return await _sending.Hand(act, null, id, met.Number, proposal, cancellation, () => _sending.Begin(act, id, met, proposal, packs, cancellation));
    }

    /// <summary>Withdraws a consent for the person who asked for it, at once and for good; null if it does not exist for the one who asks.</summary>
    [Requires<PoliceAct>(PoliceAct.HandOver)]
    public async Task<HandoverWithdrawal?> Withdraw(PoliceAccess access, ConsentId consent, CancellationToken cancellation)
    {
        if (!IsOurs(access, PoliceAct.HandOver)) return null;
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        var rows = await act.Rows.SentHandovers.Where(row => row.Consent == consent).OrderBy(row => row.HandedAt).ToListAsync(cancellation);
        if (rows.Count == 0) return null;
        foreach (var row in rows)
        {
            // All of them were withdrawn together, and none was added since.
            if (await HandoverBook.WithdrawnAt(act.Rows, row, cancellation) is { } before) return new HandoverWithdrawal(before, 0, [], IsTold: false);
        }

        var (signed, stopped) = await _stop.Stop(act, rows, cancellation);
        var isHeld = stopped.Any(one => one.How is Stopping.MayHaveArrived or Stopping.Delivered);
        var isTold = isHeld && signed is not null && await _stop.Tell(act, signed, cancellation);
        await act.Save(cancellation);
        return new HandoverWithdrawal(
            rows[0].WithdrawnAt!.Value, stopped.Count(one => one.How is Stopping.Stopped), isHeld && signed is not null ? [signed.To] : [], isTold)
        {
            Unread = stopped.Count(one => one.IsUnread && one.How is (Stopping.MayHaveArrived or Stopping.Delivered)),
        };
    }

    /// <summary>
    /// The handovers of an incident, and of encounters tied to its number, newest first, without what they say; for one who may not open incidents those that
    /// she or he made. Empty if the incident does not exist for the one who asks.
    /// </summary>
    /// <param name="access">Who asks.</param>
    /// <param name="incident">The incident.</param>
    /// <param name="skip">How many newer ones to leave out.</param>
    /// <param name="most">How many to show.</param>
    /// <param name="cancellation">Ends the wait for the database.</param>
    [Requires<PoliceAct>(PoliceAct.HandOver)]
    public async Task<IReadOnlyList<HandoverLine>> List(PoliceAccess access, IncidentId incident, int skip, int most, CancellationToken cancellation)
    {
        if (!IsOurs(access, PoliceAct.HandOver)) return [];
        return await _list.Read(access, incident.Value, Of, skip, most, cancellation);

        IQueryable<SentHandover> Of(PoliceContext rows)
        {
            var tied = EncounterTies.To(rows, incident);
            return Seen(rows, access, PoliceAct.OpenIncident).Where(row => row.Incident == incident || tied.Any(encounter => encounter.Id == row.Encounter));
        }
    }

    /// <summary>The handovers that one made oneself, newest first; those of the agency for one who may open their copies.</summary>
    [Requires<PoliceAct>(PoliceAct.HandOver)]
    public async Task<IReadOnlyList<HandoverLine>> Recent(PoliceAccess access, int skip, int most, CancellationToken cancellation) => !IsOurs(access, PoliceAct.HandOver) ? []
        : await _list.Read(access, null, rows => Seen(rows, access, PoliceAct.OpenHandover), skip, most, cancellation);

    /// <summary>How a consent stands by which one handed over oneself; null if there is none.</summary>
    [Requires<PoliceAct>(PoliceAct.HandOver)]
    public async Task<GivenConsent?> Given(PoliceAccess access, ConsentId consent, CancellationToken cancellation)
    {
        if (!IsOurs(access, PoliceAct.HandOver)) return null;
        await using var rows = record.Enter(access);
        if (await rows.SentHandovers.AsNoTracking().OrderBy(row => row.HandedAt).FirstOrDefaultAsync(row => row.Consent == consent && row.HandedBy == access.Account, cancellation) is not { } row)
            return null;
        var how = (await _book.Open(row, cancellation))?.Consent.How;
        return new GivenConsent(consent, await HandoverBook.WithdrawnAt(rows, row, cancellation), how is { Form: ConsentForm.Screen } ? how.Language : null);
    }

    /// <summary>The providers that one may hand over to, by their short names: those whose cards were compared here.</summary>
    [Requires<PoliceAct>(PoliceAct.HandOver)]
    public async Task<IReadOnlyList<Consents.OrganizationId>> Providers(PoliceAccess access, CancellationToken cancellation) => !IsOurs(access, PoliceAct.HandOver) ? []
        : [.. (await post.Partners.List(access, cancellation)).Where(card => card.Side is Side.Care).Select(card => new Consents.OrganizationId(card.Name.Value))];

    /// <summary>What was told by a handover; null if it does not exist for the one who asks, or its copy does not open, such as after its time.</summary>
    [Requires<PoliceAct>(PoliceAct.OpenHandover)]
    public async Task<HandoverContent?> Open(PoliceAccess access, HandoverId handover, CancellationToken cancellation)
    {
        if (!IsOurs(access, PoliceAct.OpenHandover)) return null;
        await using var act = await record.Begin(access, cancellation);
        if (await HandoverSending.Find(act.Rows, handover, cancellation) is not { } row || await _book.Message(row, cancellation) is not { } message) return null;
        act.Note(new EventDraft(new EventKind("handover.opened"), row.Subject, detail: row.Id.Value.ToString("N")));
        await act.Save(cancellation);
        return message.Content;
    }

    // A record may keep several agencies, and a post is one agency's.
    private bool IsOurs(PoliceAccess access, PoliceAct act) => access.May(act) && access.Organization == post.Keys.Organization;

    private static IQueryable<SentHandover> Seen(PoliceContext rows, PoliceAccess access, PoliceAct all) =>
        access.May(all) ? rows.SentHandovers : rows.SentHandovers.Where(row => row.HandedBy == access.Account);

    private static HandoverOutcome.Refused Refused(string because) => new(because);
}
