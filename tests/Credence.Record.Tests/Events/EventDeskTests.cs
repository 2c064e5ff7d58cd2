using Credence.Police.Access;
using Credence.Police.Events;
using Credence.Police.Incidents;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Tests.Handovers;
using Credence.Record.Tests.Review;
using Credence.Review;

namespace Credence.Record.Tests.Events;

public class EventDeskTests
{
    private static PoliceAccess Auditor => Cast.At(Cast.Riverton, PoliceRole.Auditor, PurposeKind.Audit);

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task The_log_is_narrowed_by_kind_account_incident_and_day_page_after_page(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var clock = new HandClock();
        await using var review = await Reviews.Begin(workplace, 3, doubled: 0, clock);
        clock.Now = new DateTimeOffset(2031, 3, 1, 0, 0, 0, TimeSpan.Zero);
        var read = await review.Read(Reviews.Ana, VictimAnswer.No);
        await new IncidentDesk(review.Record).Open(Reviews.Ben, read.Incident, default);
        var desk = new EventDesk(review.Record);
        async Task<List<string>> Kinds(EventFilter filter) => [.. (await desk.Read(Auditor, filter, null, 50, default)).Select(line => line.Kind)];

        Assert.Equal(["reading.kept", "reading.begun"], await Kinds(new EventFilter { Kind = "reading" }));
        Assert.Equal(["reading.kept"], await Kinds(new EventFilter { Kind = "reading.kept" }));
        Assert.Empty(await Kinds(new EventFilter { Kind = "read" }));
        Assert.Empty(await Kinds(new EventFilter { Kind = "%" }));
        Assert.Equal(["reading.kept", "incident.opened", "reading.begun"], await Kinds(new EventFilter { Account = Reviews.Ana.Account }));
        Assert.Equal(["incident.opened", "reading.kept", "incident.opened", "reading.begun", "incident.imported"], await Kinds(new EventFilter { About = read.Incident.Value }));
        Assert.Contains("review.begun", await Kinds(new EventFilter { To = new DateOnly(2031, 2, 28) }));
        Assert.DoesNotContain("reading.kept", await Kinds(new EventFilter { To = new DateOnly(2031, 2, 28) }));
        Assert.DoesNotContain("review.begun", await Kinds(new EventFilter { From = new DateOnly(2031, 3, 1), To = DateOnly.MaxValue }));
        var first = Assert.Single(await desk.Read(Auditor, new EventFilter { Kind = "incident.opened" }, null, 1, default));
        var second = Assert.Single(await desk.Read(Auditor, new EventFilter { Kind = "incident.opened" }, first.Sequence, 1, default));
        Assert.Equal((Reviews.Ben.Account, Reviews.Ana.Account), (first.Account, second.Account));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task That_the_chain_was_checked_and_held_is_written_down(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Cast.NewPoliceRecord(workplace);
        var desk = new EventDesk(record);
        Assert.Null(await desk.LastCheck(Auditor, default));

        var check = await desk.Check(Auditor, default);

        Assert.True(check!.Holds);
        var last = await desk.LastCheck(Auditor, default);
        Assert.Equal((true, check.Events), (last!.Holds, last.Events));
        Assert.Null(await desk.Check(Reviews.Ana, default));
        Assert.Null(await desk.LastCheck(Cast.At(Cast.Lakeside, PoliceRole.Auditor, PurposeKind.Audit), default));
    }

    [Fact]
    public async Task That_the_chain_did_not_hold_is_written_down_too()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var record = await Cast.NewPoliceRecord(workplace);
        var desk = new EventDesk(record);
        await desk.Check(Auditor, default);
        await Stories.Tamper(workplace.Place, """DROP TRIGGER events_stay; UPDATE events SET "Count" = 7 WHERE "Sequence" = 1""");

        Assert.False((await desk.Check(Auditor, default))!.Holds);
        Assert.False((await desk.LastCheck(Auditor, default))!.Holds);
    }
}
