using Credence.Care.Access;
using Credence.Care.Consents;
using Credence.Care.Erasure;
using Credence.Care.Events;
using Credence.Care.Persons;
using Credence.Care.Retention;
using Credence.Care.Statements;
using Credence.Care.Storage;
using Credence.Consents;
using Credence.Record.Access;
using Credence.Record.Backups;
using Credence.Record.Retention;
using Credence.Record.Storage;
using PersonId = Credence.Record.Access.PersonId;

namespace Credence.Record.Tests.Care;

public class ErasureDeskTests
{
    private static readonly RetentionSchedule Model = Walk.CareWorld.Retention;

    private static readonly CareAccess SecondLead = CareCast.At(CareCast.Harbor, CareRole.ProviderLead, 2);

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Who_asks_to_be_forgotten_is_told_what_goes_and_what_stays_and_a_lead_approves_it(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var person = await CareCast.TakeIn(record);
        var own = CareCast.Own(person);
        await CareCast.Give(record, CareCast.Signed(record, person, InformationKind.Language));
        await new StatementDesk(record).Keep(own, "What I want to say (invented).", default);
        var (desk, retention) = (new ErasureDesk(record), new RetentionDesk(record));

        var told = await desk.Ask(own, Model, default);
        Assert.Equal(["CareFile Due", "Consent Keep", "Statement Due"], told.Kept.SelectMany(content => content.Lines).Select(line => $"{line.Record.Kind} {line.Act.GetType().Name}"));
        Assert.Contains(told.Police, rule => rule.Kind is RecordKind.Incident && rule.Why.Contains("evidence", StringComparison.Ordinal));
        Assert.Equal(told.Proposal, (await desk.Ask(own, Model, default)).Proposal);
        Assert.Equal(told.Proposal, Assert.Single(await desk.Waiting(CareCast.Lead, Model, default)).Proposal);
        Assert.IsType<RetentionAnswer.Done>(await retention.Approve(CareCast.Lead, told.Proposal!.Value, default));
        Assert.IsType<RetentionAnswer.Done>(await retention.Carry(SecondLead, told.Proposal.Value, null, default));

        Assert.Null((await new PersonDesk(record).Open(own, default))!.Sheet);
        Assert.Null(Assert.Single(await new StatementDesk(record).List(own, default)).Words);
        Assert.Single(await new ConsentDesk(record).List(own, default));
        Assert.Empty(await desk.Waiting(CareCast.Lead, Model, default));
        Assert.Null(await desk.Asked(own, Model, default));
        var check = await RecordCheck.Of(Steward.Of(record), default);
        Assert.Empty(check.Problems);
        Assert.Equal((1, 2), (check.Sealed, check.Erased));
        var log = (await new LogDesk(record).Read(own, null, null, 50, default)).Select(line => line.What).ToList();
        Assert.Contains("erasure.asked", log);
        Assert.Contains("erasure.proposed", log);
        Assert.Equal(2, log.Count(what => what == "content.erased"));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Under_a_hold_nothing_is_proposed_until_it_ends(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var (person, other) = (await CareCast.TakeIn(record), await CareCast.TakeIn(record));
        await new StatementDesk(record).Keep(CareCast.Own(person), "What I want to say (invented).", default);
        var (desk, retention) = (new ErasureDesk(record), new RetentionDesk(record));
        var hold = ((RetentionAnswer.Done)await retention.Hold(CareCast.Advocate, person, HoldReason.CourtOrder, default)).Id;

        var told = await desk.Ask(CareCast.Own(person), Model, default);
        Assert.All(told.Kept.SelectMany(content => content.Lines), line => Assert.StartsWith("court-order/", Assert.IsType<RetentionAct.Held>(line.Act).Matter, StringComparison.Ordinal));
        Assert.Null(told.Proposal);
        Assert.NotNull((await desk.Ask(CareCast.Own(other), Model, default)).Proposal);
        Assert.Equal([null, "a proposal"], (await desk.Waiting(CareCast.Lead, Model, default)).Select(one => one.Proposal is null ? null : "a proposal"));
        var first = ((RetentionAnswer.Done)await retention.ProposeLifting(CareCast.Lead, hold, default)).Id;
        Assert.Equal(first, Assert.IsType<RetentionAnswer.Waits>(await retention.ProposeLifting(CareCast.Lead, hold, default)).Proposal);
        // Taken back, it waits no more, and another may be proposed.
        Assert.IsType<RetentionAnswer.Done>(await retention.Withdraw(CareCast.Lead, first, default));
        var lifting = ((RetentionAnswer.Done)await retention.ProposeLifting(CareCast.Lead, hold, default)).Id;
        await retention.Approve(SecondLead, lifting, default);
        await retention.Carry(CareCast.Lead, lifting, null, default);

        var made = Assert.IsType<RetentionAnswer.Proposed>(await retention.ProposeDue(CareCast.Lead, Model, default));
        Assert.Equal(2, made.Steps);
        Assert.Equal(2, (await desk.Waiting(CareCast.Lead, Model, default)).Count);
        await retention.Approve(SecondLead, made.Id, default);
        await retention.Carry(CareCast.Lead, made.Id, null, default);

        Assert.Null(await desk.Asked(CareCast.Own(person), Model, default));
        Assert.Equal(other, Assert.Single(await desk.Waiting(CareCast.Lead, Model, default)).Person);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_hold_on_a_person_after_the_approval_keeps_the_statement_too(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var own = CareCast.Own(await CareCast.TakeIn(record));
        await new StatementDesk(record).Keep(own, "What I want to say (invented).", default);
        var (desk, retention) = (new ErasureDesk(record), new RetentionDesk(record));
        var proposal = (await desk.Ask(own, Model, default)).Proposal!.Value;
        await retention.Approve(CareCast.Lead, proposal, default);

        Assert.IsType<RetentionAnswer.Done>(await retention.Hold(CareCast.Advocate, own.Person, HoldReason.NeededByThePerson, default));
        await retention.Carry(SecondLead, proposal, null, default);

        Assert.All((await retention.Show(CareCast.Lead, proposal, default))!.Value.Steps, step => Assert.Equal(StepState.Held, step.State));
        Assert.NotNull(await desk.Asked(own, Model, default));
        Assert.Equal((own.Person, null), Assert.Single((await desk.Waiting(CareCast.Lead, Model, default)).Select(one => (one.Person, one.Proposal))));
        Assert.NotNull(Assert.Single(await new StatementDesk(record).List(own, default)).Words);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task An_audit_holds_what_the_organization_may_read_and_not_what_is_the_person_s_alone(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var own = CareCast.Own(await CareCast.TakeIn(record));
        var (statements, retention) = (new StatementDesk(record), new RetentionDesk(record));
        await statements.Keep(own, "Mine alone (invented).", default);
        await statements.Send(own, null, "For you too (invented).", StatementAsk.Nothing, default);
        await retention.Hold(CareCast.Advocate, own.Person, HoldReason.Inquiry, default);

        var proposal = (await new ErasureDesk(record).Ask(own, Model, default)).Proposal!.Value;
        await retention.Approve(CareCast.Lead, proposal, default);
        await retention.Carry(SecondLead, proposal, null, default);

        Assert.Equal([null, "For you too (invented)."], (await statements.List(own, default)).Select(one => one.Words));
        Assert.NotNull((await new PersonDesk(record).Open(own, default))!.Sheet);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task What_was_erased_waits_in_no_list_and_the_person_is_told_when_it_was_done(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var own = CareCast.Own(await CareCast.TakeIn(record));
        var (desk, statements, retention) = (new ErasureDesk(record), new StatementDesk(record), new RetentionDesk(record));
        await statements.Send(own, null, "For you too (invented).", StatementAsk.Nothing, default);
        var proposal = (await desk.Ask(own, Model, default)).Proposal!.Value;
        Assert.Single(await statements.Shared(CareCast.Advocate, default));
        Assert.Single(await new PersonDesk(record).Caseload(CareCast.Advocate, closed: false, 0, 50, default));
        Assert.Null((await desk.Stands(own, Model, default)).ErasedAt);

        await retention.Approve(CareCast.Lead, proposal, default);
        await retention.Carry(SecondLead, proposal, null, default);

        Assert.Empty(await statements.Shared(CareCast.Advocate, default));
        Assert.Empty(await new PersonDesk(record).Caseload(CareCast.Advocate, closed: false, 0, 50, default));
        Assert.Equal(record.Clock.GetUtcNow(), (await desk.Stands(own, Model, default)).ErasedAt!.Value, TimeSpan.FromMinutes(1));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Who_takes_it_back_takes_the_proposal_back(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var own = CareCast.Own(await CareCast.TakeIn(record));
        var (desk, retention) = (new ErasureDesk(record), new RetentionDesk(record));
        var proposal = (await desk.Ask(own, Model, default)).Proposal!.Value;
        await retention.Approve(CareCast.Lead, proposal, default);

        Assert.True(await desk.TakeBack(own, default));

        Assert.Equal(ProposalState.Withdrawn, Assert.IsType<RetentionAnswer.NotInThisState>(await retention.Carry(SecondLead, proposal, null, default)).State);
        Assert.NotNull((await new PersonDesk(record).Open(own, default))!.Sheet);
        Assert.False(await desk.TakeBack(own, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Who_came_without_a_name_has_a_statement_erased_too(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var own = CareCast.Own(new PersonId(Guid.NewGuid()));
        var statements = new StatementDesk(record);
        var kept = Assert.IsType<StatementAnswer.Kept>(await statements.Send(own, null, "Nobody knows my name (invented).", StatementAsk.Talk, default)).Id;
        Assert.IsType<ReplyAnswer.Written>(await statements.Reply(CareCast.Advocate, kept, "Come on Tuesday (invented).", default));
        Assert.Equal(2, (await RecordCheck.Of(Steward.Of(record), default)).Sealed);
        var proposal = (await new ErasureDesk(record).Ask(own, Model, default)).Proposal!.Value;
        await new RetentionDesk(record).Approve(CareCast.Lead, proposal, default);
        await new RetentionDesk(record).Carry(CareCast.Lead, proposal, null, default);

        // What was answered goes with what it answers.
        var erased = Assert.Single(await statements.List(own, default));
        Assert.Equal((null, null), (erased.Words, Assert.Single(erased.Replies).Words));
        var check = await RecordCheck.Of(Steward.Of(record), default);
        Assert.Equal((0, 2), (check.Sealed, check.Erased));
        Assert.Empty(check.Problems);
        Assert.IsType<ReplyAnswer.NotFound>(await statements.Reply(CareCast.Advocate, kept, "Come on Friday (invented).", default));
        Assert.IsType<StatementAnswer.Kept>(await new StatementDesk(record).Keep(own, "Another one (invented).", default));
    }

    [Fact]
    public async Task An_older_backup_brings_back_no_word_of_what_was_erased()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var record = await CareCast.NewCareRecord(workplace);
        var own = CareCast.Own(await CareCast.TakeIn(record));
        await new StatementDesk(record).Keep(own, "What I want to say (invented).", default);
        var keeper = CareCast.At(CareCast.Harbor, CareRole.Administrator);
        await RecordBackup.Write(Steward.Of(record), keeper, workplace.File("before.zip"), default);
        var proposal = (await new ErasureDesk(record).Ask(own, Model, default)).Proposal!.Value;
        await new RetentionDesk(record).Approve(CareCast.Lead, proposal, default);
        await new RetentionDesk(record).Carry(CareCast.Lead, proposal, null, default);

        var place = new RecordPlace.EmbeddedFile(workplace.File("again.db"));
        var half = await CareRecord.OpenForUpkeep(place, Cast.Keys(workplace), TimeProvider.System, false, default);
        var handle = await AccountHandle(record, keeper.Account);
        var summary = await RecordRestore.Into(Steward.Of(half), workplace.File("before.zip"), new Restorer(handle, one => one.Id == keeper.Account), default);
        var again = await CareRecord.Open(place, Cast.Keys(workplace), TimeProvider.System, default);

        Assert.Equal(2, summary.StayErased);
        Assert.Null(Assert.Single(await new StatementDesk(again).List(own, default)).Words);
        Assert.Null((await new PersonDesk(again).Open(own, default))!.Sheet);
        Assert.Empty((await RecordCheck.Of(Steward.Of(again), default)).Problems);
    }

    private static async Task<string> AccountHandle(RecordStore<CareContext> record, AccountId account) =>
        (await Steward.Of(record).FindAccount(account.Value.ToString(), default))!.Handle;
}
