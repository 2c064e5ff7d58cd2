using System.Text.Json;
using Credence.Testing;

namespace Credence.Cli.Tests.Nibrs;

public sealed class NibrsCommandTests : IDisposable
{
    private static readonly string[] WithTwoErrors = Changed();

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void A_file_with_nothing_wrong_is_done()
    {
        var (code, output, error) = Workplace.Run("nibrs", "check", Write(FlatFile.Incident()));

        Assert.Equal((ExitCode.Done, "may.txt: 1 reports in 5 lines, 0 with errors; 0 lines cannot be read.", ""), (code, output.Trim(), error));
    }

    [Fact]
    public void Each_error_is_a_line_of_JSON_with_the_names_that_the_paper_promises()
    {
        var (code, output, _) = Workplace.Run("nibrs", "check", Write(WithTwoErrors), "--json");
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();

        Assert.Equal(ExitCode.DoneWithProblems, code);
        Assert.Equal(2, lines.Count);
        Assert.Equal(
            ["3", "4", FlatFile.Ori, "31-000114", "26", "404"],
            new[] { "line", "segment", "ori", "incidentNumber", "element", "error" }.Select(name => lines[1].GetProperty(name).ToString()));
        Assert.Equal((JsonValueKind.Null, "34", "085"), (lines[0].GetProperty("segment").ValueKind, lines[0].GetProperty("element").GetString(), lines[0].GetProperty("error").GetString()));
    }

