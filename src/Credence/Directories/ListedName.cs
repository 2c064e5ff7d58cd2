using System.Collections.Frozen;
using Credence.Text;

namespace Credence.Directories;

/// <summary>A name as it is compared: words without case, accents, legal forms and little words; a common abbreviation is its word.</summary>
internal sealed class ListedName
{
    private static readonly FrozenSet<string> Dropped = ["the", "of", "for", "and", "in", "at", "a", "inc", "llc", "corp", "co", "incorporated", "corporation", "ltd", "de", "la", "el", "los", "las", "y", "para"];

    private static readonly FrozenDictionary<string, string> Whole = new Dictionary<string, string>
    {
        ["st"] = "street", ["ave"] = "avenue", ["av"] = "avenue", ["blvd"] = "boulevard", ["rd"] = "road", ["dr"] = "drive", ["ln"] = "lane", ["ct"] = "court", ["ste"] = "suite", ["hwy"] = "highway",
        ["ctr"] = "center", ["centre"] = "center", ["dept"] = "department", ["svc"] = "service", ["svcs"] = "services", ["assn"] = "association", ["univ"] = "university", ["intl"] = "international",
        ["n"] = "north", ["s"] = "south", ["e"] = "east", ["w"] = "west", ["mt"] = "mount", ["ft"] = "fort",
    }.ToFrozenDictionary();

    private ListedName(string[] words) => (Words, Key) = (words, string.Join(' ', words));

    /// <summary>Its words, each once, in order of the alphabet.</summary>
    internal string[] Words { get; }

    internal string Key { get; }

    internal static ListedName Of(string name)
    {
        var words = new SortedSet<string>(StringComparer.Ordinal);
        new FoldedWords().Read(name, word =>
        {
            var text = word.ToString();
            if (!Dropped.Contains(text)) words.Add(Whole.GetValueOrDefault(text, text));
        });
        return new ListedName([.. words]);
    }

    /// <summary>What share of the words of either stands in both (Jaccard): 1 for the same name, 0 for no word in common.</summary>
    internal double Likeness(ListedName other)
    {
        if (Words.Length == 0 || other.Words.Length == 0) return 0;
        var (i, j, both) = (0, 0, 0);
        while (i < Words.Length && j < other.Words.Length)
        {
            var order = string.CompareOrdinal(Words[i], other.Words[j]);
            if (order == 0) (both, i, j) = (both + 1, i + 1, j + 1);
            else if (order < 0) i++;
            else j++;
        }

        return (double)both / (Words.Length + other.Words.Length - both);
    }
}
