using System.Globalization;

namespace Credence.Cli.Tests.Publishing;

public sealed class PublishCommandTests : IDisposable
{
    private const string Table = "unit,type,count\nA,sex,3\nA,labor,20\nA,both,40\nB,sex,30\nB,labor,25\nB,both,50\nC,sex,60\nC,labor,70\nC,both,80\n";
    private readonly Workplace _place = new();

    private string Out => _place.PathOf("out");

    public void Dispose() => _place.Dispose();

    [Fact]
    public void A_table_is_published_without_its_small_count_and_passes_its_check()
    {
        var said = Said.By("publish", _place.Write("t.csv", Table), "--k", "5", "--out", Out);

        Assert.Equal((ExitCode.Done, ""), (said.Exit, said.Error));
        Assert.Equal(4, _place.Lines("out/table-1.csv").Count(line => line.EndsWith(",withheld", StringComparison.Ordinal)));
        Assert.DoesNotContain(_place.Lines("out/table-1.csv"), line => line.EndsWith(",3", StringComparison.Ordinal));
        Assert.Contains("Kept: of 4 withheld counts", Said.By("publish", "check", Out).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_search_without_time_says_so_withholds_more_and_keeps_the_promise()
    {
        var said = Said.By("publish", _place.Write("t.csv", Table), "--k", "5", "--time-limit", "0", "--out", Out, "--json");

        Assert.Equal(ExitCode.Done, said.Exit);
        Assert.True(said.Json.GetProperty("isStopped").GetBoolean());
        Assert.True(_place.Lines("out/table-1.csv").Count(line => line.EndsWith(",withheld", StringComparison.Ordinal)) > 4);
        Assert.Contains("stopped by a bound in time", _place.Text("out/statement.md"), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Said.By("publish", "check", Out).Exit);
        Assert.Equal(ExitCode.WrongUse, Said.By("publish", _place.PathOf("t.csv"), "--time-limit", "-1", "--out", _place.PathOf("other")).Exit);
        Assert.Equal(ExitCode.WrongUse, Said.By("publish", _place.PathOf("t.csv"), "--time-limit", "9", "--privacy", "epsilon=1", "--out", _place.PathOf("other")).Exit);
    }

    [Fact]
    public void Enough_time_changes_nothing()
    {
        Said.By("publish", _place.Write("t.csv", Table), "--k", "5", "--out", Out);
        var said = Said.By("publish", _place.PathOf("t.csv"), "--k", "5", "--time-limit", "600", "--out", _place.PathOf("other"), "--json");

        Assert.False(said.Json.GetProperty("isStopped").GetBoolean());
        Assert.Equal(_place.Text("out/table-1.csv"), _place.Text("other/table-1.csv"));
    }

    [Fact]
    public void What_is_published_does_not_tell_which_counts_were_small()
    {
        Said.By("publish", _place.Write("t.csv", Table), "--k", "5", "--out", Out);

        foreach (var file in Directory.EnumerateFiles(Out))
        {
            Assert.DoesNotContain("for their own sake", File.ReadAllText(file), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("\"primary\"", File.ReadAllText(file), StringComparison.OrdinalIgnoreCase);
        }

        Assert.Contains("What this does not protect against", _place.Text("out/statement.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_are_counted_by_columns_and_two_tables_agree_on_what_they_share()
    {
        var rows = "unit,type,sex\n" + string.Concat(Enumerable.Range(0, 400).Select(i => $"{"ABC"[i % 3]},{(i % 97 == 0 ? "both" : i % 2 == 0 ? "sex" : "labor")},{(i % 5 == 0 ? "M" : "F")}\n"));

        var said = Said.By("publish", "--rows", _place.Write("rows.csv", rows), "--by", "unit,type", "--by", "sex,type", "--out", Out, "--json");

        Assert.Equal(ExitCode.Done, said.Exit);
        Assert.True(said.Json.GetProperty("isSmallest").GetBoolean());
        Assert.Equal(Of("out/table-1.csv", "(all),both"), Of("out/table-2.csv", "(all),both"));
        Assert.Equal(ExitCode.Done, Said.By("publish", "check", Out).Exit);
    }

    [Fact]
    public void A_finished_table_that_gives_a_count_away_fails_and_says_where()
    {
        var table = _place.Write("t.csv", "unit,count\nA,withheld\nB,20\n(all),23\n");

        var said = Said.By("publish", "check", table, "--k", "5");

        Assert.Equal(ExitCode.DoneWithProblems, said.Exit);
        Assert.Contains("unit A: a reader can tell that it is 3.", said.Output, StringComparison.Ordinal);
        Assert.Contains("Not kept: of 1 withheld counts 1 can be figured out too closely. Do not publish this.", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_finished_table_with_a_small_count_in_it_fails_for_that_reason()
    {
        var table = _place.Write("t.csv", "unit,count\nA,3\nB,20\n(all),23\n");

        Assert.Contains("Not kept: 1 counts below 5 are published. Do not publish this.", Said.By("publish", "check", table, "--k", "5").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_came_since_an_earlier_release_is_not_given_away()
    {
        var before = _place.Write("before.csv", "unit,count\nA,20\nB,30\nC,40\n");
        var now = _place.Write("now.csv", "unit,count\nA,22\nB,50\nC,60\n");

        Said.By("publish", now, "--earlier", before, "--out", Out);
        Said.By("publish", now, "--out", _place.PathOf("alone"));

        Assert.Equal("withheld", Of("out/table-1.csv", "A"));
        Assert.Equal("22", Of("alone/table-1.csv", "A"));
        Assert.Equal(ExitCode.Done, Said.By("publish", "check", Out, "--earlier", before).Exit);
        Assert.Equal(ExitCode.DoneWithProblems, Said.By("publish", "check", _place.PathOf("alone"), "--earlier", before).Exit);
    }

    [Fact]
    public void Noise_is_said_with_its_budget_and_nothing_is_withheld()
    {
        var said = Said.By("publish", _place.Write("t.csv", Table), "--privacy", "epsilon=1,delta=1e-6", "--out", Out);

        Assert.Equal(ExitCode.Done, said.Exit);
        Assert.DoesNotContain("withheld", _place.Text("out/table-1.csv"), StringComparison.Ordinal);
        Assert.Contains("ε = 1, δ = 0.000001", _place.Text("out/statement.md"), StringComparison.Ordinal);
        Assert.All(_place.Lines("out/table-1.csv").Skip(1), line => int.Parse(line.Split(',')[^1], CultureInfo.InvariantCulture));
        Assert.Equal(ExitCode.Refused, Said.By("publish", "check", Out).Exit);
    }

    [Fact]
    public void Rare_combinations_are_listed_without_their_count()
    {
        var rows = "sex,unit\n" + string.Concat(Enumerable.Repeat("F,A\n", 12)) + string.Concat(Enumerable.Repeat("M,B\n", 12)) + "F,B\nF,B\n";

        var said = Said.By("publish", "rare", _place.Write("rows.csv", rows), "--out", _place.PathOf("rare.csv"));

        Assert.Contains("sex F, unit B: <10", said.Output, StringComparison.Ordinal);
        Assert.Equal(["sex,F,unit,B,,,<10"], _place.Lines("rare.csv").Skip(1));
    }

    [Theory]
    [InlineData("--k", "1", "--k: found 1, expected a number from 2 to 1000.")]
    [InlineData("--privacy", "epsilon=0", "--privacy: found epsilon=0, expected epsilon=0.001 to 20")]
    [InlineData("--privacy", "delta=1e-6", "--privacy: found delta=1e-6")]
    [InlineData("--by", "unit", "--by: found columns without --rows")]
    [InlineData("--person", "unit", "--person: found a column without --rows and --privacy")]
    [InlineData("--k", "few", "--k: found few, expected a whole number.")]
    public void Wrong_use_is_said_in_one_sentence(string option, string value, string sentence)
    {
        var said = Said.By("publish", _place.Write("t.csv", Table), option, value, "--out", Out);

        Assert.Equal(ExitCode.WrongUse, said.Exit);
        Assert.Contains(sentence, said.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Out));
    }

    [Theory]
    [InlineData("unit,count\nA,7\nB,3\n", "could be figured out more closely than promised even if every other one were withheld")]
    [InlineData("unit,count\nA,2\nB,3\n", "found fewer people in all than")]
    [InlineData("unit,count\nA,withheld\nB,3\n(all),9\n", "found withheld cells, expected all counts")]
    public void What_cannot_be_protected_is_refused_and_nothing_is_written(string table, string sentence)
    {
        var said = Said.By("publish", _place.Write("t.csv", table), "--keep-total", "--out", Out);

        Assert.Equal(ExitCode.Refused, said.Exit);
        Assert.Contains(sentence, said.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public void A_folder_that_is_there_is_not_replaced()
    {
        Directory.CreateDirectory(Out);

        Assert.Equal(ExitCode.Refused, Said.By("publish", _place.Write("t.csv", Table), "--out", Out).Exit);
    }

    private string Of(string file, string categories) => Assert.Single(_place.Lines(file), line => line.StartsWith(categories + ",", StringComparison.Ordinal)).Split(',')[^1];
}
