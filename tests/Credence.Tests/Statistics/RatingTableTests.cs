using System.Globalization;
using Credence.Statistics;
using Credence.Testing;
using CsCheck;

namespace Credence.Tests.Statistics;

public class RatingTableTests
{
    // Krippendorff's example of four raters who leave units out, as in irrCAC's cac.raw4raters.
    private static readonly int[][] FourRaters =
    [
        [1, 1, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4], [4, 4, 4, 4], [1, 1, 2, 1], [2, 2, 2, 2],
        [5, 5, 5], [1, 1], [3],
    ];

    private static readonly int[] Categories = [1, 2, 3, 4, 5];

    [Theory]
    [InlineData(CategoryWeights.Nominal, .77544, .14295, .74342, .14557, .76117, .15302, .77273, .14472)]
    [InlineData(CategoryWeights.Ordinal, .89894, .1069, .83364, .13107, .85021, .14704, .88636, .11391)]
    [InlineData(CategoryWeights.Linear, .85874, .11733, .80038, .13548, .81794, .1485, .84848, .12336)]
    [InlineData(CategoryWeights.Ratio, .85737, .12207, .7974, .14048, .82134, .15239, .84024, .13221)]
    [InlineData(CategoryWeights.Quadratic, .914, .10396, .84911, .12913, .86494, .14603, .90152, .11089)]
    public void Coefficients_and_standard_errors_equal_irrCAC(
        CategoryWeights weights, double gwet, double gwetError, double alpha, double alphaError, double fleiss, double fleissError,
        double brennan, double brennanError)
    {
        var table = RatingTable.Of(FourRaters, Categories, weights);

        AssertEqual(gwet, gwetError, table.Gwet);
        Assert.Equal(alpha, table.Krippendorff.Value, 5);
        // Gwet's linearization as published; irrCAC's own figure is a ten-thousandth larger, to be verified.
        Assert.Equal(alphaError, table.Krippendorff.StandardError, 1.2e-4);
        AssertEqual(fleiss, fleissError, table.Fleiss);
        AssertEqual(brennan, brennanError, table.BrennanPrediger);
    }

    // Krippendorff's alpha of R's irr: nominal, ordinal, interval, ratio.
    [Theory]
    [InlineData(CategoryWeights.Nominal, .743)]
    [InlineData(CategoryWeights.Rank, .815)]
    [InlineData(CategoryWeights.Quadratic, .849)]
    [InlineData(CategoryWeights.Ratio, .797)]
    public void Krippendorffs_metrics_equal_irr(CategoryWeights weights, double alpha) =>
        Assert.Equal(alpha, RatingTable.Of(FourRaters, Categories, weights).Krippendorff.Value, 3);

    // Fleiss' psychiatric diagnoses and the video ratings of R's irr.
    [Theory]
    [InlineData("irr_diagnoses.csv", 6, .430)]
    [InlineData("irr_diagnoses.csv", 4, .489)]
    public void Fleiss_kappa_equals_irr(string file, int raters, double kappa) =>
        Assert.Equal(kappa, Read(file, raters, category => category).Fleiss.Value, 3);

    [Fact]
    public void Congers_and_Lights_kappa_equal_irr()
    {
        var units = Units("irr_diagnoses.csv", 6);
        var pairs = from a in Enumerable.Range(0, 6)
                    from b in Enumerable.Range(a + 1, 5 - a)
                    select CohensKappa.Of(units.Select(unit => (unit[a], unit[b]))).Value;

        Assert.Equal(.442, CongersKappa.Of(units), 3);
        Assert.Equal(.459, pairs.Average(), 3);
        Assert.Equal(.631, CohensKappa.Of(units.Select(unit => (unit[1], unit[2]))).Value, 3);
    }

    [Theory]
    [InlineData(CategoryWeights.Linear, .189)]
    [InlineData(CategoryWeights.Quadratic, .297)]
    public void Weighted_kappa_equals_irr(CategoryWeights weights, double kappa)
    {
        var table = new int[6, 6];
        foreach (var unit in Units("irr_anxiety.csv", 2)) { table[int.Parse(unit[0], CultureInfo.InvariantCulture) - 1, int.Parse(unit[1], CultureInfo.InvariantCulture) - 1]++; }

        Assert.Equal(kappa, CohensKappa.Weighted(table, weights), 3);
    }

