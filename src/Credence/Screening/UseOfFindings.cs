namespace Credence.Screening;

/// <summary>What may be done with a finding. Every report prints it on its first page.</summary>
public static class UseOfFindings
{
    /// <summary>The rules, each one sentence or two.</summary>
    public static IReadOnlyList<string> Rules { get; } =
    [
        "A finding says what the words support. It does not say that somebody is a victim; a person decides.",
        "None found does not mean that nothing happened.",
        "A finding on an old incident starts no police contact by itself. An advocate and a supervisor decide whether and "
            + "how anyone approaches the person: never unannounced, never with a warrant or a status check.",
        "A finding may not support the arrest of that person, a sting, or an immigration referral.",
        "Lists carry incident numbers, not names. Every opening and export says for what purpose.",
    ];
}
