using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Credence.Incidents;

/// <summary>Incidents from delimited text with a row of headers: comma, semicolon, tab or bar, quotes as in RFC 4180.</summary>
/// <remarks>
/// Reads in constant memory. Every row that is not an empty line comes back as one <see cref="IncidentRow"/>, whatever
/// is wrong with it. A row with too many fields is taken to have unquoted delimiters in its narrative.
/// </remarks>
public sealed class IncidentCsv : IEnumerable<IncidentRow>, IDisposable
{
    // As a spreadsheet numbers it.
    private const long HeaderRow = 1;

    private readonly SourceText _text;
    private readonly CsvRecords _records;
    private readonly IncidentBuilder _builder;
    private readonly RowProblem[] _headerProblems;
    private readonly int _narrative;
    private long _row = HeaderRow;

    private IncidentCsv(SourceText text, CsvRecords records, IncidentColumns columns, RowProblem[] headerProblems)
    {
        (_text, _records, Columns, _headerProblems) = (text, records, columns, headerProblems);
        _builder = new IncidentBuilder(columns);
        records.Expect(columns.Headers.Count, columns.Used.First(used => used.Column == IncidentColumn.Id).Ordinal);
        _narrative = columns.Used.First(used => used.Column == IncidentColumn.Narrative).Ordinal;
    }

    /// <summary>The columns in use.</summary>
    public IncidentColumns Columns { get; }

    /// <summary>What is wrong with the headers; nothing, as a rule.</summary>
    public IReadOnlyList<RowProblem> HeaderProblems => _headerProblems;

    /// <summary>Incidents of a text whose columns can be guessed. Throws <see cref="FormatException"/> if they cannot.</summary>
    public static IncidentCsv Read(TextReader text, ColumnMap? map = null) =>
        TryOpen(text, map ?? ColumnMap.Empty, out var incidents, out var problem)
            ? incidents
            : throw new FormatException($"The text cannot be read: {problem}");

    /// <summary>Reads the headers; refuses if the text is empty or has no column of numbers or narratives.</summary>
    public static bool TryOpen(
        TextReader text,
        ColumnMap map,
        [NotNullWhen(true)] out IncidentCsv? incidents,
        [NotNullWhen(false)] out SourceProblem? problem)
    {
        incidents = null;
        var source = text as SourceText ?? new SourceText(text);
        var records = new CsvRecords(source, PassToHeader(source, out var start), start);
        if (!records.Read())
        {
            problem = new SourceProblem("an empty file", "a row of headers and rows of incidents");
            return false;
        }

        var headers = Enumerable.Range(0, records.FieldCount).Select(i => records.Field(i).ToString()).ToArray();
        if (!IncidentColumns.TryFind(headers, map, out var columns, out problem)) return false;
        incidents = new IncidentCsv(source, records, columns, [.. ProblemsOf(columns, records.Damage)]);
        return true;
    }

    /// <summary>Reads the next row.</summary>
    public bool TryRead(out IncidentRow row)
    {
        row = default;
        if (!_records.Read()) return false;
        _builder.Begin(++_row);
        var extra = ExtraFields();
        foreach (var (column, ordinal) in Columns.Used)
        {
            if (ordinal == _narrative && extra > 0) _builder.Set(column, Joined(ordinal, extra));
            else _builder.Set(column, _records.Field(ordinal > _narrative ? ordinal + extra : ordinal));
        }

        Report(extra);
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
    public void Dispose() => _records.Dispose();

    private static char PassToHeader(SourceText text, out long start)
    {
        start = 0;
        while (text.Peek(1 << 14) is ['\r' or '\n', ..]) start += LineLength(text);
        var ahead = text.Peek(1 << 14);
        var end = ahead.IndexOfAny('\r', '\n');
        var line = end < 0 ? ahead : ahead[..end];
        if (Delimiter.Named(line) is not { } named) return Delimiter.Guess(line);
        start += LineLength(text);
        return named;
    }

    private static long LineLength(SourceText text)
    {
        text.TakeLine(1 << 14, out var length);
        return length;
    }

    private static IEnumerable<RowProblem> ProblemsOf(IncidentColumns columns, string? damage)
    {
        if (damage is not null)
            yield return new RowProblem(HeaderRow, "", damage, "a row of headers; its first line is read");
        foreach (var header in columns.Repeated)
            yield return new RowProblem(HeaderRow, header, "the same header more than once", "each header once; the first is read");
    }

    // Empty fields behind the last are only trailing delimiters.
    private int ExtraFields()
    {
        var extra = _records.FieldCount - Columns.Headers.Count;
        for (; extra > 0 && _records.Field(Columns.Headers.Count + extra - 1).IsEmpty; extra--) { }
        return Math.Max(0, extra);
    }

    private string Joined(int ordinal, int extra)
    {
        var parts = new string[extra + 1];
        for (var i = 0; i <= extra; i++) parts[i] = _records.Field(ordinal + i).ToString();
        return string.Join(_records.Delimiter, parts);
    }

    private void Report(int extra)
    {
        var (fields, expected) = (_records.FieldCount, Columns.Headers.Count);
        if (_records.Damage is { } damage)
            _builder.ReportDamage("", damage, "quotes as in RFC 4180; the row is read up to where the next one seems to begin");
        else if (extra > 0)
            _builder.ReportDamage("", Fields(expected + extra), $"{Fields(expected)}; the extra are read as narrative");
        else if (fields < expected)
            _builder.ReportDamage("", Fields(fields), $"{Fields(expected)}; the missing are read as empty");
        if (_text.TakeMendedBefore(_records.End) is var mended and > 0)
            _builder.Report("", $"{mended} bytes that are not UTF-8", "UTF-8; these bytes are read as Windows-1252");
    }

    private static string Fields(int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} field{(count == 1 ? "" : "s")}");
}
