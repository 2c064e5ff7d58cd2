namespace Credence.Incidents.Nibrs;

/// <summary>Cuts a condition into words: names, codes, and the signs ( ) , = != &lt; &lt;= &gt; &gt;=.</summary>
internal sealed class NibrsWords
{
    // Each "or" is one call more inside the others when the condition is asked.
    private const int Most = 1000;

    private readonly List<string> _words = [];
    private int _next;

    public NibrsWords(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i])) i++;
            else _words.Add(Take(text, ref i));
            if (_words.Count > Most) throw new FormatException($"found a condition of more than {Most} words, expected a shorter one");
        }
    }

    public string? Peek => _next < _words.Count ? _words[_next] : null;

    public string Take() => _next < _words.Count ? _words[_next++] : throw new FormatException("found the end, expected more");

    public bool TakeIf(string word)
    {
        if (Peek != word) return false;
        _next++;
        return true;
    }

    public void Expect(string word)
    {
        if (!TakeIf(word)) throw new FormatException($"found {Peek ?? "the end"}, expected {word}");
    }

    private static string Take(string text, ref int i)
    {
        var start = i;
        if (IsLetter(text[i]))
        {
            while (i < text.Length && IsLetter(text[i])) i++;
        }
        else
        {
            i++;
            if (text[start] is '!' or '<' or '>' && i < text.Length && text[i] == '=') i++;
        }

        return text[start..i];
    }

    private static bool IsLetter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '@';
}
