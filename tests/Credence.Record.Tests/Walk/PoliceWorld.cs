using Credence.Classification;
using Credence.Evaluation.Measures;
using Credence.Incidents;
using Credence.Police.Access;
using Credence.Police.Approaches;
using Credence.Police.Classification;
using Credence.Police.Encounters;
using Credence.Police.Events;
using Credence.Police.Handovers;
using Credence.Police.Measures;
using Credence.Police.Incidents;
using Credence.Police.Protection;
using Credence.Police.Retention;
using Credence.Police.Review;
using Credence.Police.Storage;
using Credence.Training;
using Credence.Police.Training;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Handovers;
using Credence.Record.Keys;
using Credence.Record.Retention;
using Credence.Record.Storage;
using Credence.Record.Tests.Encounters;
using Credence.Record.Tests.Handovers;
using Credence.Record.Tests.Incidents;
using Credence.Record.Tests.Review;
using Credence.Review;
using Credence.Screening;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Tests.Walk;

/// <summary>A police record with incidents, encounters and reviews in every state, and somebody who waits for an account.</summary>
internal sealed class PoliceWorld : DeskWorld
{
    private readonly RecordStore<PoliceContext> _record;

    private PoliceWorld(Workplace workplace, RecordStore<PoliceContext> record, IncidentId incident, Guid proposal) : base(workplace)
    {
        _record = record;
        Teach(record);
        Teach(incident);
        Teach(Cast.At(Cast.Riverton, PoliceRole.Officer).Account);
        Teach(Imports.Screening);
        Teach(Imports.File(Imports.Header + Imports.Row("2031-9", "Another report (invented).")));
        Teach("ImportDesk.Problems.skip", () => 0);
        Teach("IncidentDesk.History.most", () => 50);
        Teach(new EventFilter());
        Teach(CareWorld.Retention);
        Teach("SearchDesk.Search.words", () => "report");
        Teach(MeasureFilter.Everything);
        Teach(new MeasureFigure(MeasureCatalog.Find("coded-trafficking")!, Breakdown.None, MeasureWords.All, MeasureWords.Yes));
        Teach("MeasureDesk.Behind.after", () => 0L);
        Teach("TrainingDesk.Finish.name", () => new MadeByClient(Guid.NewGuid()));
        Teach("TrainingDesk.Finish.what", () => "traffic-stop");
        Teach("TrainingDesk.Finish.right", () => 3);
        Teach("TrainingDesk.Finish.of", () => 4);
        Teach("TrainingDesk.Assign.what", () => "traffic-stop");
        Teach("TrainingDesk.Assign.due", () => DateOnly.MaxValue);
        Teach("TrainingDesk.Withdraw.what", () => "traffic-stop");
        Teach("TeamDesk.Open.handle", () => "4711");
        Teach("AgencyDesk.Rename.name", () => "Riverton Police (invented)");
        Teach("TeamDesk.Confirm.proposal", () => proposal);
    }

    public RecordStore<PoliceContext> Record => _record;

    public override IReadOnlyList<object> Roles { get; } = [.. Enum.GetValues<PoliceRole>().Cast<object>()];

    public static async Task<PoliceWorld> Make(Workplace workplace)
    {
        var record = await Cast.NewPoliceRecord(workplace);
        var incident = await Cast.AddIncident(record, Cast.Riverton, "2031-1");
        var second = new PoliceAccess(new AccountId(Guid.NewGuid()), Cast.Riverton, PoliceRole.Administrator, Purpose.Of(PurposeKind.Maintenance));
        var proposal = await new TeamDesk(record).Open(second, "0815", PoliceRole.Officer, default);
        Assert.IsType<TeamAnswer.LinkGiven>(await new TeamDesk(record).GiveLink(second, Cast.At(Cast.Riverton, PoliceRole.Officer).Account, default));
        await new EventDesk(record).Check(Cast.At(Cast.Riverton, PoliceRole.Auditor, PurposeKind.Audit), default);
        var world = new PoliceWorld(workplace, record, incident, Assert.IsType<TeamAnswer.Waits>(proposal).Proposal);
        await world.Fill(second, incident);
        await world.FillTraining();
        await world.FillRoadside();
        await world.FillReview(incident);
        await world.HandOver(incident);
        return world;
    }

