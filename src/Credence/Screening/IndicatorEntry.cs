using Credence.Text;

namespace Credence.Screening;

/// <summary>What a pattern of an indicator is there for.</summary>
internal enum PatternRole
{
    /// <summary>The sign itself.</summary>
    Sign,

    /// <summary>A sign whose words overlap this is none.</summary>
    Except,

    /// <summary>A sign in the same sentence as this is none.</summary>
    UnlessNear,

    /// <summary>A sign counts only in the same sentence as one of these.</summary>
    With,

    /// <summary>A sign in the same narrative as this is none.</summary>
    UnlessAnywhere,

    /// <summary>A sign counts only in the same narrative as one of these.</summary>
    WithAnywhere,
}

/// <summary>An indicator with its patterns and examples, as the pack states it.</summary>
/// <param name="Indicator">What it means.</param>
/// <param name="Patterns">Its patterns as written, by role.</param>
/// <param name="Match">Sentences that must give it.</param>
/// <param name="NoMatch">Sentences that must not.</param>
/// <param name="File">File it stands in.</param>
/// <param name="Line">Line it begins at.</param>
public sealed record IndicatorEntry(
    Indicator Indicator,
    IReadOnlyList<IndicatorPattern> Patterns,
    IReadOnlyList<string> Match,
    IReadOnlyList<string> NoMatch,
    string File,
    int Line)
{
    /// <summary>Ages that a date or year of birth in the sign must give on the day of the incident; null if none is asked for.</summary>
    internal AgeSpan? AgeByBirth { get; init; }
}

/// <summary>One pattern of an indicator as written.</summary>
public sealed record IndicatorPattern
{
    internal IndicatorPattern(PatternRole role, string text, Pattern compiled)
    {
        (Role, Text, Compiled) = (role, text, compiled);
    }

    /// <summary>The key of the pack it stands under: patterns, except, unless-near, with, unless-anywhere, with-anywhere.</summary>
    public string Key => IndicatorPack.Keys[(int)Role];

    /// <summary>The pattern as written.</summary>
    public string Text { get; }

    internal PatternRole Role { get; }

    internal Pattern Compiled { get; }
}
