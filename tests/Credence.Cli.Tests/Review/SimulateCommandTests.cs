using System.Text;
using System.Text.Json;

namespace Credence.Cli.Tests.Review;

public sealed class SimulateCommandTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void Simulated_reviews_find_what_resembles_what_was_found_and_keep_the_promise()
    {
        var file = _place.Write("labeled.csv", Labeled(300));

        var (code, output, _) = Workplace.Run("review", "simulate", file, "--trials", "4", "--json");

        using var json = JsonDocument.Parse(output);
        Assert.Equal(0, code);
        Assert.Equal(300, json.RootElement.GetProperty("documents").GetInt32());
        Assert.InRange(json.RootElement.GetProperty("loss").GetProperty("value").GetDouble(), 0, 0.05);
        Assert.Equal(0, json.RootElement.GetProperty("rule").GetProperty("missed").GetProperty("count").GetInt32());
    }

    [Fact]
    public void The_same_seed_reads_in_the_same_order()
    {
        var file = _place.Write("labeled.csv", Labeled(120));

        Assert.Equal(Loss(file, "7"), Loss(file, "7"));
    }

    [Fact]
    public void Duplicates_and_rows_without_abstract_are_left_out_and_counted()
    {
        var file = _place.Write("labeled.csv", "title,abstract,label_included,duplicate_record_id\na one,x y,1,\na two,x z,1,\nb one,u v,0,\nb two,u w,0,\nb,,0,\nc,q,0,4\n");

        using var json = JsonDocument.Parse(Workplace.Run("review", "simulate", file, "--trials", "1", "--json").Output);

        Assert.Equal(4, json.RootElement.GetProperty("documents").GetInt32());
        Assert.Equal(1, json.RootElement.GetProperty("duplicates").GetInt32());
        Assert.Equal(1, json.RootElement.GetProperty("withoutText").GetInt32());
    }

    [Theory]
    [InlineData("text,label\na,1\nb,0\nc,0\n", "found 1 relevant of 3")]
    [InlineData("text,other\na,1\n", "found no column label")]
    [InlineData("label,other\n1,a\n", "found no column title")]
    public void A_file_that_cannot_be_simulated_is_refused_in_one_sentence(string text, string sentence)
    {
        var (code, _, error) = Workplace.Run("review", "simulate", _place.Write("labeled.csv", text));

        Assert.Contains(code, new[] { ExitCode.WrongUse, ExitCode.Refused });
        Assert.Contains(sentence, error, StringComparison.Ordinal);
    }

    private static string Loss(string file, string seed)
    {
        using var json = JsonDocument.Parse(Workplace.Run("review", "simulate", file, "--trials", "2", "--seed", seed, "--json").Output);
        return json.RootElement.GetProperty("loss").GetRawText();
    }

    // Every tenth tells of a passport, in words that no other row has.
    private static string Labeled(int rows)
    {
        var text = new StringBuilder("id,text,label\n");
        for (var i = 0; i < rows; i++)
        {
            text.Append(i % 10 == 0
                ? $"{i},foreman keeps the passports of field workers row {i * 7 % 13},1\n"
                : $"{i},loud music complaint street number {i * 7 % 13} quiet on arrival,0\n");
        }

        return text.ToString();
    }
}
