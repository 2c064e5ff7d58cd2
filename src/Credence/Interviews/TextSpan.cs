namespace Credence.Interviews;

/// <summary>A stretch of a text, in UTF-16 code units.</summary>
/// <param name="Start">The first unit.</param>
/// <param name="End">One past the last.</param>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>How many units it has.</summary>
    public int Length => End - Start;

    /// <summary>True if both have a unit in common.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>True if it has a unit and lies within a text of this length.</summary>
    public bool IsIn(int length) => Start >= 0 && Start < End && End <= length;

    /// <summary>What stands there.</summary>
    public string Of(string text) => text[Start..End];
}
