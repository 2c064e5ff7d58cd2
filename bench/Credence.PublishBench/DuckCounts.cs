using DuckDB.NET.Data;

namespace Credence.PublishBench;

/// <summary>The same counts by DuckDB: one grouping for each set of up to three columns, all in one query of grouping sets for each first column.</summary>
internal static class DuckCounts
{
    public static string Rare(string path, int threshold)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        Run(connection, $"CREATE TABLE t AS SELECT * FROM read_csv('{path}', all_varchar = true)");
        Run(connection, string.Concat(Enumerable.Range(0, RareBench.Columns).Select(i => $"ALTER TABLE t ALTER c{i} TYPE ENUM_{i};")), prepare: true);
        var sizes = new long[3];
        foreach (var set in Sets())
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT count(*) FROM (SELECT 1 FROM t GROUP BY {string.Join(',', set)} HAVING count(*) < {threshold})";
            sizes[set.Length - 1] += Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
        }

        return string.Join('/', sizes);
    }

    // Codes as enumerations: numbers to group by, as our own are.
    private static void Run(DuckDBConnection connection, string sql, bool prepare = false)
    {
        for (var i = 0; prepare && i < RareBench.Columns; i++) { Run(connection, $"CREATE TYPE ENUM_{i} AS ENUM (SELECT DISTINCT c{i} FROM t)"); }

        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static IEnumerable<string[]> Sets()
    {
        for (var a = 0; a < RareBench.Columns; a++)
        {
            yield return [$"c{a}"];
            for (var b = a + 1; b < RareBench.Columns; b++)
            {
                yield return [$"c{a}", $"c{b}"];
                for (var c = b + 1; c < RareBench.Columns; c++) { yield return [$"c{a}", $"c{b}", $"c{c}"]; }
            }
        }
    }
}
