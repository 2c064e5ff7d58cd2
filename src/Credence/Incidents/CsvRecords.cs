using System.Text;
using Sylvan.Data.Csv;

namespace Credence.Incidents;

/// <summary>
/// The records of a delimited text, by Sylvan's strict reader. Where that refuses a record, the lines up to the next
/// that looks like a row are read leniently and the strict reader starts again there, so that one broken quote costs one
/// row.
/// </summary>
internal sealed class CsvRecords : IDisposable
{
    /// <summary>Characters a record may have. A longer one is read line by line.</summary>
    public const int LongestRecord = 1 << 22;

    private const int LinesAhead = 256;
    private const int CharactersAhead = 1 << 16;
    private const int LongestNumber = 64;

    private readonly SourceText _text;
    private readonly char[] _buffer = new char[1 << 14];
    private CsvDataReader? _strict;
    private List<string>? _lenient;
    private long _next;
    private int _expected;
    private int _number;

    public CsvRecords(SourceText text, char delimiter, long start)
    {
        _text = text;
        Delimiter = delimiter;
        _next = start;
    }

    /// <summary>The sign between fields.</summary>
    public char Delimiter { get; }

    /// <summary>Fields of the current record.</summary>
    public int FieldCount => _lenient?.Count ?? _strict!.RowFieldCount;

    /// <summary>Where the current record ends in the text.</summary>
    public long End => _next;

    /// <summary>What was found in the current record that is no CSV, or null.</summary>
    public string? Damage { get; private set; }

    /// <summary>Says what a row looks like: how many fields, and which of them is an incident number.</summary>
    public void Expect(int fields, int number) => (_expected, _number) = (fields, number);

    /// <summary>True if a cell can be an incident number: short, with a digit or without a space in it.</summary>
    public static bool IsNumber(ReadOnlySpan<char> cell) =>
        cell.Length is > 0 and <= LongestNumber
        && cell.IndexOfAny('\r', '\n') < 0
        && (cell.Count(' ') == 0 || (cell.Count(' ') < 4 && cell.IndexOfAnyInRange('0', '9') >= 0));

    /// <summary>A field of the current record, quotes off; gone at the next read.</summary>
    public ReadOnlySpan<char> Field(int ordinal) =>
        ordinal >= FieldCount ? default : _lenient is null ? _strict!.GetFieldSpan(ordinal) : _lenient[ordinal];

    /// <summary>Goes to the next record that is no empty line.</summary>
    public bool Read()
    {
        do
        {
            if (!ReadAny()) return false;
        }
        while (FieldCount == 1 && Damage is null && Field(0).IsEmpty);
        return true;
    }

    public void Dispose()
    {
        _strict?.Dispose();
        _text.Dispose();
    }

    private bool ReadAny()
    {
        (Damage, _lenient) = (null, null);
        _text.Release(_next);
        try
        {
            _strict ??= CsvDataReader.Create(_text, _buffer, Options(CsvStyle.Standard));
            if (!_strict.Read()) return false;
            _next += _strict.GetRawRecordSpan().Length;
            return true;
        }
        catch (CsvFormatException refusal)
        {
            return ReadBroken(refusal is CsvRecordTooLargeException);
        }
    }

    private bool ReadBroken(bool tooLarge)
    {
        _strict = null;
        _text.Rewind(_next);
        var broken = _text.TakeLine(LongestRecord, out var length).ToString();
        if (length == 0) return false;
        var following = Following();
        _text.Rewind(_next + length + following.Length);
        _next += length + following.Length;
        Damage = tooLarge || length > LongestRecord
            ? $"a row of more than {LongestRecord} characters, or a quote that is never closed"
            : "a quotation mark inside a quoted field, or a quote that is never closed";
        _lenient = ReadLeniently(broken + following);
        return true;
    }

    // The lines that still belong to a broken record: up to one from which the strict reader gets a row as expected.
    private string Following()
    {
        var following = new StringBuilder();
        for (var line = 0; line < LinesAhead && following.Length < LongestRecord; line++)
        {
            var ahead = _text.Peek(CharactersAhead);
            if (ahead.IsEmpty || LooksLikeRow(ahead)) return following.ToString();
            if (ahead.Length == CharactersAhead && ahead.IndexOfAny('\r', '\n') < 0) break;
            following.Append(_text.TakeLine(CharactersAhead, out _));
        }

        return "";
    }

    private bool LooksLikeRow(ReadOnlySpan<char> ahead)
    {
        if (_expected == 0) return true;
        try
        {
            using var row = CsvDataReader.Create(new StringReader(ahead.ToString()), Options(CsvStyle.Standard));
            return row.Read() && row.RowFieldCount >= _expected && Begins(row.GetFieldSpan(_number), row.RowFieldCount > _expected);
        }
        catch (CsvFormatException)
        {
            return LooksLikeBrokenRow(ahead[..Math.Max(0, ahead.IndexOfAny('\r', '\n'))]);
        }
    }

    // Where a program does not double its quotes, row after row is broken: each must end the one before.
    private bool LooksLikeBrokenRow(ReadOnlySpan<char> line)
    {
        var row = ReadLeniently(line.ToString());
        return row.Count >= _expected && Begins(row[_number], row.Count > _expected);
    }

    // A sentence with commas is no row: the number must have a digit, and be one word where the fields are too many.
    private static bool Begins(ReadOnlySpan<char> number, bool ragged) =>
        IsNumber(number) && number.IndexOfAnyInRange('0', '9') >= 0 && !(ragged && number.Contains(' '));

    // What the lenient reader takes for further records is the rest of the field in which the first one ended.
    private List<string> ReadLeniently(string text)
    {
        var readable = text.AsSpan(0, Math.Min(text.Length, LongestRecord)).TrimEnd("\r\n").ToString();
        using var reader = CsvDataReader.Create(new StringReader(readable), Options(CsvStyle.Lax));
        var fields = new List<string>();
        while (reader.Read())
        {
            for (var i = 0; i < reader.RowFieldCount; i++)
            {
                if (i == 0 && fields.Count > 0) fields[^1] += "\n" + reader.GetString(i);
                else fields.Add(reader.GetString(i));
            }
        }

        return fields;
    }

    // No sign begins a comment: a row that starts with # is a row. The header is a record like the others.
    private CsvDataReaderOptions Options(CsvStyle style) => new()
    {
        HasHeaders = false,
        Delimiter = Delimiter,
        CsvStyle = style,
        Comment = '\uFFFF',
        BufferSize = _buffer.Length,
        MaxBufferSize = LongestRecord + 4,
        OwnsReader = false,
    };
}