    public override RecordAccess Access(DeskMethod method, object role, bool elsewhere) => Cast.At(
        elsewhere ? Cast.Lakeside : Cast.Riverton, (PoliceRole)role, method.Acts<PoliceAct>().Contains(PoliceAct.ReadEvents) ? PurposeKind.Audit : PurposeKind.Casework);

    // A row without a number, so that there is a problem to read; a hold to lift; something to be erased that somebody else proposed.
    private async Task Fill(PoliceAccess second, IncidentId incident)
    {
        var run = await _record.Import(Imports.Header + Imports.Row("", "No number (invented)."), Cast.At(Cast.Riverton, PoliceRole.Analyst, PurposeKind.Review));
        Teach("ImportDesk.Problems.run", () => run.Id);
        var other = await Cast.AddIncident(_record, Cast.Riverton, "2031-2");
        var desk = new RetentionDesk(_record);
        var steps = (IReadOnlyList<ErasureStep>)[new ErasureStep(other.Value, "Its time is over (invented).", "retention@1/invented")];
        var proposal = Assert.IsType<RetentionAnswer.Done>(await desk.ProposeErasing(second, steps, default)).Id;
        var hold = Assert.IsType<RetentionAnswer.Done>(await desk.Hold(Cast.Supervisor, incident, HoldReason.CourtOrder, default)).Id;
        Teach("RetentionDesk.ProposeErasing.steps", () => steps);
        foreach (var method in (string[])["Show", "Approve", "Withdraw", "Carry"]) Teach($"RetentionDesk.{method}.proposal", () => proposal);
        Teach("RetentionDesk.ProposeLifting.hold", () => hold);
        var old = await Cast.AddIncident(_record, Cast.Riverton, "2031-21");
        Teach("RetentionDesk.ProposeReviewed.schedule", () => CareWorld.Retention with { Rules = [.. CareWorld.Retention.Rules.Select(rule => rule with { Years = 1 })] });
        Teach("RetentionDesk.ProposeReviewed.reviewed", () => (IReadOnlyCollection<Guid>)[old.Value]);
    }

    // The officer sorted half a year ago, so that there is practice to hold and something due again.
    private async Task FillTraining()
    {
        var officer = Cast.At(Cast.Riverton, PoliceRole.Officer);
        await using (var act = await _record.Begin(officer, default))
        {
            act.Rows.Practices.Add(new RecordedPractice
            {
                Id = Guid.NewGuid(), Organization = officer.Organization, Officer = officer.Account, Name = Guid.NewGuid(), What = PracticeResult.Sorting,
                FinishedAt = _record.Clock.GetUtcNow().AddDays(-200), Right = 9, Of = 12,
            });
            act.Note(new EventDraft(new EventKind("practice.finished"), officer.Account.Value, detail: PracticeResult.Sorting));
            await act.Save(default);
        }

        Teach("RetentionDesk.HoldPractice.subject", () => officer.Account.Value);
        Teach("TrainingDesk.Refreshers.scenarios", () => (IReadOnlyList<string>)["traffic-stop"]);
        Teach("TrainingDesk.AssignRefreshers.scenarios", () => (IReadOnlyList<string>)["traffic-stop"]);
        Teach("TrainingDesk.AssignRefreshers.chosen", () => (IReadOnlyCollection<(AccountId, string)>)[(officer.Account, PracticeResult.Sorting)]);
    }

