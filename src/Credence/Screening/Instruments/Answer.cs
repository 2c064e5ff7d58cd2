namespace Credence.Screening.Instruments;

/// <summary>What was answered. That somebody does not know, or will not say, is an answer too and never a "no".</summary>
public enum Answer
{
    /// <summary>Not asked: another answer made it unnecessary, or the person stopped before.</summary>
    NotAsked,

    /// <summary>Yes, or seen to be so.</summary>
    Yes,

    /// <summary>No, or seen not to be so.</summary>
    No,

    /// <summary>The person does not know, or it cannot be seen.</summary>
    Unknown,

    /// <summary>The person would rather not say.</summary>
    Refused,
}

/// <summary>What an answer says of a fact, in the words of packs/facts.</summary>
/// <param name="Fact">Id of the fact.</param>
/// <param name="Answer">Yes supports it, no speaks against it, everything else decides nothing.</param>
/// <param name="Reference">Instrument and item it comes from.</param>
/// <param name="Says">What was answered, as a phrase of the pack.</param>
public sealed record FactAnswer(string Fact, Answer Answer, string Reference, string Says)
{
    /// <summary>True if a yes is half of the fact: it raises it and does not support it.</summary>
    public bool OnlyRaises { get; init; }

    /// <summary>The fact only: what was answered tells of a person.</summary>
    public override string ToString() => $"FactAnswer({Fact})";
}
