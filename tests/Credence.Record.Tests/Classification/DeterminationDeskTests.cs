using Credence.Classification;
using Credence.Incidents;
using Credence.Police.Access;
using Credence.Police.Classification;
using Credence.Police.Encounters;
using Credence.Police.Incidents;
using Credence.Police.Storage;
using Credence.Record.Backups;
using Credence.Record.Storage;
using Credence.Record.Tests.Encounters;
using Credence.Record.Tests.Handovers;
using Credence.Screening.Instruments;

namespace Credence.Record.Tests.Classification;

public class DeterminationDeskTests
{
    private static readonly VictimDecision Possible = new(VictimStatus.Possible, "us-severe-labor") { Why = "Papers are kept (invented)." };

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Three_determinations_stand_side_by_side_and_each_that_was_made_stays(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, desk, incident) = await Begin(workplace);

        Decided(await desk.DecideVictim(Cast.Investigator, incident, Possible, default));
        Decided(await desk.DecideVictim(Cast.Supervisor, incident, Possible with { Status = VictimStatus.Confirmed, BasedOn = 1 }, default));
        Decided(await desk.DecideVictim(Cast.Investigator, incident, Possible with { Person = "victim 1" }, default));
        Decided(await desk.DecideOffense(Cast.Investigator, incident, new OffenseDecision([OffenseCode.InvoluntaryServitude]), default));
        Decided(await desk.DecideCharge(Cast.Investigator, incident, new ChargeDecision(["us-1589"]), default));

        var opened = await new DeterminationDesk(await Cast.OpenPoliceRecord(workplace), Roadside.Packs).Open(Cast.Investigator, incident, default);
        Assert.Equal(
            [
                (DeterminationKind.Charge, "", "us-1589"), (DeterminationKind.OffenseCode, "", "64B"), (DeterminationKind.VictimStatus, "victim 1", "Possible"),
                (DeterminationKind.VictimStatus, "", "Confirmed"),
            ],
            opened!.Now.Select(one => (one.Kind, one.Person, one.Codes.Single())));
        var earlier = Assert.Single(opened.Earlier);
        Assert.Equal(("Possible", "us-severe-labor", Cast.Investigator.Account, "Investigator", Possible.Why), (earlier.Codes.Single(), earlier.Definition, earlier.By, earlier.Role, earlier.Content!.Why));
        Assert.Contains(opened.Proposed.Packs, pack => pack.StartsWith("facts@", StringComparison.Ordinal));
        Assert.Equal("Confirmed/us-severe-labor", (await record.Events(incident.Value)).Last(line => line.Kind == "victim-status.determined" && line.Account == Cast.Supervisor.Account).Detail);
        Assert.Empty((await RecordCheck.Of(Steward.Of(record), default)).Problems);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Two_who_decide_at_once_are_told_of_each_other_and_nothing_is_overwritten(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, desk, incident) = await Begin(workplace);

        var answers = await Task.WhenAll(
            Task.Run(() => desk.DecideVictim(Cast.Investigator, incident, Possible, default)),
            Task.Run(() => desk.DecideVictim(Cast.Supervisor, incident, Possible with { Status = VictimStatus.Confirmed }, default)));

        var decided = Assert.Single(answers.OfType<DeterminationAnswer.Decided>()).Determination;
        var conflict = Assert.Single(answers.OfType<DeterminationAnswer.Conflict>());
        Assert.Equal((decided.Number, decided.By, decided.Codes.Single()), (conflict.Latest.Number, conflict.Latest.By, conflict.Latest.Codes.Single()));
        Assert.NotNull(conflict.Latest.Content);
        Assert.Single(await record.Events(incident.Value), line => line.Kind == "victim-status.determined");

