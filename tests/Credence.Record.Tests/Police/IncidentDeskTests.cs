using Credence.Police.Access;
using Credence.Police.Incidents;
using Credence.Record.Access;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Credence.Record.Tests.Incidents;
using Credence.Screening;
using Microsoft.EntityFrameworkCore;

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
    public async Task Counts_follow_every_import_and_are_of_one_organization(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Cast.NewPoliceRecord(workplace);
        var desk = new IncidentDesk(record);
        Assert.Empty(await desk.Count(Cast.Investigator, All, default));

        await record.Import(Imports.Header + Imports.Row("2031-1", Taken));
        var one = await desk.Count(Cast.Investigator, All, default);
        await record.Import(Imports.Header + Imports.Row("2031-1", Taken) + Imports.Row("2031-2", Taken) + Imports.Row("2031-3", "A bicycle was taken (invented)."));
        var three = await desk.Count(Cast.Investigator, All, default);

        Assert.Equal([new QueueCount(Level.StrongIndication, true, 1)], one);
        Assert.Equal([new QueueCount(Level.StrongIndication, true, 2), new QueueCount(Level.NoneFound, false, 1)], three);
        Assert.Equal(three, await desk.Count(Cast.Investigator, All, default));
        Assert.Empty(await desk.Count(Cast.At(Cast.Lakeside, PoliceRole.Supervisor), All, default));
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
        Assert.Empty(await desk.History(Cast.Supervisor, id, 50, default));
        Assert.Single(await desk.History(Cast.At(Cast.Lakeside, PoliceRole.Supervisor), id, 50, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Opening_gives_what_the_source_said_and_what_was_found_and_is_written_down_with_its_purpose(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Cast.NewPoliceRecord(workplace);
        await record.Import(Imports.Header + Imports.Row("2031-1", Taken) + Imports.Row("2031-1", "Supplement: the person spoke to an advocate (invented).", "26A"));
        var id = (await record.IncidentOf("2031-1")).Id;

        var opened = await new IncidentDesk(record).Open(Cast.Investigator, id, default);

        Assert.NotNull(opened);
        Assert.Equal($"{Taken}\n\nSupplement: the person spoke to an advocate (invented).", opened.Incident!.Narrative.Text);
        Assert.Equal(["90J", "26A"], opened.Incident.Offenses!.Select(offense => offense.Value));
        var found = Assert.Single(opened.Screened!.Findings, sign => sign.Indicator == Credence.Testing.Cast.Screener.Screen(opened.Incident).Deciding[0].Indicator.Id);
        Assert.Contains("passport", opened.Incident.Narrative.Text[found.Start..found.End], StringComparison.Ordinal);
        Assert.Contains(opened.Packs, pack => pack.StartsWith("indicators-en@", StringComparison.Ordinal));
        Assert.Empty(opened.Earlier);
        await using var rows = record.Enter(Cast.At(Cast.Riverton, PoliceRole.Auditor));
        var written = Assert.Single(await rows.Events.Where(row => row.Subject == id.Value && row.Kind == "incident.opened").ToListAsync());
        Assert.Equal((Cast.Investigator.Account, "Casework"), (written.Account, written.Purpose));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task What_an_incident_said_before_an_import_changed_it_is_opened_with_it(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Cast.NewPoliceRecord(workplace);
        foreach (var text in (string[])["First (invented).", "Second (invented).", "Third (invented)."]) await record.Import(Imports.Header + Imports.Row("2031-1", text));
        var id = (await record.IncidentOf("2031-1")).Id;

        var opened = await new IncidentDesk(record).Open(Cast.Investigator, id, default);

        Assert.Equal("Third (invented).", opened!.Incident!.Narrative.Text);
        Assert.Equal(["Second (invented).", "First (invented)."], opened.Earlier.Select(version => version.Incident.Narrative.Text));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task An_incident_whose_key_is_erased_opens_without_its_content(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Cast.NewPoliceRecord(workplace);
        await record.Import(Imports.Header + Imports.Row("2031-1", Taken));
        var id = (await record.IncidentOf("2031-1")).Id;
        await Stories.Erase(record, Cast.Supervisor, id);

        var opened = await new IncidentDesk(record).Open(Cast.Investigator, id, default);

        Assert.Equal((ContentState.Erased, null, null), (opened!.Content, opened.Incident, opened.Screened));
        Assert.Empty(opened.Earlier);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_row_that_was_put_in_the_place_of_another_does_not_pass_for_what_an_incident_says(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Cast.NewPoliceRecord(workplace);
        await record.Import(Imports.Header + Imports.Row("2031-1", Taken) + Imports.Row("2031-2", "A lost bicycle (invented)."));
        await using (var rows = record.Enter(Scope.Steward))
        {
            var parts = await rows.Everything<RecordedSourceRow>().AsNoTracking().OrderBy(row => row.Id).ToListAsync();
            await rows.Everything<RecordedSourceRow>().Where(row => row.Id == parts[0].Id).ExecuteUpdateAsync(row => row.SetProperty(one => one.Content, parts[1].Content));
        }

        var opened = await new IncidentDesk(record).Open(Cast.Investigator, (await record.IncidentOf("2031-1")).Id, default);

        Assert.Null(opened!.Incident);
        Assert.NotNull(opened.Screened);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Nobody_opens_another_agency_s_incident_or_opens_one_without_the_right_and_no_event_says_so(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Cast.NewPoliceRecord(workplace);
        var id = await Cast.AddIncident(record, Cast.Lakeside, "2031-1");
        var desk = new IncidentDesk(record);

        Assert.Null(await desk.Open(Cast.Supervisor, id, default));
        foreach (var role in (PoliceRole[])[PoliceRole.Officer, PoliceRole.Auditor, PoliceRole.Administrator]) Assert.Null(await desk.Open(Cast.At(Cast.Lakeside, role), id, default));
        Assert.DoesNotContain("incident.opened", (await desk.History(Cast.At(Cast.Lakeside, PoliceRole.Supervisor), id, 50, default)).Select(line => line.Kind));
    }

    private const string Taken = "The victim said her boss keeps her passport and she is not allowed to leave (invented).";
}
