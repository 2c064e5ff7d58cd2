using System.Globalization;
using System.Text.RegularExpressions;

namespace Credence.Interviews.Deidentification;

/// <summary>What may stand in the place of what says who somebody is.</summary>
public static partial class Pseudonyms
{
    /// <summary>A pseudonym that nothing else has: [person 3], or what the rule leaves: the year of a date, "90 or older".</summary>
    public static string For(IdentifierKind kind, string written, IEnumerable<IdentifierDecision> decided)
    {
        if (kind == IdentifierKind.Age) { return "[90 or older]"; }

        if (kind == IdentifierKind.Date && Year().Match(written) is { Success: true } year) { return $"[date in {year.Value}]"; }

        var word = kind switch
        {
            IdentifierKind.OnlineAddress => "online address",
            _ => kind.ToString().ToLowerInvariant(),
        };
        var used = decided.Select(decision => decision.Pseudonym).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Enumerable.Range(1, used.Count + 1).Select(number => string.Create(CultureInfo.InvariantCulture, $"[{word} {number}]")).First(name => !used.Contains(name));
    }

    [GeneratedRegex(@"\b(?:19|20)\d\d\b")]
    private static partial Regex Year();
}
