using Credence.Text;

namespace Credence.Screening;

/// <summary>The tokens whose context is asked: a span, and in it the words meant (a bit each) as against its gaps.</summary>
internal readonly record struct Target(int First, int End, ulong Own)
{
    internal static Target Of(int first, int end) => new(first, end, ulong.MaxValue);

    /// <summary>True if the cue has a word in common with the words meant.</summary>
    internal bool Touches(PatternMatch cue)
    {
        for (var token = Math.Max(cue.FirstToken, First); token < Math.Min(cue.EndToken, End); token++)
        {
            if (Owns(token))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True if the cue stands within the span.</summary>
    internal bool Encloses(PatternMatch cue) => cue.FirstToken >= First && cue.EndToken <= End;

    /// <summary>The first of the words meant from a token on, or -1.</summary>
    internal int FirstFrom(int token)
    {
        for (var at = Math.Max(token, First); at < End; at++)
        {
            if (Owns(at))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>One past the last of the words meant before a token, or -1.</summary>
    internal int EndBefore(int token)
    {
        for (var at = Math.Min(token, End); at > First; at--)
        {
            if (Owns(at - 1))
            {
                return at;
            }
        }

        return -1;
    }

    // Beyond 64 tokens every word counts as meant.
    private bool Owns(int token) => token - First >= 64 || ((Own >> (token - First)) & 1) != 0;
}
