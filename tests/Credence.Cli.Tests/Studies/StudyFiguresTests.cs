using System.Globalization;
using Credence.Evaluation.Measures;

namespace Credence.Cli.Tests.Studies;

[Collection(nameof(StudyFixture))]
public sealed class StudyFiguresTests(StudyFixture study)
{
    private readonly IReadOnlyList<RawIncident> _raw = RawStudy.Read(study.Folder, study.Open);
    private readonly Recomputation _again = new(RawStudy.Read(study.Folder, study.Open));

    [Fact]
    public void Every_figure_that_is_told_comes_out_again_from_the_raw_rows()
    {
        var told = StudyFixture.Table(study.Open, "measures.csv").Where(row => row["state"] == "told").ToList();
        var wrong = told.Select(_again.Wrong).OfType<string>().ToList();

        Assert.True(told.Count > 250, $"only {told.Count} figures are told");
        Assert.Equal(RawMeasures.Answers.Keys.Append("minor-40a").Order(), told.Select(row => row["measure"]).Distinct().Order());
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(10)));
    }

    [Fact]
    public void Totals_behind_the_sample_are_the_sums_of_weights()
    {
        var told = StudyFixture.Table(study.Open, "measures.csv").Where(row => row["state"] == "told" && row["total"].Length > 0).ToList();

        Assert.NotEmpty(told);
        Assert.All(told, row => Assert.Equal(_again.Total(row), Number(row["total"]), 0.5 + 1e-6));
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
        Assert.Equal((observed - chance) / (1 - chance), Number(victim["kappa"]), 0.0005 + 1e-9);
    }

    [Fact]
    public void Differences_between_sites_are_the_differences_of_their_shares_and_p_values_only_grow_by_adjusting()
    {
        var shares = StudyFixture.Table(study.Open, "measures.csv").Where(row => row["by"] == "site" && row["state"] == "told")
            .GroupBy(row => (row["measure"], row["site"])).ToDictionary(same => same.Key, same => Number(same.First()["share"]));
        var between = StudyFixture.Table(study.Open, "contrasts.csv").Where(row => row["between"] == "sites").ToList();

        Assert.True(between.Count >= 9);
        Assert.All(between, row => Assert.Equal(shares[(row["measure"], row["first"])] - shares[(row["measure"], row["second"])], Number(row["difference"]), 0.0015 + 1e-9));
        Assert.All(between.Where(row => row["p"].Length > 0), row => Assert.InRange(Number(row["adjusted_p"]), Number(row["p"]), Math.Min(1, 3.01 * Number(row["p"]))));
    }

    [Fact]
    public void Limits_of_differences_come_out_again_with_strata_read_whole_taken_as_chance_too()
    {
        var rows = StudyFixture.Table(study.Open, "contrasts.csv").Where(row => row["difference"].Length > 0 && MeasureCatalog.Find(row["measure"])!.Basis == MeasureBasis.Readings).ToList();
        var wrong = rows.Select(_again.WrongDifference).OfType<string>().ToList();

        Assert.True(rows.Count > 50, $"only {rows.Count} differences are told");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(10)));
        Assert.All(rows, row => Assert.True(Number(row["high"]) > Number(row["low"])));
    }

    [Fact]
    public void P_values_of_groups_are_adjusted_for_the_whole_table_that_stands_in_the_report()
    {
        var tables = StudyFixture.Table(study.Open, "contrasts.csv").Where(row => row["between"] != "sites" && row["p"].Length > 0).GroupBy(row => (row["measure"], row["between"])).ToList();

        Assert.Contains(tables, table => table.Select(row => row["site"]).Distinct().Count() == 3);
        foreach (var table in tables)
        {
            var sorted = table.OrderBy(row => Number(row["p"])).ThenBy(row => Number(row["adjusted_p"])).ToList();
            var least = 0.0;
            for (var i = 0; i < sorted.Count; i++)
            {
                // Holm 1979: as often as there are hypotheses left, and never less than the one before.
                least = Math.Max(least, Math.Min(1, (sorted.Count - i) * Number(sorted[i]["p"])));
                Assert.Equal(least, Number(sorted[i]["adjusted_p"]), (0.01 * least) + 1e-9);
            }
        }
    }

    [Fact]
    public void Every_answer_in_the_rows_is_one_that_its_measure_has() => Assert.All(
        _raw.SelectMany(one => RawMeasures.Answers.Select(answer => (answer.Key, Answer: answer.Value(one)))).Where(pair => pair.Answer is { Length: > 0 }).Distinct(),
        pair => Assert.Contains(pair.Answer!, MeasureCatalog.Find(pair.Key)!.Answers));

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