        // Who was slower looks, and decides again; a third who saw nothing of it does not.
        Decided(await desk.DecideVictim(Cast.Supervisor, incident, Possible with { BasedOn = conflict.Latest.Number }, default));
        Assert.IsType<DeterminationAnswer.Conflict>(await desk.DecideVictim(Cast.Investigator, incident, Possible with { BasedOn = 1 }, default));
        Assert.IsType<DeterminationAnswer.Refused>(await desk.DecideCharge(Cast.Investigator, incident, new ChargeDecision(["us-1589"]) { BasedOn = 3 }, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task What_one_sends_twice_is_determined_once_and_what_is_another_thing_is_not_taken_for_it(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, desk, incident) = await Begin(workplace);
        var decision = Possible with { Known = Roadside.Aged(Answer.No).Facts, Why = " Papers are kept (invented). " };

        var first = Decided(await desk.DecideVictim(Cast.Investigator, incident, decision, default));
        var second = Decided(await desk.DecideVictim(Cast.Investigator, incident, decision, default));
        Assert.Equal((1, first.At.ToUnixTimeMilliseconds()), (second.Number, second.At.ToUnixTimeMilliseconds()));
        foreach (var other in (VictimDecision[])
        [
            decision with { Status = VictimStatus.Confirmed }, decision with { Definition = "us-severe-sex" }, decision with { Why = "Another reason (invented)." },
            decision with { Known = Roadside.Aged(Answer.Yes).Facts }, Possible,
        ]) Assert.Equal(Cast.Investigator.Account, Assert.IsType<DeterminationAnswer.Conflict>(await desk.DecideVictim(Cast.Investigator, incident, other, default)).Latest.By);
        Assert.IsType<DeterminationAnswer.Conflict>(await desk.DecideVictim(Cast.Supervisor, incident, decision, default));

        Assert.Single(await record.Events(incident.Value), line => line.Kind == "victim-status.determined");
        Assert.Empty((await desk.Open(Cast.Investigator, incident, default))!.Earlier);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Who_has_it_open_too_is_named_for_half_an_hour_and_whoever_determined_by_the_handle(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var clock = new HandClock();
        var record = await Cast.NewPoliceRecord(workplace, clock);
        var (desk, incident) = (new DeterminationDesk(record, Roadside.Packs), await record.Incident("2031-1"));
        async Task<IEnumerable<string>> Others(PoliceAccess access) => (await desk.Open(access, incident, default))!.Others.Select(one => one.Handle);

        Assert.Empty(await Others(Cast.Investigator));
        Assert.Equal(["Investigator-1"], await Others(Cast.Supervisor));
        Assert.Equal("Investigator-1", Decided(await desk.DecideVictim(Cast.Investigator, incident, Possible, default)).Handle);
        Assert.Equal("Investigator-1", Assert.IsType<DeterminationAnswer.Conflict>(await desk.DecideVictim(Cast.Supervisor, incident, Possible, default)).Latest.Handle);
        Assert.Equal(["Supervisor-1"], await Others(Cast.Investigator));
        Assert.Equal("Investigator-1", Assert.Single((await desk.Open(Cast.Supervisor, incident, default))!.Now).Handle);
        clock.Now += TimeSpan.FromMinutes(31);
        Assert.Empty(await Others(Cast.Investigator));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Unknown_means_or_an_unknown_age_is_for_review_and_never_40A(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Cast.NewPoliceRecord(workplace);
        var desk = new DeterminationDesk(record, Roadside.Packs);
        var sold = await record.Incident("2031-1", "The woman offered sex for money (invented).", "40A");
        var silent = await record.Incident("2031-2", "A bicycle was found in the street (invented).", "90J");
        var decision = new OffenseDecision([new OffenseCode("40A")]);

        Assert.IsType<OffenseProposal.Review>((await desk.Open(Cast.Investigator, sold, default))!.Proposed.Offense);
        foreach (var incident in (IncidentId[])[sold, silent])
            Assert.StartsWith("40A needs means and age", Assert.IsType<DeterminationAnswer.Refused>(await desk.DecideOffense(Cast.Supervisor, incident, decision, default)).Because, StringComparison.Ordinal);
        var halfKnown = decision with { Known = Roadside.Aged(Answer.No).Facts };
        Assert.IsType<DeterminationAnswer.Refused>(await desk.DecideOffense(Cast.Supervisor, sold, halfKnown, default));
        var known = decision with { Known = Roadside.Packs.Classifier.Facts.ToDictionary(fact => fact.Id, fact => fact.Id == Fact.CommercialSex ? Answer.Yes : Answer.No) };
        Decided(await desk.DecideOffense(Cast.Supervisor, sold, known, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task The_kinds_are_not_mixed_and_words_are_no_codes(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (_, desk, incident) = await Begin(workplace);
        Task<DeterminationAnswer> Victim(VictimDecision decision) => desk.DecideVictim(Cast.Investigator, incident, decision, default);
        Task<DeterminationAnswer> Offense(OffenseDecision decision) => desk.DecideOffense(Cast.Investigator, incident, decision, default);
        Task<DeterminationAnswer> Charge(ChargeDecision decision) => desk.DecideCharge(Cast.Investigator, incident, decision, default);

        foreach (var task in (Task<DeterminationAnswer>[])
        [
            Victim(Possible with { Definition = "us-1589" }), Victim(Possible with { Definition = "nibrs-64b" }), Victim(Possible with { Definition = "" }),
            Victim(Possible with { Person = "Zelda" }), Victim(Possible with { Status = (VictimStatus)7 }), Victim(Possible with { Why = new string('x', 5000) }),
            Victim(Possible with { Known = new Dictionary<string, Answer> { ["zelda"] = Answer.Yes } }),
            Offense(new OffenseDecision([])), Offense(new OffenseDecision([new OffenseCode("trespass by Zelda")])), Offense(new OffenseDecision([new OffenseCode("00X")])),
            Charge(new ChargeDecision([])), Charge(new ChargeDecision(["us-severe-labor"])), Charge(new ChargeDecision(["64B"])),
        ]) Assert.DoesNotContain("elda", Assert.IsType<DeterminationAnswer.Refused>(await task).Because, StringComparison.Ordinal);
        Assert.Empty((await desk.Open(Cast.Investigator, incident, default))!.Now);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_status_is_of_a_person_whom_the_incident_has_by_one_name_only(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, desk, incident) = await Begin(workplace);
        var nobody = await record.Incident("2031-2", victims: "");

        Assert.Equal(["victim 1"], (await desk.Open(Cast.Investigator, incident, default))!.Persons.Select(person => person.Name));
        Decided(await desk.DecideVictim(Cast.Investigator, incident, Possible with { Person = "victim 1" }, default));
        foreach (var other in (string[])["V1", "v1", "1", "Victim 1", "victim 2", "victim 1 ", "arrestee 1"])
            Assert.StartsWith("Found somebody whom the record does not have", Assert.IsType<DeterminationAnswer.Refused>(
                await desk.DecideVictim(Cast.Investigator, incident, Possible with { Person = other, Status = VictimStatus.NotAVictim }, default)).Because, StringComparison.Ordinal);
        Assert.IsType<DeterminationAnswer.Refused>(await desk.DecideVictim(Cast.Investigator, nobody, Possible with { Person = "victim 1" }, default));

        Assert.Equal(("victim 1", "Possible"), Assert.Single((await desk.Open(Cast.Investigator, incident, default))!.Now.Select(one => (one.Person, one.Codes.Single()))));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_person_may_decide_against_what_is_proposed_and_it_is_counted(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, desk, incident) = await Begin(workplace);

        var no = Decided(await desk.DecideVictim(Cast.Investigator, incident, Possible with { Status = VictimStatus.NotAVictim }, default));

        Assert.True(no.IsAgainstProposal);
        Assert.NotEmpty(no.Content!.Proposed);
        Assert.EndsWith("/against-proposal", (await record.Events(incident.Value))[^1].Detail, StringComparison.Ordinal);
        Assert.False(Decided(await desk.DecideVictim(Cast.Investigator, incident, Possible with { BasedOn = 1 }, default)).IsAgainstProposal);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Nobody_determines_another_agency_s_incident_or_without_the_right(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (_, desk, incident) = await Begin(workplace);

        foreach (var stranger in (PoliceAccess[])[Roadside.Officer, Roadside.Advocate, Roadside.Auditor, Cast.At(Cast.Riverton, PoliceRole.Analyst), Cast.At(Cast.Lakeside, PoliceRole.Supervisor)])
        {
            Assert.Null(await desk.Open(stranger, incident, default));
            Assert.IsType<DeterminationAnswer.NotFound>(await desk.DecideVictim(stranger, incident, Possible, default));
        }

        Assert.Empty((await desk.Open(Cast.Investigator, incident, default))!.Now);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task What_was_answered_at_the_roadside_is_evidence_once_the_officer_ties_it_also_before_the_report_comes(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Cast.NewPoliceRecord(workplace);
        var encounters = new EncounterDesk(record, Roadside.Packs);
        var encounter = await record.Encounter(Roadside.Officer, Roadside.Concern);
        Assert.IsType<EncounterAnswer.Tied>(await encounters.Tie(Roadside.Officer, encounter, "2031-9", default));
        var tied = await record.Incident("2031-9", "A bicycle was found in the street (invented).");
        var other = await record.Incident("2031-10", "A bicycle was found in the street (invented).");
        var desk = new DeterminationDesk(record, Roadside.Packs);

        Assert.IsType<VictimProposal.Possible>((await desk.Open(Cast.Investigator, tied, default))!.Proposed.Victim);
        Assert.IsType<VictimProposal.None>((await desk.Open(Cast.Investigator, other, default))!.Proposed.Victim);
        Assert.Null(await encounters.Open(Cast.Investigator, encounter, default));
        Assert.Equal(Cast.Investigator.Account, Assert.Single(await record.Events(encounter.Value), line => line.Kind == "encounter.taken-as-evidence").Account);
    }

    private static async Task<(RecordStore<PoliceContext> Record, DeterminationDesk Desk, IncidentId Incident)> Begin(Workplace workplace)
    {
        var record = await Cast.NewPoliceRecord(workplace);
        return (record, new DeterminationDesk(record, Roadside.Packs), await record.Incident("2031-1"));
    }

    private static Determination Decided(DeterminationAnswer answer) => Assert.IsType<DeterminationAnswer.Decided>(answer).Determination;
}
