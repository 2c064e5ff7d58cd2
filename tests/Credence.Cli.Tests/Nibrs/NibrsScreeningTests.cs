using Credence.Cli.Screening;
using Credence.Testing;

namespace Credence.Cli.Tests.Nibrs;

public sealed class NibrsScreeningTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void Codes_alone_are_screened_and_the_summary_says_what_they_cannot_show()
    {
        var file = Write("may.txt", "31-000114");

        var (code, output, error) = Workplace.Run("screen", file, "--out", _place.PathOf("out"), "--purpose", "a test");

        Assert.Equal((ExitCode.Done, ""), (code, error));
        Assert.Contains("1 row: NIBRS holds no narratives", output, StringComparison.Ordinal);
        Assert.Contains("who exploits a person", output, StringComparison.Ordinal);
        Assert.Contains("coded as prostitution (40A to 40C) alone", output, StringComparison.Ordinal);
        Assert.Contains("who exploits a person: data element 35 has no code for it", _place.Text("out/report.html"), StringComparison.Ordinal);
        Assert.Contains("\"format\": \"Nibrs\"", _place.Text("out/run.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void Missed_reads_nibrs_too_and_joins_narratives()
    {
        var file = Write("may.txt", "31-000114", "31-000116");
        var narratives = _place.Write("reports.csv", "case_number,narrative\n31-000116,HE KEPT HER PASSPORT AND FORCED HER TO WORK\n");

        var (_, alone, _) = Workplace.Run("missed", file, "--purpose", "a test", "--json");
        var (_, joined, error) = Workplace.Run("missed", file, "--narratives", narratives, "--purpose", "a test", "--json");

        Assert.Equal("", error);
        Assert.DoesNotContain("31-000116", alone, StringComparison.Ordinal);
        Assert.Contains("31-000116", joined, StringComparison.Ordinal);
        Assert.DoesNotContain("31-000114", joined, StringComparison.Ordinal);
    }

    [Fact]
    public void Narratives_are_joined_by_number_and_those_without_an_incident_are_told()
    {
        var file = Write("may.txt", "31-000114", "31-000116");
        var narratives = _place.Write("reports.csv", "case_number,narrative\n 31-000116 ,HE KEPT HER PASSPORT\n31-000999,SECRET\n31-000116,and more\n");

        var record = _place.Do(new ScreenOptions { Files = [file], Narratives = narratives }, "out");

        Assert.Equal((2, 1, 1), (record.Counts.Rows, record.Counts.WithoutNarrative, record.Counts.Problems));
        Assert.Contains("\"level\":\"StrongIndication\"", _place.Lines("out/screened.ndjson")[1], StringComparison.Ordinal);
        Assert.StartsWith("reports.csv,3,case_number,a narrative of an incident that no NIBRS file here holds", _place.Lines("out/problems.csv")[1], StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", string.Concat(_place.Results("out").Values), StringComparison.Ordinal);
        Assert.Equal(["missed.csv", "problems.csv", "report.html", "run.json", "screened.ndjson"], _place.Results("out").Keys.Where(name => name is not FolderLock.Name).Order());
    }

    [Fact]
    public void An_agency_counts_where_both_sides_name_one()
    {
        var file = Write("may.txt", "31-000114");
        var narratives = _place.Write("reports.csv", $"id,ori,narrative\n31-000114,ZZ0020000,HE KEPT HER PASSPORT\n31-000114,{FlatFile.Ori},nothing in it\n");

        _place.Do(new ScreenOptions { Files = [file], Narratives = narratives }, "out");

        Assert.Contains("\"level\":\"NoneFound\"", Assert.Single(_place.Lines("out/screened.ndjson")), StringComparison.Ordinal);
        Assert.StartsWith("reports.csv,2,id,a narrative of an incident", _place.Lines("out/problems.csv")[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_goes_on_gives_the_same_files()
    {
        var first = Write("may.txt", [.. Enumerable.Range(0, 700).Select(i => $"31-{i:000000}")]);
        var second = Write("june.txt", [.. Enumerable.Range(700, 700).Select(i => $"31-{i:000000}")]);
        var narratives = _place.Write("reports.csv", "id,narrative\n31-000003,HE KEPT HER PASSPORT\n31-001200,HE KEPT HER PASSPORT\nnowhere,x\n,y\n");
        var options = new ScreenOptions { Files = [first, second], Narratives = narratives };
        _place.Do(options, "whole");

        using (var stop = new CancellationTokenSource())
        {
            var screened = 0;
            var job = _place.Job(options with { CheckpointEvery = TimeSpan.Zero }, "parts", incident =>
            {
                if (++screened == 900) stop.Cancel();
                return Workplace.Screen(incident);
            });
            Assert.Equal(ExitCode.Interrupted, Assert.Throws<CommandEnd>(() => job.Execute(stop.Token)).ExitCode);
        }

        _place.Do(options with { Resume = true }, "parts");

        Assert.Equal(_place.Lines("whole/screened.ndjson"), _place.Lines("parts/screened.ndjson"));
        Assert.Equal(_place.Lines("whole/problems.csv"), _place.Lines("parts/problems.csv"));
    }

    [Fact]
    public void Narratives_that_are_themselves_a_flat_file_are_refused()
    {
        var (code, _, error) = Workplace.Run("screen", Write("may.txt", "31-000114"), "--narratives", Write("june.txt", "31-000116"), "--out", _place.PathOf("out"));

        Assert.Equal(ExitCode.WrongUse, code);
        Assert.Contains("--narratives: found a NIBRS file", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Narratives_without_a_flat_file_to_join_them_to_are_refused()
    {
        var table = _place.Write("in.csv", "id,narrative\n1,x\n");
        var (code, _, error) = Workplace.Run("screen", table, "--narratives", _place.Write("reports.csv", "id,narrative\n1,x\n"), "--out", _place.PathOf("out"));

        Assert.Equal((ExitCode.WrongUse, "--narratives: found no NIBRS file to join them to, expected one among the files."), (code, error.Trim()));
    }

    private string Write(string name, params string[] numbers) =>
        _place.Write(name, FlatFile.Bytes(numbers.SelectMany(FlatFile.Incident)));
}
