using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Credence.Incidents;

/// <summary>Incidents from newline-delimited JSON: one object a line, its names read like the headers of a table.</summary>
/// <remarks>A line that is no JSON object comes back as a row with a problem; empty lines are no rows.</remarks>
public sealed class IncidentNdjson : IEnumerable<IncidentRow>, IDisposable
{
    private const int LongestLine = CsvRecords.LongestRecord;
    private const int AheadForNames = 1 << 18;

    private readonly SourceText _text;
    private readonly IncidentBuilder _builder;
    private readonly (IncidentColumn Column, byte[] Name)[] _names;
    private byte[] _bytes = new byte[1 << 14];
    private char[] _chars = new char[1 << 14];
    private long _position;
    private long _row;

    private IncidentNdjson(SourceText text, IncidentColumns columns)
    {
        (_text, Columns) = (text, columns);
        _builder = new IncidentBuilder(columns);
        _names = [.. columns.Used.Select(used => (used.Column, Encoding.UTF8.GetBytes(columns.Headers[used.Ordinal])))];
    }

    /// <summary>The names in use.</summary>
    public IncidentColumns Columns { get; }

    /// <summary>Incidents of a text whose names can be guessed. Throws <see cref="FormatException"/> if they cannot.</summary>
    public static IncidentNdjson Read(TextReader text, ColumnMap? map = null) =>
        TryOpen(text, map ?? ColumnMap.Empty, out var incidents, out var problem)
            ? incidents
            : throw new FormatException($"The text cannot be read: {problem}");

    /// <summary>Looks at the names of the first lines; refuses if none of them is a number or a narrative.</summary>
    public static bool TryOpen(
        TextReader text,
        ColumnMap map,
        [NotNullWhen(true)] out IncidentNdjson? incidents,
        [NotNullWhen(false)] out SourceProblem? problem)
    {
        var source = text as SourceText ?? new SourceText(text);
        incidents = null;
        problem = new SourceProblem("no JSON object in the first lines", "one JSON object a line");
        var names = NdjsonNames.In(source.Peek(AheadForNames));
        if (names.Count == 0 || !IncidentColumns.TryFind(names, map, out var columns, out problem)) return false;
        incidents = new IncidentNdjson(source, columns);
        return true;
    }

    /// <summary>Reads the next row.</summary>
    public bool TryRead(out IncidentRow row)
    {
        row = default;
        ReadOnlySpan<char> line;
        long length;
        do
        {
            _text.Release(_position);
            line = _text.TakeLine(LongestLine, out length);
            _position += length;
            if (length == 0) return false;
        }
        while (line.IsWhiteSpace());
        _builder.Begin(++_row);
        if (length > LongestLine) _builder.ReportDamage("", $"a line of {length} characters", $"at most {LongestLine}");
        else ReadObject(line);
        if (_text.TakeMendedBefore(_position) is var mended and > 0)
            _builder.Report("", $"{mended} bytes that are not UTF-8", "UTF-8; these bytes are read as Windows-1252");
        row = _builder.End();
        return true;
    }

    /// <summary>The rows from here on.</summary>
    public IEnumerator<IncidentRow> GetEnumerator()
    {
        while (TryRead(out var row)) yield return row;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Closes the text.</summary>
    public void Dispose() => _text.Dispose();

    private void ReadObject(ReadOnlySpan<char> line)
    {
        if (_bytes.Length < 3 * line.Length) _bytes = new byte[3 * line.Length];
        if (_chars.Length < line.Length) _chars = new char[line.Length];
        var reader = new Utf8JsonReader(_bytes.AsSpan(0, Encoding.UTF8.GetBytes(line, _bytes)));
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject) ReportNoObject(reader.TokenStartIndex);
            else ReadProperties(ref reader);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The message may quote the text: only the place is said.
            ReportNoObject(reader.TokenStartIndex);
        }
    }

    private void ReadProperties(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var used = Find(ref reader);
            reader.Read();
            if (used is { } column) ReadValue(ref reader, column);
            else reader.Skip();
        }

        if (reader.Read()) ReportNoObject(reader.TokenStartIndex);
    }

    private IncidentColumn? Find(ref Utf8JsonReader reader)
    {
        foreach (var (column, name) in _names)
            if (reader.ValueTextEquals(name)) return column;
        return null;
    }

    private void ReadValue(ref Utf8JsonReader reader, IncidentColumn column)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                _builder.Set(column, _chars.AsSpan(0, reader.CopyString(_chars)));
                break;
            case JsonTokenType.Number:
                _builder.Set(column, _chars.AsSpan(0, Encoding.UTF8.GetChars(reader.ValueSpan, _chars)));
                break;
            case JsonTokenType.StartArray when column is IncidentColumn.Offense:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) ReadValue(ref reader, column);
                break;
            case JsonTokenType.Null:
                break;
            default:
                _builder.ReportDamage(_builder.HeaderOf(column), $"a JSON {KindOf(reader.TokenType)}", "text or a number");
                reader.Skip();
                break;
        }
    }

    private void ReportNoObject(long place) =>
        _builder.ReportDamage("", $"no JSON object (at byte {place} of the line)", "one JSON object a line");

    private static string KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartArray => "list",
        JsonTokenType.StartObject => "object",
        _ => "true or false",
    };
}
