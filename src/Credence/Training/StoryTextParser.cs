using System.Buffers;

namespace Credence.Training;

/// <summary>Reads one text of a story from left to right.</summary>
internal sealed class StoryTextParser(string text)
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("()[]{}|");

    private const int Deepest = 20;

    private int _at;
    private int _depth;

    public StoryText Parse()
    {
        var all = Row("");
        return _at == text.Length ? all : throw Problem($"found {text[_at]} that nothing opened", "brackets in pairs");
    }

    // Ends before the first of these that is not inside brackets of its own, or at the end of the text.
    private StoryText.Row Row(string ends)
    {
        var parts = new List<StoryText>();
        while (_at < text.Length && !IsEnd(text[_at], ends))
        {
            parts.Add(text[_at] switch
            {
                '(' => Choice(')', mayBeEmpty: false),
                '[' => Choice(']', mayBeEmpty: true),
                '{' => Slot(),
                _ => Plain(),
            });
        }

        return new StoryText.Row(parts);
    }

    private static bool IsEnd(char c, string ends) => ends.Contains(c, StringComparison.Ordinal) || (ends.Length == 0 && c is ')' or ']' or '}');

    private StoryText.Choice Choice(char close, bool mayBeEmpty)
    {
        var choices = new List<StoryText>();
        var open = text[_at];
        // A mistake of thousands of brackets must not end the program.
        if (_depth++ == Deepest) throw Problem("found brackets inside each other", $"at most {Deepest}");
        do
        {
            _at++;
            choices.Add(Row($"|{close}"));
        }
        while (_at < text.Length && text[_at] == '|');

        if (_at == text.Length) throw Problem($"found {open} without its {close}", "brackets in pairs");
        _at++;
        _depth--;
        if (mayBeEmpty) choices.AddRange(Enumerable.Repeat(new StoryText.Plain(""), choices.Count));
        return new StoryText.Choice(choices);
    }

    private StoryText.Slot Slot()
    {
        var close = text.IndexOf('}', _at);
        if (close < 0) throw Problem("found { without its }", "brackets in pairs");
        var slot = text[(_at + 1)..close];
        _at = close + 1;
        return new StoryText.Slot(StorySlot.Parse(slot)
            ?? throw Problem($"found {{{slot}}}", "{name}, {name#1}, {person.word}, {2-9}, {100-500 by 20} or {2-3 of name}"));
    }

    private StoryText.Plain Plain()
    {
        var end = text.AsSpan(_at).IndexOfAny(Signs);
        var letters = end < 0 ? text[_at..] : text.Substring(_at, end);
        if (letters.Length == 0) letters = text.Substring(_at, 1);
        _at += letters.Length;
        return new StoryText.Plain(letters);
    }

    private static FormatException Problem(string found, string expected) => new($"{found}, expected {expected}");
}
