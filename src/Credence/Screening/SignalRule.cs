namespace Credence.Screening;

/// <summary>A signal and the condition under which a record gives it, with invented records that must and must not.</summary>
/// <param name="Signal">What the record then says.</param>
/// <param name="Why">Why it matters, for whoever reads the record.</param>
/// <param name="When">The condition.</param>
/// <param name="Examples">Invented records that must, or must not, give it.</param>
/// <param name="File">File it stands in.</param>
/// <param name="Line">Line it begins at.</param>
public sealed record SignalRule(
    Signal Signal, string Why, SignalCondition When, IReadOnlyList<SignalExample> Examples, string File, int Line);
