namespace Credence.Screening;

/// <summary>What may be done with a finding. Every report prints it on its first page.</summary>
public static class UseOfFindings
{
    /// <summary>The rules, each short enough for a line.</summary>
    public static IReadOnlyList<string> Rules { get; } =
    [
        "A finding says what the words support, not that somebody is a victim. A person reads each incident and decides.",
        "None found does not mean that nothing happened.",
        "A finding on an old incident starts no police contact by itself: an advocate and a supervisor decide whether and how.",
        "Nobody is approached unannounced, with a warrant or with a status check.",
        "A finding may not support the arrest of that person, a sting, or an immigration referral.",
        "Lists carry incident numbers, not names. Every opening and export says for what purpose.",
    ];
}
