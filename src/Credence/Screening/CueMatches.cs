using Credence.Text;

namespace Credence.Screening;

/// <summary>The cues found in a sentence, and those of them that hold.</summary>
internal sealed class CueMatches
{
    internal Reusable<PatternMatch> Found { get; } = new();

    internal Reusable<PatternMatch> Kept { get; } = new();

    internal Candidates Candidates { get; } = new();

    internal void Clear()
    {
        Found.Clear();
        Kept.Clear();
    }
}
