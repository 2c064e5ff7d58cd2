namespace Credence.Police.Review;

/// <summary>A review of the police record.</summary>
public readonly record struct ReviewId(Guid Value);

/// <summary>A reading, by the id that the reader's device gave it, so that what is sent twice counts once.</summary>
public readonly record struct ReadingId(Guid Value);