    // Each who keeps encounters has one, and reviews in every state; what a supervisor decides was asked by somebody else.
    private async Task FillRoadside()
    {
        var asked = new Dictionary<AccountId, (EncounterId Encounter, ArrestReviewId Considered, ArrestReviewId Made)>();
        foreach (var role in Enum.GetValues<PoliceRole>().Where(role => role.May(PoliceAct.KeepEncounter)))
        {
            var own = Cast.At(Cast.Riverton, role);
            var encounter = await _record.Encounter(own, Roadside.Concern);
            asked[own.Account] = (
                encounter, (await _record.Review(own, encounter, Roadside.Asking("90J"))).Id,
                (await _record.Review(own, encounter, Roadside.Asking("90J", stage: ArrestStage.MadeBeforeScreening))).Id);
        }

        var (officer, some) = (Roadside.Officer, asked[Roadside.Officer.Account]);
        (EncounterId Encounter, ArrestReviewId Considered, ArrestReviewId Made) Of(RecordAccess asker) => asked.GetValueOrDefault(asker.Account, some);
        Teach(Roadside.Packs);
        Teach(Roadside.Concern);
        Teach(new MadeByClient(new Guid("55555555-0000-0000-0000-000000000001")));
        Teach("EncounterDesk.Put.revision", () => 1);
        Teach("EncounterDesk.Change.revision", () => 1);
        Teach("EncounterDesk.Tie.number", () => "2031-77");
        foreach (var method in (string[])["EncounterDesk.Open", "EncounterDesk.Change", "EncounterDesk.Tie", "ArrestReviewDesk.Begin", "HandoverDesk.HandOverMet", "RetentionDesk.HoldEncounter"]) TeachOwn($"{method}.encounter", asker => Of(asker).Encounter);
        Teach(Roadside.Asking("90J"));
        TeachOwn("ArrestReviewDesk.Open.review", asker => Of(asker).Considered);
        TeachOwn("ArrestReviewDesk.End.review", asker => Of(asker).Considered);
        TeachOwn("ArrestReviewDesk.Packet.review", asker => Of(asker).Made);
        var excepted = await _record.Review(officer, some.Encounter, Roadside.Asking("90J", "warrant"));
        var life = await _record.Review(officer, some.Encounter, Roadside.Asking("90J", stage: ArrestStage.ActedToProtectLife));
        var approved = await _record.Review(officer, some.Encounter, Roadside.Asking("90J", "warrant"));
        Assert.IsType<ArrestAnswer.Done>(await new ArrestApprovalDesk(_record, Roadside.Packs).Approve(Cast.Supervisor, approved.Id, default));
        var declined = await _record.Review(officer, some.Encounter, Roadside.Asking("90J", "warrant"));
        Teach("ArrestApprovalDesk.Approve.review", () => excepted.Id);
        Teach("ArrestApprovalDesk.Decline.review", () => declined.Id);
        Teach("ArrestApprovalDesk.LookAt.review", () => life.Id);
        Teach("ArrestApprovalDesk.Relieve.review", () => some.Made);
        foreach (var method in (string[])["Exceptions", "Count"])
        {
            Teach($"ArrestApprovalDesk.{method}.from", () => DateTimeOffset.UnixEpoch);
            Teach($"ArrestApprovalDesk.{method}.to", () => _record.Clock.GetUtcNow().AddDays(1));
        }

        await FillDecisions();
    }

