using System.Globalization;
using Credence.Evaluation.Measures;

namespace Credence.Cli.Tests.Studies;

[Collection(nameof(StudyFixture))]
public sealed class StudyFiguresTests(StudyFixture study)
{
    private readonly IReadOnlyList<RawIncident> _raw = RawStudy.Read(study.Folder, study.Open);

    [Fact]
    public void Every_figure_that_is_told_comes_out_again_from_the_raw_rows()
    {
        var told = StudyFixture.Table(study.Open, "measures.csv").Where(row => row["state"] == "told").ToList();
        var wrong = told.Select(Wrong).OfType<string>().ToList();

        Assert.True(told.Count > 250, $"only {told.Count} figures are told");
        Assert.Equal(RawMeasures.Answers.Keys.Append("minor-40a").Order(), told.Select(row => row["measure"]).Distinct().Order());
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(10)));
    }

    [Fact]
    public void Totals_behind_the_sample_are_the_sums_of_weights()
    {
        var told = StudyFixture.Table(study.Open, "measures.csv").Where(row => row["state"] == "told" && row["total"].Length > 0).ToList();

        Assert.NotEmpty(told);
        Assert.All(told, row => Assert.Equal(In(row).Where(one => one.Answer == row["answer"]).Sum(one => one.Incident.Weight), Number(row["total"]), 1e-6));
    }

    [Fact]
    public void The_agreement_of_the_coders_comes_out_again_from_their_sheets()
    {
        var sheets = new[] { "coder-a", "coder-b" }.Select(coder => RawStudy.Csv(Path.Combine(study.Open, coder, "codings.csv")).ToDictionary(row => row["case"])).ToList();
        var victim = StudyFixture.Table(study.Open, "agreement.csv").Single(row => row["question"] == "victim");
        var pairs = sheets[0].Select(row => (A: row.Value["victim"], B: sheets[1][row.Key]["victim"])).ToList();
        double n = pairs.Count;
        var observed = pairs.Count(pair => pair.A == pair.B) / n;
        var chance = new[] { "yes", "unsure", "no" }.Sum(word => pairs.Count(pair => pair.A == word) / n * (pairs.Count(pair => pair.B == word) / n));

        Assert.Equal(observed, Number(victim["same"]) / Number(victim["of"]), 1e-12);
        Assert.Equal((observed - chance) / (1 - chance), Number(victim["kappa"]), 1e-9);
    }

    [Fact]
    public void Differences_between_sites_are_the_differences_of_their_shares_and_p_values_only_grow_by_adjusting()
    {
        var shares = StudyFixture.Table(study.Open, "measures.csv").Where(row => row["by"] == "site" && row["state"] == "told")
            .GroupBy(row => (row["measure"], row["site"])).ToDictionary(same => same.Key, same => Number(same.First()["share"]));
        var between = StudyFixture.Table(study.Open, "contrasts.csv").Where(row => row["between"] == "sites").ToList();

        Assert.True(between.Count >= 9);
        Assert.All(between, row => Assert.Equal(shares[(row["measure"], row["first"])] - shares[(row["measure"], row["second"])], Number(row["difference"]), 1e-12));
        Assert.All(between.Where(row => row["p"].Length > 0), row => Assert.InRange(Number(row["adjusted_p"]), Number(row["p"]), Math.Min(1, 3 * Number(row["p"])) + 1e-12));
    }

    [Fact]
    public void Every_answer_in_the_rows_is_one_that_its_measure_has() => Assert.All(
        _raw.SelectMany(one => RawMeasures.Answers.Select(answer => (answer.Key, Answer: answer.Value(one)))).Where(pair => pair.Answer is { Length: > 0 }).Distinct(),
        pair => Assert.Contains(pair.Answer!, MeasureCatalog.Find(pair.Key)!.Answers));

    private string? Wrong(Dictionary<string, string> row)
    {
        var members = In(row).Where(one => one.Answer.Length > 0).ToList();
        var (count, of) = (members.Count(one => one.Answer == row["answer"]), members.Count);
        var expected = MeasureCatalog.Find(row["measure"])!.Basis == MeasureBasis.Record ? Plain(count, of) : Behind(row, members);
        double[] found = [Number(row["count"]), Number(row["of"]), Number(row["share"]), Number(row["low"]), Number(row["high"])];
        double[] wanted = [count, of, expected.Share, expected.Low, expected.High];
        return found.Zip(wanted).All(pair => Math.Abs(pair.First - pair.Second) < 1e-7) ? null
            : $"{row["measure"]} {row["site"]} {row["by"]} {row["group"]} {row["answer"]}: found {string.Join(' ', found)}, expected {string.Join(' ', wanted)}";
    }

    private IEnumerable<(RawIncident Incident, string Answer)> In(Dictionary<string, string> row)
    {
        var site = _raw.Where(one => one.Site == row["site"]);
        if (row["measure"] != "minor-40a")
            return site.Where(one => row["by"] == "site" || RawMeasures.GroupOf(one, row["by"]) == row["group"])
                .Select(one => (one, Answer: RawMeasures.Answers[row["measure"]](one))).Where(one => one.Answer is not null).Select(one => (one.one, one.Answer!));
        return RawMeasures.Arrested(site)
            .Where(one => row["by"] switch { "sex" => one.Sex == (row["group"] == "female" ? "F" : "M"), "race" or "site" => true, var by => RawMeasures.GroupOf(one.Incident, by) == row["group"] })
            .Select(one => (one.Incident, one.Age.Length == 0 ? "" : int.Parse(one.Age, CultureInfo.InvariantCulture) < 18 ? "yes" : "no"));
    }

    private (double Share, double Low, double High) Behind(Dictionary<string, string> row, List<(RawIncident Incident, string Answer)> members)
    {
        var answers = members.ToDictionary(one => one.Incident, one => one.Answer);
        return RawMeasures.Design(row["measure"], [.. _raw.Where(one => one.Site == row["site"] && one.Read is not null)
            .Select(one => (one.Stratum, one.Weight, answers.ContainsKey(one), answers.GetValueOrDefault(one) == row["answer"]))]);
    }

    private static (double Share, double Low, double High) Plain(int count, int of)
    {
        var (low, high) = RawMeasures.Wilson(count, of);
        return ((double)count / of, low, high);
    }

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
