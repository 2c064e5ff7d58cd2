using System.Globalization;

namespace Credence.Text;

/// <summary>Reads the pattern language of the packs; a mistake is a <see cref="FormatException"/> with one sentence.</summary>
internal sealed class PatternParser
{
    private const int DefaultGap = 5;
    private const int LongestGap = 50;
    private const int LongestWord = 50;
    private const int Deepest = 20;
    private const int MostRows = 4000;

    private readonly IReadOnlyDictionary<string, string> _groups;
    private readonly Dictionary<string, IReadOnlyList<WordForm[][]>> _known = [];
    private readonly HashSet<string> _open = [];
    private int _depth;

    /// <param name="groups">Word groups of the pack by name, in the same language.</param>
    internal PatternParser(IReadOnlyDictionary<string, string> groups) => _groups = groups;

    internal Pattern Parse(string text)
    {
        var cursor = new PatternCursor(text);
        var elements = new List<PatternElement>();
        var gap = 0;
        while (!cursor.AtEnd)
        {
            if (cursor.Take(".."))
            {
                gap = cursor.TakeNumber() ?? DefaultGap;
                if (gap > LongestGap)
                {
                    throw new FormatException($"found a gap of {gap} words, expected at most {LongestGap}");
                }

                continue;
            }

            var optional = cursor.Take("[");
            var alternatives = optional ? Rows(cursor, ']') : Item(cursor);
            elements.Add(new PatternElement(alternatives, gap, optional));
            gap = 0;
        }

        if (elements.Count == 0 || gap > 0 || elements[0].MaxGap > 0 || elements[0].IsOptional || elements[^1].IsOptional)
        {
            throw new FormatException("a pattern begins and ends with a word, not with a gap or an optional part");
        }

        return new Pattern(elements);
    }

    /// <summary>The alternatives of a word group.</summary>
    internal IReadOnlyList<WordForm[][]> Group(string name)
    {
        if (_known.TryGetValue(name, out var known))
        {
            return known;
        }

        if (!_groups.TryGetValue(name, out var text))
        {
            throw new FormatException($"found the word group {{{name}}}, expected a group of this pack");
        }

        if (!_open.Add(name))
        {
            throw new FormatException($"the word group {{{name}}} contains itself");
        }

        try
        {
            var cursor = new PatternCursor(text);
            var alternatives = Item(cursor);
            return cursor.AtEnd
                ? _known[name] = alternatives
                : throw new FormatException($"the word group {{{name}}} is a list of alternatives with | between them; put phrases in ( )");
        }
        finally
        {
            _open.Remove(name);
        }
    }

    /// <summary>atom | atom | …; of a single one its own alternatives, so that all who name a group share them.</summary>
    private IReadOnlyList<WordForm[][]> Item(PatternCursor cursor)
    {
        var first = Atom(cursor);
        if (!cursor.Take("|"))
        {
            return first;
        }

        var alternatives = new List<WordForm[][]>(first);
        do
        {
            alternatives.AddRange(Atom(cursor));
        }
        while (cursor.Take("|"));
        return Merged(alternatives);
    }

    private IReadOnlyList<WordForm[][]> Atom(PatternCursor cursor)
    {
        if (cursor.Take("("))
        {
            return Nested(() => Rows(cursor, ')'));
        }

        if (cursor.Take("{"))
        {
            return Nested(() => Group(cursor.TakeUntil('}').Trim()));
        }

        return cursor.Take("#") ? [[Numbers(cursor)]] : [WordsOf(cursor.TakeWord())];
    }

    /// <summary>Reads what stands inside something else; a mistake of thousands of brackets must not end the program.</summary>
    private IReadOnlyList<WordForm[][]> Nested(Func<IReadOnlyList<WordForm[][]>> read)
    {
        if (_depth == Deepest)
        {
            throw new FormatException($"found brackets or word groups inside each other, expected at most {Deepest}");
        }

        _depth++;
        try
        {
            return read();
        }
        finally
        {
            _depth--;
        }
    }

    /// <summary>row | row | … up to the closing sign; a row is words, groups and optional parts.</summary>
    private List<WordForm[][]> Rows(PatternCursor cursor, char close)
    {
        var all = new List<WordForm[][]>();
        List<WordForm[][]> row = [[]];
        while (!cursor.Take(close.ToString()))
        {
            if (cursor.Take("|"))
            {
                all.AddRange(row);
                row = [[]];
            }
            else if (cursor.Take("["))
            {
                row = Product(row, [[], .. Nested(() => Rows(cursor, ']'))]);
            }
            else
            {
                row = Product(row, Atom(cursor));
            }
        }

        all.AddRange(row);
        return all.Any(words => words.Length == 0)
            ? throw new FormatException("found an empty alternative, expected words between ( ) or [ ]")
            : Merged(all);
    }

    private static List<WordForm[][]> Product(IReadOnlyList<WordForm[][]> left, IReadOnlyList<WordForm[][]> right) =>
        left.Count * right.Count <= MostRows
            ? [.. left.SelectMany(_ => right, WordForm[][] (a, b) => [.. a, .. b])]
            : throw new FormatException($"more than {MostRows} ways to read it: split the pattern");

    /// <summary>Alternatives of one word each are one row with a set of words.</summary>
    private static List<WordForm[][]> Merged(List<WordForm[][]> alternatives)
    {
        WordForm[] single = [.. alternatives.Where(row => row.Length == 1).SelectMany(row => row[0]).Distinct()];
        var longer = alternatives.Where(row => row.Length != 1);
        return single.Length == 0 ? [.. longer] : [[single], .. longer];
    }

    /// <summary># is any number, #1-17 a number from 1 to 17.</summary>
    private static WordForm[] Numbers(PatternCursor cursor)
    {
        if (cursor.TakeNumber() is not { } from)
        {
            return [.. Enumerable.Range(0, 10).Select(digit => new WordForm(Digits(digit), true))];
        }

        var to = cursor.Take("-") ? cursor.TakeNumber() ?? from : from;
        return to < from || to - from > 200
            ? throw new FormatException($"found the numbers {from}-{to}, expected a rising range of at most 200")
            : [.. Enumerable.Range(from, to - from + 1).Select(n => new WordForm(Digits(n), false))];
    }

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static WordForm[][] WordsOf(string text)
    {
        if (text.Any(unit => Characters.Symbols[unit] == Characters.OtherLetter))
        {
            throw new FormatException($"found {text}, expected letters of the Latin alphabet: others are not told apart");
        }

        var stem = text.EndsWith('*');
        var words = PatternCursor.Split(stem ? text[..^1] : text);
        if (words.Exists(word => word.Length > LongestWord))
        {
            throw new FormatException($"found a word of more than {LongestWord} letters, expected words with spaces between them");
        }

        return words.Count == 0 || words.Any(word => word.Contains('*', StringComparison.Ordinal))
            ? throw new FormatException("found a part without letters or digits, or a * inside a word; * stands at the end of a stem")
            : [.. words.Select((word, i) => new[] { new WordForm(word, stem && i == words.Count - 1) })];
    }
}
