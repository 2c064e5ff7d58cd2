using System.Text;
using Credence.Police.Access;
using Credence.Police.Incidents;
using Credence.Screening;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Tests.Incidents;

public class ImportDeskTests
{
    private const string Story = "The foreman kept his passport and would not let him leave the farm.";

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task The_same_file_twice_is_one_import(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Cast.NewPoliceRecord(workplace);
        var text = Imports.Header + Imports.Row("2031-1", Story) + Imports.Row("2031-2", "A bicycle was taken.");
        var first = await record.Import(text);

        var second = await new ImportDesk(record).Import(Imports.Analyst, Imports.File(text), Imports.Screening, null, default);

        Assert.Equal((2, 2, 0, 0), (first.Rows, first.Added, first.Changed, first.Problems));
        Assert.Equal(first.Id, Assert.IsType<ImportOutcome.DoneBefore>(second).Run.Id);
        await using var rows = record.Enter(Imports.Analyst);
        Assert.Equal(2, await rows.Incidents.CountAsync());
        Assert.Equal(2, await rows.SourceRows.CountAsync());
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task What_was_imported_opens_as_it_was_recorded_and_was_screened(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Cast.NewPoliceRecord(workplace);

        await record.Import(Imports.Header + Imports.Row("2031-1", Story));

        var incident = await record.IncidentOf("2031-1");
        var content = Assert.Single(await record.ContentOf("2031-1"));
        using var key = await record.Vault.Find(incident.Id.Value, default);
        var screened = key!.Open(incident)!;
        await using var rows = record.Enter(Imports.Analyst);
        Assert.Equal((Story, "ZZ0310000", "90J"), (content.Narrative, content.Agency, Assert.Single(content.Offenses!)));
        Assert.Equal(("90J", "V34F-", Level.StrongIndication, true), (incident.Offenses, incident.Persons, incident.Level, incident.IsMissed));
        Assert.Equal(Imports.Screening.Screen(content.ToIncident()).Reason, screened.Reason);
        Assert.NotEmpty(screened.Findings);
        Assert.Equal(string.Join(' ', Imports.Screening.Packs), (await rows.PackSets.SingleAsync(set => set.Id == incident.PackSet)).Packs);
        Assert.Equal(["incident.imported"], await record.EventsOf(incident.Id));
        Assert.True((await record.CheckChain(default)).Holds);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_stopped_import_goes_on_where_it_was(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Cast.NewPoliceRecord(workplace);
        var text = Imports.Header + string.Concat(Enumerable.Range(1, 5000).Select(i => Imports.Row($"2031-{i}", $"Row {i}.")));
        using var stop = new CancellationTokenSource();

        var stopped = await new ImportDesk(record).Import(Imports.Analyst, Imports.File(text), Imports.Screening, _ => stop.Cancel(), stop.Token);
        var after = await record.Import(text);

        Assert.Equal(2000, Assert.IsType<ImportOutcome.Stopped>(stopped).Run.Rows);
        Assert.Equal((5000, 5000, 0, 0), (after.Rows, after.Added, after.Changed, after.Unchanged));
        await using var rows = record.Enter(Imports.Analyst);
        Assert.Equal(5000, await rows.Incidents.CountAsync());
        Assert.Equal(5000, await rows.Events.CountAsync(row => row.Kind == "incident.imported"));
        Assert.Equal(ImportState.Done, (await rows.Imports.SingleAsync()).State);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Problems_are_kept_by_row_and_column_and_never_by_content(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Cast.NewPoliceRecord(workplace);

        var run = await record.Import(Imports.Header
            + Imports.Row("2031-1", "Whole.")
            + Imports.Row("", "She whispered.")
            + Imports.Row("whispered", "A word where the number should be.")
            + Imports.Row("2031-4", "Whole.", offense: "she whispered that he hit her")
            + "2031-5,ZZ0310000\n");

        var problems = await record.ProblemsOf();
        Assert.Equal((5, 3, 4), (run.Rows, run.Added, run.Problems));
        Assert.Equal([(3, "incident_id"), (4, "incident_id"), (5, "offense"), (6, "")], problems.Select(problem => (problem.Row, problem.Column)));
        Assert.All(problems[..2], problem => Assert.Contains("not imported", problem.Expected, StringComparison.Ordinal));
        Assert.DoesNotContain(problems, problem => (problem.Column + problem.Found + problem.Expected).Contains("whispered", StringComparison.OrdinalIgnoreCase));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Only_those_who_may_import_do(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Cast.NewPoliceRecord(workplace);
        var text = Imports.Header + Imports.Row("2031-1", "A report.");

        foreach (var role in Enum.GetValues<PoliceRole>().Where(role => !role.May(PoliceAct.Import)))
            Assert.IsType<ImportOutcome.NotAllowed>(await new ImportDesk(record).Import(Cast.At(Cast.Riverton, role), Imports.File(text), Imports.Screening, null, default));

        await using var rows = record.Enter(Imports.Analyst);
        Assert.Equal(0, await rows.Imports.CountAsync());
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Two_imports_at_once_are_one_after_the_other(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Cast.NewPoliceRecord(workplace);
        var (first, second) = (Imports.File(Imports.Header + Imports.Row("2031-1", "One.")), Imports.File(Imports.Header + Imports.Row("2031-2", "Two.")));
        ImportOutcome? inside = null;

        await new ImportDesk(record).Import(
            Imports.Analyst, first, Imports.Screening,
            _ => inside = Task.Run(() => new ImportDesk(record).Import(Imports.Analyst, second, Imports.Screening, null, default)).GetAwaiter().GetResult(), default);

        Assert.IsType<ImportOutcome.Busy>(inside);
        Assert.IsType<ImportOutcome.Done>(await new ImportDesk(record).Import(Imports.Analyst, second, Imports.Screening, null, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task The_same_number_of_two_agencies_or_organizations_is_two_incidents(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Cast.NewPoliceRecord(workplace);
        var north = Imports.Header + Imports.Row("2031-1", "North.", ori: "the north side") + Imports.Row("2031-1", "South.", ori: "the south side");

        await record.Import(north);
        await record.Import(north, Cast.At(Cast.Lakeside, PoliceRole.Analyst));

        await using var rows = record.Enter(Imports.Analyst);
        var agencies = await rows.Incidents.Select(row => row.Agency).ToListAsync();
        Assert.Equal(2, agencies.Distinct().Count());
        Assert.DoesNotContain(agencies, agency => agency.Contains("side", StringComparison.OrdinalIgnoreCase));
        await using var others = record.Enter(Cast.At(Cast.Lakeside, PoliceRole.Analyst));
        var fingerprints = (await rows.SourceRows.Select(row => row.Fingerprint).ToListAsync()).Concat(await others.SourceRows.Select(row => row.Fingerprint).ToListAsync());
        Assert.Equal(4, fingerprints.Select(Convert.ToHexString).Distinct().Count());
    }

    [Fact]
    public async Task A_story_in_any_column_leaves_no_word_in_the_file()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var record = await Cast.NewPoliceRecord(workplace);
        const string Words = "quokka whispered that he marmoset her";
        var cells = string.Join(',', Enumerable.Repeat(Words, 9));

        var run = await record.Import(
            "incident_id,agency,offense,location_type,identified_by,involvement,age,sex,race,narrative\n2031-1," + cells + "\n2031-2,,90J quokka,quokka,marmoset,quokka,marmoset,quokka,quokka,marmoset\n");

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Assert.Equal(2, run.Added);
        foreach (var path in Directory.EnumerateFiles(workplace.Folder, "*", SearchOption.AllDirectories))
        {
            var text = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(path));
            Assert.DoesNotContain("quokka", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("marmoset", text, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal("90J", (await record.IncidentOf("2031-2")).Offenses);
        Assert.Contains("quokka", Assert.Single(await record.ContentOf("2031-1")).Location, StringComparison.Ordinal);
    }
}
