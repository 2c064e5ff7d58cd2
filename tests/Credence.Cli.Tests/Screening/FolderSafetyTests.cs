using Credence.Cli.Screening;

namespace Credence.Cli.Tests.Screening;

public sealed class FolderSafetyTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData("screened.ndjson")]
    [InlineData("missed.csv")]
    [InlineData("problems.csv")]
    [InlineData("run.json")]
    [InlineData("report.html")]
    [InlineData("missed-candidates.partial")]
    [InlineData("report-incidents.partial")]
    [InlineData("checkpoint.json.partial")]
    public void An_input_that_the_run_would_replace_is_left_alone(string name)
    {
        var file = _place.WriteIncidents(30, name);
        var before = _place.Results(".");

        foreach (var option in new[] { "--force", "--resume", "--json" })
        {
            var (code, _, error) = Workplace.Run("screen", file, "--out", _place.Root, option);

            Assert.Equal(ExitCode.Refused, code);
            Assert.Equal($"{file} is one of the files that --out {_place.Root} would replace; expected another folder.", error.Trim());
            Assert.Equal(before, _place.Results("."));
        }
    }

    [Fact]
    public void What_a_run_writes_is_for_the_account_that_ran_it()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("There are no such modes here.");
            return;
        }

        Workplace.Run("screen", _place.WriteIncidents(30), "--out", _place.PathOf("new/out"));

        const UnixFileMode ReadWrite = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(ReadWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_place.PathOf("new/out")));
        foreach (var file in Directory.GetFiles(_place.PathOf("new/out"))) Assert.Equal(ReadWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public void A_link_is_no_way_around_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right of their own here.");
        Directory.CreateDirectory(_place.PathOf("real"));
        Directory.CreateSymbolicLink(_place.PathOf("linked"), "real");
        var file = _place.WriteIncidents(30, "real/missed.csv");
        var elsewhere = _place.WriteIncidents(30, "elsewhere.csv");
        Directory.CreateDirectory(_place.PathOf("out"));
        File.CreateSymbolicLink(_place.PathOf("out/screened.ndjson.partial"), "../elsewhere.csv");
        File.CreateSymbolicLink(_place.PathOf("alias.csv"), "linked/missed.csv");

        Refused(file, "linked");
        Refused(_place.PathOf("linked/missed.csv"), "real");
        Refused(_place.PathOf("alias.csv"), "linked");
        Refused(_place.PathOf("out/screened.ndjson.partial"), "out");
        Refused(elsewhere, "out");
        Assert.Equal(_place.Text("elsewhere.csv"), _place.Text("real/missed.csv"));
    }

    [Fact]
    public void An_input_of_another_name_may_lie_in_the_folder()
    {
        var file = _place.WriteIncidents(30, "in.csv");

        _place.Do(new ScreenOptions { Files = [file] }, ".");

        Assert.Equal(30, _place.Lines("screened.ndjson").Length);
        Assert.True(File.Exists(file));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_second_run_into_the_folder_is_refused_while_the_first_writes(bool force)
    {
        var options = new ScreenOptions { Files = [_place.WriteIncidents(300)] };
        _place.Do(options, "alone");
        CommandEnd? second = null;

        _place.Do(options, "out", incident =>
        {
            second ??= Assert.Throws<CommandEnd>(() => _place.Do(options with { Force = force }, "out"));
            return Workplace.Screen(incident);
        });

        Assert.Equal((ExitCode.Refused, $"{_place.PathOf("out")} is being written by another run."), (second!.ExitCode, second.Message));
        Assert.Equal(_place.Results("alone"), _place.Results("out"));
    }

    [Fact]
    public void The_lock_of_a_killed_run_locks_nothing()
    {
        Directory.CreateDirectory(_place.PathOf("out"));
        _place.Write("out/.lock", "");

        _place.Do(new ScreenOptions { Files = [_place.WriteIncidents(30)] }, "out");

        Assert.DoesNotContain(".lock", _place.Results("out").Keys);
    }

    [Fact]
    public void A_refused_run_leaves_no_lock()
    {
        var options = new ScreenOptions { Files = [_place.WriteIncidents(30)] };
        _place.Do(options, "out");

        Assert.Throws<CommandEnd>(() => _place.Do(options, "out"));

        Assert.DoesNotContain(".lock", _place.Results("out").Keys);
    }

    [Theory]
    [InlineData("in.csv", "in.csv: found a file, expected a folder.")]
    [InlineData("in.csv/out", "expected one that can be written.")]
    [InlineData("", "--out: found an empty name, expected a folder.")]
    [InlineData(" ", "--out: found an empty name, expected a folder.")]
    public void An_out_that_is_no_folder_is_one_sentence(string name, string says)
    {
        var file = _place.WriteIncidents(30, "in.csv");

        var (code, _, error) = Workplace.Run("screen", file, "--out", string.IsNullOrWhiteSpace(name) ? name : _place.PathOf(name));

        Assert.Equal(ExitCode.WrongUse, code);
        Assert.EndsWith(says, Assert.Single(error.TrimEnd().Split('\n')));
    }

    [Fact]
    public void The_same_file_twice_is_refused()
    {
        var file = _place.WriteIncidents(30, "in.csv");

        var (code, _, error) = Workplace.Run("screen", file, Path.Combine(_place.Root, ".", "in.csv"), "--out", _place.PathOf("out"));

        Assert.Equal(ExitCode.WrongUse, code);
        Assert.Contains("found the same file more than once", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_place.PathOf("out")));
    }

    private void Refused(string file, string folder)
    {
        var end = Assert.Throws<CommandEnd>(() => _place.Do(new ScreenOptions { Files = [file], Force = true }, folder));
        Assert.Equal(ExitCode.Refused, end.ExitCode);
    }
}
