namespace Credence.Evaluation.Release;

/// <summary>What may be done with a count of nobody.</summary>
public enum ZeroPolicy
{
    /// <summary>Zeros are published. So whoever reads a withheld cell knows that somebody is in it.</summary>
    Publish,

    /// <summary>A zero is withheld like a small count, unless it is structural: that nobody is in a group can itself be too much.</summary>
    Withhold,
}

/// <summary>
/// Which counts are withheld for their own sake (primary suppression), and what is promised of every withheld one. Dominance,
/// which matters for sums of money, has no meaning for counts.
/// </summary>
/// <param name="Threshold">Counts below this are withheld: the k of "fewer than k".</param>
/// <param name="Zeros">What is done with zeros.</param>
/// <param name="KeepWhole">True if the count of everybody has to stay published, because it is known anyway.</param>
public sealed record SuppressionRule(int Threshold = SuppressionRule.UsualThreshold, ZeroPolicy Zeros = ZeroPolicy.Publish, bool KeepWhole = false)
{
    /// <summary>Counts of 1 to 9 are withheld: the US National Center for Health Statistics asks users of CDC WONDER to publish no count of 9 or fewer.</summary>
    public const int UsualThreshold = 10;

    /// <summary>The least that a withheld cell can hold, as everybody knows who knows the policy of zeros.</summary>
    public int Floor => Zeros == ZeroPolicy.Publish ? 1 : 0;

    /// <summary>
    /// How far apart the smallest and the largest count have to be that a reader can reconcile with what is published, for every
    /// withheld cell; and the largest is never below the threshold.
    /// </summary>
    public int Span => Threshold - 1;

    /// <summary>True if the count is withheld for its own sake. A small complement is covered by the promise: its cells are small.</summary>
    public bool IsSensitive(long count) => count < Threshold && count >= Floor;
}
