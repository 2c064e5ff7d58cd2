namespace Credence.Directories;

/// <summary>Whether a service can take somebody now.</summary>
public enum CapacityState
{
    /// <summary>Nobody has said.</summary>
    Unknown,

    /// <summary>There is room.</summary>
    Open,

    /// <summary>There is a list.</summary>
    Waitlist,

    /// <summary>There is no room.</summary>
    Full,
}

/// <summary>What somebody said of the room, and when: without the time it would be worth little.</summary>
/// <param name="State">What.</param>
/// <param name="At">When it was said; null if the directory does not say.</param>
public readonly record struct Capacity(CapacityState State, DateTimeOffset? At);
