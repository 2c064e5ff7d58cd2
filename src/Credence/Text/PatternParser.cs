using System.Globalization;

namespace Credence.Text;

/// <summary>Reads the pattern language of the packs; a mistake is a <see cref="FormatException"/> with one sentence.</summary>
internal sealed class PatternParser
{
    private const int DefaultGap = 5;
    private const int MostAlternatives = 4000;

    private readonly IReadOnlyDictionary<string, string> _groups;
    private readonly Dictionary<string, IReadOnlyList<IReadOnlyList<WordForm>>> _known = [];
    private readonly HashSet<string> _open = [];

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
    internal IReadOnlyList<IReadOnlyList<WordForm>> Group(string name)
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

        var cursor = new PatternCursor(text);
        var alternatives = Item(cursor);
        if (!cursor.AtEnd)
        {
            throw new FormatException($"the word group {{{name}}} is a list of alternatives with | between them; put phrases in ( )");
        }

        _open.Remove(name);
        return _known[name] = alternatives;
    }

    /// <summary>atom | atom | …</summary>
    private List<IReadOnlyList<WordForm>> Item(PatternCursor cursor)
    {
        var alternatives = new List<IReadOnlyList<WordForm>>(Atom(cursor));
        while (cursor.Take("|"))
        {
            alternatives.AddRange(Atom(cursor));
        }

        return Checked(alternatives);
    }

    private IReadOnlyList<IReadOnlyList<WordForm>> Atom(PatternCursor cursor)
    {
        if (cursor.Take("("))
        {
            return Rows(cursor, ')');
        }

        if (cursor.Take("{"))
        {
            return Group(cursor.TakeUntil('}').Trim());
        }

        return cursor.Take("#") ? Numbers(cursor) : [WordsOf(cursor.TakeWord())];
    }

    /// <summary>row | row | … up to the closing sign; a row is words, groups and optional parts.</summary>
    private List<IReadOnlyList<WordForm>> Rows(PatternCursor cursor, char close)
    {
        var all = new List<IReadOnlyList<WordForm>>();
        List<IReadOnlyList<WordForm>> row = [[]];
        while (!cursor.Take(close.ToString()))
        {
            if (cursor.Take("|"))
            {
                all.AddRange(row);
                row = [[]];
            }
            else if (cursor.Take("["))
            {
                row = Product(row, [[], .. Rows(cursor, ']')]);
            }
            else
            {
                row = Product(row, Atom(cursor));
            }
        }

        all.AddRange(row);
        return all.Any(words => words.Count == 0)
            ? throw new FormatException("found an empty alternative, expected words between ( ) or [ ]")
            : Checked(all);
    }

    private static List<IReadOnlyList<WordForm>> Product(
        List<IReadOnlyList<WordForm>> left, IReadOnlyList<IReadOnlyList<WordForm>> right) =>
        Checked([.. left.SelectMany(_ => right, IReadOnlyList<WordForm> (a, b) => [.. a, .. b])]);

    private static List<IReadOnlyList<WordForm>> Checked(List<IReadOnlyList<WordForm>> alternatives) =>
        alternatives.Count <= MostAlternatives
            ? alternatives
            : throw new FormatException($"more than {MostAlternatives} alternatives: split the pattern");

    /// <summary># is any number, #1-17 a number from 1 to 17.</summary>
    private static List<IReadOnlyList<WordForm>> Numbers(PatternCursor cursor)
    {
        if (cursor.TakeNumber() is not { } from)
        {
            return [.. Enumerable.Range(0, 10).Select(IReadOnlyList<WordForm> (digit) => [new WordForm(Digits(digit), true)])];
        }

        var to = cursor.Take("-") ? cursor.TakeNumber() ?? from : from;
        return to < from || to - from > 200
            ? throw new FormatException($"found the numbers {from}-{to}, expected a rising range of at most 200")
            : [.. Enumerable.Range(from, to - from + 1).Select(IReadOnlyList<WordForm> (n) => [new WordForm(Digits(n), false)])];
    }

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static IReadOnlyList<WordForm> WordsOf(string text)
    {
        var stem = text.EndsWith('*');
        var words = PatternCursor.Split(stem ? text[..^1] : text);
        return words.Count == 0 || words.Any(word => word.Contains('*', StringComparison.Ordinal))
            ? throw new FormatException("found a part without letters or digits, or a * inside a word; * stands at the end of a stem")
            : [.. words.Select((word, i) => new WordForm(word, stem && i == words.Count - 1))];
    }
}
