namespace Credence.Interviews;

/// <summary>An interview as it was written down. Its text is the researcher's; it does not print itself.</summary>
/// <param name="Id">Which.</param>
/// <param name="Number">The number by which pages and commands name it, from 1.</param>
/// <param name="Name">What the researcher calls it; empty if it has no name.</param>
/// <param name="Text">The whole text; lines end in a line feed.</param>
public sealed record Transcript(TranscriptId Id, int Number, string Name, string Text)
{
    /// <summary>Whose interview: police, provider or what the study distinguishes; empty if not stated.</summary>
    public string Role { get; init; } = "";

    /// <summary>At which site; empty if not stated.</summary>
    public string Site { get; init; } = "";

    /// <summary>Role and site in words.</summary>
    public static string GroupWords(string role, string site) => (role, site) switch
    {
        ("", "") => "not stated",
        ("", _) => site,
        (_, "") => role,
        _ => $"{role}, {site}",
    };

    /// <summary>The number and the length only.</summary>
    public override string ToString() => $"Transcript({Number}, {Text.Length} characters)";
}
