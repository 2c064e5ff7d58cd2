using System.Text;
using System.Text.RegularExpressions;

namespace Credence.Training;

/// <summary>A way in which officers write: what they call people, capitals, abbreviations.</summary>
internal sealed partial class WritingStyle
{
    public required string Id { get; init; }

    public required string Language { get; init; }

    public required int Weight { get; init; }

    /// <summary>True if everything is in capital letters.</summary>
    public bool Capitals { get; init; }

    /// <summary>True if a space is lost here and there behind a redaction, as in exports of redacted reports.</summary>
    public bool Glues { get; init; }

    /// <summary>What a person is called, by part in the record; other for those the record does not list.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Labels { get; init; }

    /// <summary>What stands for a word, by word.</summary>
    public required IReadOnlyDictionary<string, string> Short { get; init; }

    /// <summary>The text as this writer would have put it.</summary>
    public string Write(string told)
    {
        var text = Sentences(Spaces().Replace(told, " ").Trim());
        if (Short.Count > 0) text = Word().Replace(text, word => Shortened(word.Value));
        if (Glues) text = text.Replace("XXX stated", "XXXstated", StringComparison.Ordinal);
        return Capitals ? text.ToUpperInvariant() : text;
    }

    private string Shortened(string word) => !Short.TryGetValue(word.ToLowerInvariant(), out var brief) ? word
        : char.IsUpper(word[0]) ? char.ToUpperInvariant(brief[0]) + brief[1..]
        : brief;

    // Phrases are written small, wherever they come to stand; no space before a stop that followed something left out.
    private static string Sentences(string text)
    {
        var written = new StringBuilder(text.Length);
        var begins = true;
        foreach (var c in text)
        {
            if (c is '.' or ',' or ';' or '?' && written.Length > 0 && written[^1] == ' ') written.Length--;
            written.Append(begins && char.IsLetter(c) ? char.ToUpperInvariant(c) : c);
            begins = c is '.' or '?' or '!' || (begins && !char.IsLetterOrDigit(c));
        }

        return written.ToString();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\b[A-Za-z]+\b")]
    private static partial Regex Word();
}
