namespace Credence.Screening;

/// <summary>What the codes of a record say without its narrative.</summary>
/// <param name="Id">Identifier in the signals pack.</param>
/// <param name="Title">What the codes say, in one plain phrase.</param>
/// <param name="Rule">The rule it rests on, with its source.</param>
/// <param name="Level">What the signal alone supports; the incident's level is the higher of words and codes.
/// <see cref="Level.NoneFound"/> for a note, which is shown and raises nothing.</param>
public sealed record Signal(string Id, string Title, string Rule, Level Level)
{
    /// <summary>The kind of exploitation the codes speak of; <see cref="ExploitationType.Both"/> if they do not say which.</summary>
    public ExploitationType Type { get; init; } = ExploitationType.Both;

    /// <summary>True if the codes say that a person who may be at risk is under 18.</summary>
    public bool Minor { get; init; }
}
