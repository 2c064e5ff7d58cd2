using Credence.Care.Access;
using Credence.Care.FollowUps;
using Credence.Care.Statements;
using Credence.Care.Storage;
using Credence.Record.Access;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Tests.Care;

public class StatementDeskTests
{
    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task For_the_organization_a_statement_exists_only_while_the_person_shares_it(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var desk = new StatementDesk(record);
        var own = CareCast.Own(new PersonId(Guid.NewGuid()));
        var id = await Keep(desk, own, "He kept my papers (invented).");

        Assert.Empty(await desk.Shared(CareCast.Advocate, default));
        Assert.Null(await desk.Open(CareCast.Advocate, id, default));
        Assert.True(await desk.Share(own, id, default));
        Assert.Equal("He kept my papers (invented).", (await desk.Open(CareCast.Advocate, id, default))!.Words);
        Assert.Null(await desk.Open(CareCast.At(CareCast.Meadow, CareRole.ProviderLead), id, default));
        Assert.Null(await desk.Open(CareCast.At(CareCast.Harbor, CareRole.Administrator), id, default));
        Assert.True(await desk.Unshare(own, id, default));
        Assert.Null(await desk.Open(CareCast.Advocate, id, default));
        Assert.Single(await desk.List(own, default));
    }

    [Fact]
    public async Task Behind_that_filter_the_server_keeps_a_second_lock()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Postgres);
        var record = await CareCast.NewCareRecord(workplace);
        var desk = new StatementDesk(record);
        var (own, other) = (CareCast.Own(new PersonId(Guid.NewGuid())), CareCast.Own(new PersonId(Guid.NewGuid())));
        await Keep(desk, own, "mine");
        var shared = await Keep(desk, other, "shared");
        await desk.Share(other, shared, default);

        Assert.Equal([shared], await PastTheFilters(record, CareCast.Advocate));
        Assert.Equal([shared], await PastTheFilters(record, other));
        Assert.Single(await PastTheFilters(record, own));
        Assert.Empty(await PastTheFilters(record, CareCast.At(CareCast.Harbor, CareRole.Administrator)));
        Assert.Empty(await PastTheFilters(record, CareCast.Worker));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task An_answer_waits_for_one_without_a_name_and_for_the_organization_it_goes_when_the_sharing_does(DatabaseKind kind)
    {
        const string Answer = "Come on Tuesday, ask for the blue door (invented).";
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var desk = new StatementDesk(record);
        var (own, other) = (CareCast.Own(new PersonId(Guid.NewGuid())), CareCast.Own(new PersonId(Guid.NewGuid())));
        var begun = record.Clock.GetUtcNow();
        var id = await Keep(desk, own, "He kept my papers (invented).");
        Assert.IsType<ReplyAnswer.NotFound>(await desk.Reply(CareCast.Advocate, id, Answer, default));
        await desk.Share(own, id, default);
        Assert.Equal((false, false, false), State(Assert.Single(await desk.Shared(CareCast.Advocate, default))));
        await desk.Open(CareCast.Advocate, id, default);
        Assert.Equal((false, true, false), State(Assert.Single(await desk.Shared(CareCast.Advocate, default))));

        foreach (var nobody in (CareAccess[])[CareCast.Worker, CareCast.At(CareCast.Harbor, CareRole.Administrator), CareCast.At(CareCast.Meadow, CareRole.ProviderLead)])
            Assert.IsType<ReplyAnswer.NotFound>(await desk.Reply(nobody, id, Answer, default));
        foreach (var unfit in (string[])["", " ", new string('x', StatementDesk.LongestReply + 1)]) Assert.IsType<ReplyAnswer.Refused>(await desk.Reply(CareCast.Advocate, id, unfit, default));
        Assert.False(await desk.HasReplySince(own, null, default));
        Assert.IsType<ReplyAnswer.Written>(await desk.Reply(CareCast.Advocate, id, Answer, default));

        Assert.Equal((false, true, true), State(Assert.Single(await desk.Shared(CareCast.Advocate, default))));
        Assert.Equal(Answer, Assert.Single((await desk.Open(CareCast.Lead, id, default))!.Replies).Words);
        Assert.Equal(Answer, Assert.Single(Assert.Single(await desk.List(own, default)).Replies).Words);
        Assert.Equal((true, true, false, false), (await desk.HasReplySince(own, begun.AddMinutes(-1), default), await desk.HasReplySince(own, null, default),
            await desk.HasReplySince(own, record.Clock.GetUtcNow().AddMinutes(1), default), await desk.HasReplySince(other, null, default)));
        Assert.Single(await CareCast.Events(record), row => row.Kind == "statement.answered" && row.Subject == own.Person.Value);
        Assert.DoesNotContain(await CareCast.Events(record), row => row.Detail.Contains("Tuesday", StringComparison.Ordinal));

        Assert.True(await desk.Unshare(own, id, default));
        await using (var rows = record.Enter(CareCast.Advocate)) Assert.Empty(await rows.StatementReplies.ToListAsync());
        Assert.IsType<ReplyAnswer.NotFound>(await desk.Reply(CareCast.Advocate, id, Answer, default));
        Assert.Equal(Answer, Assert.Single(Assert.Single(await desk.List(own, default)).Replies).Words);
        Assert.True(await desk.Share(own, id, default));
        Assert.Single((await desk.Open(CareCast.Advocate, id, default))!.Replies);

        static (bool, bool, bool) State(SharedStatement one) => (one.HasFile, one.IsRead, one.IsAnswered);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task What_a_person_shares_stays_in_the_file_and_waits_however_much_others_share_later(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var desk = new StatementDesk(record);
        var person = new PersonId(Guid.NewGuid());
        var first = Assert.IsType<StatementAnswer.Kept>(await desk.Send(CareCast.Own(person), null, "The date is wrong (invented).", StatementAsk.Correct, default)).Id;
        var other = CareCast.Own(new PersonId(Guid.NewGuid()));
        for (var later = 0; later < 201; later++) await desk.Send(other, null, "Later (invented).", StatementAsk.Nothing, default);

        Assert.DoesNotContain(await desk.Shared(CareCast.Advocate, default), one => one.Id == first);
        Assert.Equal(first, Assert.Single(await desk.Shared(CareCast.Advocate, person, default)).Id);
        Assert.Empty(await desk.Shared(CareCast.Worker, person, default));
        Assert.Equal(first, (await new FollowUpDesk(record).Statements(CareCast.Advocate, default))[0].Id);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Correcting_adds_and_overwrites_nothing(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var desk = new StatementDesk(record);
        var own = CareCast.Own(new PersonId(Guid.NewGuid()));
        var first = await Keep(desk, own, "It was in April.");
        await desk.Share(own, first, default);

        var second = Assert.IsType<StatementAnswer.Kept>(await desk.Add(own, first, "It was in May.", default)).Id;

        var kept = await desk.List(own, default);
        Assert.Equal(["It was in April.", "It was in May."], kept.Select(one => one.Words));
        Assert.Equal(first, kept[1].AddsTo);
        Assert.Null(await desk.Open(CareCast.Advocate, second, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Nobody_reads_shares_or_adds_to_what_somebody_else_keeps(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var desk = new StatementDesk(record);
        var (own, other) = (CareCast.Own(new PersonId(Guid.NewGuid())), CareCast.Own(new PersonId(Guid.NewGuid())));
        var id = await Keep(desk, own, "mine");

        Assert.Empty(await desk.List(other, default));
        Assert.False(await desk.Share(other, id, default));
        Assert.False(await desk.Unshare(other, id, default));
        Assert.IsType<StatementAnswer.NotFound>(await desk.Add(other, id, "mine too", default));
        Assert.IsType<StatementAnswer.NotFound>(await desk.Add(other, new StatementId(Guid.NewGuid()), "mine too", default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Words_are_sealed_and_do_not_open_in_another_row(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var desk = new StatementDesk(record);
        var own = CareCast.Own(new PersonId(Guid.NewGuid()));
        var first = await Keep(desk, own, "He kept my papers.");
        var second = await Keep(desk, own, "She kept my wages.");

        await CareCast.Tamper(record, $"""UPDATE statements SET "Content" = (SELECT other."Content" FROM statements other WHERE other."Id" = {second.Value}) WHERE "Id" = {first.Value}""");

        var kept = await desk.List(own, default);
        Assert.Equal([null, "She kept my wages."], kept.Select(one => one.Words).Order());
        await using var rows = record.Enter(Scope.Steward);
        Assert.All(await rows.Everything<RecordedStatement>().ToListAsync(),
            row => Assert.DoesNotContain("kept", System.Text.Encoding.Latin1.GetString(row.Content), StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Nothing_written_and_too_much_are_said_in_a_sentence(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var desk = new StatementDesk(await CareCast.NewCareRecord(workplace));
        var own = CareCast.Own(new PersonId(Guid.NewGuid()));

        Assert.IsType<StatementAnswer.Refused>(await desk.Keep(own, " \n", default));
        var refused = Assert.IsType<StatementAnswer.Refused>(await desk.Keep(own, new string('x', StatementDesk.Longest + 1), default));
        Assert.Equal("Found 200001 letters, expected at most 200000: keep the rest as an addition.", refused.Because);
    }

    private static async Task<StatementId> Keep(StatementDesk desk, SurvivorAccess own, string words) =>
        Assert.IsType<StatementAnswer.Kept>(await desk.Keep(own, words, default)).Id;

    private static async Task<List<StatementId>> PastTheFilters(RecordStore<CareContext> record, RecordAccess access)
    {
        await using var rows = record.Enter(access);
        return await rows.Statements.IgnoreQueryFilters().Select(row => row.Id).ToListAsync();
    }
}
