using Credence.Police.Access;
using Credence.Police.Incidents;
using Credence.Screening;

namespace Credence.Record.Tests.Police;

public class IncidentDeskTests
{
    private static readonly QueueFilter All = new() { MissedOnly = false };

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task The_queue_shows_the_strongest_first_and_pages_on_where_it_ended(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Cast.NewPoliceRecord(workplace);
        foreach (var (number, level, score) in ((string, Level, double)[])
        [
            ("2031-1", Level.PossibleIndication, 9), ("2031-2", Level.StrongIndication, 2), ("2031-3", Level.StrongIndication, 7),
            ("2031-4", Level.StrongIndication, 2), ("2031-5", Level.NoneFound, 0),
        ]) await Cast.AddIncident(record, Cast.Riverton, number, level, score);
        var desk = new IncidentDesk(record);

        var whole = await desk.Queue(Cast.Investigator, All, null, 50, default);
        var paged = new List<QueueLine>();
        for (QueuePlace? place = null; await desk.Queue(Cast.Investigator, All, place, 2, default) is [.., var last] page; place = last.Place) paged.AddRange(page);

        Assert.Equal(["2031-3", "2031-2", "2031-4", "2031-1", "2031-5"], whole.Select(line => line.Number));
        Assert.Equal(whole, paged);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task The_queue_narrows_and_counts_possible_and_strong_apart(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Cast.NewPoliceRecord(workplace);
        await Cast.AddIncident(record, Cast.Riverton, "2031-1", Level.PossibleIndication);
        await Cast.AddIncident(record, Cast.Riverton, "2031-2");
        await Cast.AddIncident(record, Cast.Riverton, "2031-3", isMissed: false);
        var desk = new IncidentDesk(record);

        var strong = await desk.Queue(Cast.Investigator, new QueueFilter { Level = Level.StrongIndication }, null, 50, default);
        var counts = await desk.Count(Cast.Investigator, All, default);

        Assert.Equal("2031-2", Assert.Single(strong).Number);
        Assert.Equal(
            [new QueueCount(Level.StrongIndication, true, 1), new QueueCount(Level.StrongIndication, false, 1), new QueueCount(Level.PossibleIndication, true, 1)],
            counts);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Another_agency_s_incidents_do_not_exist_even_by_their_ids(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Cast.NewPoliceRecord(workplace);
        var id = await Cast.AddIncident(record, Cast.Lakeside, "2031-1");
        var desk = new IncidentDesk(record);

        Assert.Empty(await desk.Queue(Cast.Supervisor, All, null, 50, default));
        Assert.Empty(await desk.Count(Cast.Supervisor, All, default));
        Assert.Empty(await desk.History(Cast.Supervisor, id, default));
        Assert.Single(await desk.History(Cast.At(Cast.Lakeside, PoliceRole.Supervisor), id, default));
    }
}
