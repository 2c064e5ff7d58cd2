using Credence.Police.Access;
using Credence.Police.Encounters;
using Credence.Police.Training;

namespace Credence.Record.Tests.Training;

public class TrainingDeskTests
{
    private static readonly PoliceAccess Officer = Cast.At(Cast.Riverton, PoliceRole.Officer);

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task What_is_sent_twice_is_kept_once_and_one_s_own_alone(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Cast.NewPoliceRecord(workplace);
        var desk = new TrainingDesk(record);
        var (name, before) = (new MadeByClient(Guid.NewGuid()), (await Stories.Kinds(record)).Count);

        for (var times = 0; times < 2; times++) Assert.IsType<PracticeAnswer.Kept>(await desk.Finish(Officer, name, "traffic-stop", 3, 4, default));

        var own = (await desk.Own(Officer, default))!;
        Assert.Equal(new PracticeLine("traffic-stop", DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime), 3, 4), Assert.Single(own.Done));
        Assert.Equal(own.Done[0].On.AddMonths(6), own.DueAgain);
        Assert.Equal(["practice.finished"], (await Stories.Kinds(record))[before..].Where(one => one.StartsWith("practice.", StringComparison.Ordinal)));
        Assert.Empty((await desk.Own(Cast.Supervisor, default))!.Done);
        Assert.Null(await desk.Own(Cast.At(Cast.Riverton, PoliceRole.Auditor), default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_supervisor_asks_for_practice_and_sees_that_it_was_done_and_never_how(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Cast.NewPoliceRecord(workplace);
        var desk = new TrainingDesk(record);
        var due = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(14);

        Assert.IsType<PracticeAnswer.Kept>(await desk.Assign(Cast.Supervisor, Officer.Account, "farm-housing", due, default));
        var before = (await desk.Team(Cast.Supervisor, default)).Single(one => one.Officer == Officer.Account);
        await desk.Finish(Officer, new MadeByClient(Guid.NewGuid()), "farm-housing", 1, 4, default);
        var after = (await desk.Team(Cast.Supervisor, default)).Single(one => one.Officer == Officer.Account);

        Assert.Equal(new AssignedLine("farm-housing", due, IsDone: false), Assert.Single(before.Assigned));
        Assert.True(Assert.Single(after.Assigned).IsDone);
        Assert.Equal(["practice.assigned", "practice.finished"], (await Stories.Kinds(record)).Where(one => one.StartsWith("practice.", StringComparison.Ordinal)));
        Assert.DoesNotContain(typeof(TeamPractice).GetProperties().Concat(typeof(AssignedLine).GetProperties()), property => property.PropertyType == typeof(int));
        Assert.Null((await desk.Measures(Cast.Supervisor, default))!.Coverage);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task What_was_asked_by_mistake_is_asked_no_longer_and_what_was_done_stays(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var desk = new TrainingDesk(await Cast.NewPoliceRecord(workplace));
        var day = new DateOnly(2099, 1, 1);
        foreach (var what in new[] { "farm-housing", "traffic-stop" }) await desk.Assign(Cast.Supervisor, Officer.Account, what, day, default);
        await desk.Finish(Officer, new MadeByClient(Guid.NewGuid()), "farm-housing", 1, 4, default);

        Assert.IsType<PracticeAnswer.NotFound>(await desk.Withdraw(Officer, Officer.Account, "farm-housing", default));
        for (var times = 0; times < 2; times++) Assert.IsType<PracticeAnswer.Kept>(await desk.Withdraw(Cast.Supervisor, Officer.Account, "farm-housing", default));
        Assert.IsType<PracticeAnswer.Refused>(await desk.Withdraw(Cast.Supervisor, Officer.Account, "Maria of 4th street", default));
        Assert.IsType<PracticeAnswer.NotFound>(await desk.Withdraw(Cast.At(Cast.Lakeside, PoliceRole.Supervisor), Officer.Account, "traffic-stop", default));

        var own = (await desk.Own(Officer, default))!;
        Assert.Equal("traffic-stop", Assert.Single(own.Assigned).What);
        Assert.Equal("farm-housing", Assert.Single(own.Done).What);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Nobody_assigns_for_another_agency_or_for_a_day_that_has_gone_by_or_without_the_right(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var desk = new TrainingDesk(await Cast.NewPoliceRecord(workplace));
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

        Assert.IsType<PracticeAnswer.NotFound>(await desk.Assign(Cast.Supervisor, Cast.At(Cast.Lakeside, PoliceRole.Officer).Account, "farm-housing", day.AddDays(1), default));
        Assert.IsType<PracticeAnswer.NotFound>(await desk.Assign(Officer, Officer.Account, "farm-housing", day.AddDays(1), default));
        Assert.IsType<PracticeAnswer.NotFound>(await desk.Assign(Cast.Supervisor, Cast.At(Cast.Riverton, PoliceRole.Auditor).Account, "farm-housing", day.AddDays(1), default));
        Assert.IsType<PracticeAnswer.Refused>(await desk.Assign(Cast.Supervisor, Officer.Account, "farm-housing", day.AddDays(-1), default));
        Assert.IsType<PracticeAnswer.Refused>(await desk.Finish(Officer, new MadeByClient(Guid.NewGuid()), "traffic-stop", 5, 4, default));
        Assert.IsType<PracticeAnswer.Refused>(await desk.Finish(Officer, new MadeByClient(Guid.NewGuid()), "Maria of 4th street", 1, 4, default));
    }
}
