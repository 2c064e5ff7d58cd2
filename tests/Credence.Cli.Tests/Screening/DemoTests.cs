using System.Text.Json;
using Credence.Incidents;
using Credence.Screening;
using Credence.Testing;

namespace Credence.Cli.Tests.Screening;

/// <summary>One demonstration in a folder of its own, for all tests that only look at it.</summary>
public sealed class DemoRun : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("credence-demo-").FullName;

    public string Page { get; }

    public DemoRun() => Page = DemoTests.Run("demo", "--out", Folder);

    public string PathOf(string name) => Path.Combine(Folder, name);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

public sealed class DemoTests(DemoRun demo) : IClassFixture<DemoRun>
{
    [Fact]
    public void The_demo_says_first_and_last_that_everything_is_invented()
    {
        var lines = Lines(demo.Page);

        Assert.StartsWith("INVENTED.", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("INVENTED.", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_stays_short_and_says_what_may_be_done_with_a_finding()
    {
        var page = Words(demo.Page);

        Assert.InRange(Lines(demo.Page).Length, 30, 75);
        Assert.Contains("Port Ansel 420 that have to do with trafficking", page, StringComparison.Ordinal);
        Assert.Contains("Missed:", page, StringComparison.Ordinal);
        Assert.Contains("This proves nothing about real reports", page, StringComparison.Ordinal);
        Assert.All(UseOfFindings.Rules, rule => Assert.Contains(Words(rule), page, StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_shows_a_worker_who_was_removed_as_a_trespasser_with_the_words_it_stands_on()
    {
        Assert.Matches("One of them, INVENTED-[A-Z]{2}1[3-6]-[0-9]{5}: recorded as Trespass", demo.Page);
        Assert.Contains("»", demo.Page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_export_is_read_without_a_map_and_without_a_problem()
    {
        using var reports = IncidentCsv.Read(File.OpenText(demo.PathOf("casebook.csv")));
        var rows = reports.ToList();

        Assert.Equal(Cast.Told.Incidents.Sum(told => told.Reports.Count), rows.Count);
        Assert.All(rows, row => Assert.Empty(row.Problems));
        Assert.All(rows, row => Assert.StartsWith("INVENTED-", row.Incident.Number.Value, StringComparison.Ordinal));
        Assert.All(File.ReadLines(demo.PathOf("casebook.csv")).Skip(1), line => Assert.StartsWith("\"INVENTED. No person", line, StringComparison.Ordinal));
        Assert.Single(File.ReadLines(demo.PathOf("problems.csv")));
    }

    [Fact]
    public void What_the_export_says_is_what_was_told()
    {
        using var reports = IncidentCsv.Read(File.OpenText(demo.PathOf("casebook.csv")));
        foreach (var (row, told) in reports.Zip(Cast.Told.Incidents.SelectMany(told => told.Reports)))
        {
            Assert.Equal((told.Number, told.Date, told.Agency), (row.Incident.Number, row.Incident.Date, row.Incident.Agency));
            Assert.Equal(told.Offenses!, row.Incident.Offenses!);
            Assert.Equal(told.Narrative.Text, row.Incident.Narrative.Text);
            Assert.Equal(Parts(told, Involvement.Victim), Parts(row.Incident, Involvement.Victim));
            Assert.Equal(Parts(told, Involvement.Arrestee), Parts(row.Incident, Involvement.Arrestee));
        }
    }

    [Fact]
    public void The_truth_is_in_a_file_of_its_own_by_incident_number()
    {
        var export = File.ReadLines(demo.PathOf("casebook.csv")).First();
        var truth = File.ReadLines(demo.PathOf("casebook-truth.csv")).ToList();

        Assert.DoesNotContain("planted", export, StringComparison.Ordinal);
        Assert.Equal(Cast.Told.Incidents.Count + 1, truth.Count);
        Assert.Contains("planted_kind", truth[0], StringComparison.Ordinal);
        Assert.Contains(truth, line => line.Contains(",minor-40a,", StringComparison.Ordinal) && line.Contains("minor-arrested", StringComparison.Ordinal));
        Assert.Contains(truth, line => line.Contains(",until-advocate-comes,", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_the_reader_and_the_program_differ_is_listed_and_counted()
    {
        using var shown = JsonDocument.Parse(Run("demo", "--json", "--out", demo.Folder));
        var agreement = shown.RootElement.GetProperty("agreement");
        var levels = Enum.GetNames<Level>();
        var all = levels.Sum(reader => levels.Sum(program => agreement.GetProperty(reader).GetProperty(program).GetInt32()));
        var same = levels.Sum(level => agreement.GetProperty(level).GetProperty(level).GetInt32());

        Assert.Equal(Cast.Told.Incidents.Count, all);
        Assert.Equal(all - same, File.ReadLines(demo.PathOf("casebook-differences.csv")).Count() - 1);
        Assert.True(same < all, "A casebook on which reader and program never differ would have been bent.");
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_replaces_them()
    {
        string[] names = ["casebook.csv", "casebook-truth.csv", "casebook-differences.csv", "missed.csv"];
        using var again = new DemoRun();
        Assert.All(names, name => Assert.Equal(File.ReadAllBytes(demo.PathOf(name)), File.ReadAllBytes(again.PathOf(name))));

        Run("demo", "--out", again.Folder, "--seed", "7");
        Assert.All(names, name => Assert.NotEqual(File.ReadAllBytes(demo.PathOf(name)), File.ReadAllBytes(again.PathOf(name))));
        Assert.Contains("seed 7", File.ReadAllText(again.PathOf("INVENTED.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_holds_anything_else_is_refused_and_spared()
    {
        var folder = Directory.CreateTempSubdirectory("credence-demo-");
        try
        {
            var casebook = Path.Combine(folder.FullName, "casebook.csv");
            File.WriteAllText(casebook, "mine");
            var (code, _, error) = Workplace.Run("demo", "--out", folder.FullName);

            Assert.Equal(ExitCode.Refused, code);
            Assert.Contains("--force to write into it", error, StringComparison.Ordinal);
            Assert.Equal("mine", File.ReadAllText(casebook));
            Run("demo", "--out", folder.FullName, "--force");
            Assert.NotEqual("mine", File.ReadAllText(casebook));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_run_of_real_reports_beside_a_demonstration_is_refused_and_spared()
    {
        using var own = new DemoRun();
        var reports = own.PathOf("reports.csv");
        File.WriteAllText(reports, "incident_number,narrative\n2031-1,Nothing.\n");
        Assert.Equal(0, Workplace.Run("screen", reports, "--out", own.Folder, "--purpose", "mine", "--force").Code);
        var (code, _, _) = Workplace.Run("demo", "--out", own.Folder);

        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains("\"mine\"", File.ReadAllText(own.PathOf("run.json")), StringComparison.Ordinal);
    }

    internal static string Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        Assert.Equal(0, CommandLine.Run(args, output, error));
        Assert.Equal("", error.ToString());
        return output.ToString();
    }

    private static List<(int?, string?)> Parts(Incident incident, Involvement involvement) =>
        [.. incident.Persons!.Where(person => person.Involvement == involvement && person.Age is not null).Select(person => (person.Age, person.Sex))];

    private static string[] Lines(string page) => page.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
