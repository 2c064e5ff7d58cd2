namespace Credence.Screening;

/// <summary>One indicator found at one place in a narrative.</summary>
/// <param name="Indicator">What was found.</param>
/// <param name="Start">First UTF-16 code unit of the words it stands on.</param>
/// <param name="End">One past the last code unit.</param>
/// <param name="SentenceStart">First code unit of the sentence around it.</param>
/// <param name="SentenceEnd">One past the last code unit of that sentence.</param>
/// <param name="Assertion">What the sentence says about it.</param>
public sealed record Finding(
    Indicator Indicator, int Start, int End, int SentenceStart, int SentenceEnd, Assertion Assertion)
{
    /// <summary>True if both begin or both end with the same word: one phrase that two indicators read.</summary>
    public bool ReadsSameWordsAs(Finding other) => Start == other.Start || End == other.End;
}
