using Credence.Text;

namespace Credence.Screening;

/// <summary>What must, or must not, stand beside a sign for it to count; looked for only where the sign was seen.</summary>
internal sealed class Conditions
{
    private readonly (PatternRole Role, int Pattern)[][] _ofIndicator;
    private readonly PatternSet _patterns;

    internal Conditions(IReadOnlyList<IReadOnlyList<IndicatorPattern>> entries, Vocabulary vocabulary)
    {
        var patterns = new List<Pattern>();
        _ofIndicator = [.. entries.Select(written => written.Where(pattern => pattern.Role != PatternRole.Sign).Select(pattern =>
        {
            patterns.Add(pattern.Compiled);
            return (pattern.Role, patterns.Count - 1);
        }).ToArray())];
        _patterns = new PatternSet(patterns, vocabulary);
    }

    internal bool HoldInSentence(int indicator, PatternMatch sign, ReadOnlySpan<ushort> words, Sentence sentence, Workspace work)
    {
        var (needed, met) = (false, false);
        foreach (var (role, pattern) in _ofIndicator[indicator])
        {
            if (role is PatternRole.UnlessAnywhere or PatternRole.WithAnywhere || (met && role == PatternRole.With))
            {
                continue;
            }

            work.Beside.Clear();
            _patterns.Match(pattern, words, sentence, work.Beside);
            if (role != PatternRole.With)
            {
                if (role == PatternRole.UnlessNear ? work.Beside.Count > 0 : Overlaps(sign, work.Beside.Items))
                {
                    return false;
                }

                continue;
            }

            needed = true;
            met = work.Beside.Count > 0;
        }

        return met || !needed;
    }

    internal bool HoldInNarrative(int indicator, Workspace work)
    {
        if (!work.InNarrative.TryGetValue(indicator, out var holds))
        {
            holds = LookThroughNarrative(indicator, work);
            work.InNarrative.Add(indicator, holds);
        }

        return holds;
    }

    private bool LookThroughNarrative(int indicator, Workspace work)
    {
        var (needed, met) = (false, false);
        foreach (var (role, pattern) in _ofIndicator[indicator])
        {
            if (role is PatternRole.UnlessAnywhere or PatternRole.WithAnywhere)
            {
                var found = IsAnywhere(pattern, work);
                if (role == PatternRole.UnlessAnywhere && found)
                {
                    return false;
                }

                needed |= role == PatternRole.WithAnywhere;
                met |= role == PatternRole.WithAnywhere && found;
            }
        }

        return met || !needed;
    }

    private bool IsAnywhere(int pattern, Workspace work)
    {
        work.Beside.Clear();
        foreach (var sentence in work.Tokens.Sentences)
        {
            _patterns.Match(pattern, work.Tokens.Classes, sentence, work.Beside);
        }

        return work.Beside.Count > 0;
    }

    private static bool Overlaps(PatternMatch sign, ReadOnlySpan<PatternMatch> others)
    {
        foreach (var other in others)
        {
            if (sign.FirstToken < other.EndToken && other.FirstToken < sign.EndToken)
            {
                return true;
            }
        }

        return false;
    }
}
