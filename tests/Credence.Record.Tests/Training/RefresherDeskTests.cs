using Credence.Police.Access;
using Credence.Police.Encounters;
using Credence.Police.Training;
using Credence.Record.Tests.Care;
using Credence.Training;

namespace Credence.Record.Tests.Training;

public class RefresherDeskTests
{
    private static readonly PoliceAccess Officer = Cast.At(Cast.Riverton, PoliceRole.Officer);

    private static readonly string[] Scenarios = ["farm-housing", "traffic-stop"];

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task What_is_due_again_is_proposed_and_asked_for_by_one_press_and_then_no_more(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var clock = new MovedClock();
        var record = await Cast.NewPoliceRecord(workplace, clock);
        var desk = new TrainingDesk(record);
        await desk.Finish(Officer, new MadeByClient(Guid.NewGuid()), "farm-housing", 3, 4, default);
        await desk.Finish(Officer, new MadeByClient(Guid.NewGuid()), PracticeResult.Sorting, 9, 12, default);
        Assert.Empty(await desk.Refreshers(Cast.Supervisor, Scenarios, default));
        clock.Move(TimeSpan.FromDays(190));

        var proposed = await desk.Refreshers(Cast.Supervisor, Scenarios, default);
        Assert.Equal([(Officer.Account, PracticeResult.Sorting), (Officer.Account, "traffic-stop")], proposed.Select(one => (one.Officer, one.What)));
        Assert.Equal(2, Assert.IsType<PracticeAnswer.Asked>(await desk.AssignRefreshers(Cast.Supervisor, Scenarios, [.. proposed.Select(one => (one.Officer, one.What))], default)).Count);

        Assert.Empty(await desk.Refreshers(Cast.Supervisor, Scenarios, default));
        Assert.Equal(proposed.Select(one => new AssignedLine(one.What, one.By, IsDone: false)).OrderBy(one => one.What), (await desk.Own(Officer, default))!.Assigned.OrderBy(one => one.What));
        Assert.Equal(["practice.assigned", "practice.assigned"], (await Stories.Kinds(record))[^2..]);
        Assert.IsType<PracticeAnswer.Refused>(await desk.AssignRefreshers(Cast.Supervisor, Scenarios, [.. proposed.Select(one => (one.Officer, one.What))], default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Nobody_without_the_right_sees_or_asks_and_what_was_not_chosen_is_not_asked_for(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var clock = new MovedClock();
        var desk = new TrainingDesk(await Cast.NewPoliceRecord(workplace, clock));
        await desk.Finish(Officer, new MadeByClient(Guid.NewGuid()), "farm-housing", 3, 4, default);
        await desk.Finish(Officer, new MadeByClient(Guid.NewGuid()), PracticeResult.Sorting, 9, 12, default);
        clock.Move(TimeSpan.FromDays(190));

        Assert.Empty(await desk.Refreshers(Officer, Scenarios, default));
        Assert.IsType<PracticeAnswer.NotFound>(await desk.AssignRefreshers(Officer, Scenarios, [(Officer.Account, "traffic-stop")], default));
        Assert.IsType<PracticeAnswer.Refused>(await desk.AssignRefreshers(Cast.Supervisor, Scenarios, [(Officer.Account, "farm-housing")], default));
        Assert.Equal(1, Assert.IsType<PracticeAnswer.Asked>(await desk.AssignRefreshers(Cast.Supervisor, Scenarios, [(Officer.Account, "traffic-stop"), (Cast.Supervisor.Account, "traffic-stop")], default)).Count);
        Assert.Equal([PracticeResult.Sorting], (await desk.Refreshers(Cast.Supervisor, Scenarios, default)).Select(one => one.What));
    }
}
