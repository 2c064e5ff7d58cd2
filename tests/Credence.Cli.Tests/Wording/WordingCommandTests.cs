using Credence.Cli.Tests.Packs;

namespace Credence.Cli.Tests.Wording;

public class WordingCommandTests
{
    private const string Rows = "incident number,narrative,identified by\n1,She is a known prostitute named Zyxwv.,patrol\n2,\"She said, \"\"I am a hooker for him.\"\"\",patrol\n3,,patrol\n";

    [Fact]
    public void A_narrative_is_shown_by_line_and_column_with_why_and_what_to_write_instead()
    {
        using var folder = new LocalFolder().With("report.txt", "Officers arrived.\nThe woman is a known prostitute.\n");

        var said = Said.By("wording", File(folder, "report.txt"));
        Assert.Equal(0, said.Exit);
        Assert.Contains("line 2, column 16: known prostitute", said.Output, StringComparison.Ordinal);
        Assert.All(["label: ", "why: ", "instead: ", "source: ", "nothing is rewritten"], part => Assert.Contains(part, said.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void A_narrative_for_programs()
    {
        var flag = Said.By("wording", "She told us so. Her pimp was there.", "--json").Json.GetProperty("flags")[0];

        Assert.Equal(("pimp", 1, 21), (flag.GetProperty("text").GetString(), flag.GetProperty("line").GetInt32(), flag.GetProperty("column").GetInt32()));
        Assert.Equal("minimizing.pimp", flag.GetProperty("rule").GetProperty("id").GetString());
        Assert.NotEmpty(flag.GetProperty("rule").GetProperty("alternative").GetString()!);
    }

    [Fact]
    public void Nothing_flagged_is_said() => Assert.StartsWith("Nothing flagged.", Said.By("wording", "She said, \"I am a hooker for him.\"").Output, StringComparison.Ordinal);

    [Fact]
    public void Incidents_are_named_by_number_and_nobodys_words_are_shown()
    {
        using var folder = new LocalFolder().With("reports.csv", Rows);

        var text = Said.By("wording", File(folder, "reports.csv"), "--purpose", "a test");
        var json = Said.By("wording", File(folder, "reports.csv"), "--json");
        Assert.Equal((0, 0), (text.Exit, json.Exit));
        Assert.Contains("1 (row 2), characters 10 to 25: labels.sells-sex", text.Output, StringComparison.Ordinal);
        Assert.Contains("3 rows, 1 with a flag, 1 not checked", text.Output, StringComparison.Ordinal);
        Assert.Contains("Purpose: a test", text.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Zyxwv", text.Output + text.Error + json.Output, StringComparison.OrdinalIgnoreCase);
        var incident = Assert.Single(json.Json.GetProperty("incidents").EnumerateArray());
        Assert.Equal(("1", 9), (incident.GetProperty("number").GetString(), incident.GetProperty("flags")[0].GetProperty("start").GetInt32()));
    }

    [Fact]
    public void A_bad_row_ends_with_problems_told_by_place_and_never_by_content()
    {
        using var folder = new LocalFolder().With("reports.csv", Rows + "4,Her pimp was there.,patrol,Zyxwv,Zyxwv\n");

        var said = Said.By("wording", File(folder, "reports.csv"));
        Assert.Equal(1, said.Exit);
        Assert.Contains("reports.csv row 5", said.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Zyxwv", said.Error + said.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Rates_compare_within_a_unit_and_tell_no_small_count()
    {
        var rows = Enumerable.Range(0, 30).Select(i => $"a{i},The victim claims that he took her passport and forced her to work.,patrol")
            .Concat(Enumerable.Range(0, 40).Select(i => $"b{i},A bicycle was taken from the porch and nobody saw it.,patrol"))
            .Append("c1,Her pimp was there and took all the money.,Zyxwv unit");
        using var folder = new LocalFolder().With("reports.csv", $"incident number,narrative,identified by\n{string.Join('\n', rows)}\n");

        var text = Said.By("wording", File(folder, "reports.csv"), "--rates");
        var json = Said.By("wording", File(folder, "reports.csv"), "--rates", "--json").Json;
        Assert.Equal(0, text.Exit);
        Assert.Contains("30 reports that suggest trafficking, 40 others", text.Output, StringComparison.Ordinal);
        Assert.Contains("1 unit is not compared", text.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Zyxwv", text.Output, StringComparison.OrdinalIgnoreCase);
        var disbelief = json.GetProperty("units")[0].GetProperty("rates").EnumerateArray().Single(rate => rate.GetProperty("kind").GetString() == "disbelief");
        Assert.Equal(1, disbelief.GetProperty("figures").GetProperty("difference").GetProperty("value").GetDouble(), 12);
    }

    [Fact]
    public void A_language_that_no_pack_covers_is_not_called_clean()
    {
        var said = Said.By("wording", "Die Frau sagte, dass sie nicht gehen durfte und dass er ihren Pass hat und sie nicht bezahlt wird.");

        Assert.Equal(1, said.Exit);
        Assert.Contains("nothing was checked", said.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.txt", "found no such file")]
    [InlineData("missing.csv", "found no such file")]
    public void A_file_that_is_not_there_is_wrong_use(string name, string sentence)
    {
        var said = Said.By("wording", name);

        Assert.Equal(2, said.Exit);
        Assert.Contains(sentence, said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_language_without_a_pack_is_wrong_use() => Assert.Equal(2, Said.By("wording", "She was there.", "--lang", "fr").Exit);

    private static string File(LocalFolder folder, string name) => Path.Combine(folder.FullName, name);
}
