using Credence.Statistics;
using CsCheck;

namespace Credence.Tests.Statistics;

public class CohensKappaTests
{
    // Gwet's cont3x3abstractors and cont4x4diagnosis; values of the R package irrCAC.
    private static readonly int[,] Abstractors = { { 13, 0, 0 }, { 0, 20, 7 }, { 0, 4, 56 } };

    private static readonly int[,] Diagnoses =
        { { 40, 6, 4, 15 }, { 4, 25, 1, 5 }, { 4, 2, 21, 9 }, { 17, 13, 12, 45 } };

    [Fact]
    public void Kappa_of_two_abstractors_equals_irrCAC()
    {
        var kappa = CohensKappa.Of(Abstractors);

        Assert.Equal(.7964094, kappa.Value, 7);
        Assert.Equal(.05891072, kappa.StandardError, 7);
        Assert.Equal(new Proportion(89, 100), kappa.Agreement);
        Assert.Equal(.680, kappa.Estimate().Interval.Low, 3);
        Assert.Equal(.913, kappa.Estimate().Interval.High, 3);
    }

    [Fact]
    public void Kappa_of_two_diagnoses_equals_irrCAC() =>
        Assert.Equal(.4315008, CohensKappa.Of(Diagnoses).Value, 7);

    [Fact]
    public void Pairs_and_their_table_give_the_same()
    {
        var pairs = from a in Enumerable.Range(0, 3)
                    from b in Enumerable.Range(0, 3)
                    from _ in Enumerable.Range(0, Abstractors[a, b])
                    select (a, b);

        var kappa = CohensKappa.Of(pairs);

        Assert.Equal(.7964094, kappa.Value, 7);
        Assert.Equal(.05891072, kappa.StandardError, 7);
    }

    [Fact]
    public void One_category_used_by_both_leaves_kappa_open()
    {
        var kappa = CohensKappa.Of([("none", "none"), ("none", "none")]);

        Assert.True(double.IsNaN(kappa.Value));
        Assert.Equal(1, kappa.Agreement.Share);
    }

    [Fact]
    public void A_table_that_is_not_square_is_a_fault() =>
        Assert.Throws<ArgumentException>(() => CohensKappa.Of(new int[2, 3]));

    [Fact]
    public void Kappa_lies_between_minus_one_and_one_and_does_not_care_who_is_first() =>
        Gen.Int[0, 3].Select(Gen.Int[0, 3]).Array[2, 60].Sample(pairs =>
        {
            var kappa = CohensKappa.Of(pairs);
            if (double.IsNaN(kappa.Value)) { return; }

            Assert.InRange(kappa.Value, -1, 1);
            Assert.True(kappa.Estimate().Interval.Contains(kappa.Value));
            Assert.Equal(kappa.Value, CohensKappa.Of(pairs.Select(p => (p.Item2, p.Item1))).Value, 10);
        });

    [Fact]
    public void Coders_who_always_agree_have_kappa_one() =>
        Assert.Equal(1, CohensKappa.Of([("a", "a"), ("b", "b"), ("a", "a")]).Value, 12);
}
