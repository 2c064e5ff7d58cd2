using Credence.Cli.Screening;
using Credence.Cli.Studies;
using Credence.Disclosure;
using Credence.Evaluation.Measures;
using Credence.Evaluation.Release;

namespace Credence.Cli.Tests.Studies;

[Collection(nameof(StudyFixture))]
public sealed class ProtectedTablesTests(StudyFixture study)
{
    private const int K = 10;

    [Theory]
    [InlineData(0, "read")]
    [InlineData(1, "read")]
    [InlineData(2, "read")]
    [InlineData(0, "incidents")]
    [InlineData(1, "arrested-40a")]
    public void Whoever_has_all_tables_of_a_site_can_figure_out_no_withheld_count(int site, string root)
    {
        var measures = MeasureCatalog.All.Where(measure => measure.Population.Root == root && measure.Id is not ("begun-by" or "charges" or "confirmed" or "victim-refused")).ToList();
        var tables = ProtectedTables.Of(measures, Rows(site), K, TestContext.Current.CancellationToken).Published;
        var linked = Assert.IsType<Linked>(LinkedTables.Of(tables, new SuppressionRule(K)));

        var check = Assert.IsType<Checked>(ReleaseCheck.Of(linked.Tables, TestContext.Current.CancellationToken));
        Assert.NotEmpty(check.Ranges);
        Assert.Equal((0, 0), (check.Bare, check.Ranges.Count(range => !range.IsKept)));
    }

    [Fact]
    public void The_headline_measures_lose_nothing_to_the_others()
    {
        var first = MeasureCatalog.All.Where(measure => measure.IsFirst).ToList();
        var alone = ProtectedTables.Of(first, Rows(1), K, TestContext.Current.CancellationToken);
        var all = ProtectedTables.Of([.. MeasureCatalog.All.Where(measure => measure.Population.Root == "read")], Rows(1), K, TestContext.Current.CancellationToken);

        foreach (var group in first.SelectMany(measure => MeasuredGroup.InEvery(measure, "Mesquero", Rows(1), Breakdown.None))) Assert.Equal(alone.Told(group), all.Told(group));
    }

    private IReadOnlyList<MeasureRow> Rows(int site)
    {
        using var folder = StudyFolder.Take(study.Study);
        return new StudyRun(folder, folder.ReadPlan()!, StudyPacks.Read(null, "auto"), Progress.To(TextWriter.Null)).Go(TestContext.Current.CancellationToken).Rows[site];
    }
}
