using System.Text;
using Credence.Evaluation.Measures;
using Credence.Incidents;
using Credence.Police.Access;
using Credence.Police.Measures;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Storage;
using Credence.Record.Tests.Incidents;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Tests.Measures;

public class PoliceMeasureDeskTests
{
    private const string Header = "incident_id,ori,date,offense,identified_by,involvement,age,sex,race,narrative\n";

    // Counted by hand: 3 of 7 coded as trafficking (patrol 1 of 3, vice 1 of 2, nobody recorded 1 of 2); two incidents with 40A alone, one of them without
    // a victim; three arrested where 40A is coded, one of them under 18, one of no known age.
    private const string Reports = Header
        + "2031-1,ZZ0310000,2031-01-05,64A,Patrol,Victim,22,F,W,\"Report (invented).\"\n"
        + "2031-2,ZZ0310000,2031-02-05,90J,Patrol,Victim,34,M,B,\"Report (invented).\"\n"
        + "2031-3,ZZ0310000,2031-03-31,40A,Patrol,Arrestee,16,F,B,\"Report (invented).\"\n"
        + "2031-3,ZZ0310000,2031-03-31,40A,Patrol,Arrestee,,F,W,\"Report (invented).\"\n"
        + "2032-4,ZZ0310000,2032-01-05,64B,Vice unit,Victim,41,M,W,\"Report (invented).\"\n"
        + "2032-5,ZZ0310000,2032-02-05,40A,Vice unit,Arrestee,25,F,B,\"Report (invented).\"\n"
        + "2032-5,ZZ0310000,2032-02-05,40A,Vice unit,Victim,19,F,B,\"Report (invented).\"\n"
        + "2032-6,ZZ0310000,2032-12-01,64A,,Victim,20,F,A,\"Report (invented).\"\n"
        + "2032-7,ZZ0310000,,13B,,Victim,30,F,W,\"Report (invented).\"\n";

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Every_figure_is_as_counted_by_hand_and_another_agency_is_in_none(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Record(workplace);

        var counted = await Count(record, Cast.Supervisor);

        Assert.Equal((7, 0, false), (counted.Incidents, counted.NotKept, counted.IsProtected));
        Assert.Equal("3 of 7", Figure(counted, "coded-trafficking"));
        Assert.Equal("1 of 3", Figure(counted, "coded-trafficking", Breakdown.Unit, "patrol"));
        Assert.Equal("1 of 2", Figure(counted, "coded-trafficking", Breakdown.Unit, "vice"));
        Assert.Equal("1 of 2", Figure(counted, "coded-trafficking", Breakdown.Unit, "not recorded"));
        Assert.Equal("1 of 3", Figure(counted, "coded-trafficking", Breakdown.Year, "2031"));
        Assert.Equal("2 of 3", Figure(counted, "coded-trafficking", Breakdown.Year, "2032"));
        Assert.Equal("0 of 1", Figure(counted, "coded-trafficking", Breakdown.Year, "not recorded"));
        Assert.Equal("1 of 2", Figure(counted, "identified-by", answer: "patrol"));
        Assert.Equal("1 of 2", Figure(counted, "identified-by", answer: "vice"));
        Assert.Equal(1, Line(counted, "identified-by").Unknown);
        Assert.Equal("1 of 2", Figure(counted, "sold-without-victim"));
        Assert.Equal("1 of 2", Figure(counted, "minor-40a"));
        Assert.Equal(1, Line(counted, "minor-40a").Unknown);
        Assert.Equal("1 of 2", Figure(counted, "minor-40a", Breakdown.Race, "B"));
        Assert.Equal((0, 1), (Line(counted, "minor-40a", Breakdown.Race, "W").Of, Line(counted, "minor-40a", Breakdown.Race, "W").Unknown));
        Assert.Equal("1 of 2", Figure(counted, "minor-40a", Breakdown.Sex, "female"));
        var share = Line(counted, "coded-trafficking").Shares[0].Share!.Share;
        // Wilson 1927 for 3 of 7, by an independent calculator.
        Assert.Equal((0.1582, 0.7495), (Math.Round(share.Interval.Low, 4), Math.Round(share.Interval.High, 4)));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_unit_and_a_period_narrow_it_and_what_has_no_date_is_in_no_period_that_ends(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Record(workplace);

        Assert.Equal("1 of 3", Figure(await Count(record, Cast.Supervisor, new(From: new(2031, 1, 9), To: new(2031, 3, 1))), "coded-trafficking"));
        Assert.Equal("2 of 3", Figure(await Count(record, Cast.Supervisor, new(From: new(2032, 1, 1))), "coded-trafficking"));
        Assert.Equal("2 of 5", Figure(await Count(record, Cast.Supervisor, new(To: new(2032, 11, 1))), "coded-trafficking"));
        var vice = await Count(record, Cast.Supervisor, new(IdentifyingUnit.Vice));
        Assert.Equal(("1 of 2", "0 of 1", 2), (Figure(vice, "coded-trafficking"), Figure(vice, "minor-40a"), vice.Incidents));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Behind_a_figure_are_its_incidents_and_the_log_says_who_looked(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Record(workplace);

        Assert.Equal(["2031-1", "2032-4", "2032-6"], await Behind(record, new(Of("coded-trafficking"), Breakdown.None, "all", "yes")));
        Assert.Equal(["2031-2", "2031-3"], await Behind(record, new(Of("coded-trafficking"), Breakdown.Unit, "patrol", "no")));
        Assert.Equal(["2032-6"], await Behind(record, new(Of("coded-trafficking"), Breakdown.None, "all", "yes"), new(From: new(2032, 2, 1))));
        Assert.Equal(["2031-3"], await Behind(record, new(Of("minor-40a"), Breakdown.Race, "B", "yes")));
        Assert.Equal(["2032-5"], await Behind(record, new(Of("minor-40a"), Breakdown.None, "all", "no")));
        Assert.Empty(await Behind(record, new(Of("minor-40a"), Breakdown.Race, "A", "yes")));

        await using var rows = record.Enter(Cast.Supervisor);
        var events = await rows.Events.Where(row => row.Kind == "measures.followed").OrderBy(row => row.Sequence).ToListAsync();
        Assert.Equal((6, "coded-trafficking", 3, "Casework"), (events.Count, events[0].Detail, events[0].Count, events[0].Purpose));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_figure_of_many_is_read_page_by_page_each_incident_once(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Cast.NewPoliceRecord(workplace);
        await record.Import(Many(60));
        var figure = new MeasureFigure(Of("minor-40a"), Breakdown.None, "all", "yes");

        var first = (await new MeasureDesk(record).Behind(Cast.Supervisor, MeasureFilter.Everything, figure, 0, default))!;
        var second = (await new MeasureDesk(record).Behind(Cast.Supervisor, MeasureFilter.Everything, figure, first.Next!.Value, default))!;

        Assert.Equal((50, 10, null), (first.Lines.Count, second.Lines.Count, second.Next));
        Assert.Equal(60, first.Lines.Concat(second.Lines).Select(line => line.Number).Distinct().Count());
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Who_may_open_no_incident_sees_no_small_count_no_part_and_nothing_behind(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Cast.NewPoliceRecord(workplace);
        // 57 arrested under 18 and 3 others: the three would name themselves.
        await record.Import(Many(60, adults: 3));
        var auditor = Cast.At(Cast.Riverton, PoliceRole.Auditor, PurposeKind.Audit);

        var seen = await Count(record, Cast.Supervisor);
        var told = await Count(record, auditor, new(From: new(2031, 1, 1), To: new(2031, 1, 1)));

        Assert.Equal("57 of 60", Figure(seen, "minor-40a"));
        Assert.True(told.IsProtected);
        Assert.Equal(60, told.Incidents);
        Assert.Null(Line(told, "minor-40a").Shares[0].Share);
        Assert.Equal("0 of 60", Figure(told, "coded-trafficking"));
        // Which groups somebody is in would tell that somebody is in them.
        Assert.NotEqual("every group", Assert.Single(seen.Lines, line => line.Measure.Id == "minor-40a" && line.By == Breakdown.Sex).Group);
        Assert.Equal("every group", Assert.Single(told.Lines, line => line.Measure.Id == "minor-40a" && line.By == Breakdown.Sex).Group);
        Assert.Null(await new MeasureDesk(record).Behind(auditor, MeasureFilter.Everything, new(Of("minor-40a"), Breakdown.None, "all", "no"), 0, default));
        foreach (var role in Enum.GetValues<PoliceRole>().Where(role => !role.May(PoliceAct.CountMeasures)))
            Assert.Null(await new MeasureDesk(record).Count(Cast.At(Cast.Riverton, role), MeasureFilter.Everything, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task What_came_in_before_measures_were_kept_is_said_and_can_be_counted_in(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Record(workplace);
        var before = await Count(record, Cast.Supervisor);
        await Forget(record);
        Assert.Equal((0, 7), ((await Count(record, Cast.Supervisor)).Incidents, (await Count(record, Cast.Supervisor)).NotKept));
        var keeper = Cast.At(Cast.Riverton, PoliceRole.Administrator, PurposeKind.Maintenance);
        await record.Vault.Keys.Erase((await record.IncidentOf("2032-7")).Id.Value, record.Clock.GetUtcNow(), default);

        Assert.Null(await new FacetFill(record, OffenseLookup.Shipped).Fill(Cast.Investigator, default));
        // Six of Riverton whose keys are there, and Lakeside's.
        Assert.Equal(7, await new FacetFill(record, OffenseLookup.Shipped).Fill(keeper, default));
        Assert.Equal(0, await new FacetFill(record, OffenseLookup.Shipped).Fill(keeper, default));

        var after = await Count(record, Cast.Supervisor);
        Assert.Equal((6, 1), (after.Incidents, after.NotKept));
        Assert.Equal(Figure(before, "minor-40a"), Figure(after, "minor-40a"));
        Assert.Equal("3 of 6", Figure(after, "coded-trafficking"));
        Assert.True((await record.CheckChain(default)).Holds);
    }

    private static async Task<RecordStore<PoliceContext>> Record(Workplace workplace)
    {
        var record = await Cast.NewPoliceRecord(workplace);
        await record.Import(Reports);
        await record.Import(Header + "2031-99,ZZ0320000,2031-01-05,64A,Patrol,Victim,22,F,W,\"Theirs (invented).\"\n", Cast.At(Cast.Lakeside, PoliceRole.Analyst));
        return record;
    }

    private static string Many(int incidents, int adults = 0) => Enumerable.Range(1, incidents).Aggregate(new StringBuilder(Header), (text, i) =>
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"2031-{i},ZZ0310000,2031-01-{1 + (i % 28):00},40A,Patrol,Arrestee,{(i <= adults ? 30 : 16)},F,W,\"Report (invented).\"\n")).ToString();

    private static async Task Forget(RecordStore<PoliceContext> record)
    {
        await using var act = await record.Begin(new StewardAccess(Cast.At(Cast.Riverton, PoliceRole.Administrator, PurposeKind.Maintenance)), default);
        await act.Rows.Everything<Credence.Police.Incidents.RecordedIncident>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Facets, (long?)null));
        act.Note(new Credence.Record.Events.EventDraft(new Credence.Record.Events.EventKind("measures.filled")));
        await act.Save(default);
    }

    private static async Task<CountedMeasures> Count(RecordStore<PoliceContext> record, PoliceAccess access, MeasureFilter? filter = null) =>
        (await new MeasureDesk(record).Count(access, filter ?? MeasureFilter.Everything, default))!;

    private static async Task<IReadOnlyList<string>> Behind(RecordStore<PoliceContext> record, MeasureFigure figure, MeasureFilter? filter = null) =>
        [.. (await new MeasureDesk(record).Behind(Cast.Supervisor, filter ?? MeasureFilter.Everything, figure, 0, default))!.Lines.Select(line => line.Number)];

    private static Measure Of(string id) => MeasureCatalog.Find(id)!;

    private static MeasureLine Line(CountedMeasures counted, string id, Breakdown by = Breakdown.None, string group = "all") =>
        counted.Lines.Single(line => line.Measure.Id == id && line.By == by && line.Group == group);

    private static string Figure(CountedMeasures counted, string id, Breakdown by = Breakdown.None, string group = "all", string answer = "yes") =>
        Line(counted, id, by, group).Shares.Single(share => share.Answer == answer).Share is { } one ? $"{one.Counted.Count} of {one.Counted.Of}" : "withheld";
}
