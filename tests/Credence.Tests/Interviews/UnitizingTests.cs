using Credence.Interviews;
using Credence.Statistics;
using CsCheck;

namespace Credence.Tests.Interviews;

/// <summary>The example of Krippendorff 1995, p. 57: four pairs of coders on a continuum of 24, and what he prints of it.</summary>
public class UnitizingTests
{
    // Starts and lengths; the last pair leaves no gap.
    private static readonly (string Name, (int Start, int Length)[] One, (int Start, int Length)[] Other)[] Pairs =
    [
        ("A", [(2, 8), (14, 6)], [(4, 4), (15, 2)]),
        ("B", [(0, 18)], [(0, 2), (2, 1), (3, 1), (4, 1), (5, 1), (6, 3), (9, 1)]),
        ("C", [(2, 6), (10, 2), (14, 4), (20, 2)], [(0, 2), (4, 4), (10, 4), (16, 2), (20, 2)]),
        ("D", [(0, 2), (2, 8), (10, 4), (14, 6), (20, 4)], [(0, 4), (4, 4), (8, 7), (15, 2), (17, 7)]),
    ];

    // What is printed of B and C was computed before the formula was corrected (2004), which moves them by half a hundredth.
    [Theory]
    [InlineData("A", .03125, .06990, 1e-5, .553, 6e-4)]
    [InlineData("B", 2.26736, 1.17731, 2e-3, -.926, 3e-3)]
    [InlineData("C", .02777, .08642, 5e-3, .679, 2e-2)]
    [InlineData("D", .38715, .41445, 1e-5, .066, 6e-4)]
    public void Alpha_for_unitizing_is_what_Krippendorff_prints_for_a_fine_continuum(string pair, double observed, double expected, double near, double alpha, double nearly)
    {
        CodedText[] texts = [Example(pair, 50_000)];

        Assert.Equal(observed, UnitizingAlpha.Observed(texts), 1e-5);
        Assert.Equal(expected, UnitizingAlpha.Expected(texts), near);
        Assert.Equal(alpha, UnitizingAlpha.Of(texts), nearly);
    }

    // A coarse continuum of 12 tells the corrected formula from the first one: .05494 by the DKPro library, which has the corrected one too.
    [Fact]
    public void The_corrected_expected_disagreement_is_used()
    {
        TextSpan[] one = [new(1, 4), new(5, 6), new(7, 9), new(10, 11)], other = [new(0, 1), new(2, 4), new(5, 7), new(8, 9), new(10, 11)];

        Assert.Equal(.05494, UnitizingAlpha.Expected([CodedText.Of(12, one, other)]), 5e-6);
    }

    // p. 61: the same marks cut into 24 equal pieces.
    [Theory]
    [InlineData("A", .385, .314, .329)]
    [InlineData("B", .385, .314, .329)]
    [InlineData("C", .314, .314, .329)]
    public void Of_characters_kappa_pi_and_alpha_are_what_Krippendorff_prints(string pair, double kappa, double pi, double alpha)
    {
        var marked = Example(pair, 1).Within(new TextSpan(0, 24));
        var table = new[,] { { (int)marked.Both, (int)marked.OneOnly }, { (int)marked.OtherOnly, (int)marked.Neither } };
        var ratings = RatingTable.Of(
            (IEnumerable<(IEnumerable<bool>, int)>)[([true, true], table[0, 0]), ([true, false], table[0, 1] + table[1, 0]), ([false, false], table[1, 1])], [false, true]);

        Assert.Equal(kappa, CohensKappa.Of(table).Value, 6e-4);
        Assert.Equal(pi, ratings.Fleiss.Value, 6e-4);
        Assert.Equal(alpha, ratings.Krippendorff.Value, 6e-4);
        Assert.Equal(ratings.Krippendorff.Value, marked.Alpha, 1e-12);
    }

    [Fact]
    public void Where_both_mark_all_there_is_nothing_to_agree_on() => Assert.True(double.IsNaN(Example("D", 1).Within(new TextSpan(0, 24)).Alpha));

    [Fact]
    public void Same_units_agree_fully_and_several_transcripts_are_one_continuum()
    {
        var text = CodedText.Of(100, [new(10, 20), new(50, 55)], [new(10, 20), new(50, 55)]);

        Assert.Equal(1, UnitizingAlpha.Of([text, text]), 1e-12);
        Assert.True(UnitizingAlpha.Of([text, CodedText.Of(100, [new(0, 5)], [])]) < 1);
    }

    [Fact]
    public void Marked_lengths_are_those_that_counting_each_character_gives() => Gen.Select(Spans, Spans, Gen.Int[0, 60], Gen.Int[0, 60]).Sample((one, other, from, to) =>
    {
        var (text, stretch) = (CodedText.Of(60, one, other), new TextSpan(Math.Min(from, to), Math.Max(from, to)));
        var counted = default(MarkedLengths);
        for (var at = stretch.Start; at < stretch.End; at++)
        {
            var (a, b) = (one.Any(span => span.Start <= at && at < span.End), other.Any(span => span.Start <= at && at < span.End));
            counted += new MarkedLengths(a && b ? 1 : 0, a && !b ? 1 : 0, b && !a ? 1 : 0, a || b ? 0 : 1);
        }

        Assert.Equal(counted, text.Within(stretch));
    });

    [Fact]
    public void Like_units_given_once_with_their_number_give_the_same_coefficients() => Gen.Int[0, 30].Array[3].Where(counts => counts.Sum() > 2).Sample(counts =>
    {
        IEnumerable<bool>[] kinds = [[true, true], [true, false], [false, false]];
        var once = RatingTable.Of(kinds.Zip(counts), [false, true]);
        var all = RatingTable.Of(kinds.Zip(counts).SelectMany(pair => Enumerable.Repeat(pair.First, pair.Second)), [false, true]);

        Same(all.Gwet, once.Gwet);
        Same(all.Krippendorff, once.Krippendorff);
        Same(all.Fleiss, once.Fleiss);
    });

    private static readonly Gen<TextSpan[]> Spans = Gen.Select(Gen.Int[0, 50], Gen.Int[1, 10], (start, length) => new TextSpan(start, start + length)).Array[0, 6];

    private static void Same(Agreement expected, Agreement found)
    {
        Assert.Equal(expected.Units, found.Units);
        Assert.Equal(expected.Value, found.Value, 1e-9);
        Assert.Equal(expected.StandardError, found.StandardError, 1e-9);
    }

    private static CodedText Example(string pair, int stretch)
    {
        var (_, one, other) = Pairs.Single(one => one.Name == pair);
        return CodedText.Of(24 * stretch, Spread(one), Spread(other));

        IEnumerable<TextSpan> Spread((int Start, int Length)[] units) => units.Select(unit => new TextSpan(unit.Start * stretch, (unit.Start + unit.Length) * stretch));
    }
}
