namespace Credence.Screening;

/// <summary>What the codes of a record say without its narrative.</summary>
/// <param name="Id">Identifier in the signals pack.</param>
/// <param name="Title">What the codes say, in one plain phrase.</param>
/// <param name="Rule">The rule it rests on, with its source.</param>
/// <param name="Level">What the signal alone supports; the incident's level is the higher of words and codes.</param>
public sealed record Signal(string Id, string Title, string Rule, Level Level);
