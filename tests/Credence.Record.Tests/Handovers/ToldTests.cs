using System.Text;
using Credence.Consents;
using Credence.Police.Access;
using Credence.Police.Encounters;
using Credence.Police.Handovers;
using Credence.Police.Incidents;
using Credence.Police.Retention;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Backups;
using Credence.Record.Keys;
using Credence.Record.Retention;
using Credence.Record.Storage;
using Credence.Record.Tests.Encounters;
using Credence.Record.Tests.Walk;
using Credence.Referrals;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Tests.Handovers;

/// <summary>What was told by a handover lives a year, under a key of its own; what was signed for it stays.</summary>
public class ToldTests
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    private static PoliceAccess Officer => Roadside.Officer;

    private static PoliceAccess Administrator => TwoHosts.PoliceKeeper;

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task After_a_year_what_was_told_is_due_and_nothing_else_of_the_incident(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var (incident, posted) = await HandOver(hosts);
        var key = (await Row(hosts.Police, posted.Handover)).Key;
        hosts.Clock.Now += Year - TimeSpan.FromDays(1);
        Assert.DoesNotContain(await Plan(hosts), content => content.IsErasing);

        hosts.Clock.Now += TimeSpan.FromDays(1);

        var planned = await Plan(hosts);
        var due = Assert.Single(planned, content => content.IsErasing);
        Assert.Equal((key, incident.Value), (due.Subject, due.About));
        Assert.Equal((RecordKind.Handover, "retention@1.1.0/police-handover"), (Assert.Single(due.Lines).Record.Kind, due.Lines[0].Rule));
        Assert.Equal([RecordKind.Incident, RecordKind.Screening, RecordKind.Consent], planned.Single(content => content.Subject == incident.Value).Lines.Select(line => line.Record.Kind));
        Assert.Equal(1, Assert.IsType<RetentionAnswer.Proposed>(await new RetentionDesk(hosts.Police).ProposeDue(Administrator, CareWorld.Retention, default)).Steps);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Once_it_is_carried_nobody_reads_contact_or_needs_from_the_record_or_from_a_backup(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        await using var other = await Workplace.Make(kind);
        var (incident, posted) = await HandOver(hosts);
        await hosts.ToCare();
        Assert.Contains("555-0101", await Readable(hosts.Police), StringComparison.Ordinal);
        var backup = hosts.PolicePlace.File("backup.zip");
        await RecordBackup.Write(Steward.Of(hosts.Police), Administrator, backup, default);
        hosts.Clock.Now += Year;

        await Carry(hosts, Assert.IsType<RetentionAnswer.Proposed>(await new RetentionDesk(hosts.Police).ProposeDue(Administrator, CareWorld.Retention, default)).Id);

        await IsGone(hosts.Police, hosts.PoliceDesk);
        var empty = await PoliceRecord.OpenForUpkeep(other.Place, Cast.Keys(hosts.PolicePlace), hosts.Clock, false, default);
        Assert.Equal(1, (await RecordRestore.Into(Steward.Of(empty), backup, new Restorer("Administrator-1", account => account.Id == Administrator.Account), default)).StayErased);
        var restored = await Cast.OpenPoliceRecord(other, Cast.Keys(hosts.PolicePlace), hosts.Clock);
        await IsGone(restored, new HandoverDesk(restored, hosts.Sender));

        async Task IsGone(RecordStore<PoliceContext> record, HandoverDesk desk)
        {
            var read = await Readable(record);
            Assert.Contains("Harbor House", read, StringComparison.Ordinal);
            foreach (var told in (string[])["555-0101", "mornings", "PASSPORT-IN-THE-SAFE", "Rosa", "shelter"]) Assert.DoesNotContain(told, read, StringComparison.Ordinal);
            Assert.Null(await desk.Open(Cast.Supervisor, posted.Handover, default));
            var line = Assert.Single(await desk.List(Officer, incident, 0, 10, default));
            Assert.True(line.IsErased);
            Assert.Equal(Proposals.Content.Kinds, line.Told);
            var check = await RecordCheck.Of(Steward.Of(record), default);
            Assert.Empty(check.Problems);
            Assert.Equal((2, 1), (check.Sealed, check.Erased));
        }
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task After_it_was_erased_a_withdrawal_stops_what_waits_and_names_whom_to_tell(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var (_, arrived) = await HandOver(hosts);
        await hosts.ToCare();
        var (_, waiting) = await HandOver(hosts, "2031-2");
        await Erase(hosts, arrived.Handover);
        await Erase(hosts, waiting.Handover);

        var stopped = (await hosts.PoliceDesk.Withdraw(Officer, waiting.Consent, default))!;
        var told = (await hosts.PoliceDesk.Withdraw(Officer, arrived.Consent, default))!;

        Assert.Equal((1, 0, false, 0), (stopped.Stopped, stopped.ToTell.Count, stopped.IsTold, stopped.Unread));
        Assert.Equal((0, Proposals.Harbor, true, 0), (told.Stopped, Assert.Single(told.ToTell).Organization, told.IsTold, told.Unread));
        Assert.Equal(new Record.Handovers.InboxReport(1, 0, 0), await hosts.ToCare());
        Assert.Equal(arrived.Handover, Assert.Single(await hosts.CareDesk.Withdrawn(TwoHosts.CareAs(Credence.Care.Access.CareRole.Advocate), default)).Handover);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_hold_on_the_incident_or_the_encounter_or_on_the_incident_an_encounter_is_tied_to_keeps_it(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var retention = new RetentionDesk(hosts.Police);
        var (incident, ofIncident) = await HandOver(hosts);
        var (tied, met, free) = (await hosts.Police.Encounter(Officer, Roadside.Concern), await hosts.Police.Encounter(Officer, Roadside.Quiet), await hosts.Police.Encounter(Officer, Roadside.Quiet));
        var (ofTied, ofMet, ofFree) = (await HandOverMet(hosts, tied), await HandOverMet(hosts, met), await HandOverMet(hosts, free));
        await new EncounterDesk(hosts.Police, Roadside.Packs).Tie(Officer, tied, "2031-1", default);
        hosts.Clock.Now += Year;
        var proposal = Assert.IsType<RetentionAnswer.Proposed>(await retention.ProposeDue(Administrator, CareWorld.Retention, default));
        Assert.Equal(4, proposal.Steps);
        // After the proposal, before it is carried out.
        Assert.IsType<RetentionAnswer.Done>(await retention.Hold(Cast.Supervisor, incident, HoldReason.CourtOrder, default));
        Assert.IsType<RetentionAnswer.Done>(await retention.HoldEncounter(Cast.Supervisor, met, HoldReason.Inquiry, default));

        await Carry(hosts, proposal.Id);

        foreach (var held in (HandoverId[])[ofIncident.Handover, ofTied, ofMet])
        {
            Assert.Equal("PASSPORT-IN-THE-SAFE", (await hosts.PoliceDesk.Open(Cast.Supervisor, held, default))!.Safety);
            Assert.IsType<RetentionAct.Held>(Assert.Single((await Plan(hosts)).Single(content => content.Lines[0].Record.Kind is RecordKind.Handover
                && content.Subject == Row(hosts.Police, held).GetAwaiter().GetResult().Key).Lines).Act);
        }

        Assert.Null(await hosts.PoliceDesk.Open(Cast.Supervisor, ofFree, default));
        Assert.Equal([StepState.Held, StepState.Held, StepState.Held, StepState.Done],
            (await retention.Show(Administrator, proposal.Id, default))!.Value.Steps.Select(step => step.State).OrderDescending());
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task What_was_told_does_not_open_in_the_place_of_another_handover(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var (_, first) = await HandOver(hosts);
        var (_, second) = await HandOver(hosts, "2031-2");
        var (one, two) = (await Row(hosts.Police, first.Handover), await Row(hosts.Police, second.Handover));

        await Put(one.Id, one.Key, two.Sent);
        await Put(two.Id, two.Key, one.Sent);
        await NeitherOpens();
        // And with their keys.
        await Put(one.Id, Guid.NewGuid(), two.Sent);
        await Put(two.Id, one.Key, one.Sent);
        await Put(one.Id, two.Key, two.Sent);
        await NeitherOpens();
        await Put(two.Id, Guid.NewGuid(), two.Sent);
        await Put(one.Id, one.Key, one.Sent);
        await Put(two.Id, two.Key, two.Sent);
        Assert.NotNull(await hosts.PoliceDesk.Open(Cast.Supervisor, one.Id, default));
        // Nor with what was signed for another.
        await using (var rows = hosts.Police.Enter(Scope.Steward))
            await rows.Everything<SentHandover>().Where(row => row.Id == one.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Signed, two.Signed));
        Assert.Null(await hosts.PoliceDesk.Open(Cast.Supervisor, one.Id, default));

        async Task NeitherOpens()
        {
            foreach (var id in (HandoverId[])[one.Id, two.Id]) Assert.Null(await hosts.PoliceDesk.Open(Cast.Supervisor, id, default));
            Assert.Equal(2, (await RecordCheck.Of(Steward.Of(hosts.Police), default)).Problems.Count(problem => problem.StartsWith("sent_handovers, sent_handovers.sent.", StringComparison.Ordinal)));
        }

        async Task Put(HandoverId id, Guid key, byte[] sent)
        {
            await using var rows = hosts.Police.Enter(Scope.Steward);
            Assert.Equal(1, await rows.Everything<SentHandover>().Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Key, key).SetProperty(row => row.Sent, sent)));
        }
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_handover_that_is_numbered_like_its_incident_goes_alone(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var incident = await Cast.AddIncident(hosts.Police, Cast.Riverton, "2031-1", findings: Stories.Findings);
        var posted = Assert.IsType<HandoverOutcome.Posted>(await hosts.PoliceDesk.HandOver(
            Officer, incident, Proposals.Of(Proposals.Signed(hosts.Clock.Now), new HandoverId(incident.Value)), default));

        await Erase(hosts, posted.Handover);

        Assert.Null(await hosts.PoliceDesk.Open(Cast.Supervisor, posted.Handover, default));
        Assert.Equal((ContentState.Kept, Stories.Findings), (await Stories.State(hosts.Police, incident), await Stories.Read(hosts.Police, incident)));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Its_key_is_turned_with_the_ring_and_an_erasing_that_stopped_is_finished_at_the_next_opening(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var (_, posted) = await HandOver(hosts);
        var rotation = new KeyRotation(hosts.Police.Vault.Folder, (FileKeyRing)hosts.Police.Vault.Ring, hosts.Police.Vault.Keys, hosts.Clock);
        Assert.Equal(2, (await rotation.Run(default)).Version);
        Assert.Equal([2], (await hosts.Police.Vault.Keys.Count(default)).Keys);
        Assert.Equal("PASSPORT-IN-THE-SAFE", (await hosts.PoliceDesk.Open(Cast.Supervisor, posted.Handover, default))!.Safety);
        Assert.Empty((await RecordCheck.Of(Steward.Of(hosts.Police), default)).Problems);

        await Stories.Tamper(hosts.PolicePlace.Place, """UPDATE sent_handovers SET "Content" = 1""");
        var again = await Cast.OpenPoliceRecord(hosts.PolicePlace, hosts.Clock);

        var row = await Row(again, posted.Handover);
        Assert.Equal(ContentState.Erased, row.Content);
        Assert.Null(await again.Vault.Find(row.Key, default));
        Assert.Null(await new HandoverDesk(again, hosts.Sender).Open(Cast.Supervisor, posted.Handover, default));
        Assert.Equal("content.erased", (await Stories.Kinds(again))[^1]);
    }

    private static async Task<(IncidentId Incident, HandoverOutcome.Posted Posted)> HandOver(TwoHosts hosts, string number = "2031-1")
    {
        var incident = await Cast.AddIncident(hosts.Police, Cast.Riverton, number);
        return (incident, Assert.IsType<HandoverOutcome.Posted>(await hosts.PoliceDesk.HandOver(Officer, incident, Proposals.Of(Proposals.Signed(hosts.Clock.Now)), default)));
    }

    private static async Task<HandoverId> HandOverMet(TwoHosts hosts, EncounterId met) =>
        Assert.IsType<HandoverOutcome.Posted>(await hosts.PoliceDesk.HandOverMet(Officer, met, Proposals.Of(Proposals.Signed(hosts.Clock.Now)), default)).Handover;

    private static async Task<List<PlannedContent>> Plan(TwoHosts hosts)
    {
        var planned = new List<PlannedContent>();
        await new RetentionDesk(hosts.Police).Plan(Administrator, CareWorld.Retention, planned.Add, default);
        return planned;
    }

    private static async Task Erase(TwoHosts hosts, HandoverId handover)
    {
        var step = new ErasureStep((await Row(hosts.Police, handover)).Key, "Two persons say so.", "invented@1/rule");
        await Carry(hosts, Assert.IsType<RetentionAnswer.Done>(await new RetentionDesk(hosts.Police).ProposeErasing(Administrator, [step], default)).Id);
    }

    private static async Task Carry(TwoHosts hosts, Guid proposal)
    {
        var desk = new RetentionDesk(hosts.Police);
        Assert.IsType<RetentionAnswer.Done>(await desk.Approve(Cast.Supervisor, proposal, default));
        Assert.IsType<RetentionAnswer.Done>(await desk.Carry(Administrator, proposal, null, default));
    }

    private static async Task<SentHandover> Row(RecordStore<PoliceContext> record, HandoverId handover)
    {
        await using var rows = record.Enter(Scope.Steward);
        return await rows.Everything<SentHandover>().AsNoTracking().SingleAsync(row => row.Id == handover);
    }

    // All that somebody reads who has the record, its ring and every key that is left.
    private static async Task<string> Readable(RecordStore<PoliceContext> record)
    {
        var read = new StringBuilder();
        await using var rows = record.Enter(Scope.Steward);
        await foreach (var value in record.Content.SealedValues(rows))
        {
            using var key = await record.Vault.Find(value.Key, default);
            if (key?.TryOpen(value.Bytes, value.Place) is { } plain) read.AppendLine(Encoding.UTF8.GetString(plain));
        }

        return read.ToString();
    }
}
