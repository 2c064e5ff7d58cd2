using System.Text.RegularExpressions;

namespace Credence.Incidents;

/// <summary>What one cell of an offense column lists: "40A; 35A", "40A, 13B" and "40A and 64A" are two codes, "Assault, Simple" is one offense.</summary>
public static partial class OffenseCell
{
    // Room for a dozen codes; what is longer is words.
    private const int LongestList = 80;

    /// <summary>The offenses that it lists, trimmed; empty parts are left out.</summary>
    public static IEnumerable<string> Parts(string cell) => cell
        .Split([';', '|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(part => Codes(part) ?? [part]);

    // A comma stands in names of offenses too, so such a list counts only where each of its parts is a code.
    private static string[]? Codes(string part)
    {
        if (part.Length is < 5 or > LongestList || !char.IsAsciiDigit(part[0])) return null;
        var parts = Between().Split(part);
        return parts.Length > 1 && parts.All(one => OneCode().IsMatch(one) && OffenseLookup.Shipped.Read(new OffenseCode(one)).Code is not null)
            ? parts
            : null;
    }

    [GeneratedRegex(@"\s*[,/&+]\s*|\s+(?:(?:and|y)\s+)?", RegexOptions.IgnoreCase)]
    private static partial Regex Between();

    [GeneratedRegex("^(?:[0-9]{1,2}[a-z]|[0-9]{3})$", RegexOptions.IgnoreCase)]
    private static partial Regex OneCode();
}