    [Theory]
    [InlineData("1. Depression", .245)]
    [InlineData("2. Personality Disorder", .245)]
    [InlineData("3. Schizophrenia", .520)]
    [InlineData("4. Neurosis", .471)]
    [InlineData("5. Other", .566)]
    public void Fleiss_kappa_of_one_category_against_the_others_equals_irr(string one, double kappa) =>
        Assert.Equal(kappa, Read("irr_diagnoses.csv", 6, category => category == one ? one : "other").Fleiss.Value, 3);

    [Fact]
    public void Intervals_equal_irrCAC()
    {
        var table = RatingTable.Of(FourRaters, Categories);

        Assert.Equal(.461, table.Gwet.Estimate().Interval.Low, 3);
        Assert.Equal(.419, table.Krippendorff.Estimate().Interval.Low, 3);
        Assert.Equal(.424, table.Fleiss.Estimate().Interval.Low, 3);
        Assert.Equal(1, table.Gwet.Estimate().Interval.High);
        Assert.Equal(9 / 11.0, table.ObservedAgreement, 12);
    }

    // Gwet's cont3x3abstractors.
    [Fact]
    public void Two_raters_give_the_same_as_their_table_in_irrCAC()
    {
        int[,] counts = { { 13, 0, 0 }, { 0, 20, 7 }, { 0, 4, 56 } };
        var units = from a in Enumerable.Range(0, 3)
                    from b in Enumerable.Range(0, 3)
                    from _ in Enumerable.Range(0, counts[a, b])
                    select new[] { a, b };

        var table = RatingTable.Of(units, [0, 1, 2]);

        Assert.Equal(.8493305, table.Gwet.Value, 7);
        // irrCAC divides by the units for a table, by the units less one for ratings as here.
        Assert.Equal(.04321747, table.Gwet.StandardError * Math.Sqrt(.99), 7);
        Assert.Equal(.7972585, table.Krippendorff.Value, 7);
        Assert.Equal(.05905473, table.Krippendorff.StandardError * Math.Sqrt(.99), 7);
        Assert.Equal(.7962397, table.Fleiss.Value, 7);
    }

    [Fact]
    public void Coefficients_do_not_care_about_the_order_of_units_and_are_one_for_full_agreement() =>
        Gen.Int[0, 3].Array[2, 4].Array[3, 30].Sample(units =>
        {
            var table = RatingTable.Of(units, [0, 1, 2, 3]);
            var turned = RatingTable.Of(units.Reverse(), [0, 1, 2, 3]);
            var agreed = RatingTable.Of(units.Select((u, i) => u.Select(_ => i % 2)), [0, 1, 2, 3]);

            Assert.Equal(table.Gwet.Value, turned.Gwet.Value, 10);
            Assert.Equal(table.Krippendorff.Value, turned.Krippendorff.Value, 10);
            Assert.InRange(table.Gwet.Value, -1.0001, 1.0001);
            Assert.Equal(1, agreed.Gwet.Value, 10);
            Assert.Equal(1, agreed.Krippendorff.Value, 10);
        });

    [Fact]
    public void One_reader_for_each_unit_says_nothing_of_agreement()
    {
        var table = RatingTable.Of<int>([[0], [1]], [0, 1]);

        Assert.True(double.IsNaN(table.Gwet.Value));
        Assert.True(double.IsNaN(table.Krippendorff.Estimate().Value));
    }

    private static RatingTable Read(string file, int raters, Func<string, string> category)
    {
        var units = Units(file, raters).Select(unit => unit.Select(category).ToArray()).ToList();
        return RatingTable.Of(units, [.. units.SelectMany(unit => unit).Distinct()]);
    }

    private static List<string[]> Units(string file, int raters)
    {
        var path = SharedData.File("irr/" + file);
        Assert.SkipWhen(path is null, SharedData.Missing);
        return [.. File.ReadLines(path!).Skip(1).Select(line => line.Split(',').Take(raters).Select(cell => cell.Trim('"')).ToArray())];
    }

    private static void AssertEqual(double value, double error, Agreement found)
    {
        Assert.Equal(value, found.Value, 5);
        Assert.Equal(error, found.StandardError, 5);
    }
}
