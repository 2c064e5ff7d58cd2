using System.Globalization;
using Credence.Statistics;
using Credence.Testing;
using CsCheck;

namespace Credence.Tests.Statistics;

public class DesignMeanTests
{
    private static readonly Dictionary<string, int> Districts = new() { ["all"] = 757 };

    // R package survey: svymean(~api00, dclus1, deff = TRUE) on 183 schools of 15 districts.
    [Fact]
    public void The_mean_of_clusters_equals_the_survey_package()
    {
        var mean = DesignMean.Estimate(Clustered(row => Number(row[4])), Districts);

        Assert.Equal(644.169, mean.Mean, 3);
        Assert.Equal(23.542, mean.StandardError, 3);
        Assert.Equal(9.3459, mean.DesignEffect, 4);
        Assert.Equal((183, 15, 14), (mean.Units, mean.Clusters, mean.DegreesOfFreedom));
    }

    // The package's own page of examples: svymean and svytotal(~stype, dclus1).
    [Theory]
    [InlineData("E", .786885, .0463, 4873.97, 1333.32)]
    [InlineData("H", .076503, .0268, 473.86, 158.70)]
    [InlineData("M", .136612, .0296, 846.17, 167.55)]
    public void Shares_and_totals_of_clusters_equal_the_survey_package(
        string type, double share, double error, double total, double totalError)
    {
        var found = DesignProportion.Estimate(
            [.. Clustered(row => row[2] == type ? 1 : 0)
                .Select(u => new SampledUnit("all", u.Weight, true, u.Value > 0, u.Cluster))],
            Districts);

        Assert.Equal(share, found.Share, 6);
        Assert.Equal(error, found.StandardError, 4);
        Assert.Equal(total, found.Total, 2);
        Assert.Equal(totalError, found.Ones.TotalStandardError, 2);
        Assert.True(found.KornGraubard().Contains(found.Share));
    }

    // Lumley 2010, section 2.2: svymean(~api00, dstrat) on 200 schools of three strata.
    [Fact]
    public void The_mean_of_strata_equals_the_survey_package()
    {
        var mean = DesignMean.Estimate(
            [.. Rows("irr/apistrat_min.csv").Select(row => new SampledValue(row[1], Number(row[4]), Number(row[3])))]);

        Assert.Equal(662.29, mean.Mean, 2);
        Assert.Equal(9.4089, mean.StandardError, 4);
        Assert.Equal(197, mean.DegreesOfFreedom);
    }

    [Fact]
    public void A_simple_sample_has_Students_interval_and_no_design_effect() =>
        Values.Sample(values =>
        {
            // So many that the correction for those not drawn vanishes.
            var mean = DesignMean.Estimate([.. values.Select(v => new SampledValue("all", 1e12, v))]);
            var plain = MeanEstimate.Of(values);

            Assert.Equal(plain.Value, mean.Student().Value, 1e-7);
            Assert.Equal(plain.Interval.Low, mean.Student().Interval.Low, 1e-7);
            Assert.Equal(1, mean.DesignEffect, 1e-7);
        });

    [Fact]
    public void Clusters_of_one_are_units_drawn_with_replacement() =>
        Values.Sample(values =>
        {
            var clusters = DesignMean.Estimate([.. values.Select((v, i) => new SampledValue("all", 5, v, true, $"{i}"))]);
            var units = DesignMean.Estimate([.. values.Select(v => new SampledValue("all", 5, v))]);

            Assert.Equal(units.StandardError, clusters.StandardError * Math.Sqrt(.8), 1e-9);
        });

    [Fact]
    public void Twins_in_one_cluster_count_once() =>
        Values.Sample(values =>
        {
            var once = values.Select((v, i) => new SampledValue("all", 1, v, true, $"{i}")).ToList();
            var twice = DesignMean.Estimate([.. once, .. once]);

            Assert.Equal(DesignMean.Estimate(once).StandardError, twice.StandardError, 1e-9);
            Assert.True(twice.DesignEffect > 1.5);
        });

    [Fact]
    public void No_hit_in_a_few_large_clusters_leaves_more_room_than_in_as_many_units()
    {
        var days = DesignProportion.Estimate(
            [.. Enumerable.Range(0, 60).Select(i => new SampledUnit("all", 10, true, false, $"{i / 10}"))]);

        Assert.Equal(0, days.Share);
        Assert.Equal(new Proportion(0, 6).ClopperPearson().High, days.KornGraubard().High, 9);
    }

    [Fact]
    public void One_cluster_says_nothing_of_its_error()
    {
        var mean = DesignMean.Estimate([new("all", 3, 1, true, "one"), new("all", 3, 5, true, "one")]);

        Assert.Equal(3, mean.Mean);
        Assert.True(double.IsNaN(mean.StandardError));
        Assert.True(double.IsNaN(mean.Student().Interval.Low));
    }

    [Fact]
    public void All_clusters_read_in_full_leave_no_error() =>
        Assert.Equal(0, DesignMean.Estimate(
            [new("all", 1, 1, true, "a"), new("all", 1, 5, true, "b")], new Dictionary<string, int> { ["all"] = 2 }).StandardError);

    [Fact]
    public void More_clusters_than_there_are_or_an_unknown_stratum_is_a_fault()
    {
        SampledValue[] two = [new("all", 1, 1, true, "a"), new("all", 1, 5, true, "b")];

        Assert.Throws<ArgumentException>(() => DesignMean.Estimate(two, new Dictionary<string, int> { ["all"] = 1 }));
        Assert.Throws<ArgumentException>(() => DesignMean.Estimate(two, new Dictionary<string, int> { ["other"] = 9 }));
    }

    [Fact]
    public void Equal_values_have_no_design_effect()
    {
        var mean = DesignMean.Estimate([.. Enumerable.Range(0, 7).Select(i => new SampledValue("all", 3, .1, true, $"{i / 2}"))]);

        Assert.Equal(.1, mean.Mean, 12);
        Assert.True(double.IsNaN(mean.DesignEffect));
    }

    private static Gen<double[]> Values =>
        Gen.Double[-50, 50].Array[3, 40].Where(values => values.Max() - values.Min() > 1);

    private static List<SampledValue> Clustered(Func<string[], double> value) =>
        [.. Rows("irr/apiclus1_min.csv").Select(row => new SampledValue("all", Number(row[5]), value(row), true, row[1]))];

    private static List<string[]> Rows(string file)
    {
        var path = SharedData.File(file);
        Assert.SkipWhen(path is null, SharedData.Missing);
        return [.. File.ReadLines(path!).Skip(1).Select(line => Array.ConvertAll(line.Split(','), cell => cell.Trim('"')))];
    }

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
