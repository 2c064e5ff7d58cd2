using System.Globalization;

namespace Credence.Evaluation.HiddenPopulation;

/// <summary>Reads a capture table: one column a list, 1 or 0, and a column of counts; one row a set of lists.</summary>
public static class CaptureTableReader
{
    private const int MostPeople = int.MaxValue / 4;

    private static readonly string[] CountNames = ["n", "count", "freq", "frequency", "number", "people"];

    /// <summary>The table, or what is wrong with it in one sentence.</summary>
    public static CaptureReading Read(TextReader text)
    {
        if (text.ReadLine() is not { } header || CsvTable.TryOpen(header, text) is not { } csv)
        {
            return new UnreadableCaptures("line 1: found no columns, expected one for every list and one of counts, such as A,B,C,n");
        }

        var count = CountNames.Select(csv.Column).FirstOrDefault(column => column is not null);
        int[] columns = [.. Enumerable.Range(0, csv.Names.Count).Where(column => column != count)];
        return Lists(csv, count, columns) is { } wrong ? new UnreadableCaptures(wrong) : Counts(csv, count!.Value, columns);
    }

    private static string? Lists(CsvTable csv, int? count, int[] columns)
    {
        var names = columns.Select(column => csv.Names[column]).ToList();
        return (count, names.Count) switch
        {
            (null, _) => $"line 1: found no column of counts, expected one called {string.Join(", ", CountNames[..^1])} or {CountNames[^1]}",
            (_, 0) => "line 1: found no list, expected at least two; nothing can be said of people on no list from counts alone",
            (_, 1) => "line 1: found one list, expected at least two; one list alone says nothing of who is on none",
            (_, > CaptureTable.MostLists) => $"line 1: found {names.Count} lists, expected at most {CaptureTable.MostLists}; join lists that are alike",
            _ when names.Exists(string.IsNullOrWhiteSpace) => "line 1: found a column without a name, expected a name for every list",
            _ when names.Distinct(StringComparer.Ordinal).Count() < names.Count => "line 1: found two lists of one name, expected a name for each",
            _ => null,
        };
    }

    private static CaptureReading Counts(CsvTable csv, int count, int[] columns)
    {
        var counts = new int[1 << columns.Length];
        var rows = new long[counts.Length];
        var all = 0L;
        var problems = new List<GoldProblem>();
        foreach (var row in csv.Rows(problems))
        {
            var cell = 0;
            for (var list = 0; list < columns.Length; list++)
            {
                if (row[columns[list]] is not ("0" or "1"))
                {
                    return Wrong(row, csv.Names[columns[list]], "found something else, expected 1 (on the list) or 0 (not on it)");
                }

                cell |= row[columns[list]] == "1" ? 1 << list : 0;
            }

            if (!int.TryParse(row[count], NumberStyles.None, CultureInfo.InvariantCulture, out var people) || people > MostPeople)
            {
                return Wrong(row, csv.Names[count], $"found {CellWords.Kind(row[count])}, expected a whole number of people from 0 to {MostPeople}");
            }

            if (cell == 0 && people > 0)
            {
                return Wrong(row, csv.Names[count], "found people on no list, expected none: their number is what is to be estimated");
            }

            if (rows[cell] > 0)
            {
                return new UnreadableCaptures(
                    $"rows {rows[cell]} and {row.Line}: found the same set of lists twice, expected one row for each; add the numbers up if both are meant");
            }

            rows[cell] = row.Line;
            all += people;
            if (all > MostPeople) { return Wrong(row, csv.Names[count], $"found more people up to this row than can be, expected at most {MostPeople} in all"); }

            counts[cell] = people;
        }

        return problems.Count > 0
            ? new UnreadableCaptures($"line {problems[0].Line}: {problems[0].Message}")
            : Checked(new CaptureTable([.. columns.Select(column => csv.Names[column])], counts));
    }

    private static UnreadableCaptures Wrong(CsvTable.Row row, string column, string what) => new($"row {row.Line}, column {column}: {what}");

    // What the numbers themselves make impossible.
    private static CaptureReading Checked(CaptureTable table)
    {
        if (table.Observed == 0) { return new UnreadableCaptures("found nobody on any list, expected people"); }

        var empty = Enumerable.Range(0, table.Lists.Count).Where(list => table.On(1 << list) == 0).Select(list => table.Lists[list]).ToList();
        if (empty.Count > 0)
        {
            return new UnreadableCaptures($"found nobody on list {string.Join(", ", empty)}, expected people on every list; leave it out of the table");
        }

        return table.OnExactly(1) == table.Observed
            ? new UnreadableCaptures("found nobody on more than one list, expected an overlap: without one, the lists say nothing of how many are on none")
            : new ReadCaptures(table);
    }
}

/// <summary>What came of reading a capture table.</summary>
public abstract record CaptureReading
{
    private protected CaptureReading()
    {
    }
}

/// <summary>A table from which something can be estimated.</summary>
/// <param name="Table">The table.</param>
public sealed record ReadCaptures(CaptureTable Table) : CaptureReading;

/// <summary>No such table.</summary>
/// <param name="Message">Found, expected, where.</param>
public sealed record UnreadableCaptures(string Message) : CaptureReading;
