using System.Text.RegularExpressions;

namespace Credence.Incidents;

/// <summary>
/// What may be printed of a cell of an offense column. Somebody's story may stand there by mistake, and offenses go into
/// every list: what reads like a story is never printed, and a redacted output holds codes and words of the tables only.
/// </summary>
public static partial class PrintedOffense
{
    /// <summary>What is printed instead of words that are no offense.</summary>
    public const string NoOffense = "(words that are no offense)";

    private const int LongestUnknown = 40;

    /// <summary>
    /// True if it reads like a story: no code and no words of the tables in over 40 characters; or, whatever else is in it,
    /// a word of sentences such as "she", "his", "said" or "was".
    /// </summary>
    public static bool IsStory(OffenseCode recorded, OffenseLookup offenses)
    {
        var reading = offenses.Read(recorded);
        if (SentenceWord().IsMatch(recorded.Value)) return true;
        return recorded.Value.Length > LongestUnknown && reading.Code is null && reading.Entries.Count == 0
            && offenses.Read(new OffenseCode(OffenseWords.WithoutParentheses(recorded.Value))).Entries.Count == 0;
    }

    /// <summary>The offense as it may be printed.</summary>
    /// <param name="recorded">As recorded.</param>
    /// <param name="offenses">The tables that know codes and words.</param>
    /// <param name="redact">True for outputs without anybody's words.</param>
    public static OffenseCode Of(OffenseCode recorded, OffenseLookup offenses, bool redact)
    {
        if (recorded.Value == NoOffense) return recorded;
        var reading = offenses.Read(recorded);
        var isStory = IsStory(recorded, offenses);
        if (!redact && !isStory) return recorded;
        if (reading.Code is { } code) return code;
        return !isStory && reading.Entries.Count > 0 ? new OffenseCode(KnownWords(reading)) : new OffenseCode(NoOffense);
    }

    private static string KnownWords(OffenseReading reading) => reading.KnownWords.Count > 0
        ? string.Join(", ", reading.KnownWords)
        : $"(words for {string.Join(" or ", reading.Entries.SelectMany(entry => entry.Codes).Distinct())})";

    [GeneratedRegex(
        @"\b(?:she|he|they|him|her|his|hers|them|their|my|we|said|says|stated|states|told|tells|reported|advised|was|were|is|are|had|has|ella|él|ellos|ellas|dijo|contó|fue|era|estaba)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SentenceWord();
}
