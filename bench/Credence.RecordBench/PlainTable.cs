using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Credence.RecordBench;

/// <summary>What somebody would write instead of a record: prepared inserts into one table, as durable as ours, the write-ahead log and a commit that is on the disk.</summary>
internal static class PlainTable
{
    /// <summary>Makes a table in a new file, fills it and throws it away; the seconds that it took.</summary>
    /// <param name="table">Its name and columns, as CREATE TABLE has them.</param>
    /// <param name="atOnce">Rows in a transaction.</param>
    /// <param name="rows">A value for each column.</param>
    public static async Task<double> Fill(string table, int atOnce, IEnumerable<object?[]> rows)
    {
        var path = Path.GetTempFileName();
        var began = Stopwatch.GetTimestamp();
        await using (var connection = new SqliteConnection($"Data Source={path}"))
        {
            await connection.OpenAsync();
            using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE {table}";
            await command.ExecuteNonQueryAsync();
            foreach (var batch in rows.Chunk(atOnce)) await Insert(connection, command, table.Split(' ')[0], batch);
        }

        return End(path, began);
    }

    public static double End(string path, long began)
    {
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        SqliteConnection.ClearAllPools();
        File.Delete(path);
        return seconds;
    }

    private static async Task Insert(SqliteConnection connection, SqliteCommand command, string table, object?[][] batch)
    {
        if (command.Parameters.Count == 0)
        {
            var names = Enumerable.Range(0, batch[0].Length).Select(at => $"@p{at}").ToList();
            command.CommandText = $"INSERT INTO {table} VALUES ({string.Join(", ", names)})";
            foreach (var name in names) command.Parameters.Add(new SqliteParameter(name, null));
        }

        await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
        command.Transaction = transaction;
        foreach (var row in batch)
        {
            for (var i = 0; i < row.Length; i++) command.Parameters[i].Value = row[i] ?? DBNull.Value;
            await command.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }
}
