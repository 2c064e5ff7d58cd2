using System.Data.Common;
using Credence.Record.Storage;

namespace Credence.Record.Backups;

/// <summary>How far a restore has come.</summary>
internal enum RestoreStage
{
    /// <summary>No row is in yet: they come all at once.</summary>
    Begun,

    /// <summary>All rows are in; the last steps outside the database are not done.</summary>
    RowsAreIn,
}

/// <summary>Stands in a place while a backup is being restored into it, so that nobody works in a half of a record.</summary>
internal sealed record RestoreMark(string Fingerprint, RestoreStage Stage)
{
    private const string Table = "credence_restoring";

    public static async Task<RestoreMark?> Find(DbConnection connection, Dialect dialect, CancellationToken cancellation)
    {
        if (!(await dialect.Tables(connection, cancellation)).Contains(Table)) return null;
        await using var command = connection.Command($"SELECT fingerprint, stage FROM {Table} WHERE id = 1");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? new RestoreMark(reader.GetString(0), (RestoreStage)reader.GetInt32(1)) : null;
    }

    public async Task Put(DbConnection connection, DbTransaction? transaction, CancellationToken cancellation)
    {
        foreach (var sql in (string[])
        [
            $"CREATE TABLE IF NOT EXISTS {Table} (id integer PRIMARY KEY, fingerprint text NOT NULL, stage integer NOT NULL)",
            $"INSERT INTO {Table} (id, fingerprint, stage) VALUES (1, @fingerprint, @stage) ON CONFLICT (id) DO UPDATE SET fingerprint = excluded.fingerprint, stage = excluded.stage",
        ])
        {
            await using var command = connection.Command(sql);
            command.Transaction = transaction;
            if (sql.StartsWith("INSERT", StringComparison.Ordinal)) command.Add("fingerprint", Fingerprint).Add("stage", (int)Stage);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    public static Task Remove(DbConnection connection, CancellationToken cancellation) => connection.Run($"DROP TABLE {Table}", cancellation);

    public static RecordFault IsHere(RecordPlace place) => new(
        $"{place}: found a restore that was not finished, expected a whole record; run credence db restore again with the same backup.");
}
