namespace Credence.Review;

/// <summary>
/// The terms of a text: its words, and the pairs of words that stand side by side or with one word between them. A word is a
/// run of two or more letters, digits or underscores in lower case, without the ending of the plural (Harman 1991).
/// </summary>
internal static class TextTerms
{
    /// <summary>The words, in order.</summary>
    public static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inWord = i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '_');
            if (inWord && start < 0) { start = i; }

            if (inWord || start < 0) { continue; }

            if (i - start > 1) { words.Add(Singular(text[start..i].ToLowerInvariant())); }

            start = -1;
        }

        return words;
    }

    /// <summary>Pairs of neighbors, and of words with one between them, which are told apart; words by their numbers.</summary>
    public static IEnumerable<(int First, int Second, bool Apart)> Pairs(IReadOnlyList<int> words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            yield return (words[i], words[i + 1], false);
            if (i + 2 < words.Count) { yield return (words[i], words[i + 2], true); }
        }
    }

    // Harman's S stemmer: three rules, of which the first that fits decides.
    private static string Singular(string word) => word.Length <= 3 ? word : word switch
    {
        [.., not ('e' or 'a'), 'i', 'e', 's'] => word[..^3] + "y",
        [.., not ('a' or 'e' or 'o'), 'e', 's'] => word[..^1],
        [.., not ('u' or 's'), 's'] => word[..^1],
        _ => word,
    };
}
