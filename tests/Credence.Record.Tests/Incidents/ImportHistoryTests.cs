using Credence.Incidents;
using Credence.Police.Incidents;
using Credence.Screening;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Tests.Incidents;

public class ImportHistoryTests
{
    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_row_that_says_something_else_holds_and_what_it_said_before_is_kept(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Cast.NewPoliceRecord(workplace);
        await record.Import(Imports.Header + Imports.Row("2031-1", "A bicycle was taken.") + Imports.Row("2031-2", "As before."));

        var run = await record.Import(Imports.Header + Imports.Row("2031-1", "The foreman kept his passport and would not let him leave.") + Imports.Row("2031-2", "As before."));

        var incident = await record.IncidentOf("2031-1");
        Assert.Equal((0, 1, 1), (run.Added, run.Changed, run.Unchanged));
        Assert.Equal((Level.StrongIndication, 1, run.Id), (incident.Level, incident.SourceRows, incident.LastImport));
        Assert.Equal(["The foreman kept his passport and would not let him leave."], (await record.ContentOf("2031-1")).Select(row => row.Narrative));
        Assert.Equal(2, (await record.ContentOf("2031-1", withHistory: true)).Count);
        Assert.Equal(["incident.imported", "incident.changed"], await record.EventsOf(incident.Id));
        Assert.Equal(["incident.imported"], await record.EventsOf((await record.IncidentOf("2031-2")).Id));
        Assert.True((await record.CheckChain(default)).Holds);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Several_rows_of_one_incident_are_one_incident_even_across_batches(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Cast.NewPoliceRecord(workplace);
        var between = string.Concat(Enumerable.Range(100, 2100).Select(i => Imports.Row($"2031-{i}", "Between.")));

        var run = await record.Import(Imports.Header
            + Imports.Row("2031-1", "First words.", "90J") + Imports.Row("2031-1", "First words.", "40A") + between + Imports.Row("2031-1", "More words.", "13B"));

        var incident = await record.IncidentOf("2031-1");
        Assert.Equal((2103, 2101, 0), (run.Rows, run.Added, run.Changed));
        Assert.Equal(("90J 40A 13B", "V34F-", 3), (incident.Offenses, incident.Persons, incident.SourceRows));
        Assert.Equal(Imports.Screening.Screen(IncidentUnion.Of((await record.ContentOf("2031-1")).ConvertAll(row => row.ToIncident()))).Score, incident.Score);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_row_that_does_not_come_again_with_its_incident_ends(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Cast.NewPoliceRecord(workplace);
        var (one, two, other) = (Imports.Row("2031-1", "One.", "90J"), Imports.Row("2031-1", "Two.", "64A"), Imports.Row("2031-2", "Other."));
        await record.Import(Imports.Header + one + two + other);

        var run = await record.Import(Imports.Header + one);

        var incident = await record.IncidentOf("2031-1");
        Assert.Equal((1, 0), (run.Changed, run.Unchanged));
        Assert.Equal(("90J", 1, false), (incident.Offenses, incident.SourceRows, incident.IsRecordedAsTrafficking));
        Assert.Equal(["One."], (await record.ContentOf("2031-1")).Select(row => row.Narrative));
        Assert.Equal(["Other."], (await record.ContentOf("2031-2")).Select(row => row.Narrative));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task What_held_before_holds_again_when_it_comes_again(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Cast.NewPoliceRecord(workplace);
        var (old, corrected) = (Imports.Header + Imports.Row("2031-1", "Old."), Imports.Header + Imports.Row("2031-1", "Corrected."));
        await record.Import(old);
        await record.Import(corrected);

        await new ImportDesk(record).Import(Imports.Analyst, Imports.File(old) with { Again = true }, Imports.Screening, null, default);

        await using var rows = record.Enter(Imports.Analyst);
        Assert.Equal(["Old."], (await record.ContentOf("2031-1")).Select(row => row.Narrative));
        Assert.Equal([(1, 3, null), (2, 2, 3)], (await rows.SourceRows.OrderBy(row => row.Id).ToListAsync()).Select(row => (row.FirstImport, row.LastImport, row.EndedBy)));
        Assert.Equal(3, (await record.EventsOf((await record.IncidentOf("2031-1")).Id)).Count);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_damaged_row_takes_the_place_of_no_whole_one(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Cast.NewPoliceRecord(workplace);
        await record.Import(Imports.Header + Imports.Row("2031-1", "Whole."));

        var run = await record.Import(Imports.Header + "2031-1,ZZ0310000,90J\n");

        Assert.Equal((0, 0, 2), (run.Changed, run.Unchanged, run.Problems));
        Assert.Equal(["Whole."], (await record.ContentOf("2031-1")).Select(row => row.Narrative));
        Assert.Contains(await record.ProblemsOf(), problem => problem.Expected.Contains("kept as it is", StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task An_incident_whose_key_was_erased_is_told_of_and_not_brought_back(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Cast.NewPoliceRecord(workplace);
        await record.Import(Imports.Header + Imports.Row("2031-1", "Erased."));
        var before = await record.IncidentOf("2031-1");
        await record.Vault.Keys.Erase(before.Id.Value, record.Clock.GetUtcNow(), default);

        var run = await record.Import(Imports.Header + Imports.Row("2031-1", "Erased, and here again.") + Imports.Row("2031-2", "Another."));

        Assert.Equal((1, 0, 1), (run.Added, run.Changed, run.Problems));
        Assert.Contains("erased", Assert.Single(await record.ProblemsOf()).Found, StringComparison.Ordinal);
        Assert.Equal(before.LastImport, (await record.IncidentOf("2031-1")).LastImport);
        Assert.Null(await record.Vault.Find(before.Id.Value, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task An_incident_of_several_rows_whose_key_was_erased_does_not_keep_an_import_from_its_end(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Cast.NewPoliceRecord(workplace);
        var one = Imports.Row("2031-1", "One.");
        await record.Import(Imports.Header + one + Imports.Row("2031-1", "Two.", "13B"));
        await record.Vault.Keys.Erase((await record.IncidentOf("2031-1")).Id.Value, record.Clock.GetUtcNow(), default);

        var run = await record.Import(Imports.Header + one);

        Assert.Equal((ImportState.Done, 0, 0), (run.State, run.Added, run.Changed));
        Assert.Equal(2, (await record.IncidentOf("2031-1")).SourceRows);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task An_incident_that_two_files_of_one_command_hold_is_told_of(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Cast.NewPoliceRecord(workplace);
        var first = await record.Import(Imports.Header + Imports.Row("2031-1", "January."));

        var file = Imports.File(Imports.Header + Imports.Row("2031-1", "February.")) with { FirstRun = first.Id };
        await new ImportDesk(record).Import(Imports.Analyst, file, Imports.Screening, null, default);

        Assert.Contains("another file of this command", Assert.Single(await record.ProblemsOf()).Found, StringComparison.Ordinal);
    }
}