    private async Task FillDecisions()
    {
        var incident = await _record.Incident("2031-3");
        foreach (var method in (string[])["Open", "DecideVictim", "DecideOffense", "DecideCharge"]) Teach($"DeterminationDesk.{method}.incident", () => incident);
        foreach (var method in (string[])["ArrestReviewDesk.Begin", "ApproachDesk.Ask"]) Teach($"{method}.incident", () => incident);
        Teach(new VictimDecision(VictimStatus.Possible, "us-severe-labor"));
        Teach(new OffenseDecision([OffenseCode.InvoluntaryServitude]));
        Teach(new ChargeDecision(["us-1589"]));
        Teach(Roadside.Plan);
        Teach(Roadside.Agreement);
        Teach("ApproachDesk.Ask.advocate", () => Roadside.Advocate.Account);
        Teach("ApproachDesk.Decide.until", () => _record.Clock.GetUtcNow().AddDays(7));
        var (desk, sheets) = (new ApproachDesk(_record), new ApproachSheetDesk(_record));
        async Task<(IncidentId Incident, ApproachId Id)> Ask(string number)
        {
            var about = await _record.Incident(number);
            return (about, Assert.IsType<ApproachAnswer.Done>(await desk.Ask(Cast.Investigator, about, Roadside.Plan, Roadside.Advocate.Account, default)).Id);
        }

        var (answered, toAnswer) = (await Ask("2031-4"), await Ask("2031-5"));
        var (allowed, back, withdrawn) = (await Ask("2031-6"), await Ask("2031-7"), await Ask("2031-8"));
        foreach (var one in (ApproachId[])[answered.Id, allowed.Id, withdrawn.Id]) Assert.IsType<ApproachAnswer.Done>(await sheets.Answer(Roadside.Advocate, one, Roadside.Agreement, default));
        Assert.IsType<ApproachAnswer.Done>(await desk.Decide(Cast.Supervisor, allowed.Id, true, _record.Clock.GetUtcNow().AddDays(7), default));
        foreach (var method in (string[])["MayContact", "Of"]) Teach($"ApproachDesk.{method}.incident", () => allowed.Incident);
        Teach("ApproachDesk.Decide.approach", () => answered.Id);
        Teach("ApproachDesk.TakeBack.approach", () => back.Id);
        Teach("ApproachDesk.Report.approach", () => allowed.Id);
        Teach("ApproachDesk.Open.approach", () => allowed.Id);
        Teach("ApproachSheetDesk.Answer.approach", () => toAnswer.Id);
        Teach("ApproachSheetDesk.Withdraw.approach", () => withdrawn.Id);
    }

    // Everybody who reads has the same two incidents to read and has read something; on two more, readers differ. What a process remembers of a review is
    // made anew for each call, because the walk puts the record back; and nobody says no everywhere, so that nothing is learned meanwhile.
    private async Task FillReview(IncidentId incident)
    {
        var ids = new List<IncidentId> { incident };
        foreach (var number in (string[])["2031-11", "2031-12", "2031-13", "2031-14"]) ids.Add(await Cast.AddIncident(_record, Cast.Riverton, number));
        AccountId[] readers = [.. new[] { PoliceRole.Investigator, PoliceRole.Supervisor, PoliceRole.Analyst }.Select(role => Cast.At(Cast.Riverton, role).Account)];
        await using var boards = new ReviewBoards(_record);
        var begun = await new ReviewDesk(_record, boards).Begin(
            Cast.Supervisor, new NewReview { Name = "First", Filter = new QueueFilter { MissedOnly = false }, Readers = readers, DoubleShare = 1, AuditSize = 2 }, default);
        var review = Assert.IsType<ReviewAnswer.Done>(begun).Review;
        await using (var act = await _record.Begin(Cast.Supervisor, default))
        {
            var places = (await act.Rows.ReviewedIncidents.Join(act.Rows.Incidents, one => one.Incident, row => row.Row, (one, row) => new { row.Id, one.Place }).ToListAsync())
                .ToDictionary(one => one.Id, one => one.Place);
            foreach (var reader in readers)
                foreach (var id in ids.Take(2)) act.Rows.ReadingTurns.Add(Reviews.TurnRow(review, places[id], reader, _record.Clock.GetUtcNow() + ReadingDesk.Turn));
            foreach (var id in ids.Skip(2).Take(2))
            {
                act.Rows.Readings.Add(Reviews.ReadingRow(review, places[id], readers[0], VictimAnswer.Yes));
                act.Rows.Readings.Add(Reviews.ReadingRow(review, places[id], readers[2], VictimAnswer.No));
            }

            act.Rows.Readings.Add(Reviews.ReadingRow(review, places[ids[4]], readers[1], VictimAnswer.Yes));
            act.Note(new EventDraft(new EventKind("reading.kept"), review.Value));
            await act.Save(default);
        }

        Teach(review);
        Teach(new Judgement(new ReadingId(new Guid("33333333-0000-0000-0000-000000000001")), VictimAnswer.Unsure, ExploitationType.None));
        // Whoever reads blind draws no audit.
        var other = await new ReviewDesk(_record, boards).Begin(
            Cast.Supervisor, new NewReview { Name = "Audited", Filter = new QueueFilter { MissedOnly = false }, Readers = readers[..1], AuditSize = 2 }, default);
        Teach("ReviewDesk.DrawAudit.review", () => Assert.IsType<ReviewAnswer.Done>(other).Review);
        Teach("ReviewDesk.Begin.review", () => new NewReview { Name = "Second", Filter = new QueueFilter { MissedOnly = false }, Readers = readers });
        Teach("ReadingDesk.PutBack.incident", () => ids[1]);
        Teach("AdjudicationDesk.Open.incident", () => ids[2]);
        Teach("AdjudicationDesk.Adjudicate.incident", () => ids[3]);
        foreach (var method in DeskMethod.All.Where(method => method.Desk.GetConstructors()[0].GetParameters().Any(parameter => parameter.ParameterType == typeof(ReviewBoards))))
            Teach($"{method.Name}.boards", () => new ReviewBoards(_record));
    }

