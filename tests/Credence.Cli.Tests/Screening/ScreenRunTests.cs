using Credence.Cli.Screening;

namespace Credence.Cli.Tests.Screening;

public sealed class ScreenRunTests : IDisposable
{
    private const int Rows = 3_000;

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void There_is_one_line_for_every_row_in_input_order()
    {
        var record = _place.Do(Options(), "out");

        var lines = _place.Lines("out/screened.ndjson");
        Assert.Equal(Rows, lines.Length);
        Assert.All(lines.Index(), line => Assert.StartsWith($"{{\"incidentId\":\"2031-{line.Index + 1:000000}\"", line.Item));
        Assert.Equal(Rows, record.Counts.Rows);
        Assert.Equal(Rows / 10, record.Counts.Levels["StrongIndication"]);
        Assert.Equal(Rows / 20, record.Counts.Problems);
        Assert.Equal(
            ["missed.csv", "problems.csv", "report.html", "run.json", "screened.ndjson"], _place.Results("out").Keys.Order());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    public void Any_number_of_jobs_gives_the_same_bytes(int jobs)
    {
        _place.Do(Options(), "one");
        _place.Do(Options() with { Jobs = jobs }, "many");

        Assert.Equal(_place.Results("one"), _place.Results("many"));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 1_700)]
    [InlineData(2, 1_700)]
    [InlineData(2, 5_900)]
    public void An_interrupted_run_that_goes_on_gives_the_same_bytes(int jobs, int row)
    {
        var options = Options() with { Jobs = jobs, Files = [.. Options().Files, _place.WriteIncidents(Rows, "more.csv")] };
        _place.Do(options, "whole");
        using var interruption = new CancellationTokenSource();
        var seen = 0;

        var end = Assert.Throws<CommandEnd>(() => _place.Job(options, "out", incident =>
        {
            if (Interlocked.Increment(ref seen) == row) interruption.Cancel();
            return Workplace.Screen(incident);
        }).Execute(interruption.Token));

        Assert.Equal(ExitCode.Interrupted, end.ExitCode);
        Assert.DoesNotContain("screened.ndjson", _place.Results("out").Keys);
        _place.Do(options with { Resume = true, Jobs = 3 - jobs }, "out");
        Assert.Equal(_place.Results("whole"), _place.Results("out"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(600)]
    [InlineData(2_999)]
    public void A_run_killed_at_any_place_goes_on_to_the_same_bytes(int row)
    {
        var options = Options() with { CheckpointEvery = TimeSpan.Zero };
        var seen = 0;
        _place.Do(options, "whole", incident =>
        {
            if (++seen == row) _place.Copy("whole", "killed");
            return Workplace.Screen(incident);
        });
        foreach (var partial in Directory.EnumerateFiles(_place.PathOf("killed"), "*.partial"))
            File.AppendAllText(partial, "{\"written\":\"but not in the check");

        _place.Do(options with { Resume = true }, "killed");

        Assert.Equal(_place.Results("whole"), _place.Results("killed"));
    }

    [Fact]
    public void Going_on_needs_the_same_options_and_the_same_files()
    {
        var options = Options();
        Interrupt(options);

        var purpose = Assert.Throws<CommandEnd>(() => Resume(options with { Purpose = "another" }));
        var before = new FileInfo(options.Files[0]).Length;
        File.AppendAllText(options.Files[0], "2031-999999,90J,one row more\n");
        var file = Assert.Throws<CommandEnd>(() => Resume(options));

        Assert.Equal((ExitCode.Refused, ExitCode.Refused), (purpose.ExitCode, file.ExitCode));
        Assert.Contains("found purpose 'another', expected 'a test'", purpose.Message, StringComparison.Ordinal);
        Assert.Contains($"incidents.csv has changed since the run began ({before + 29} bytes, was {before});", file.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_the_same_bytes_at_another_time_goes_on_and_one_byte_in_its_middle_does_not()
    {
        var options = Options();
        Interrupt(options);
        var text = _place.Text("incidents.csv");
        _place.Write("incidents.csv", text.Replace("Row 1501\n", "Row 1502\n", StringComparison.Ordinal));
        var changed = Assert.Throws<CommandEnd>(() => Resume(options));
        _place.Write("incidents.csv", text);
        File.SetLastWriteTimeUtc(options.Files[0], DateTime.UnixEpoch);
        Resume(options);
        _place.Write("incidents.csv", text + "\n");
        var after = Assert.Throws<CommandEnd>(() => Resume(options));

        Assert.Contains("(other content of the same", changed.Message, StringComparison.Ordinal);
        Assert.Contains("has changed since the run began", after.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("content of", _place.Text("out/run.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void Going_on_with_nothing_begins_and_going_on_with_a_complete_run_changes_nothing()
    {
        var first = Resume(Options());
        var second = Resume(Options());

        Assert.Equal(first.ToJson(), second.ToJson());
        Assert.Equal(ExitCode.Refused, Assert.Throws<CommandEnd>(() => Resume(Options() with { Purpose = "another" })).ExitCode);
    }

    [Fact]
    public void What_a_folder_holds_is_replaced_by_force_only()
    {
        Interrupt(Options());
        var unfinished = Assert.Throws<CommandEnd>(() => _place.Do(Options(), "out"));
        _place.Do(Options() with { Force = true }, "out");
        var complete = Assert.Throws<CommandEnd>(() => _place.Do(Options(), "out"));
        _place.Do(Options() with { Force = true, Purpose = "another" }, "out");

        Assert.Equal((ExitCode.Refused, ExitCode.Refused), (unfinished.ExitCode, complete.ExitCode));
        Assert.Contains("--resume", unfinished.Message, StringComparison.Ordinal);
        Assert.Contains("\"purpose\": \"another\"", _place.Text("out/run.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_purpose_stands_in_every_output()
    {
        _place.Do(Options(), "out");

        Assert.All(_place.Lines("out/screened.ndjson"), line => Assert.Contains("\"purpose\":\"a test\"", line, StringComparison.Ordinal));
        Assert.All(_place.Lines("out/missed.csv").Skip(1), line => Assert.EndsWith(",a test", line));
        Assert.All(_place.Lines("out/problems.csv").Skip(1), line => Assert.EndsWith(",a test", line));
        Assert.Contains("\"purpose\": \"a test\"", _place.Text("out/run.json"), StringComparison.Ordinal);
        Assert.Contains("<bdi>a test</bdi>", _place.Text("out/report.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_of_the_program_costs_one_row_and_is_reported()
    {
        var record = _place.Do(Options(), "out", incident => incident.Number.Value == "2031-000007"
            ? throw new InvalidOperationException("PASSPORT")
            : Workplace.Screen(incident));

        Assert.Contains("\"level\":\"NotScreened\"", _place.Lines("out/screened.ndjson")[6], StringComparison.Ordinal);
        Assert.Equal(1 + (Rows / 20), record.Counts.Problems);
        Assert.DoesNotContain("PASSPORT", _place.Text("out/problems.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_gives_the_lines_of_the_file()
    {
        var options = Options();
        _place.Do(options, "file");
        var run = new ScreenRun(
            options with { Files = ["-"], Out = _place.PathOf("input") }, Workplace.Screen, ["invented@1.0.0"], new Progress(null, TimeProvider.System))
        {
            StandardInput = () => File.OpenRead(options.Files[0]),
        };
        run.Execute(TestContext.Current.CancellationToken);

        Assert.Equal(
            _place.Text("file/screened.ndjson").Replace("incidents.csv", "-", StringComparison.Ordinal), _place.Text("input/screened.ndjson"));
    }

    [Fact]
    public void A_full_disk_is_one_sentence_and_what_was_done_is_kept()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "This system has no /dev/full.");
        Directory.CreateDirectory(_place.PathOf("out"));
        File.CreateSymbolicLink(_place.PathOf("out/screened.ndjson.partial"), "/dev/full");

        var end = Assert.Throws<CommandEnd>(() => _place.Do(Options(), "out"));

        Assert.Equal(ExitCode.Failed, end.ExitCode);
        Assert.Contains("No space left on device", end.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_place.PathOf("out/screened.ndjson")));
        Assert.False(File.Exists(_place.PathOf("out/run.json")));
    }

    private ScreenOptions Options() => new()
    {
        Files = [File.Exists(_place.PathOf("incidents.csv")) ? _place.PathOf("incidents.csv") : _place.WriteIncidents(Rows)],
        Purpose = "a test",
    };

    private ScreenRecord Resume(ScreenOptions options) => _place.Do(options with { Resume = true }, "out");

    private void Interrupt(ScreenOptions options) =>
        Assert.Throws<CommandEnd>(() => _place.Job(options, "out").Execute(new CancellationToken(true)));
}
