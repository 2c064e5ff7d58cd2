using Credence.Packs;
using Credence.Screening;
using Credence.Text;
using Credence.Wording;

namespace Credence.Bench;

/// <summary>
/// Phrases to look for: every sign of the English pack that is a row of whole words without gaps, spelled out. What all
/// contenders can look for, so without stems, redactions and digits glued to letters.
/// </summary>
internal static class Phrases
{
    private const int MostSpellings = 200;

    public static IReadOnlyList<string> OfPack() => Of(
        DefaultPacks.Read().OfKind(IndicatorPack.Kind).Where(pack => pack.Language == "en")
            .SelectMany(pack => IndicatorPack.Read(pack, []).Entries).SelectMany(entry => entry.Patterns));

    /// <summary>The same of the English wording pack.</summary>
    public static IReadOnlyList<string> OfWording() => Of(
        DefaultPacks.Read().OfKind(WordingPack.Kind).Where(pack => pack.Language == "en")
            .SelectMany(pack => WordingPack.Read(pack, []).Entries).SelectMany(entry => entry.Patterns));

    private static IReadOnlyList<string> Of(IEnumerable<IndicatorPattern> patterns) =>
    [
        .. patterns.Where(pattern => pattern.Role == PatternRole.Sign).Select(pattern => pattern.Compiled)
            .Where(pattern => pattern.Elements.All(element => element is { MaxGap: 0, IsOptional: false }))
            .SelectMany(Spellings).Where(phrase => !phrase.Contains('*') && !phrase.Split(' ').Contains("xxx"))
            .Distinct().Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Spellings(Pattern pattern)
    {
        var count = pattern.Elements.Aggregate(1L, (all, element) => all * element.Alternatives.Sum(row => row.Aggregate(1L, (n, words) => n * words.Length)));
        return count > MostSpellings ? [] : pattern.Elements.Aggregate((IEnumerable<string>)[""], (begun, element) =>
            begun.SelectMany(_ => element.Alternatives.SelectMany(Spellings), Join).ToList());
    }

    private static IEnumerable<string> Spellings(WordForm[][] row) =>
        row.Aggregate((IEnumerable<string>)[""], (begun, words) => begun.SelectMany(_ => words, (a, b) => Join(a, b.ToString())));

    private static string Join(string a, string b) => a.Length == 0 ? b : $"{a} {b}";
}