    private async Task HandOver(IncidentId incident)
    {
        var care = PostKeys.OpenOrCreate(new KeyFolder(Workplace.File("harbor-keys")), TwoHosts.Harbor, Side.Care, Cast.Lakeside, null);
        var post = Post.Of(_record, PostKeys.OpenOrCreate(Cast.Keys(Workplace), TwoHosts.Riverton, Side.Police, Cast.Riverton, null));
        await post.Partners.Add(TwoHosts.PoliceKeeper, care.Card, care.Card.Fingerprint, default);
        Teach(post);
        // Each who hands over has handed somebody over.
        var given = new Dictionary<AccountId, HandoverOutcome.Posted>();
        foreach (var own in (PoliceAccess[])[Roadside.Officer, Cast.Investigator, Cast.Supervisor])
            given[own.Account] = Assert.IsType<HandoverOutcome.Posted>(await new HandoverDesk(_record, post).HandOver(own, incident, Proposals.Of(Proposals.Signed(_record.Clock.GetUtcNow())), default));
        var posted = given[Cast.Supervisor.Account];
        TeachOwn("HandoverDesk.Given.consent", asker => given.GetValueOrDefault(asker.Account, posted).Consent);
        Teach("HandoverDesk.HandOverNew.met", () => new NewlyMet(new MadeByClient(Guid.NewGuid()), _record.Clock.GetUtcNow(), null));
        foreach (var method in (string[])["List", "Recent"]) Teach($"HandoverDesk.{method}.skip", () => 0);
        // The other agency has a post too: what it does not get is not for want of one.
        var other = Post.Of(_record, PostKeys.OpenOrCreate(Cast.Keys(Workplace), HostName.Of("lakeside-pd"), Side.Police, Cast.Lakeside, null));
        await other.Partners.Add(Cast.At(Cast.Lakeside, PoliceRole.Administrator, PurposeKind.Maintenance), care.Card, care.Card.Fingerprint, default);
        Teach(posted.Handover);
        Teach(posted.Consent);
        foreach (var method in (string[])["HandOver", "HandOverMet", "HandOverNew"]) Teach($"HandoverDesk.{method}.proposal", () => Proposals.Of(Proposals.Signed(_record.Clock.GetUtcNow())));
    }

    public override Task<IReadOnlyList<string>> Everything() => Everything(_record);
}
