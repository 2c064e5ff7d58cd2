using Sylvan.Data.Csv;

namespace Credence.Incidents;

/// <summary>
/// The records of a delimited text, by Sylvan's strict reader. Where that refuses a record, its first line is read
/// leniently and the strict reader starts again at the next line, so that one broken quote costs one row.
/// </summary>
internal sealed class CsvRecords : IDisposable
{
    /// <summary>Characters a record may have. A longer one is read line by line.</summary>
    public const int LongestRecord = 1 << 22;

    private readonly SourceText _text;
    private readonly char[] _buffer = new char[1 << 14];
    private CsvDataReader? _strict;
    private CsvDataReader? _record;
    private long _next;

    public CsvRecords(SourceText text, char delimiter, long start)
    {
        _text = text;
        Delimiter = delimiter;
        _next = start;
    }

    /// <summary>The sign between fields.</summary>
    public char Delimiter { get; }

    /// <summary>Fields of the current record.</summary>
    public int FieldCount => _record!.RowFieldCount;

    /// <summary>Where the current record ends in the text.</summary>
    public long End => _next;

    /// <summary>What was found in the current record that is no CSV, or null.</summary>
    public string? Damage { get; private set; }

    /// <summary>A field of the current record, quotes off; gone at the next read.</summary>
    public ReadOnlySpan<char> Field(int ordinal) => ordinal < FieldCount ? _record!.GetFieldSpan(ordinal) : default;

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
        Damage = null;
        _text.Release(_next);
        try
        {
            _record = _strict ??= CsvDataReader.Create(_text, _buffer, Options(CsvStyle.Standard));
            if (!_strict.Read()) return false;
            _next += _strict.GetRawRecordSpan().Length;
            return true;
        }
        catch (CsvFormatException refusal)
        {
            return ReadLine(refusal is CsvRecordTooLargeException);
        }
    }

    private bool ReadLine(bool tooLarge)
    {
        _strict = null;
        _text.Rewind(_next);
        var line = _text.TakeLine(LongestRecord, out var length);
        if (length == 0) return false;
        _next += length;
        Damage = length > LongestRecord || tooLarge
            ? $"a row of more than {LongestRecord} characters, or a quote that is never closed"
            : "a quotation mark inside a quoted field, or a quote that is never closed";
        _record = CsvDataReader.Create(new StringReader(line.ToString()), Options(CsvStyle.Lax));
        return _record.Read();
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
