using System.Globalization;
using System.Text;

namespace Credence.Text;

/// <summary>A place in a pattern's text.</summary>
internal sealed class PatternCursor(string text)
{
    private const string Signs = "()[]{}|#";
    private int _at;

    internal bool AtEnd
    {
        get
        {
            SkipSpace();
            return _at == text.Length;
        }
    }

    internal bool Take(string sign)
    {
        SkipSpace();
        if (!text.AsSpan(_at).StartsWith(sign, StringComparison.Ordinal))
        {
            return _at == text.Length && sign is ")" or "]"
                ? throw new FormatException($"the pattern ends before its {sign}")
                : false;
        }

        _at += sign.Length;
        return true;
    }

    internal int? TakeNumber()
    {
        var start = _at;
        while (_at < text.Length && char.IsAsciiDigit(text[_at]))
        {
            _at++;
        }

        return start == _at ? null
            : int.TryParse(text.AsSpan(start, _at - start), CultureInfo.InvariantCulture, out var number) ? number
            : throw new FormatException($"found the number {text[start.._at]}, expected one of at most nine digits");
    }

    internal string TakeUntil(char close)
    {
        var end = text.IndexOf(close, _at);
        if (end < 0)
        {
            throw new FormatException($"the pattern ends before its {close}");
        }

        var taken = text[_at..end];
        _at = end + 1;
        return taken;
    }

    internal string TakeWord()
    {
        SkipSpace();
        var start = _at;
        while (_at < text.Length && !char.IsWhiteSpace(text[_at]) && !Signs.Contains(text[_at]))
        {
            _at++;
        }

        return start < _at
            ? text[start.._at]
            : throw new FormatException($"found {(_at < text.Length ? text[_at] : "the end")} at {_at + 1}, expected a word");
    }

    /// <summary>The folded words of a piece of text, cut as <see cref="Tokenizer"/> cuts.</summary>
    internal static List<string> Split(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        byte before = Characters.Separator;
        foreach (var unit in text)
        {
            var symbol = unit == '*' ? Characters.OtherLetter : Characters.Symbols[unit];
            if (symbol == Characters.Ignorable)
            {
                continue;
            }

            if (word.Length > 0 && (symbol == Characters.Separator || Characters.IsDigit(symbol) != Characters.IsDigit(before)))
            {
                words.Add(word.ToString());
                word.Clear();
            }

            if (symbol != Characters.Separator)
            {
                word.Append(Fold(unit, symbol));
            }

            before = symbol;
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }

    private static char Fold(char unit, byte symbol) => symbol switch
    {
        >= 1 and <= 26 => (char)('a' + symbol - 1),
        >= Characters.FirstDigit and <= Characters.LastDigit => (char)('0' + symbol - Characters.FirstDigit),
        _ => char.ToLowerInvariant(unit),
    };

    private void SkipSpace()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }
    }
}
