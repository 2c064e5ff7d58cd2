using System.Text;

namespace Credence.Directories;

/// <summary>
/// Cuts a text into its objects by their braces, without reading what is in them. Where each line is an object, an object that is not
/// closed ends with its line.
/// </summary>
internal sealed class JsonPieces(TextReader text)
{
    /// <summary>Characters that one object may have.</summary>
    internal const int Longest = 1 << 24;

    private readonly StringBuilder _piece = new();
    private readonly char[] _ahead = new char[1 << 14];
    private int _at;
    private int _end;
    private long _line = 1;
    private bool _byLine;

    internal IEnumerable<JsonPiece> Read()
    {
        for (var next = Next(); next >= 0; next = Next())
        {
            if (next == '\n') _line++;
            else if (next == '{') yield return Object();
            else if (!IsBetween((char)next)) yield return new JsonPiece(_line, "", Passed());
        }
    }

    private static bool IsBetween(char sign) => char.IsWhiteSpace(sign) || sign is ',' or '[' or ']' or '\uFEFF' or '\u001E';

    // What stands between objects and is none: passed over to the end of its line or the next object.
    private string Passed()
    {
        while (Peek() is >= 0 and not '\n' and not '{') _at++;
        return "text between objects";
    }

    private JsonPiece Object()
    {
        var (line, depth, quoted, escaped) = (_line, 1, false, false);
        _piece.Clear().Append('{');
        while (depth > 0)
        {
            var next = Next();
            if (next < 0) return Damaged(line, "an object that is not closed");
            if (_byLine && next == '\n')
            {
                _line++;
                return Damaged(line, "an object that is not closed in its line");
            }

            if (next == '\n') _line++;
            if (_piece.Length < Longest) _piece.Append((char)next);
            if (escaped) escaped = false;
            else if (quoted) (quoted, escaped) = (next != '"', next == '\\');
            else if (next == '"') quoted = true;
            else if (next is '{' or '[') depth++;
            else if (next is '}' or ']') depth--;
        }

        // One object in one line, and then another line: it is NDJSON.
        if (line == _line && Peek() is '\n' or '\r') _byLine |= line == 1;
        return _piece.Length < Longest ? new JsonPiece(line, _piece.ToString(), null) : Damaged(line, $"an object of more than {Longest} characters");
    }

    private int Next()
    {
        var next = Peek();
        if (next >= 0) _at++;
        return next;
    }

    // A reader of characters need not have a Peek of its own.
    private int Peek()
    {
        if (_at == _end) (_at, _end) = (0, text.Read(_ahead));
        return _at < _end ? _ahead[_at] : -1;
    }

    private JsonPiece Damaged(long line, string found)
    {
        _piece.Clear();
        if (_piece.Capacity > 1 << 20) _piece.Capacity = 1 << 16;
        return new JsonPiece(line, "", found);
    }
}
