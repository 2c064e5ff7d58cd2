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
        Assert.Contains("        1  085  element 34: There are several offenders", output, StringComparison.Ordinal);
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
    [InlineData("line,end,base64\n7,LF,QQ==\n8,LF,\"Q\"Q SECRET\n", 3)]
    [InlineData("line,end,base64\n7,LF,\"QQ== SECRET\n", 2)]
    [InlineData("", 2)]
    public void A_broken_table_ends_in_one_sentence_with_its_row_and_leaves_no_half_of_a_file(string table, int row)
    {
        Taken();
        _place.Write("made/other-lines.csv", table);

        var (code, _, error) = Workplace.Run("nibrs", "convert", _place.PathOf("made"), "--to", "nibrs", "--out", _place.PathOf("again.txt"));

        Assert.Equal(ExitCode.WrongUse, code);
        Assert.StartsWith($"other-lines.csv, row {row}: found no well-formed CSV", error, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", error, StringComparison.Ordinal);
        Assert.False(File.Exists(_place.PathOf("again.txt")));
    }

    [Fact]
    public void A_table_that_is_gone_is_refused_with_how_many_rows_it_had()
    {
        Taken();
        File.Delete(_place.PathOf("made/victim.csv"));

        var (code, output, error) = Back();

        Assert.Equal((ExitCode.Refused, ""), (code, output));
        Assert.Contains("found no victim.csv (2 rows), expected every table", error, StringComparison.Ordinal);
        Assert.False(File.Exists(_place.PathOf("again.txt")));
    }

    [Theory]
    [InlineData("offense", ",LF,0071,", ",LF,71,", "offense.csv, row 2: found a number that is too short, as if a spreadsheet program had eaten zeros in front; expected digits: length (4)")]
    [InlineData("victim", ",001,", ",1,", "victim.csv, row 2: found a number that is too short")]
    [InlineData("offender", "\n4,LF", "\nabc,LF", "offender.csv, row 2: found no number of a line under line; expected a whole number from 1.")]
    [InlineData("offender", "\n4,LF", "\n3,LF", "found a number under line that comes again or out of order")]
    [InlineData("offender", ",5,I,", ",9,I,", "found no segment level at position 5; expected 0 to 7.")]
    [InlineData("administrative", ",1,I,", ",1,X,", "found no segment action type at position 6")]
    public void A_row_that_was_damaged_is_said_by_table_and_row_and_left_out(string table, string before, string after, string sentence)
    {
        Taken();
        var text = _place.Text($"made/{table}.csv");
        var at = text.IndexOf(before, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{table}.csv holds no {before}");
        _place.Write($"made/{table}.csv", text[..at] + after + text[(at + before.Length)..]);

        var (code, output, error) = Back();

        Assert.Equal(ExitCode.DoneWithProblems, code);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
        Assert.Contains("1 rows left out", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_are_gone_are_said_and_so_is_a_list_of_tables_that_is()
    {
        Taken();
        _place.Write("made/victim.csv", string.Join('\n', _place.Lines("made/victim.csv")[..2]) + "\n");
        var fewer = Back();
        File.Delete(_place.PathOf("made/tables.json"));
        var unknown = Back();

        Assert.Equal((ExitCode.DoneWithProblems, ExitCode.DoneWithProblems), (fewer.Code, unknown.Code));
        Assert.Contains("victim.csv: found 1 rows; expected 2, as they were written.", fewer.Error, StringComparison.Ordinal);
        Assert.Contains("tables.json: found no such file", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_is_gone_is_refused()
    {
        Taken();
        _place.Write("made/victim.csv", _place.Text("made/victim.csv").Replace(",age,", ",years,", StringComparison.Ordinal));

        var (code, _, error) = Back();

        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains("victim.csv: found no column age, expected every column", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_that_comes_in_two_files_is_counted_once_and_said()
    {
        var file = Write(FlatFile.Incident());
        var (code, page, error) = Workplace.Run("nibrs", "summary", file, file);

        Assert.Equal(ExitCode.DoneWithProblems, code);
        Assert.Contains("1 of 1 group A incidents", page, StringComparison.Ordinal);
        Assert.Contains("A  64A commercial sex acts                 1         1              0", page, StringComparison.Ordinal);
        Assert.Contains("Reports whose number the same agency had sent before, counted once, as first read: 1.", page, StringComparison.Ordinal);
        Assert.Contains("may.txt: found 1 reports", error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sum_tells_apart_what_one_number_says_of_several_elements()
    {
        var lines = FlatFile.Incident();
        lines[2] = lines[2].With(72, "8   ");
        lines[3] = lines[3].With(40, "8   ");
        var (_, output, _) = Workplace.Run("nibrs", "check", Write(lines));
        var sums = output.Split('\n').Where(line => line.StartsWith("     ", StringComparison.Ordinal)).ToList();

        Assert.Contains(sums, line => line.StartsWith("        1  404  element 26: The age", StringComparison.Ordinal));
        Assert.Contains(sums, line => line.Contains("element 37: ", StringComparison.Ordinal));
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

    // An incident with two victims, as tables.
    private void Taken()
    {
        var lines = FlatFile.Incident();
        var file = Write([lines[0], lines[1], lines[2], lines[3], lines[2].With(38, "002"), lines[4]]);
        Assert.Equal(ExitCode.Done, Workplace.Run("nibrs", "convert", file, "--to", "csv", "--out", _place.PathOf("made")).Code);
    }

    private (int Code, string Output, string Error) Back() =>
        Workplace.Run("nibrs", "convert", _place.PathOf("made"), "--to", "nibrs", "--out", _place.PathOf("again.txt"), "--force");

    private string Write(IEnumerable<string> lines) => _place.Write("may.txt", FlatFile.Bytes(lines));

    private static string[] Changed()
    {
        var lines = FlatFile.Incident();
        return [lines[0], lines[1], lines[2].With(72, "8   "), lines[3], lines[3].With(38, "02"), lines[4]];
    }
}
