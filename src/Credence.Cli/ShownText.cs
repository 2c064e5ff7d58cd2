namespace Credence.Cli;

/// <summary>
/// Text of others as a report, a page or a terminal shows it: what would hide, reorder or break is a visible �, place for place, so that
/// spans still fit. Escaping for HTML is another matter, and the renderer's.
/// </summary>
internal static class ShownText
{
    private const char Shown = '\uFFFD';

    public static string Of(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (CharacterAt(text, i) != text[i]) return string.Create(text.Length, text, Fill);
        return text;
    }

    private static void Fill(Span<char> shown, string text)
    {
        for (var i = 0; i < shown.Length; i++) shown[i] = CharacterAt(text, i);
    }

    private static char CharacterAt(string text, int i) => text[i] switch
    {
        '\n' or '\t' => text[i],
        '\r' => i + 1 < text.Length && text[i + 1] == '\n' ? ' ' : '\n',
        '\u0085' or '\u2028' or '\u2029' => '\n',
        // Trojan Source (CVE-2021-42574): these reorder what a reader sees.
        '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => Shown,
        // These take no room: two words that look the same are not.
        (>= '\u200B' and <= '\u200D') or (>= '\u2060' and <= '\u2064') or '\uFEFF' or '\uFFFE' or '\uFFFF' => Shown,
        var c when char.IsControl(c) => Shown,
        var c when char.IsHighSurrogate(c) => i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? c : Shown,
        var c when char.IsLowSurrogate(c) => i > 0 && char.IsHighSurrogate(text[i - 1]) ? c : Shown,
        var c => c,
    };
}
