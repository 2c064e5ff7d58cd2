using System.Text.RegularExpressions;

namespace Credence.Interviews.Deidentification;

/// <summary>Words with a capital letter that read like names, and what people say right before a name.</summary>
internal static partial class NameFinder
{
    public static IEnumerable<Identifier> Find(string text)
    {
        var small = SmallWords(text);
        foreach (Match match in Capitalized().Matches(text))
        {
            if (Names(text, match, small) is { Length: > 0 } span) { yield return new Identifier(KindOf(text, span), span); }
        }

        foreach (Match match in SmallName().Matches(text))
        {
            var name = match.Groups[1];
            if (!CommonWords.Has(name.Value)) { yield return new Identifier(IdentifierKind.Person, new TextSpan(name.Index, name.Index + name.Length)); }
        }
    }

    // Words that the text also writes small are words like others, if they begin a sentence.
    private static HashSet<string> SmallWords(string text) => [.. from Match word in Small().Matches(text) select word.Value];

    // What is left of a run of capitalized words once common words are taken off both ends.
    private static TextSpan Names(string text, Match run, HashSet<string> small)
    {
        var words = Word().Matches(run.Value).Select(word => new TextSpan(run.Index + word.Index, run.Index + word.Index + word.Length)).ToList();
        while (words.Count > 0 && IsOrdinary(text, words[0], small)) { words.RemoveAt(0); }

        while (words.Count > 0 && IsCommon(words[^1].Of(text))) { words.RemoveAt(words.Count - 1); }

        return words.Count == 0 ? default : new TextSpan(words[0].Start, words[^1].End);
    }

    private static bool IsOrdinary(string text, TextSpan word, HashSet<string> small) =>
        IsCommon(word.Of(text)) || (BeginsSentence(text, word.Start) && small.Contains(word.Of(text).ToLowerInvariant()));

    private static bool IsCommon(string word) => word.Length == 1 || CommonWords.Has(word);

    private static bool BeginsSentence(string text, int at)
    {
        var before = at - 1;
        while (before >= 0 && (text[before] is ' ' or '\t' or '"' or '“' or '(' or '\'' or '-' or '—')) { before--; }

        return before < 0 || text[before] is '\n' or '.' or '!' or '?' or ':' or ';' or '…';
    }

    private static IdentifierKind KindOf(string text, TextSpan span) =>
        Organization().IsMatch(span.Of(text)) ? IdentifierKind.Organization
        : Locality().IsMatch(span.Of(text)) || BeforePlace().IsMatch(text[Math.Max(0, span.Start - 16)..span.Start]) ? IdentifierKind.Place
        : IdentifierKind.Person;

    [GeneratedRegex(@"(?<![\w'’])\p{Lu}[\p{L}\p{M}]*(?:['’-]\p{Lu}[\p{L}\p{M}]*)*(?:\.?[ ](?:(?:of|de|del|la|las|los|van|von|y)[ ]){0,2}\p{Lu}[\p{L}\p{M}]*(?:['’-]\p{Lu}[\p{L}\p{M}]*)*)*")]
    private static partial Regex Capitalized();

    [GeneratedRegex(@"[\p{L}\p{M}]+(?:['’-]\p{Lu}[\p{L}\p{M}]*)*")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<![\w'’])\p{Ll}[\p{L}\p{M}]*")]
    private static partial Regex Small();

    [GeneratedRegex(@"\b(?:[Mm]y name(?:'s|’s| is| was)|[Nn]amed|[Gg]oes by|[Mm]e llamo|[Ss]e llama(?:ba)?|[Mm]i nombre es) (\p{Ll}[\p{L}\p{M}]+)")]
    private static partial Regex SmallName();

    [GeneratedRegex(@"\b(?:Department|Office|Unit|Bureau|Agency|Shelter|House|Center|Centre|Clinic|Hospital|Church|School|College|University|Motel|Hotel|Inn|Restaurant|Bar|Club|Spa|Salon|Farms?|Company|Inc|LLC|Mission|Coalition|Foundation|Services|Police|PD|Court|Bank)$")]
    private static partial Regex Organization();

    [GeneratedRegex(@"\b(?:Street|Avenue|Road|Boulevard|Drive|Lane|Park|County|City|Town|Village|Heights|Beach|Valley|Bridge|Square|Mall|Highway|Station|Airport|Island|River|Lake)$")]
    private static partial Regex Locality();

    [GeneratedRegex(@"\b(?:in|from|to|near|around|through|outside|downtown|en|desde|hacia|cerca de)\s+(?:the\s+)?$")]
    private static partial Regex BeforePlace();
}
