using Credence.Care.Access;
using Credence.Care.Consents;
using Credence.Care.Handovers;
using Credence.Care.Persons;
using Credence.Consents;
using Credence.Police.Access;
using Credence.Police.Handovers;
using Credence.Police.Incidents;
using Credence.Police.Retention;
using Credence.Record.Access;
using Credence.Record.Backups;
using Credence.Record.Handovers;
using Credence.Record.Retention;
using Credence.Record.Storage;
using Credence.Referrals;
using Microsoft.EntityFrameworkCore;
using PersonId = Credence.Record.Access.PersonId;

namespace Credence.Record.Tests.Handovers;

/// <summary>From what a person signed at the police to her or his file at the provider, and back only by another consent.</summary>
public class WholeWayTests
{
    private static PoliceAccess Officer => Cast.At(Cast.Riverton, PoliceRole.Officer, PurposeKind.Help);

    private static CareAccess Advocate => TwoHosts.CareAs(CareRole.Advocate);

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task What_a_person_signed_becomes_a_file_at_the_provider_and_police_see_neither_provider_nor_state(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var (incident, posted) = await HandOver(hosts);

        Assert.Equal(new InboxReport(1, 0, 0), await hosts.ToCare());

        var file = Assert.Single(await new PersonDesk(hosts.Care).Caseload(Advocate, false, 0, 10, default));
        Assert.Equal("Rosa (invented)", file.CalledName);
        var line = Assert.Single(await hosts.PoliceDesk.List(Officer, incident, 0, 50, default));
        Assert.Equal((posted.Handover, posted.Consent, null, null, false), (line.Id, line.Consent, line.WithdrawnAt, line.State, line.IsUnsent));
        Assert.Equal(Proposals.Content.Kinds, line.Told);
        Assert.All(await new IncidentDesk(hosts.Police).History(Cast.Supervisor, incident, 50, default), row => Assert.DoesNotContain("harbor", row.Detail, StringComparison.Ordinal));
        Assert.Equal("PASSPORT-IN-THE-SAFE", (await hosts.PoliceDesk.Open(Cast.Supervisor, posted.Handover, default))!.Safety);
        Assert.Null(await hosts.PoliceDesk.Open(Cast.Investigator, posted.Handover, default));
        await hosts.BothChainsHold();
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_withdrawal_stops_a_waiting_message_also_when_the_copy_was_erased(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var (incident, posted) = await HandOver(hosts);
        await Stories.Erase(hosts.Police, Cast.Supervisor, incident);

        var withdrawal = await hosts.PoliceDesk.Withdraw(Officer, posted.Consent, default);

        Assert.Equal((1, false), (withdrawal!.Stopped, withdrawal.IsTold));
        Assert.Empty(await hosts.WaitingAt(police: true));
        Assert.Equal(new InboxReport(0, 0, 0), await hosts.ToCare());
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task How_far_it_is_comes_back_only_by_a_consent_and_goes_when_the_person_takes_it_back(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var (incident, posted) = await HandOver(hosts);
        await hosts.ToCare();

        Assert.IsType<NotePosting.NotPermitted>(await Answer());
        Assert.Empty(await hosts.WaitingAt(police: false));
        var (person, consent) = await GiveBack(hosts);
        Assert.IsType<NotePosting.Posted>(await Answer());
        Assert.Equal(new InboxReport(1, 0, 0), await hosts.ToPolice());
        Assert.Equal(ReferralState.Accepted, Assert.Single(await hosts.PoliceDesk.List(Officer, incident, 0, 50, default)).State);

        var withdrawal = (await hosts.CareConsents.Withdraw(new SurvivorAccess(person, Cast.Lakeside), consent, default))!;
        Assert.Equal((Proposals.Riverton, true), (Assert.Single(withdrawal.ToTell).Organization, withdrawal.IsTold));
        Assert.IsType<NotePosting.NotPermitted>(await Answer());
        Assert.Equal(new InboxReport(1, 0, 0), await hosts.ToPolice());
        Assert.Null(Assert.Single(await hosts.PoliceDesk.List(Officer, incident, 0, 50, default)).State);
        Assert.Null(Assert.Single(await Notes(hosts)).Content);
        await hosts.BothChainsHold();

        Task<NotePosting?> Answer() => hosts.CareDesk.Answer(Advocate, posted.Handover, ReferralState.Accepted, default);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task What_was_signed_at_the_police_is_taken_back_at_the_provider_and_police_learn_that_and_nothing_else(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var (incident, posted) = await HandOver(hosts);
        await hosts.ToCare();
        var person = Assert.Single(await new PersonDesk(hosts.Care).Caseload(Advocate, false, 0, 10, default)).Person;
        var own = new SurvivorAccess(person, Cast.Lakeside);

        var seen = Assert.Single(await hosts.CareBrought.List(own, default));
        Assert.Equal((posted.Consent, Proposals.Riverton, null), (seen.Id, seen.From.Organization, seen.WithdrawnAt));
        Assert.Null(await hosts.CareBrought.Withdraw(new SurvivorAccess(new PersonId(Guid.NewGuid()), Cast.Lakeside), posted.Consent, default));
        var withdrawal = (await hosts.CareBrought.Withdraw(own, posted.Consent, default))!;

        Assert.Equal((Proposals.Riverton, true), (Assert.Single(withdrawal.ToTell).Organization, withdrawal.IsTold));
        Assert.Equal(withdrawal.At, Assert.Single(await hosts.CareBrought.List(Advocate, person, default)).WithdrawnAt);
        Assert.Equal(person, Assert.Single(await hosts.CareDesk.Withdrawn(Advocate, default)).Person);
        Assert.Equal(new InboxReport(1, 0, 0), await hosts.ToPolice());
        var line = Assert.Single(await hosts.PoliceDesk.List(Officer, incident, 0, 50, default));
        Assert.Equal((hosts.Clock.Now, null), (line.WithdrawnAt, line.State));
        Assert.All(await new IncidentDesk(hosts.Police).History(Cast.Supervisor, incident, 50, default), row => Assert.DoesNotContain("harbor", row.Detail, StringComparison.Ordinal));
        // Taken back once more, at either side, nothing changes and nobody is told again.
        Assert.Empty((await hosts.CareBrought.Withdraw(own, posted.Consent, default))!.ToTell);
        Assert.Equal(line.WithdrawnAt, (await hosts.PoliceDesk.Withdraw(Officer, posted.Consent, default))!.At);
        Assert.Empty(await hosts.WaitingAt(police: true));
        Assert.Empty(await hosts.WaitingAt(police: false));
        // What would still be told by it is not.
        Assert.IsType<HandoverOutcome.NotPermitted>(await hosts.PoliceDesk.HandOver(
            Officer, incident, Proposals.Of(Proposals.Signed(hosts.Clock.Now) with { Id = posted.Consent }), default));
        await hosts.BothChainsHold();
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Taken_back_at_a_provider_whose_post_is_gone_somebody_has_to_tell(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var (_, posted) = await HandOver(hosts);
        await hosts.ToCare();
        var person = Assert.Single(await new PersonDesk(hosts.Care).Caseload(Advocate, false, 0, 10, default)).Person;

        var withdrawal = (await new BroughtConsentDesk(hosts.Care).Withdraw(Advocate, person, posted.Consent, default))!;

        Assert.Equal((Proposals.Riverton, false), (Assert.Single(withdrawal.ToTell).Organization, withdrawal.IsTold));
        Assert.NotNull(Assert.Single(await hosts.CareBrought.List(Advocate, person, default)).WithdrawnAt);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_note_that_still_waits_when_the_person_withdraws_never_leaves_and_nobody_is_told(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var (_, posted) = await HandOver(hosts);
        await hosts.ToCare();
        var (person, consent) = await GiveBack(hosts);
        Assert.IsType<NotePosting.Posted>(await hosts.CareDesk.Answer(Advocate, posted.Handover, ReferralState.Accepted, default));

        var withdrawal = (await hosts.CareConsents.Withdraw(new SurvivorAccess(person, Cast.Lakeside), consent, default))!;

        Assert.Equal((0, false), (withdrawal.ToTell.Count, withdrawal.IsTold));
        Assert.Empty(await hosts.WaitingAt(police: false));
        Assert.Equal(new InboxReport(0, 0, 0), await hosts.ToPolice());
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_signer_who_turns_out_to_be_suspected_stops_what_waits(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var (_, posted) = await HandOver(hosts);
        await hosts.ToCare();
        var person = Assert.Single(await new PersonDesk(hosts.Care).Caseload(Advocate, false, 0, 10, default)).Person;
        var signed = Proposals.Back(hosts.Clock.Now, new Credence.Consents.PersonId(person.Value));
        var both = signed with { Giver = Giver.MinorAndParent, Signatures = [.. signed.Signatures, new Signature(Signer.Parent, signed.Begins)] };
        Assert.IsType<ConsentAnswer.Written>(await hosts.CareConsents.Write(Advocate, both, new SigningAnswer.MinorAndParent(Walk.DeskWorld.Massachusetts.Citation), default));
        await hosts.CareDesk.Answer(Advocate, posted.Handover, ReferralState.Accepted, default);

        Assert.IsType<Suspicion.Refused>(await hosts.CareConsents.Suspect(Advocate, person, both.Id, Signer.Guardian, default));
        Assert.Single(await hosts.WaitingAt(police: false));
        Assert.Empty(Assert.IsType<Suspicion.Noted>(await hosts.CareConsents.Suspect(Advocate, person, both.Id, Signer.Parent, default)).ToTell);
        Assert.Empty(await hosts.WaitingAt(police: false));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_handover_that_is_taken_back_in_time_never_leaves(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var (incident, posted) = await HandOver(hosts);

        var withdrawal = (await hosts.PoliceDesk.Withdraw(Officer, posted.Consent, default))!;

        Assert.Equal((1, 0, false), (withdrawal.Stopped, withdrawal.ToTell.Count, withdrawal.IsTold));
        await hosts.ToCare();
        Assert.Equal(0, hosts.Carried);
        Assert.NotNull(Assert.Single(await hosts.PoliceDesk.List(Officer, incident, 0, 50, default)).WithdrawnAt);
        Assert.Equal(withdrawal.At, (await hosts.PoliceDesk.Withdraw(Officer, posted.Consent, default))!.At);
        Assert.Null(await hosts.PoliceDesk.Withdraw(Cast.At(Cast.Lakeside, PoliceRole.Officer), posted.Consent, default));
        Assert.Equal(1, await hosts.Events("consent.withdrawn"));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_provider_that_holds_a_handover_is_told_of_its_withdrawal_and_the_file_goes_on_as_the_person_says(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var (_, posted) = await HandOver(hosts);
        await hosts.ToCare();

        var withdrawal = (await hosts.PoliceDesk.Withdraw(Officer, posted.Consent, default))!;
        Assert.Equal((0, Proposals.Harbor, true), (withdrawal.Stopped, Assert.Single(withdrawal.ToTell).Organization, withdrawal.IsTold));
        Assert.Empty(await hosts.CareDesk.Withdrawn(Advocate, default));
        Assert.Equal(new InboxReport(1, 0, 0), await hosts.ToCare());

        var told = Assert.Single(await hosts.CareDesk.Withdrawn(Advocate, default));
        Assert.Equal(posted.Handover, told.Handover);
        Assert.NotNull((await new PersonDesk(hosts.Care).Open(Advocate, told.Person, default))!.Sheet);
        await hosts.BothChainsHold();
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_withdrawal_that_overtakes_its_handover_leaves_no_file(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var (_, posted) = await HandOver(hosts);
        var envelope = Assert.Single(await hosts.WaitingAt(police: true)).Envelope!;
        hosts.IsDown = true;
        await hosts.Deliver();
        Assert.True((await hosts.PoliceDesk.Withdraw(Officer, posted.Consent, default))!.IsTold);
        hosts.IsDown = false;
        await hosts.ToCare();

        Assert.IsType<Reception.Taken>(await hosts.Recipient.Inbox.Receive(envelope, default));

        Assert.Equal(new InboxReport(0, 0, 0, Destroyed: 1), await hosts.CareTakesIn());
        Assert.Empty(await new PersonDesk(hosts.Care).Caseload(Advocate, false, 0, 10, default));
        Assert.Null(Assert.Single(await hosts.Incoming(), row => row.State is IncomingState.Destroyed).Body);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_handover_that_nobody_took_in_its_time_shows_and_a_lost_receipt_of_it_is_told(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var (incident, posted) = await HandOver(hosts);
        hosts.IsDown = true;
        await hosts.Deliver();
        hosts.Clock.Now += Outbox.Lifetime;
        await hosts.Deliver();

        Assert.True(Assert.Single(await hosts.PoliceDesk.List(Officer, incident, 0, 50, default)).IsUnsent);
        Assert.True((await hosts.PoliceDesk.Withdraw(Officer, posted.Consent, default))!.IsTold);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_legal_hold_keeps_a_note_that_nobody_sees_any_more(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var (incident, posted) = await HandOver(hosts);
        await hosts.ToCare();
        var (person, consent) = await GiveBack(hosts);
        await hosts.CareDesk.Answer(Advocate, posted.Handover, ReferralState.Accepted, default);
        await hosts.ToPolice();
        Assert.IsType<RetentionAnswer.Done>(await new RetentionDesk(hosts.Police).Hold(Cast.Supervisor, incident, HoldReason.CourtOrder, default));

        await hosts.CareConsents.Withdraw(new SurvivorAccess(person, Cast.Lakeside), consent, default);
        await hosts.ToPolice();

        Assert.NotNull(Assert.Single(await Notes(hosts)).Content);
        Assert.Null(Assert.Single(await hosts.PoliceDesk.List(Officer, incident, 0, 50, default)).State);
        await Stories.Tamper(hosts.PolicePlace.Place, "UPDATE received_notes SET \"WithdrawnAt\" = NULL");
        Assert.Null(Assert.Single(await hosts.PoliceDesk.List(Officer, incident, 0, 50, default)).State);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_note_is_not_shown_beyond_the_end_of_its_consent(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var (incident, posted) = await HandOver(hosts);
        await hosts.ToCare();
        await GiveBack(hosts);
        await hosts.CareDesk.Answer(Advocate, posted.Handover, ReferralState.Waitlisted, default);
        await hosts.ToPolice();
        Assert.Equal(ReferralState.Waitlisted, Assert.Single(await hosts.PoliceDesk.List(Officer, incident, 0, 50, default)).State);

        hosts.Clock.Now += TimeSpan.FromDays(31);

        Assert.Null(Assert.Single(await hosts.PoliceDesk.List(Officer, incident, 0, 50, default)).State);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Copy_and_note_are_checked_with_the_record_and_go_with_the_key_of_the_incident(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var (incident, posted) = await HandOver(hosts);
        await hosts.ToCare();
        await GiveBack(hosts);
        await hosts.CareDesk.Answer(Advocate, posted.Handover, ReferralState.Accepted, default);
        await hosts.ToPolice();
        var check = await RecordCheck.Of(Steward.Of(hosts.Police), default);
        Assert.Equal((4, 0), (check.Sealed, check.Problems.Count));

        await hosts.Police.Vault.Keys.Erase(incident.Value, hosts.Clock.Now, default);

        Assert.Null(await hosts.PoliceDesk.Open(Cast.Supervisor, posted.Handover, default));
        var line = Assert.Single(await hosts.PoliceDesk.List(Officer, incident, 0, 50, default));
        Assert.Equal((0, null), (line.Told.Count, line.State));
        Assert.Equal(1, (await hosts.PoliceDesk.Withdraw(Officer, posted.Consent, default))!.Unread);
        // Nothing can be kept beside it any more, so nothing is handed over by it.
        Assert.IsType<HandoverOutcome.Refused>(await hosts.PoliceDesk.HandOver(Officer, incident, Proposals.Of(Proposals.Signed(hosts.Clock.Now)), default));
        Assert.Equal(["sent_handovers", "received_notes"], (await RecordCheck.Of(Steward.Of(hosts.Police), default)).Problems.Select(Table).Intersect(["sent_handovers", "received_notes"]));

        static string Table(string problem) => problem[..problem.IndexOfAny([' ', ',', ':'])];
    }

    private static async Task<(IncidentId Incident, HandoverOutcome.Posted Posted)> HandOver(TwoHosts hosts)
    {
        var incident = await Cast.AddIncident(hosts.Police, Cast.Riverton, "2031-1");
        var outcome = await hosts.PoliceDesk.HandOver(Officer, incident, Proposals.Of(Proposals.Signed(hosts.Clock.Now)), default);
        return (incident, Assert.IsType<HandoverOutcome.Posted>(outcome));
    }

    // The person who was handed over signs at the provider that police may know how far it is.
    private static async Task<(PersonId Person, ConsentId Consent)> GiveBack(TwoHosts hosts)
    {
        var person = Assert.Single(await new PersonDesk(hosts.Care).Caseload(Advocate, false, 0, 10, default)).Person;
        var signed = Proposals.Back(hosts.Clock.Now, new Credence.Consents.PersonId(person.Value));
        return (person, Assert.IsType<ConsentAnswer.Written>(await hosts.CareConsents.Write(Advocate, signed, new SigningAnswer.Person(), default)).Id);
    }

    private static async Task<List<ReceivedNote>> Notes(TwoHosts hosts)
    {
        await using var rows = hosts.Police.Enter(hosts.Sender.Access);
        return await rows.ReceivedNotes.AsNoTracking().ToListAsync();
    }
}
