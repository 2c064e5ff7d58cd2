using System.Text.Json;

namespace Credence.Cli.Tests.Evaluation;

public sealed class EstimateCommandTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    // Two lists: the estimate of Lincoln and Petersen, 60 on the first, 40 on the second, 20 on both: 60 * 40 / 20 = 120.
    [Fact]
    public void Two_lists_give_the_estimate_of_Lincoln_and_Petersen()
    {
        using var json = Json("A,B,n\n1,0,40\n0,1,20\n1,1,20\n");

        Assert.Equal(80, json.RootElement.GetProperty("observed").GetInt32());
        Assert.Equal(120, json.RootElement.GetProperty("mainEffects").GetProperty("estimate").GetDouble(), 6);
        Assert.Empty(json.RootElement.GetProperty("mainEffects").GetProperty("terms").EnumerateArray());
        Assert.True(json.RootElement.GetProperty("mainEffects").GetProperty("lower").GetDouble() < 120);
    }

    [Fact]
    public void A_pair_that_depends_is_taken_in_by_name()
    {
        using var json = Json("A,B,C,n\n1,0,0,100\n0,1,0,100\n0,0,1,100\n1,1,0,60\n1,0,1,10\n0,1,1,10\n1,1,1,6\n");

        Assert.Equal("A:B", json.RootElement.GetProperty("stepwise").GetProperty("terms")[0].GetString());
        Assert.True(json.RootElement.GetProperty("stepwise").GetProperty("estimate").GetDouble() > json.RootElement.GetProperty("mainEffects").GetProperty("estimate").GetDouble());
    }

    [Fact]
    public void The_page_shows_other_models_and_what_is_said_against_it()
    {
        var page = Workplace.Run("estimate", _place.Write("table.csv", "A,B,C,n\n1,0,0,40\n0,1,0,30\n0,0,1,20\n1,1,0,6\n0,1,1,4\n")).Output;

        Assert.Contains("How far it hangs on the model", page, StringComparison.Ordinal);
        Assert.Contains("Whitehead", page, StringComparison.Ordinal);
        Assert.Contains("Quote no single number", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A,B,n\n1,0,40\n0,1,30\n", "nobody on more than one list")]
    [InlineData("A,n\n1,40\n", "found one list")]
    [InlineData("A,B,n\n1,0,-4\n0,1,30\n1,1,2\n", "a negative number")]
    [InlineData("A,B,n\n1,0,4.5\n0,1,30\n1,1,2\n", "expected a whole number")]
    [InlineData("A,B,n\n1,0,99999999999999\n0,1,30\n1,1,2\n", "found a larger number, expected a whole number of people from 0 to 536870911")]
    [InlineData("A,B,n\n1,0,500000000\n0,1,500000000\n1,1,2\n", "row 3, column n: found more people")]
    [InlineData("A,B,n\n1,0,40\n0,1,30\n1,0,40\n1,1,2\n", "rows 2 and 4: found the same set of lists twice")]
    [InlineData("A,B,n\n1,2,4\n", "expected 1 (on the list) or 0")]
    [InlineData("A,B,n\n0,0,4\n1,1,3\n", "people on no list")]
    [InlineData("A,B,C,n\n1,0,0,4\n1,1,0,3\n0,1,0,5\n", "nobody on list C")]
    [InlineData("A,A,n\n1,0,4\n", "two lists of one name")]
    [InlineData("A,B\n1,0\n", "no column of counts")]
    [InlineData("A,B,n\n1,0,40\n1,1,6\n", "one list holds everybody")]
    public void A_table_that_says_nothing_is_refused_in_one_sentence_and_without_a_number(string table, string sentence)
    {
        var (code, output, error) = Workplace.Run("estimate", _place.Write("table.csv", table), "--json");

        Assert.Equal(ExitCode.Refused, code);
        Assert.Equal("", output);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
    }

    [Fact]
    public void A_table_that_is_not_there_is_called_a_capture_table()
    {
        var (code, _, error) = Workplace.Run("estimate", _place.PathOf("nofile.csv"));

        Assert.Equal(ExitCode.WrongUse, code);
        Assert.Contains($"{_place.PathOf("nofile.csv")}: found no such file, expected a capture table.", error, StringComparison.Ordinal);
    }

    private JsonDocument Json(string table) =>
        JsonDocument.Parse(Workplace.Run("estimate", _place.Write("table.csv", table), "--bootstrap", "50", "--json").Output);
}
