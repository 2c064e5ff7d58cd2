using System.Text;
using System.Text.RegularExpressions;

namespace Credence.Interviews;

/// <summary>The text of a transcript from files of plain text and of captions (WebVTT).</summary>
public static partial class TranscriptText
{
    /// <summary>Plain text with line feeds only, without a byte order mark and without characters that no page can show.</summary>
    public static string Plain(string text)
    {
        var plain = text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        // XML, and so every file of REFI-QDA, cannot hold them (XML 1.0, section 2.2); half of a pair of surrogates becomes a visible mark.
        return plain.Any(unit => IsUnwritable(unit) || char.IsSurrogate(unit))
            ? string.Concat(plain.EnumerateRunes().Where(rune => !(rune.IsBmp && IsUnwritable((char)rune.Value))))
            : plain;
    }

    /// <summary>True if the text begins as a file of captions does, WebVTT or SubRip.</summary>
    public static bool IsCaptions(string text) => Plain(text) is var plain && (plain.StartsWith("WEBVTT", StringComparison.Ordinal) || SubRip().IsMatch(plain));

    /// <summary>
    /// The words of captions (W3C WebVTT, 2019, and SubRip, which has no standard): a line for each voice's turn, "Voice: words", with times, notes, styles
    /// and tags left out. SubRip marks no voice: there a caption that begins with a name and a colon, or with a dash, begins a turn.
    /// </summary>
    public static string Captions(string text)
    {
        if (SubRip().IsMatch(Plain(text))) { return SubRipTurns(text); }

        var (turns, last) = (new StringBuilder(), (string?)null);
        foreach (var block in Blank().Split(Plain(text)).Where(IsCue))
        {
            foreach (var (voice, words) in Spoken(block))
            {
                var isSame = turns.Length > 0 && voice == last;
                turns.Append(isSame ? " " : turns.Length > 0 ? "\n" : "").Append(isSame || voice is null ? "" : $"{voice}: ").Append(words);
                last = voice;
            }
        }

        return turns.ToString();
    }

    private static string SubRipTurns(string text)
    {
        var turns = new StringBuilder();
        foreach (var words in Blank().Split(Plain(text)).Where(IsCue).SelectMany(Spoken).Select(spoken => spoken.Words))
        {
            turns.Append(turns.Length == 0 ? "" : Turn().IsMatch(words) ? "\n" : " ").Append(words);
        }

        return turns.ToString();
    }

    private static bool IsCue(string block) => block.Contains("-->", StringComparison.Ordinal) && !block.StartsWith("NOTE", StringComparison.Ordinal);

    private static IEnumerable<(string? Voice, string Words)> Spoken(string block)
    {
        var lines = block.Split('\n');
        var timing = Array.FindIndex(lines, line => line.Contains("-->", StringComparison.Ordinal));
        foreach (var piece in Voices().Split(string.Join(' ', lines.Skip(timing + 1))))
        {
            var name = VoiceName().Match(piece);
            var words = System.Net.WebUtility.HtmlDecode(Tag().Replace(name.Success ? piece[name.Length..] : piece, "")).Trim();
            if (words.Length > 0) { yield return (name.Success ? name.Groups[1].Value.Trim() : null, words); }
        }
    }

    private static bool IsUnwritable(char unit) => unit is (< ' ' and not ('\n' or '\t')) or '\uFFFE' or '\uFFFF';

    [GeneratedRegex(@"\A\s*\d+[ \t]*\n\d{1,2}:\d\d:\d\d[,.]\d{3}[ \t]+-->")]
    private static partial Regex SubRip();

    [GeneratedRegex(@"^(?:\p{Lu}[\p{L}\p{M}\p{N} .'’-]{0,39}:|[-–—][ ]?\p{L})")]
    private static partial Regex Turn();

    [GeneratedRegex(@"\n[ \t]*\n")]
    private static partial Regex Blank();

    [GeneratedRegex(@"(?=<v[ .])")]
    private static partial Regex Voices();

    [GeneratedRegex(@"^<v(?:\.[^\s>.]*)*[ \t]+([^>]*)>")]
    private static partial Regex VoiceName();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
