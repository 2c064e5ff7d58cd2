using System.Text.RegularExpressions;
using Credence.Text;

namespace Credence.Incidents;

/// <summary>The words of an offense as agencies write them, so that they can be compared.</summary>
internal static partial class OffenseWords
{
    /// <summary>The words in lower case, without accents, with one space around each: "Assault &amp; Battery" gives " assault and battery ".</summary>
    public static string Normalize(string text)
    {
        var plain = text.Replace(".", "", StringComparison.Ordinal).Replace("&", " and ", StringComparison.Ordinal);
        return $" {string.Join(' ', PatternCursor.Split(plain))} ";
    }

    /// <summary>The offense without what stands in parentheses.</summary>
    public static string WithoutParentheses(string offense) => Parentheses().Replace(offense, " ");

    /// <summary>"Restraint, Unlawful" turned round to "Unlawful Restraint"; null if it has not just one comma.</summary>
    public static string? TurnedRound(string offense) =>
        WithoutParentheses(offense).Split(',') is [var noun, var rest] ? $"{rest} {noun}" : null;

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Parentheses();
}
