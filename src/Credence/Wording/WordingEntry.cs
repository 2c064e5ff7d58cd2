using Credence.Screening;

namespace Credence.Wording;

/// <summary>A rule with its patterns and examples, as the pack states it.</summary>
/// <param name="Rule">What it says.</param>
/// <param name="Patterns">Its patterns as written, by role.</param>
/// <param name="Match">Sentences in which it must be flagged.</param>
/// <param name="NoMatch">Sentences in which it must not.</param>
/// <param name="File">File it stands in.</param>
/// <param name="Line">Line it begins at.</param>
public sealed record WordingEntry(
    WordingRule Rule,
    IReadOnlyList<IndicatorPattern> Patterns,
    IReadOnlyList<string> Match,
    IReadOnlyList<string> NoMatch,
    string File,
    int Line);