    [Fact]
    public void The_page_says_where_and_sums_up_by_number()
    {
        var (_, output, _) = Workplace.Run("nibrs", "check", Write(WithTwoErrors));

        Assert.Contains("line 3, position 72: ZZ0010000 31-000114, element 26: 404. The age is neither 00 to 99 nor NN, NB or BB.", output, StringComparison.Ordinal);
        Assert.Contains("        1  085  There are several offenders", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_is_no_segment_is_told_and_what_it_holds_is_not()
    {
        var (code, output, _) = Workplace.Run("nibrs", "check", Write([.. FlatFile.Incident(), "SECRET of somebody"]));

        Assert.Equal(ExitCode.DoneWithProblems, code);
        Assert.Contains("line 6, position 5, segment level: 051. Found no segment level, expected 0 to 7.", output.Replace(":,", ",", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--start", "ZZ0010000", "--start: found ZZ0010000, expected an ORI")]
    [InlineData("--start", "ZZ0010000=May", "--start: found ZZ0010000=May, expected an ORI")]
    public void A_wrong_option_is_one_sentence(string option, string value, string sentence)
    {
        var (code, _, error) = Workplace.Run("nibrs", "check", Write(FlatFile.Incident()), option, value);

        Assert.Equal(ExitCode.WrongUse, code);
        Assert.StartsWith(sentence, error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_flat_file_is_refused()
    {
        var (code, _, error) = Workplace.Run("nibrs", "check", _place.Write("a.csv", "id,narrative\n1,x\n"));

        Assert.Equal(ExitCode.WrongUse, code);
        Assert.Contains("found no segment of a NIBRS flat file", error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_return_is_a_page_and_JSON_and_says_what_it_is_not()
    {
        var file = Write(FlatFile.Incident());
        var (code, page, _) = Workplace.Run("nibrs", "summary", file);
        var (_, json, _) = Workplace.Run("nibrs", "summary", file, "--json");

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("A  64A commercial sex acts                 1         1              0", page, StringComparison.Ordinal);
        Assert.Contains("They are not persons found to be victims", page, StringComparison.Ordinal);
        Assert.Equal(1, JsonDocument.Parse(json).RootElement.GetProperty("totals")[0].GetProperty("cleared").GetInt32());
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("ndjson")]
    public void A_file_comes_back_byte_for_byte_whatever_it_holds(string form)
    {
        byte[] bytes = [.. FlatFile.Bytes([.. FlatFile.Incident(), "", FlatFile.Zero().With(26, "=1+1")], "\r\n"), .. "no segment \u00FF\0"u8, (byte)'\r', .. FlatFile.Bytes([FlatFile.Arrest("-31")]), .. "00430A"u8];
        var file = _place.Write("may.txt", bytes);

        var there = Workplace.Run("nibrs", "convert", file, "--to", form, "--out", _place.PathOf("made"));
        var back = Workplace.Run("nibrs", "convert", _place.PathOf("made"), "--to", "nibrs", "--out", _place.PathOf("again.txt"));

        Assert.Equal((ExitCode.Done, ExitCode.Done, ""), (there.Code, back.Code, there.Error + back.Error));
        Assert.Equal(bytes, File.ReadAllBytes(_place.PathOf("again.txt")));
    }

    [Fact]
    public void Nothing_is_replaced_unasked_and_a_file_is_never_converted_into_itself()
    {
        var file = Write(FlatFile.Incident());

        Assert.Equal(ExitCode.Refused, Workplace.Run("nibrs", "convert", file, "--to", "ndjson", "--out", _place.Write("there", "x")).Code);
        Assert.Equal(ExitCode.Refused, Workplace.Run("nibrs", "convert", file, "--to", "ndjson", "--out", file, "--force").Code);
        Assert.Equal(5, _place.Lines("may.txt").Length);
    }

    [Fact]
    public void A_row_that_does_not_fit_is_said_and_left_out()
    {
        var json = _place.Write("a.ndjson", "{\"segment\":\"zero\",\"length\":\"0043\",\"ori\":\"much too long for it\"}\nno json\n{\"segment\":\"zero\",\"length\":\"0043\",\"level\":\"0\"}\n");
        var (code, output, error) = Workplace.Run("nibrs", "convert", json, "--to", "nibrs", "--out", _place.PathOf("b.txt"));

        Assert.Equal(ExitCode.DoneWithProblems, code);
        Assert.Contains("2 rows left out", output, StringComparison.Ordinal);
        Assert.Contains("row 1: found a value that does not fit into its field", error, StringComparison.Ordinal);
        Assert.Equal(43, Assert.Single(_place.Lines("b.txt")).Length);
    }

    [Theory]
    [InlineData("line,end,base64\n1,LF,QQ==\n2,LF,\"Q\"Q SECRET\n", 2)]
    [InlineData("line,end,base64\n1,LF,\"QQ== SECRET\n", 1)]
    [InlineData("", 1)]
    public void A_broken_table_ends_in_one_sentence_with_its_row_and_leaves_no_half_of_a_file(string table, int row)
    {
        Directory.CreateDirectory(_place.PathOf("made"));
        _place.Write("made/other-lines.csv", table);

        var (code, _, error) = Workplace.Run("nibrs", "convert", _place.PathOf("made"), "--to", "nibrs", "--out", _place.PathOf("again.txt"));

        Assert.Equal(ExitCode.WrongUse, code);
        Assert.StartsWith($"other-lines.csv, row {row}: found no well-formed CSV", error, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", error, StringComparison.Ordinal);
        Assert.False(File.Exists(_place.PathOf("again.txt")));
    }

    [Fact]
    public void Real_files_come_back_byte_for_byte()
    {
        foreach (var name in new[] { "nibrs/Test-Submission-1.txt", "nibrs/honolulu-2019-05.txt" })
        {
            var path = SharedData.File(name);
            Assert.SkipWhen(path is null, SharedData.Missing);
            foreach (var form in new[] { "csv", "ndjson" })
            {
                var made = _place.PathOf(form + Path.GetFileName(path));
                Workplace.Run("nibrs", "convert", path!, "--to", form, "--out", made);
                Workplace.Run("nibrs", "convert", made, "--to", "nibrs", "--out", made + ".txt");

                Assert.Equal(File.ReadAllBytes(path!), File.ReadAllBytes(made + ".txt"));
            }
        }
    }

    private string Write(IEnumerable<string> lines) => _place.Write("may.txt", FlatFile.Bytes(lines));

    private static string[] Changed()
    {
        var lines = FlatFile.Incident();
        return [lines[0], lines[1], lines[2].With(72, "8   "), lines[3], lines[3].With(38, "02"), lines[4]];
    }
}
