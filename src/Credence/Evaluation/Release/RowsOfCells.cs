using System.Globalization;
using Sylvan.Data.Csv;

namespace Credence.Evaluation.Release;

/// <summary>The rows of a table's file, until all categories are known.</summary>
internal sealed class RowsOfCells(List<string> header, int count, string total)
{
    private readonly int[] _variables = [.. Enumerable.Range(0, header.Count).Where(column => column != count)];
    private readonly List<(string?[] Categories, string Cell, int Row)> _rows = [];

    public TableReading Read(CsvDataReader csv, IReadOnlyList<SpanningVariable>? like)
    {
        for (var row = 2; csv.Read(); row++)
        {
            if (csv.RowFieldCount != csv.FieldCount) { return new UnreadableTable($"row {row}: found {csv.RowFieldCount} cells, expected {csv.FieldCount}"); }

            string?[] categories = [.. _variables.Select(column => TableReader.Plain(csv.GetString(column))).Select(category => category == total ? null : category)];
            _rows.Add((categories, csv.GetString(count).Trim(), row));
        }

        return Variables(like) switch
        {
            { } variables when FrequencyTable.CellsOf(variables) > FrequencyTable.MostCells => new UnreadableTable($"found more than {FrequencyTable.MostCells} cells, expected fewer categories"),
            { } variables => variables.Any(variable => variable.Categories.Count == 0) ? new UnreadableTable($"found {(_rows.Count == 0 ? "headers" : "totals")} alone, expected a row for each cell") : Table(variables),
            null => new UnreadableTable("found other variables or categories than in the tables to publish, expected the same ones"),
        };
    }

    // In the order of the file, or as in another table, where no further category may appear.
    private IReadOnlyList<SpanningVariable>? Variables(IReadOnlyList<SpanningVariable>? like)
    {
        var own = _variables.Select((column, v) => new SpanningVariable(
            header[column], [.. _rows.Select(row => row.Categories[v]).OfType<string>().Distinct(StringComparer.Ordinal)])).ToList();
        if (like is null) { return own; }

        var named = own.Select(variable => like.FirstOrDefault(known => known.Name == variable.Name)).ToList();
        return own.Zip(named).All(pair => pair.Second is { } known && pair.First.Categories.All(category => known.PlaceOf(category) is not null)) ? [.. named.Select(known => known!)] : null;
    }

    private TableReading Table(IReadOnlyList<SpanningVariable> variables)
    {
        var cells = (int)FrequencyTable.CellsOf(variables);
        var (counts, impossible, rows) = (new long?[cells], new bool[cells], new int[cells]);
        var shape = FrequencyTable.Finished(variables, counts, impossible);
        foreach (var (categories, written, row) in _rows)
        {
            var cell = shape.CellOf([.. categories.Select((category, v) => category is null ? variables[v].Total : variables[v].PlaceOf(category)!.Value)]);
            if (rows[cell] > 0) { return new UnreadableTable($"rows {rows[cell]} and {row}: found the same cell twice, expected each once"); }

            rows[cell] = row;
            impossible[cell] = written.Equals(TableReader.Impossible, StringComparison.OrdinalIgnoreCase);
            if (impossible[cell]) { counts[cell] = 0; }
            else if (!TableReader.IsWithheld(written))
            {
                if (!long.TryParse(written, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var people) || people > int.MaxValue)
                {
                    return new UnreadableTable($"row {row}, column {header[count]}: found {CellWords.Kind(written)}, expected a whole number of people, {TableReader.Withheld} or {TableReader.Impossible}");
                }

                counts[cell] = people;
            }
        }

        return Filled(shape, counts, impossible, rows);
    }

    // Cells without a row have nobody in them; totals without a row are added up where their parts are known.
    private static TableReading Filled(FrequencyTable shape, long?[] counts, bool[] impossible, int[] rows)
    {
        for (var totals = 0; totals <= shape.Variables.Count; totals++)
        {
            for (var cell = 0; cell < counts.Length; cell++)
            {
                if (shape.TotalsIn(cell) != totals) { continue; }

                if (totals == 0 && rows[cell] == 0) { counts[cell] = 0; }
                else if (totals > 0 && Sum(shape, counts, cell) is { } sum)
                {
                    if (rows[cell] > 0 && counts[cell] is { } written && written != sum)
                    {
                        return new UnreadableTable($"row {rows[cell]}: found a total that is not the sum of its cells, expected a table that adds up");
                    }

                    counts[cell] ??= rows[cell] == 0 ? sum : null;
                    impossible[cell] |= shape.LineUnder(cell).All(part => impossible[part]);
                }
                else if (totals > 0 && rows[cell] == 0) { return new UnreadableTable("found withheld cells and a total without a row, expected every total of a finished table"); }
            }
        }

        return new ReadTable(FrequencyTable.Finished(shape.Variables, counts, impossible));
    }

    private static long? Sum(FrequencyTable shape, long?[] counts, int total)
    {
        var line = shape.LineUnder(total);
        return line.All(part => counts[part] is not null) ? line.Sum(part => counts[part]!.Value) : null;
    }
}
