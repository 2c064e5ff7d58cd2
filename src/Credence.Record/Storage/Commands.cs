using System.Data;
using System.Data.Common;
using System.Diagnostics;

namespace Credence.Record.Storage;

/// <summary>Plain commands, for the few statements that are no query of the model. Values are parameters, always.</summary>
internal static class Commands
{
    public static DbCommand Command(this DbTransaction transaction, string sql)
    {
        var command = transaction.Connection!.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, sql);
        return command;
    }

    public static DbCommand Command(this DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    public static DbCommand Add(this DbCommand command, string name, object? value, DbType? type = null)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
        if (type is { } known && value is null) parameter.DbType = known;
        command.Parameters.Add(parameter);
        return command;
    }

    /// <summary>
    /// Brings what the write-ahead log of an embedded file holds into the file and cuts the log, so that no old bytes stay in it. A reader of
    /// an earlier moment keeps it from that, and SQLite says so in a row, not by an error.
    /// </summary>
    public static async Task CutLog(this DbConnection connection, RecordPlace place, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            await using (var command = connection.Command("PRAGMA wal_checkpoint(TRUNCATE)"))
            await using (var reader = await command.ExecuteReaderAsync(cancellation))
            {
                if (!await reader.ReadAsync(cancellation) || reader.GetInt32(0) == 0) return;
            }

            if (Stopwatch.GetElapsedTime(began) > LongestWait) throw new RecordFault(
                $"{place}: found somebody reading it for too long, such as a backup, expected a moment to overwrite what was erased; the same command goes on from here.");
            await Task.Delay(50, cancellation);
        }
    }

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    public static async Task Run(this DbConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = connection.Command(sql);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
