using Credence.Police.Access;
using Credence.Police.Encounters;
using Credence.Police.Handovers;
using Credence.Police.Incidents;
using Credence.Record.Backups;
using Credence.Record.Storage;
using Credence.Record.Tests.Encounters;
using Credence.Referrals;
using Microsoft.EntityFrameworkCore;

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

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Somebody_new_is_handed_over_in_one_act_and_the_same_form_again_changes_nothing(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var (met, proposal) = (Somebody("2031-1"), Proposals.Of(Proposals.Signed(hosts.Clock.Now)));
        var posted = Assert.IsType<HandoverOutcome.Posted>(await New(hosts, met, proposal));
        var before = (await Encounters(hosts), await hosts.Events("encounter.begun"));

        var other = proposal with { Content = proposal.Content with { Needs = [new NeededHelp(Need.Legal, Urgency.Later)] } };
        foreach (var number in (string?[])["2031-2", null, "not a number"])
        {
            var again = Assert.IsType<HandoverOutcome.Already>(await New(hosts, met with { Number = number }, other));
            Assert.Equal((posted.Consent, null), (again.Consent, again.WithdrawnAt));
        }

        Assert.Equal(before, (await Encounters(hosts), 1));
        Assert.Equal("False 2031-1 1", before.Item1);
        Assert.Empty((await RecordCheck.Of(Steward.Of(hosts.Police), default)).Problems);
        Assert.Equal("Rosa (invented)", (await hosts.PoliceDesk.Open(Cast.Supervisor, posted.Handover, default))!.CalledName);
        await hosts.BothChainsHold();
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task What_is_refused_of_somebody_new_leaves_nothing_behind(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var signed = Proposals.Signed(hosts.Clock.Now);
        Assert.IsType<HandoverOutcome.Refused>(await New(hosts, Somebody("no number"), Proposals.Of(signed)));
        Assert.IsType<HandoverOutcome.Refused>(await New(hosts, Somebody(null), Proposals.Of(signed) with { To = new("nobody-here") }));
        Assert.IsType<HandoverOutcome.NotPermitted>(await New(hosts, Somebody(null), Proposals.Of(signed with { RisksShownAt = null })));
        Assert.IsType<HandoverOutcome.NotFound>(await hosts.PoliceDesk.HandOverNew(Cast.At(Cast.Lakeside, PoliceRole.Officer), Somebody(null), Proposals.Of(signed), Roadside.Packs, default));

        Assert.Equal("", await Encounters(hosts));
        Assert.Empty(await hosts.Police.Vault.Keys.NotUnder(-1, int.MaxValue, default));
        Assert.Equal(0, await hosts.Events("encounter.begun"));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Whoever_may_not_open_an_incident_sees_of_its_handovers_those_she_made(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var incident = await Cast.AddIncident(hosts.Police, Cast.Riverton, "2031-1");
        await hosts.PoliceDesk.HandOver(Cast.Investigator, incident, Proposals.Of(Proposals.Signed(hosts.Clock.Now)), default);
        Assert.Empty(await hosts.PoliceDesk.List(Roadside.Officer, incident, 0, 50, default));

        hosts.Clock.Now += TimeSpan.FromMinutes(1);
        var own = Assert.IsType<HandoverOutcome.Posted>(await hosts.PoliceDesk.HandOver(Roadside.Officer, incident, Proposals.Of(Proposals.Signed(hosts.Clock.Now)), default));

        Assert.Equal((own.Handover, true), Assert.Single((await hosts.PoliceDesk.List(Roadside.Officer, incident, 0, 50, default)).Select(line => (line.Id, line.IsOwn))));
        Assert.Equal([false, true], (await hosts.PoliceDesk.List(Cast.Investigator, incident, 0, 50, default)).Select(line => line.IsOwn));
        Assert.Equal([own.Handover], (await hosts.PoliceDesk.Recent(Cast.Supervisor, 0, 1, default)).Select(line => line.Id));
        Assert.NotEqual(own.Handover, Assert.Single(await hosts.PoliceDesk.Recent(Cast.Supervisor, 1, 5, default)).Id);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_number_that_two_agencies_gave_ties_no_handover_to_either(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        await New(hosts, Somebody("2031-1"), Proposals.Of(Proposals.Signed(hosts.Clock.Now)));
        var first = await Cast.AddIncident(hosts.Police, Cast.Riverton, "2031-1");
        Assert.Single(await hosts.PoliceDesk.List(Cast.Supervisor, first, 0, 50, default));

        var second = await Cast.AddIncident(hosts.Police, Cast.Riverton, "2031-1", by: "XX0000001");

        foreach (var incident in (IncidentId[])[first, second]) Assert.Empty(await hosts.PoliceDesk.List(Cast.Supervisor, incident, 0, 50, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Whoever_handed_over_is_told_whether_the_consent_stands_and_nobody_else_is(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var (met, proposal) = (Somebody(null), Proposals.Of(Proposals.Signed(hosts.Clock.Now)));
        var posted = Assert.IsType<HandoverOutcome.Posted>(await New(hosts, met, proposal));
        Assert.Null((await hosts.PoliceDesk.Given(Roadside.Officer, posted.Consent, default))!.WithdrawnAt);
        Assert.Null(await hosts.PoliceDesk.Given(Cast.Supervisor, posted.Consent, default));
        Assert.Null(await hosts.PoliceDesk.Given(Roadside.Officer, new(Guid.NewGuid()), default));

        await hosts.PoliceDesk.Withdraw(Roadside.Officer, posted.Consent, default);

        Assert.NotNull((await hosts.PoliceDesk.Given(Roadside.Officer, posted.Consent, default))!.WithdrawnAt);
        Assert.NotNull(Assert.IsType<HandoverOutcome.Already>(await New(hosts, met, proposal)).WithdrawnAt);
    }

    private static NewlyMet Somebody(string? number) => new(new MadeByClient(Guid.NewGuid()), Roadside.Concern.BeganAt, number);

    private static Task<HandoverOutcome> New(TwoHosts hosts, NewlyMet met, HandoverProposal proposal) =>
        hosts.PoliceDesk.HandOverNew(Roadside.Officer, met, proposal, Roadside.Packs, default);

    private static async Task<string> Encounters(TwoHosts hosts)
    {
        await using var rows = hosts.Police.Enter(Roadside.Officer);
        return string.Join(';', (await rows.Encounters.ToListAsync()).Select(row => $"{row.IsDisputed} {row.Incident} {row.Revision}"));
    }
}
