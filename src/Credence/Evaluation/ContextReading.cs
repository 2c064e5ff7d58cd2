using Credence.Screening;

namespace Credence.Evaluation;

/// <summary>ConText's four questions about a phrase, each answered by itself.</summary>
/// <param name="Negated">Said not to be so.</param>
/// <param name="Historical">Of the past.</param>
/// <param name="Hypothetical">Possible, feared or asked.</param>
/// <param name="SomeoneElse">Of another person.</param>
public readonly record struct ContextReading(bool Negated, bool Historical, bool Hypothetical, bool SomeoneElse)
{
    /// <summary>The reading in which all these assertions hold; a denial and an exclusion both negate.</summary>
    public static ContextReading Of(params IEnumerable<Assertion> assertions)
    {
        var all = assertions.ToHashSet();
        return new ContextReading(
            all.Contains(Assertion.Denied) || all.Contains(Assertion.RuledOut),
            all.Contains(Assertion.Historical),
            all.Contains(Assertion.Hypothetical),
            all.Contains(Assertion.SomeoneElse));
    }
}
