using System.Globalization;

namespace Credence.Incidents.Nibrs;

/// <summary>
/// A flat file as tables, one for each segment level and one for the lines that are no segment, and back. The column
/// "line" keeps their order. Nothing is lost, as long as no spreadsheet program saves the tables: it eats zeros in front.
/// </summary>
public static class NibrsCsv
{
    /// <summary>The table of lines that are no well-formed segment; their bytes stand in it as base64.</summary>
    public const string OtherLines = "other-lines";

    /// <summary>The column of the number of a line, from 1.</summary>
    public const string Line = "line";

    private static readonly (string Name, byte[] Bytes)[] Ends =
        [("LF", [(byte)'\n']), ("CRLF", [(byte)'\r', (byte)'\n']), ("CR", [(byte)'\r']), ("none", [])];

    /// <summary>The names of the tables, in order of level.</summary>
    public static IReadOnlyList<string> Tables(NibrsEdition edition) => [.. edition.Layouts.Select(layout => layout.Name), OtherLines];

    /// <summary>The headers of a table: line, end, and the values; of values that occur several times group.1.name.</summary>
    public static string[] Headers(NibrsEdition edition, string table) => edition.Layouts.FirstOrDefault(layout => layout.Name == table) is { } layout
        ? [Line, "end", .. Places(layout).Select(place => Header(place.Field, place.Row))]
        : [Line, "end", "base64"];

    /// <summary>The table that a line belongs in, and its cells.</summary>
    public static (string Table, string[] Cells) Row(NibrsLine line)
    {
        var (number, end) = (line.Number.ToString(CultureInfo.InvariantCulture), EndName(line.End.Span));
        if (!line.IsWellFormed || !NibrsWriter.GivesTheSame(line.Segment!)) return (OtherLines, [number, end, Convert.ToBase64String(line.Bytes.Span)]);
        var segment = line.Segment!;
        string[] cells = [number, end, .. Places(segment.Layout).Select(place => segment.Text(place.Field, place.Row))];
        return Array.Exists(cells, LooksGuarded) ? (OtherLines, [number, end, Convert.ToBase64String(line.Bytes.Span)]) : (segment.Layout.Name, cells);
    }

    /// <summary>The bytes of a line, its end included, from a row; or what is wrong with it.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="table">The table the row is from.</param>
    /// <param name="cell">The cell under a header; null or empty for none.</param>
    public static (byte[]? Bytes, SourceProblem? Problem) Read(NibrsEdition edition, string table, Func<string, string?> cell)
    {
        var end = Array.Find(Ends, known => known.Name == cell("end")).Bytes;
        if (end is null) return (null, new SourceProblem("no end of a line", "LF, CRLF, CR or none"));
        if (edition.Layouts.FirstOrDefault(layout => layout.Name == table) is not { } layout) return Raw(cell("base64"), end);
        if (!int.TryParse(cell("length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length) || !layout.Lengths.Contains(length))
            return (null, new SourceProblem($"no length of a segment {table}", $"one of {string.Join(", ", layout.Lengths.Select(known => known.ToString("0000", CultureInfo.InvariantCulture)))}"));
        var bytes = NibrsWriter.Write(layout, length, (field, row) => Unguarded(cell(Header(field, row))));
        if (bytes is null) return (null, new SourceProblem("a value that does not fit into its field", "values of at most the field's length"));
        var problems = new List<NibrsLineProblem>();
        NibrsLineForm.Read(edition, bytes, 0, problems);
        // Only well-formed lines are written into the table of a segment: another is a row that somebody damaged.
        return problems is [var first, ..]
            ? (null, new SourceProblem(string.Create(CultureInfo.InvariantCulture, $"{first.Found} at position {first.Column}"), first.Expected))
            : ([.. bytes, .. end], null);
    }

    private static (byte[]?, SourceProblem?) Raw(string? base64, byte[] end)
    {
        var bytes = new byte[(base64 ?? "").Length];
        return Convert.TryFromBase64String(base64 ?? "", bytes, out var count)
            ? ([.. bytes.AsSpan(0, count), .. end], null)
            : (null, new SourceProblem("no base64", "the bytes of the line as base64"));
    }

    private static IEnumerable<(NibrsField Field, int Row)> Places(NibrsLayout layout) =>
        layout.Single.Select(field => (field, 0)).Concat(
            from grouped in layout.Groups
            from row in Enumerable.Range(0, grouped.Times)
            from field in grouped.Fields
            select (field, row));

    private static string Header(NibrsField field, int row) => field.Group is { } group
        ? string.Create(CultureInfo.InvariantCulture, $"{group}.{row + 1}.{field.Name}")
        : field.Name;

    private static string EndName(ReadOnlySpan<byte> end)
    {
        foreach (var (name, bytes) in Ends)
            if (end.SequenceEqual(bytes)) return name;
        return "none";
    }

    // Cells that a spreadsheet would run are written with an apostrophe before them.
    private static string? Unguarded(string? cell) => cell is not null && LooksGuarded(cell) ? cell[1..] : cell;

    private static bool LooksGuarded(string cell) => cell is ['\'', '=' or '+' or '-' or '@', ..];
}
