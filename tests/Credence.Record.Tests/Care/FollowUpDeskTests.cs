using Credence.Care.Consents;
using Credence.Care.FollowUps;
using Credence.Care.Handovers;
using Credence.Care.Referrals;
using Credence.Care.Statements;
using Credence.Consents;
using Credence.Record.Tests.Storage;
using Credence.Referrals;

namespace Credence.Record.Tests.Care;

public class FollowUpDeskTests
{
    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Whom_somebody_has_to_call_stands_in_the_inbox_until_somebody_says_that_it_was_done(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var person = await CareCast.TakeIn(record);
        var own = CareCast.Own(person);
        var (read, unread) = (await record.ByLink(person, InformationKind.Needs), await record.ByLink(person, InformationKind.Needs));
        var desk = new FollowUpDesk(record);
        Assert.NotNull(await new ReferralLinks(record).Read(read.Link, default));
        Assert.Empty(await desk.Calls(CareCast.Advocate, default));

        await new ReferralDesk(record).GoOn(own, read.Referral, goesOn: false, default);
        await new ReferralDesk(record).Withdraw(own, unread.Referral, default);

        var call = Assert.Single(await desk.Calls(CareCast.Advocate, default));
        Assert.Equal((person, read.Referral.Value, "Meadow Legal"), (call.Person, call.About, call.Name));
        Assert.Empty(await desk.Calls(CareCast.Worker, default));
        Assert.False(await desk.Settle(CareCast.Worker, FollowUpKind.Call, person, call.About, default));
        Assert.False(await desk.Settle(CareCast.Advocate, FollowUpKind.Call, person, Guid.NewGuid(), default));
        Assert.True(await desk.Settle(CareCast.Advocate, FollowUpKind.Call, person, call.About, default));
        Assert.Empty(await desk.Calls(CareCast.Advocate, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_consent_that_was_used_and_is_taken_back_without_a_post_is_a_call_to_make(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var person = await CareCast.TakeIn(record);
        var (_, consent, link) = await record.ByLink(person, InformationKind.Needs);
        await new ReferralLinks(record).Read(link, default);

        await new ConsentDesk(record).Withdraw(CareCast.Own(person), consent, default);

        Assert.Equal((consent.Value, "Meadow Legal"), (await new FollowUpDesk(record).Calls(CareCast.Advocate, default)).Select(one => (one.About, one.Name)).Single());
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_statement_that_was_seen_to_waits_no_more_until_it_is_shared_again(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var own = CareCast.Own(await CareCast.TakeIn(record));
        var (statements, desk) = (new StatementDesk(record), new FollowUpDesk(record));
        var first = Assert.IsType<StatementAnswer.Kept>(await statements.Send(own, null, "One (invented).", StatementAsk.Correct, default)).Id;
        var second = Assert.IsType<StatementAnswer.Kept>(await statements.Send(own, null, "Two (invented).", StatementAsk.Talk, default)).Id;
        Assert.Equal(2, (await desk.Statements(CareCast.Advocate, default)).Count);

        Assert.False(await desk.Settle(CareCast.Worker, FollowUpKind.Statement, own.Person, first.Value, default));
        Assert.True(await desk.Settle(CareCast.Advocate, FollowUpKind.Statement, own.Person, first.Value, default));
        Assert.Equal(second, Assert.Single(await desk.Statements(CareCast.Advocate, default)).Id);
        Assert.Equal(2, (await statements.Shared(CareCast.Advocate, default)).Count);

        await statements.Unshare(own, first, default);
        await statements.Share(own, first, default);
        Assert.Equal(2, (await desk.Statements(CareCast.Advocate, default)).Count);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_person_who_was_asked_after_taking_a_handover_s_consent_back_stands_in_the_list_no_more(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var handovers = new HandoverDesk(record);
        var person = await CareCast.Receive(record, new HandoverId(Guid.NewGuid()));
        var brought = Assert.Single(await new BroughtConsentDesk(record).List(CareCast.Own(person), default));
        await new BroughtConsentDesk(record).Withdraw(CareCast.Own(person), brought.Id, default);
        var desk = new FollowUpDesk(record);

        var waits = Assert.Single(await desk.Withdrawn(CareCast.Advocate, default));
        Assert.Equal(CareCast.Police.Value, Assert.Single(await desk.Calls(CareCast.Advocate, default)).Name);
        Assert.True(await desk.Settle(CareCast.Advocate, FollowUpKind.Withdrawal, person, waits.Handover.Value, default));

        Assert.Empty(await desk.Withdrawn(CareCast.Advocate, default));
        Assert.Single(await handovers.Withdrawn(CareCast.Advocate, default));
    }

    [Fact]
    public async Task Who_is_to_be_called_is_found_without_reading_the_whole_log()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var record = await CareCast.NewCareRecord(workplace);
        await using var rows = record.Enter(CareCast.Advocate);

        var steps = await QueryPlan.Of(rows, FollowUpDesk.ToCall(rows, "call/"));

        Assert.Contains(steps, step => step.Contains("IX_events_follow_ups", StringComparison.Ordinal));
    }
}
