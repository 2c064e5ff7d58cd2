using System.Collections.Frozen;

namespace Credence.Directories;

/// <summary>The code of a language that a directory writes by its name; names in English and their own language.</summary>
public static class LanguageCode
{
    private static readonly FrozenDictionary<string, string> Names = """
        en english|inglés|ingles
        es spanish|español|espanol
        ht haitian|haitian creole|creole|kreyol|kreyòl
        fr french|français
        pt portuguese|português
        zh chinese|mandarin|cantonese
        vi vietnamese
        ko korean
        tl tagalog|filipino
        ru russian
        uk ukrainian
        ar arabic
        hi hindi
        ur urdu
        bn bengali|bangla
        pa punjabi
        ne nepali
        th thai
        ja japanese
        de german
        it italian
        pl polish
        ro romanian
        fa persian|farsi
        am amharic
        so somali
        sw swahili
        el greek
        he hebrew
        yi yiddish
        km khmer|cambodian
        lo lao|laotian
        id indonesian
        hu hungarian
        tr turkish
        ase american sign language|sign language|asl
        """.Split('\n', StringSplitOptions.TrimEntries).SelectMany(line => line[(line.IndexOf(' ') + 1)..].Split('|').Select(name => (name, Code: line[..line.IndexOf(' ')])))
        .ToFrozenDictionary(one => one.name, one => one.Code, StringComparer.OrdinalIgnoreCase);

    /// <summary>The code: es of Spanish, es-MX and es; another word in small letters as it is written; null for no word.</summary>
    public static string? Of(string? written)
    {
        var word = written?.Trim();
        if (string.IsNullOrEmpty(word)) return null;
        if (Names.TryGetValue(word, out var code)) return code;
        var first = word.Split('-', '_')[0];
        return (first.Length is 2 or 3 && first.All(char.IsAsciiLetter) ? first : word).ToLowerInvariant();
    }
}
