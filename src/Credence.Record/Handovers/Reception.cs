namespace Credence.Record.Handovers;

/// <summary>What a host makes of bytes that claim to be an envelope for it.</summary>
public abstract record Reception
{
    private Reception()
    {
    }

    /// <summary>It is in the inbox.</summary>
    /// <param name="Message">Its number on this host.</param>
    /// <param name="Receipt">What goes back, and nothing else does.</param>
    /// <param name="IsNew">False if it had come before; then nothing was changed.</param>
    public sealed record Taken(Guid Message, byte[] Receipt, bool IsNew) : Reception;

    /// <summary>It is not taken.</summary>
    /// <param name="Why">The reason.</param>
    /// <param name="Sentence">For the custodian here: found and expected, never the content.</param>
    public sealed record Refused(Refusal Why, string Sentence) : Reception;
}

/// <summary>Why an envelope is not taken.</summary>
public enum Refusal
{
    /// <summary>No envelope, or of another form.</summary>
    Malformed,

    /// <summary>To another host, from an unknown one, or not signed by the one it names. A stranger is not told which of these.</summary>
    NotBetweenPartners,

    /// <summary>Its time is over, or it was under way too long.</summary>
    Late,

    /// <summary>Written in the future, by the clock of this host.</summary>
    Early,

    /// <summary>Its number was used for another message.</summary>
    NumberUsedTwice,

    /// <summary>It does not open with our keys, or was sealed with another outside.</summary>
    DoesNotOpen,
}
