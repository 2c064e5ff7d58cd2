using Credence.Police.Access;
using Credence.Police.Encounters;
using Credence.Police.Handovers;
using Credence.Record.Backups;
using Credence.Record.Storage;
using Credence.Record.Tests.Encounters;
using Credence.Referrals;

namespace Credence.Record.Tests.Handovers;

/// <summary>A person is handed over from an encounter, where there is no incident.</summary>
public class MetTests
{
    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task From_an_encounter_it_goes_the_whole_way_and_the_copy_ends_with_the_encounter(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var met = await hosts.Police.Encounter(Roadside.Officer, Roadside.Concern);
        var proposal = Proposals.Of(Proposals.Signed(hosts.Clock.Now));

        var posted = Assert.IsType<HandoverOutcome.Posted>(await hosts.PoliceDesk.HandOverMet(Roadside.Officer, met, proposal, default));
        var again = Assert.IsType<HandoverOutcome.Already>(await hosts.PoliceDesk.HandOverMet(Roadside.Officer, met, proposal, default));
        Assert.Equal((posted.Handover, posted.Consent), (again.Handover, again.Consent));
        Assert.Single(await hosts.WaitingAt(police: true));
        Assert.Equal(1, (await hosts.ToCare()).Taken);
        Assert.Empty((await RecordCheck.Of(Steward.Of(hosts.Police), default)).Problems);
        Assert.Equal("Rosa (invented)", (await hosts.PoliceDesk.Open(Cast.Supervisor, posted.Handover, default))!.CalledName);

        await hosts.Police.Vault.Keys.Erase(met.Value, hosts.Clock.Now, default);
        Assert.Null(await hosts.PoliceDesk.Open(Cast.Supervisor, posted.Handover, default));
        await hosts.BothChainsHold();
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Nobody_hands_over_from_the_encounter_of_another_and_each_sees_her_or_his_own(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var met = await hosts.Police.Encounter(Roadside.Officer, Roadside.Concern);
        var proposal = Proposals.Of(Proposals.Signed(hosts.Clock.Now));
        foreach (var other in (PoliceAccess[])[Cast.Investigator, Cast.Supervisor, Roadside.Another(PoliceRole.Officer)])
            Assert.IsType<HandoverOutcome.NotFound>(await hosts.PoliceDesk.HandOverMet(other, met, proposal, default));

        var posted = Assert.IsType<HandoverOutcome.Posted>(await hosts.PoliceDesk.HandOverMet(Roadside.Officer, met, proposal, default));

        Assert.Equal(posted.Handover, Assert.Single(await hosts.PoliceDesk.Recent(Roadside.Officer, 0, 50, default)).Id);
        Assert.Equal(posted.Handover, Assert.Single(await hosts.PoliceDesk.Recent(Cast.Supervisor, 0, 50, default)).Id);
        Assert.Empty(await hosts.PoliceDesk.Recent(Cast.Investigator, 0, 50, default));
        Assert.Equal([Proposals.Harbor], await hosts.PoliceDesk.Providers(Roadside.Officer, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task An_incident_shows_the_handovers_of_encounters_that_were_tied_to_its_number(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var (incident, met) = (await Cast.AddIncident(hosts.Police, Cast.Riverton, "2031-1"), await hosts.Police.Encounter(Roadside.Officer, Roadside.Concern));
        await hosts.PoliceDesk.HandOverMet(Roadside.Officer, met, Proposals.Of(Proposals.Signed(hosts.Clock.Now)), default);
        Assert.Empty(await hosts.PoliceDesk.List(Cast.Supervisor, incident, 0, 50, default));

        await new EncounterDesk(hosts.Police, Roadside.Packs).Tie(Roadside.Officer, met, "2031-1", default);

        Assert.Single(await hosts.PoliceDesk.List(Cast.Supervisor, incident, 0, 50, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task What_a_provider_says_of_it_is_kept_under_the_encounter_s_key(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var met = await hosts.Police.Encounter(Roadside.Officer, Roadside.Concern);
        var posted = Assert.IsType<HandoverOutcome.Posted>(await hosts.PoliceDesk.HandOverMet(Roadside.Officer, met, Proposals.Of(Proposals.Signed(hosts.Clock.Now)), default));
        await hosts.ToCare();
        var note = Proposals.Note(hosts.Clock.Now, posted.Handover);
        await using (var act = await hosts.Care.Begin(TwoHosts.CareKeeper, default))
        {
            await hosts.Recipient.Outbox.Add(act, TwoHosts.Riverton, TwoHosts.Word, note, null, default);
            await act.Save(default);
        }

        Assert.Equal(1, (await hosts.ToPolice()).Taken);
        Assert.Equal(ReferralState.Accepted, Assert.Single(await hosts.PoliceDesk.Recent(Roadside.Officer, 0, 50, default)).State);
        Assert.Empty((await RecordCheck.Of(Steward.Of(hosts.Police), default)).Problems);
    }
}
