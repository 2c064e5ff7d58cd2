namespace Credence.Referrals;

/// <summary>Whether somebody was asked, and what came of it. The four are never added up: silence is no answer, and no answer is no refusal.</summary>
public enum Answering
{
    /// <summary>Nobody asked.</summary>
    NotAsked,

    /// <summary>Asked; no answer came.</summary>
    NoAnswer,

    /// <summary>Asked; the person would rather not say.</summary>
    DeclinedToAnswer,

    /// <summary>Asked and answered, or told without being asked.</summary>
    Answered,
}

/// <summary>How far a need was met.</summary>
public enum Extent
{
    /// <summary>Not at all.</summary>
    Not,

    /// <summary>In part.</summary>
    Partly,

    /// <summary>Wholly.</summary>
    Met,
}

/// <summary>What became of one need, as the provider or the advocate sees it.</summary>
/// <param name="Need">The need.</param>
/// <param name="Extent">How far it was met.</param>
public sealed record NeedOutcome(Need Need, Extent Extent);

/// <summary>What the person says of it, which may differ from what others see; both stay.</summary>
/// <param name="Answering">Whether the person was asked, and answered.</param>
/// <param name="Extent">How far it helped; only if answered.</param>
/// <param name="Words">In own words, or null.</param>
public sealed record OwnAnswer(Answering Answering, Extent? Extent = null, string? Words = null)
{
    /// <summary>Found and expected, in one sentence; null if it says one thing.</summary>
    internal string? Problem => (Answering == Answering.Answered) == (Extent is not null || Words is not null) ? null
        : Answering == Answering.Answered ? "Found an answer that says nothing, expected how far it helped or some words; or that no answer came."
        : "Found words beside no answer, expected either.";

    /// <summary>Whether there was one, and nothing of it.</summary>
    public override string ToString() => $"OwnAnswer({Answering})";
}
