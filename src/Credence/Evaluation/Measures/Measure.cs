namespace Credence.Evaluation.Measures;

/// <summary>Which way is better, and why one may say so.</summary>
/// <param name="HigherIsBetter">True if more of it is better.</param>
/// <param name="Because">The reason.</param>
public sealed record MeasureDirection(bool HigherIsBetter, string Because);

/// <summary>
/// One measure: of which population, which answer is counted, and what it is not. Every definition is ours unless the source says
/// otherwise: the study's own instrument is not published.
/// </summary>
public sealed record Measure
{
    /// <summary>Short name.</summary>
    public required string Id { get; init; }

    /// <summary>Name for a heading.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, in one plain sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>The denominator.</summary>
    public required MeasurePopulation Population { get; init; }

    /// <summary>What is counted, in words.</summary>
    public required string Numerator { get; init; }

    /// <summary>What it is counted in, in words.</summary>
    public string Denominator { get => field ?? Population.Sentence; init; }

    /// <summary>The answers that are told apart; those of an enumeration, or yes and no.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [MeasureWords.Yes, MeasureWords.No];

    /// <summary>How many of the answers get a share of their own; the rest only complete the whole.</summary>
    public int Told { get; init; } = 1;

    /// <summary>The answer for one in the population; null where it is not known, which is counted apart.</summary>
    public Func<Counted, string?> AnswerOf { get; init; } = _ => null;

    /// <summary>Which way is better; null where none is justified.</summary>
    public MeasureDirection? Direction { get; init; }

    /// <summary>What it does not say.</summary>
    public required string IsNot { get; init; }

    /// <summary>Where the definition comes from.</summary>
    public required string Source { get; init; }

    /// <summary>The questions of the coders' sheet that it needs; empty if none.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>By what it is broken down, besides a site as a whole.</summary>
    public IReadOnlyList<Breakdown> By { get; init; } = [];

    /// <summary>The axis along which it lies, if it shares one; null for one of its own.</summary>
    public MeasureAxis? Along { get; init; }

    /// <summary>The categories of that axis for its answers, in their order; the answers themselves if null.</summary>
    public IReadOnlyList<string>? AlongValues { get; init; }

    /// <summary>The measure of which its answers are sums; told only where all of that is. Null if none.</summary>
    public string? SumOf { get; init; }

    /// <summary>True if it is decided first where counts have to be withheld, so that it loses nothing to others.</summary>
    public bool IsFirst { get; init; }

    /// <summary>From what it is known.</summary>
    public MeasureBasis Basis => Population.Basis;

    /// <summary>The interval that fits.</summary>
    public string Interval => Basis switch
    {
        MeasureBasis.Record => "Wilson's score interval, 95 % (Wilson 1927)",
        MeasureBasis.Readings => "design-based, 95 %: Wilson's limits in each stratum with its finite population correction (of three or fewer as Brown, Cai and DasGupta 2001 mend them), put together (Zou and Donner 2008) and inverted for the ratio (Fieller 1954)",
        _ => "Wilson's score interval, 95 %, on the counts given",
    };

    /// <summary>The category of an answer along its axis.</summary>
    public string CategoryOf(string answer) => AlongValues is { } values ? values[Answers.ToList().IndexOf(answer)] : answer;

    /// <summary>Says the short name.</summary>
    public override string ToString() => $"Measure({Id})";
}
