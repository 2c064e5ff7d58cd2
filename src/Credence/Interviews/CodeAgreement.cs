using Credence.Statistics;

namespace Credence.Interviews;

/// <summary>How far two coders agree on one code, by what each marked before seeing the other's.</summary>
/// <param name="Code">The code; what is below it counts as it.</param>
public sealed record CodeAgreement(Code Code)
{
    /// <summary>Passages that both marked, that one alone marked, and that neither did.</summary>
    public required (int Both, int OneOnly, int OtherOnly, int Neither) Passages { get; init; }

    /// <summary>Passages on which they say the same, of all; high for every rare code, and so never enough.</summary>
    public required Proportion Agreed { get; init; }

    /// <summary>Cohen's kappa over passages.</summary>
    public required Estimate Kappa { get; init; }

    /// <summary>Krippendorff's alpha over passages.</summary>
    public required Estimate Alpha { get; init; }

    /// <summary>Gwet's AC1 over passages.</summary>
    public required Estimate Gwet { get; init; }

    /// <summary>Krippendorff's binary alpha over characters, with an interval that draws whole blocks (<see cref="AgreementReport.Blocks"/>).</summary>
    public required Estimate OfCharacters { get; init; }

    /// <summary>Krippendorff's αU: the same units with the same ends.</summary>
    public required double OfUnits { get; init; }

    /// <summary>The agreement on a code.</summary>
    internal static CodeAgreement Of(Code code, DoubleCoding doubly, IReadOnlySet<CodeId> branch, Bootstrap bootstrap)
    {
        var texts = doubly.TextsOf(branch);
        var table = doubly.TableOf(texts);
        var kappa = CohensKappa.Of(new[,] { { table.Both, table.OneOnly }, { table.OtherOnly, table.Neither } });
        var ratings = RatingTable.Of(
            (IEnumerable<(IEnumerable<bool>, int)>)[([true, true], table.Both), ([true, false], table.OneOnly + table.OtherOnly), ([false, false], table.Neither)], [false, true]);
        return new CodeAgreement(code)
        {
            Passages = table,
            Agreed = kappa.Agreement,
            Kappa = kappa.Estimate(),
            Alpha = ratings.Krippendorff.Estimate(),
            Gwet = ratings.Gwet.Estimate(),
            OfCharacters = OverBlocks(doubly.BlocksOf(texts), bootstrap),
            OfUnits = UnitizingAlpha.Of(texts),
        };
    }

    private static Estimate OverBlocks(IReadOnlyList<MarkedLengths> blocks, Bootstrap bootstrap)
    {
        var value = blocks.Aggregate(default(MarkedLengths), (sum, block) => sum + block).Alpha;
        return double.IsNaN(value) || blocks.Count < 2 ? new Estimate(value, Interval.Undefined) : new Estimate(value, bootstrap.Percentile(new byte[blocks.Count], times =>
        {
            var sum = default(MarkedLengths);
            for (var i = 0; i < blocks.Count; i++)
            {
                if (times[i] > 0) { sum += blocks[i] * times[i]; }
            }

            return sum.Alpha;
        }));
    }
}
