using Credence.Text;

namespace Credence.Screening;

/// <summary>Which of a sentence's cues reach the words whose context is asked.</summary>
internal readonly ref struct Reach(Cue[] rules, ReadOnlySpan<PatternMatch> cues, Target target)
{
    private readonly ReadOnlySpan<PatternMatch> _cues = cues;

    /// <summary>The categories that reach them, a bit each.</summary>
    internal int Categories()
    {
        var reached = 0;
        foreach (var cue in _cues)
        {
            var rule = rules[cue.Pattern];
            if (rule.Direction < CueDirection.Terminate && Reaches(cue, rule, rule.Category!.Value))
            {
                reached |= ContextReader.Bit(rule.Category.Value);
            }
        }

        return reached;
    }

    /// <summary>
    /// A cue reaches words that stand after or before it; a negation also when it stands in a gap between them
    /// ("asked, she denied working as a prostitute"). Words that carry the cue in themselves it does not reach.
    /// </summary>
    private bool Reaches(PatternMatch cue, Cue rule, Assertion category)
    {
        if (target.Touches(cue) || (target.Encloses(cue) && !ReachesOut(category)))
        {
            return false;
        }

        return (rule.Direction != CueDirection.Backward && ReachesForward(cue, rule.Scope, category))
            || (rule.Direction != CueDirection.Forward && ReachesBackward(cue, rule.Scope, category));
    }

    /// <summary>Out of a gap only a negation reaches, and not where the words carry one themselves ("no money, no passport").</summary>
    private bool ReachesOut(Assertion category)
    {
        if (category is not (Assertion.Denied or Assertion.RuledOut))
        {
            return false;
        }

        foreach (var cue in _cues)
        {
            if (rules[cue.Pattern].Category == category && target.Touches(cue))
            {
                return false;
            }
        }

        return true;
    }

    private bool ReachesForward(PatternMatch cue, int? scope, Assertion category)
    {
        var first = target.FirstFrom(cue.EndToken);
        if (first < 0 || first - cue.EndToken > (scope ?? int.MaxValue))
        {
            return false;
        }

        // A terminating cue may run into the words it shields ("drugs, met a known prostitute").
        foreach (var end in _cues)
        {
            if (end.FirstToken >= cue.EndToken && end.FirstToken < first && Ends(end, category))
            {
                return false;
            }
        }

        return true;
    }

    private bool ReachesBackward(PatternMatch cue, int? scope, Assertion category)
    {
        var last = target.EndBefore(cue.FirstToken);
        if (last < 0 || cue.FirstToken - last > (scope ?? int.MaxValue))
        {
            return false;
        }

        foreach (var end in _cues)
        {
            if (end.EndToken > last && end.EndToken <= cue.FirstToken && Ends(end, category))
            {
                return false;
            }
        }

        return true;
    }

    private bool Ends(PatternMatch cue, Assertion category)
    {
        var rule = rules[cue.Pattern];
        return rule.Direction == CueDirection.Terminate && rule.IsOf(category);
    }
}
