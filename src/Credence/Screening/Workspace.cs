using Credence.Text;

namespace Credence.Screening;

/// <summary>An indicator found between two tokens of a sentence, before the rest of the narrative is known.</summary>
internal readonly record struct Sighting(int Indicator, Target Words, int Sentence, Assertion Assertion)
{
    internal int FirstToken => Words.First;

    internal int EndToken => Words.End;

    internal int Length => EndToken - FirstToken;
}

/// <summary>Memory for reading one narrative after another; one a thread, so that matching allocates nothing.</summary>
internal sealed class Workspace
{
    internal Tokens Tokens { get; } = new();

    /// <summary>The day of the incident whose narrative is read, if it is known.</summary>
    internal DateOnly? Day { get; set; }

    internal Reusable<PatternMatch> Matches { get; } = new();

    internal Candidates Candidates { get; } = new();

    internal CueMatches Cues { get; } = new();

    /// <summary>Sightings of the whole narrative.</summary>
    internal Reusable<Sighting> Sightings { get; } = new();

    /// <summary>What stands beside a sign.</summary>
    internal Reusable<PatternMatch> Beside { get; } = new();

    /// <summary>Whether the conditions on the whole narrative hold, by indicator, as far as somebody asked.</summary>
    internal Dictionary<int, bool> InNarrative { get; } = [];

    /// <summary>Findings of the narrative, of every language it was read in.</summary>
    internal List<Finding> Findings { get; } = [];
}
