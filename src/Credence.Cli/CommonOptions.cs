using System.CommandLine;

namespace Credence.Cli;

/// <summary>Options that several commands share, with one meaning.</summary>
internal static class CommonOptions
{
    public static Option<string?> Purpose() => new("--purpose")
    {
        Description = "Why this is done; written into every output, \"not stated\" if missing",
        HelpName = "TEXT",
    };

    public static Option<string?> Packs() => new("--packs")
    {
        Description = "Folder of the agency's own packs, laid over the packs that ship",
        HelpName = "DIR",
    };

    public static Option<string> Languages() => new("--lang")
    {
        Description = "Languages to read every narrative in, such as en or en,es; auto tells the language of each narrative",
        HelpName = "en,es|auto",
        DefaultValueFactory = _ => "auto",
    };

    public static Option<string?> Narratives() => new("--narratives")
    {
        Description = "Narratives for the incidents of NIBRS files, joined by incident number, and by agency where both say one: CSV or one JSON object a line",
        HelpName = "FILE",
    };

    public static Option<bool> Json() => new("--json") { Description = "Write the result as JSON" };

    /// <summary>Codes of languages, or null for auto.</summary>
    public static IReadOnlyList<string>? ToCodes(string languages) => languages.Equals("auto", StringComparison.OrdinalIgnoreCase)
        ? null
        : languages.ToLowerInvariant().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
