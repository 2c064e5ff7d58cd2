using Credence.Cli.Classification;
using Credence.Cli.Tests.Packs;
using Credence.Testing;

namespace Credence.Cli.Tests.Classification;

public class MissedCommandTests
{
    private static readonly string Avenue = Cast.WomanOnTheAvenue.Incident.Narrative.Text;

    [Fact]
    public void Both_directions_are_found_counted_and_ordered_for_reading()
    {
        using var folder = Reports(
            "1,90J,\"Officers met a female at the motel.\",,",
            $"2,90Z,\"{Avenue}\",,",
            "3,64A,\"Officers inspected the massage business. All licenses were in order.\",,",
            "4,40A,\"Subject was arrested.\",16,",
            "5,40A,\"Subject was cited.\",33,");

        var json = Missed(folder).Json;

        Assert.Equal(["4", "2", "5", "3"], json.GetProperty("incidents").EnumerateArray().Select(one => one.GetProperty("number").GetString()));
        Assert.Equal(5, json.GetProperty("rows").GetInt32());
        Assert.Equal(1, json.GetProperty("counts").GetProperty("minor-arrested").GetInt32());
        Assert.Equal(2, json.GetProperty("counts").GetProperty("sold-without-victim").GetInt32());
        Assert.Equal(1, json.GetProperty("counts").GetProperty("code-without-support").GetInt32());
        Assert.Equal("not stated", json.GetProperty("purpose").GetString());
    }

    [Fact]
    public void An_incident_that_another_row_codes_as_trafficking_is_not_missed()
    {
        using var folder = Reports($"2,90Z,\"{Avenue}\",,", $"2,64A,\"{Avenue}\",,");

        Assert.Empty(Missed(folder).Json.GetProperty("incidents").EnumerateArray());
    }

    [Fact]
    public void The_list_names_numbers_and_indicators_and_never_the_narratives_words()
    {
        using var folder = Reports($"2,90Z,\"{Avenue}\",,");
        var path = System.IO.Path.Combine(folder.FullName, "list.csv");

        var said = Said.By("missed", System.IO.Path.Combine(folder.FullName, "reports.csv"), "--out", path, "--purpose", "audit of 2031");

        Assert.Equal(0, said.Exit);
        Assert.Contains("A list to read from the top; none of it is a verdict", said.Output, StringComparison.Ordinal);
        var csv = File.ReadAllLines(path);
        Assert.Equal(2, csv.Length);
        Assert.Contains("audit of 2031", csv[1], StringComparison.Ordinal);
        Assert.DoesNotContain(Avenue[..40], said.Output + csv[1], StringComparison.Ordinal);
        Assert.Equal(3, Said.By("missed", System.IO.Path.Combine(folder.FullName, "reports.csv"), "--out", path).Exit);
    }

    [Fact]
    public void A_row_has_the_number_that_a_spreadsheet_shows()
    {
        using var folder = Reports("1,90J,\"Officers met a female at the motel.\",,", $"2,90Z,\"{Avenue}\",,");

        Assert.Equal(3, Missed(folder).Json.GetProperty("incidents")[0].GetProperty("row").GetInt32());
    }

