using System.Text.RegularExpressions;

namespace Credence.Incidents;

/// <summary>
/// A phrase that is looked for among the words of an offense: plain words, stems (<c>prostitut*</c>), alternatives
/// (<c>in|of</c>), optional words (<c>[a]</c>) and gaps (<c>..3</c>), as in the patterns of packs.
/// </summary>
internal sealed class OffensePhrase
{
    private static readonly char[] Syntax = ['*', '|', '['];

    private readonly string _words;
    private readonly Lazy<Regex>? _pattern;

    /// <summary>A phrase from its text.</summary>
    public OffensePhrase(string text)
    {
        _words = OffenseWords.Normalize(text);
        HasGap = text.Contains("..", StringComparison.Ordinal);
        if (text.IndexOfAny(Syntax) >= 0 || HasGap)
        {
            // Made when the first offense is read: hundreds of them cost a third of a second.
            _pattern = new(() => new Regex(Expression(text), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking));
        }
    }

    /// <summary>True if words of others may stand between its own.</summary>
    public bool HasGap { get; }

    /// <summary>Where the phrase stands in normalized words; an empty range if it does not.</summary>
    public (int Start, int End) Find(string normalized)
    {
        if (_pattern is not null)
        {
            var match = _pattern.Value.Match(normalized);
            return (match.Index, match.Index + match.Length);
        }

        var start = _words.Length < 3 ? -1 : normalized.IndexOf(_words, StringComparison.Ordinal);
        return start < 0 ? (0, 0) : (start, start + _words.Length);
    }

    /// <summary>True if the phrase stands somewhere in normalized words.</summary>
    public bool StandsIn(string normalized) => Find(normalized).End > 0;

    private static string Expression(string text) =>
        " " + string.Concat(text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Part));

    private static string Part(string part) => part switch
    {
        ['.', '.', .. var count] => $"(?:\\w+ ){{0,{(count.Length == 0 ? "5" : count)}}}",
        ['[', .. var inner, ']'] => $"(?:(?:{Alternatives(inner)}) )?",
        _ => $"(?:{Alternatives(part)}) ",
    };

    private static string Alternatives(string part) => string.Join('|', part.Split('|').Select(word =>
        word.EndsWith('*') ? $"{Regex.Escape(word[..^1])}\\w*" : Regex.Escape(word)));
}
