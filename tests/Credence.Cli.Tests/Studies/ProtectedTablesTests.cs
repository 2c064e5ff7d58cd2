using Credence.Cli.Screening;
using Credence.Cli.Studies;
using Credence.Disclosure;
using Credence.Evaluation.Measures;
using Credence.Evaluation.Release;
using Credence.Incidents;
using Credence.Screening;

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
        var rows = Rows(site);
        var protect = ProtectedTables.Of(measures, rows, K, TestContext.Current.CancellationToken);
        if (root == "incidents") protect.DecideStrata(rows, K, TestContext.Current.CancellationToken);
        var tables = protect.Published;
        var linked = Assert.IsType<Linked>(LinkedTables.Of(tables, new SuppressionRule(K)));

        var check = Assert.IsType<Checked>(ReleaseCheck.Of(linked.Tables, TestContext.Current.CancellationToken));
        Assert.NotEmpty(check.Ranges);
        Assert.Equal((0, 0), (check.Bare, check.Ranges.Count(range => !range.IsKept)));
    }

    // By hand: 64 are coded as trafficking. Told 40 and 20, the 4 are what is left; and told all else of a level, they are what is left there.
    [Fact]
    public void The_size_of_a_small_stratum_is_not_what_is_left_of_the_others()
    {
        List<MeasureRow> rows =
        [
            .. Many(40, Level.StrongIndication, isTrafficking: true), .. Many(20, Level.PossibleIndication, isTrafficking: true), .. Many(4, Level.NoneFound, isTrafficking: true),
            .. Many(12, Level.PossibleIndication, isSold: true), .. Many(60, Level.NoneFound, isSold: true), .. Many(30, Level.PossibleIndication), .. Many(300, Level.NoneFound),
        ];
        var protect = ProtectedTables.Of([.. MeasureCatalog.All.Where(measure => measure.Id is "coded-trafficking" or "indicated" or "sold-without-victim")], rows, K, TestContext.Current.CancellationToken);

        var told = protect.DecideStrata(rows, K, TestContext.Current.CancellationToken);

        Assert.DoesNotContain("3 none found, coded as trafficking", told);
        Assert.True(new[] { "1 strong, coded as trafficking", "2 possible, coded as trafficking" }.Count(told.Contains) < 2);
        Assert.NotEmpty(told);
        var check = Assert.IsType<Checked>(ReleaseCheck.Of(Assert.IsType<Linked>(LinkedTables.Of(protect.Published, new SuppressionRule(K))).Tables, TestContext.Current.CancellationToken));
        Assert.NotEmpty(check.Ranges);
        Assert.True(check.IsKept);
    }

    private static IEnumerable<MeasureRow> Many(int count, Level level, bool isTrafficking = false, bool isSold = false) => Enumerable.Range(0, count).Select(i => new MeasureRow
    {
        Site = "Riverton", Number = new IncidentNumber($"{level}-{isTrafficking}-{isSold}-{i}"), Level = level, IsCodedTrafficking = isTrafficking, IsCodedSold = isSold, IsCodedProstitutionOnly = isSold,
    });

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