    [Theory]
    [InlineData("--top: found -1, expected 0 or more.", "missed", "FILE", "--top", "-1")]
    [InlineData("--seed: found -1, expected a whole number from 0.", "demo", "--seed", "-1")]
    [InlineData("--seed: found -1, expected a whole number from 0.", "estimate", "FILE", "--seed", "-1")]
    [InlineData("--seed: found -1, expected a whole number from 0.", "review", "start", "FILE", "--reader", "a", "--seed", "-1")]
    [InlineData("--seed: found -1, expected a whole number from 0.", "review", "simulate", "FILE", "--label", "a", "--seed", "-1")]
    [InlineData("--recall: found much, expected a number such as 0.95.", "review", "start", "FILE", "--reader", "a", "--recall", "much")]
    [InlineData("--recall: found NaN, expected a share between 0 and 1.", "review", "start", "FILE", "--reader", "a", "--recall", "NaN")]
    [InlineData("--double: found NaN, expected a share from 0 to 1.", "review", "start", "FILE", "--reader", "a", "--double", "NaN")]
    [InlineData("--p: found NaN, expected a chance between 0 and 1.", "estimate", "FILE", "--p", "NaN")]
    [InlineData("--bootstrap: found -1", "estimate", "FILE", "--bootstrap", "-1")]
    [InlineData("--trials: found 0", "review", "simulate", "FILE", "--label", "a", "--trials", "0")]
    [InlineData("--jobs: found 0", "screen", "FILE", "--jobs", "0")]
    [InlineData("--count: found 0", "review", "next", "DIR", "--reader", "a", "--count", "0")]
    [InlineData("--prevalence: found NaN", "ask", "hhs-card", "--prevalence", "NaN")]
    public void A_number_that_makes_no_sense_is_refused_in_a_sentence(string sentence, params string[] arguments)
    {
        using var folder = Reports("1,90J,\"Officers met a female at the motel.\",,");
        var file = System.IO.Path.Combine(folder.FullName, "reports.csv");

        var said = Said.By([.. arguments.Select(argument => argument == "FILE" ? file : argument)]);

        Assert.Equal(2, said.Exit);
        Assert.StartsWith(sentence, said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_file_gives_the_same_bytes()
    {
        using var folder = Reports(Enumerable.Range(1, 40).Select(number => $"{number},90Z,\"{Avenue}\",,").ToArray());

        Assert.Equal(Missed(folder).Output, Missed(folder).Output);
    }

    [Fact]
    public void Nothing_is_left_behind_where_temporary_files_are()
    {
        var before = Directory.GetFiles(System.IO.Path.GetTempPath(), "credence-*").Length;
        using var folder = Reports($"2,90Z,\"{Avenue}\",,");
        Missed(folder);

        Assert.Equal(before, Directory.GetFiles(System.IO.Path.GetTempPath(), "credence-*").Length);
    }

    [Fact]
    public void Without_a_column_of_offenses_it_says_so_and_nothing_is_recorded_as_something_else()
    {
        using var folder = new LocalFolder().With("reports.csv", $"incident_number,narrative\n1,\"{Avenue}\"\n");

        var said = Said.By("missed", System.IO.Path.Combine(folder.FullName, "reports.csv"));

        Assert.Contains("Found no column of offenses for 1 of 1 rows", said.Error, StringComparison.Ordinal);
        Assert.Contains("No code in the source;", said.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("ecorded as something else", said.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("recorded as no code", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_somebody_whose_age_is_recorded_it_is_not_said_that_the_age_is_unknown()
    {
        using var folder = Reports("4,40A,\"Subject was arrested.\",16,");

        var because = Missed(folder).Json.GetProperty("incidents")[0].GetProperty("because").GetString();

        Assert.Contains("A person under 18 is recorded as arrested", because, StringComparison.Ordinal);
        Assert.DoesNotContain("age are not known", because, StringComparison.Ordinal);
    }

    [Fact]
    public void Not_even_a_run_that_is_killed_leaves_numbers_and_levels_behind()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps the name of an open file.");
        using var lines = new ReadingOrder();
        lines.Add(0, 0, 0, 0, "2031-SEEN-AGAIN");

        Assert.DoesNotContain(Directory.GetFiles(System.IO.Path.GetTempPath(), "credence-*"), IsOurs);
        Assert.Equal(["2031-SEEN-AGAIN"], lines.Lines());
    }

    // Other tests may have a file of theirs there for a moment.
    private static bool IsOurs(string path)
    {
        try
        {
            return File.ReadAllText(path).Contains("2031-SEEN-AGAIN", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static Said Missed(LocalFolder folder) => Said.By("missed", System.IO.Path.Combine(folder.FullName, "reports.csv"), "--json");

    private static LocalFolder Reports(params string[] rows) =>
        new LocalFolder().With("reports.csv", $"incident_number,offense,narrative,arrestee_age,victim_age\n{string.Join('\n', rows)}\n");
}
