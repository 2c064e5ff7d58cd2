using Credence.Cli.Screening;

namespace Credence.Cli.Tests.Screening;

public sealed class ScreenCommandTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void A_file_is_screened_with_the_packs_that_ship()
    {
        var file = _place.Write("in.csv", "id,narrative\n1,Her boss took her passport and she has not been paid.\n2,A bicycle was stolen.\n");

        var (code, output, error) = Workplace.Run("screen", file, "--out", _place.PathOf("out"), "--purpose", "a test");

        Assert.Equal((ExitCode.Done, ""), (code, error));
        Assert.Contains("Read 2 rows of 1 file", output, StringComparison.Ordinal);
        Assert.Contains("Purpose: a test.", output, StringComparison.Ordinal);
        Assert.Contains("A person reads each incident and decides", output, StringComparison.Ordinal);
        Assert.Equal(2, _place.Lines("out/screened.ndjson").Length);
    }

    [Fact]
    public void Problems_in_rows_are_exit_code_one_and_say_nothing_of_the_story()
    {
        var file = _place.Write("in.csv", "id,narrative,note\n1,SECRET\n2,\"SECRET,x\n3,SECRET,SECRET,SECRET\n,SECRET,x\n");

        var (code, output, error) = Workplace.Run("screen", file, "--out", _place.PathOf("out"));

        Assert.Equal(ExitCode.DoneWithProblems, code);
        Assert.Equal(4, _place.Lines("out/screened.ndjson").Length);
        Assert.Equal("file,row,column,found,expected,purpose", _place.Lines("out/problems.csv")[0]);
        Assert.All(_place.Lines("out/problems.csv")[1..], line => Assert.EndsWith(",not stated", line));
        Assert.DoesNotContain("SECRET", output + error + string.Concat(_place.Results("out").Values), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_rows_is_exit_code_one_and_one_sentence()
    {
        var file = _place.Write("in.csv", "id,narrative\n");

        var (code, output, error) = Workplace.Run("screen", file, "--out", _place.PathOf("out"), "--purpose", "a test");

        Assert.Equal((ExitCode.DoneWithProblems, ""), (code, output));
        Assert.Equal($"Found no rows in {file}; expected incidents below the row of headers.", error.Trim());
        Assert.Equal("in.csv,1,,no rows,incidents below the row of headers,a test", _place.Lines("out/problems.csv")[1]);
    }

    [Fact]
    public void The_summary_reads_like_the_demo_and_says_how_to_name_the_offenses()
    {
        var file = _place.Write("in.csv", "id,narrative\n1,a\n");

        var (_, output, _) = Workplace.Run("screen", file, "--out", _place.PathOf("out"));

        Assert.Contains("  Strong indication ", output, StringComparison.Ordinal);
        Assert.Contains("--map offense=HEADER tells which column holds the codes", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_purpose_the_run_and_the_first_page_say_so()
    {
        var file = _place.Write("in.csv", "id,narrative\n1,a\n");

        var (code, _, error) = Workplace.Run("screen", file, "--out", _place.PathOf("out"), "--json");
        Workplace.Run("screen", file, "--out", _place.PathOf("stated"), "--purpose", "a test");

        Assert.Equal((ExitCode.Done, ScreenOptions.NoPurposeSentence), (code, error.Trim()));
        Assert.Contains(ScreenOptions.NoPurposeSentence, _place.Text("out/report.html"), StringComparison.Ordinal);
        Assert.DoesNotContain(ScreenOptions.NoPurposeSentence, _place.Text("stated/report.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_story_in_the_column_of_offenses_is_screened_and_printed_nowhere()
    {
        var file = _place.Write("in.csv", "id,offense,narrative\n1,She said ZELDA made her work,His boss took his passport.\n2,ZELDA ST,His boss took his passport.\n");

        var (code, output, error) = Workplace.Run("screen", file, "--out", _place.PathOf("out"), "--redact");

        Assert.Equal(ExitCode.DoneWithProblems, code);
        Assert.Contains("(words that are no offense) 2", output, StringComparison.Ordinal);
        Assert.DoesNotContain("ZELDA", output + error + string.Concat(_place.Results("out").Values), StringComparison.Ordinal);
        var problems = _place.Lines("out/problems.csv")[1..];
        Assert.Equal(2, problems.Length);
        Assert.StartsWith("in.csv,2,offense,28 characters of words that are no offense,", problems[0], StringComparison.Ordinal);
        Assert.StartsWith("in.csv,3,offense,8 characters that no table of offenses knows,", problems[1], StringComparison.Ordinal);
        Assert.Contains("(words that are no offense)", _place.Lines("out/missed.csv")[1], StringComparison.Ordinal);
    }

    [Fact]
    public void One_row_is_told_as_one_and_rare_offenses_as_others()
    {
        var codes = string.Concat(new[] { "100", "120", "200", "210", "220", "23A", "23B", "23C", "240", "250", "26A", "26B" }.Select((code, i) => $"{i},{code},His boss took his passport.\n"));

        var many = Workplace.Run("screen", _place.Write("in.csv", $"id,offense,narrative\n{codes}"), "--out", _place.PathOf("many")).Output;
        var one = Workplace.Run("screen", _place.Write("one.csv", "id,offense,narrative\n1,90J,His boss took his passport.\n"), "--out", _place.PathOf("one")).Output;

        Assert.Contains("250 1, and 2 others", many, StringComparison.Ordinal);
        Assert.Contains("Read 1 row of 1 file", one, StringComparison.Ordinal);
        Assert.Contains("1 row of 1 incident: no offense code", one, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_is_the_record_of_the_run()
    {
        var file = _place.Write("in.csv", "id,narrative\n1,a\n");

        var (_, output, _) = Workplace.Run("screen", file, "--out", _place.PathOf("out"), "--json");

        Assert.Equal(_place.Text("out/run.json").Trim(), output.Trim());
    }

    [Fact]
    public void The_rule_that_makes_a_level_is_printed()
    {
        var (code, output, _) = Workplace.Run("screen", "--explain");

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("StrongIndication", output, StringComparison.Ordinal);
        Assert.Contains("NotScreened", output, StringComparison.Ordinal);
    }

    public static TheoryData<byte[], string> Unreadable => new()
    {
        { [], "found an empty file" },
        { [0xEF, 0xBB, 0xBF], "found an empty file" },
        { [0x50, 0x4B, 3, 4, 0, 0], "found a zip file or an Excel workbook" },
        { [0x7F, 0x45, 0x4C, 0x46, 0, 0, 0, 1, 2, 3], "found a binary file" },
        { "date,narrative\n1,SECRET\n"u8.ToArray(), "expected a column of incident numbers; name it with --map id=HEADER" },
        { "id,title\n1,SECRET\n"u8.ToArray(), "expected a column of narratives; name it with --map narrative=HEADER" },
        { "1,SECRET and more words than any header has\n"u8.ToArray(), "found 2 columns without a row of headers" },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void A_file_that_is_no_table_of_incidents_is_one_sentence(byte[] bytes, string says)
    {
        var (code, output, error) = Workplace.Run("screen", _place.Write("in.csv", bytes), "--out", _place.PathOf("out"));

        Assert.Equal((ExitCode.WrongUse, ""), (code, output));
        Assert.Contains($"in.csv: ", Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Contains(says, error, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_place.PathOf("out")));
    }

    [Theory]
    [InlineData("nowhere.csv: found no such file, expected a file of incident records.", "screen", "nowhere.csv")]
    [InlineData("--map: found 'id', expected KEY=HEADER.", "screen", "x", "--map", "id")]
    [InlineData("expected at least one", "screen")]
    [InlineData("--jobs", "screen", "x", "--jobs", "0")]
    [InlineData("--map: found the key 'color', expected one of id,", "screen", "x", "--map", "color=x")]
    [InlineData("found no such folder", "screen", "x", "--packs", "nowhere")]
    [InlineData("--lang", "screen", "x", "--lang", "tlh")]
    [InlineData("only a file can be read again", "screen", "-", "--resume")]
    [InlineData("See: credence --help", "scren")]
    public void Wrong_use_is_one_sentence(string says, params string[] args)
    {
        var (code, output, error) = Workplace.Run([.. args, .. args.Length > 1 ? new[] { "--out", _place.PathOf("out") } : []]);

        Assert.Equal((ExitCode.WrongUse, ""), (code, output));
        Assert.Contains(says, Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_pack_is_one_sentence_with_its_place()
    {
        Directory.CreateDirectory(_place.PathOf("packs/indicators/en"));
        _place.Write("packs/indicators/en/own.yaml", "theme: own\ntitle: Own\nindicators:\n  - id: own.sign\n    strength: enormous\n");

        var (code, _, error) = Workplace.Run("screen", "x", "--packs", _place.PathOf("packs"));

        Assert.Equal(ExitCode.WrongUse, code);
        Assert.Contains("indicators/en/own.yaml:", Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_may_not_be_read_is_one_sentence()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.UserName == "root", "Everything may be read here.");
        var file = _place.Write("in.csv", "id,narrative\n1,a\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.None);

        var (code, _, error) = Workplace.Run("screen", file, "--out", _place.PathOf("out"));

        Assert.Equal(ExitCode.Failed, code);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_one_sentence()
    {
        var file = _place.Write("in.csv", "id,narrative\n1,a\n");

        var (code, _, error) = Workplace.Run("screen", file, "--out", Path.Combine(file, "out"));

        Assert.Equal(ExitCode.WrongUse, code);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact]
    public void Help_says_the_exit_codes()
    {
        Assert.All<string[]>([["--help"], ["screen", "--help"]], args =>
        {
            var (code, output, _) = Workplace.Run(args);
            Assert.Equal(ExitCode.Done, code);
            Assert.Contains(ExitCode.Help, output, StringComparison.Ordinal);
        });
    }
}
