using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

namespace Credence.Record.Storage;

/// <summary>A column that is written in bulk.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type; of an array the type in which its text is sent.</param>
/// <param name="Cast">What PostgreSQL casts the text to, or null.</param>
internal readonly record struct BulkColumn(string Name, NpgsqlDbType Type, string? Cast = null);

/// <summary>
/// Writes thousands of rows of one table: prepared statements into an embedded file, one statement of arrays to PostgreSQL. Its
/// COPY would be faster by a little, but takes no table with row-level security.
/// </summary>
internal sealed class BulkTable(string table, params BulkColumn[] columns)
{
    private readonly string _names = string.Join(", ", columns.Select(column => $"\"{column.Name}\""));

    /// <summary>Adds rows; each has a value for every column, in their order.</summary>
    public Task Insert(DbTransaction transaction, IReadOnlyList<object?[]> rows, CancellationToken cancellation) => transaction is NpgsqlTransaction
        ? Send(transaction, $"INSERT INTO {table} ({_names}) SELECT {Casts("v.")} FROM {Arrays}", rows, cancellation)
        : Each(transaction, $"INSERT INTO {table} ({_names}) VALUES ({string.Join(", ", columns.Select(column => $"@{column.Name}"))})", rows, cancellation);

    /// <summary>Changes rows; the first column says which.</summary>
    public Task Update(DbTransaction transaction, IReadOnlyList<object?[]> rows, CancellationToken cancellation)
    {
        var key = columns[0].Name;
        return transaction is NpgsqlTransaction
            ? Send(transaction, $"UPDATE {table} AS t SET {Sets(column => $"v.\"{column.Name}\"")} FROM {Arrays} WHERE t.\"{key}\" = v.\"{key}\"", rows, cancellation)
            : Each(transaction, $"UPDATE {table} SET {Sets(column => $"@{column.Name}")} WHERE \"{key}\" = @{key}", rows, cancellation);
    }

    private string Arrays => $"unnest({string.Join(", ", columns.Select(column => $"@{column.Name}"))}) AS v({_names})";

    private string Casts(string prefix) => string.Join(", ", columns.Select(column => $"{prefix}\"{column.Name}\"{(column.Cast is { } cast ? $"::{cast}" : "")}"));

    private string Sets(Func<BulkColumn, string> value) => string.Join(", ", columns.Skip(1).Select(column => $"\"{column.Name}\" = {value(column)}"));

    private async Task Each(DbTransaction transaction, string sql, IReadOnlyList<object?[]> rows, CancellationToken cancellation)
    {
        if (rows.Count == 0) return;
        await using var command = transaction.Command(sql);
        foreach (var column in columns) command.Add(column.Name, null);
        foreach (var row in rows)
        {
            for (var at = 0; at < columns.Length; at++) command.Parameters[at].Value = row[at] ?? DBNull.Value;
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private async Task Send(DbTransaction transaction, string sql, IReadOnlyList<object?[]> rows, CancellationToken cancellation)
    {
        if (rows.Count == 0) return;
        await using var command = transaction.Command(sql);
        for (var at = 0; at < columns.Length; at++)
            command.Parameters.Add(new NpgsqlParameter(columns[at].Name, NpgsqlDbType.Array | columns[at].Type) { Value = Array(rows, at) });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private Array Array(IReadOnlyList<object?[]> rows, int at) => columns[at].Type switch
    {
        NpgsqlDbType.Bigint => Values(rows, at, value => (long?)value),
        NpgsqlDbType.Integer => Values(rows, at, value => (int?)value),
        NpgsqlDbType.Double => Values(rows, at, value => (double?)value),
        NpgsqlDbType.Boolean => Values(rows, at, value => (bool?)value),
        NpgsqlDbType.Uuid => Values(rows, at, value => (Guid?)value),
        NpgsqlDbType.Date => Values(rows, at, value => (DateOnly?)value),
        NpgsqlDbType.Text => Values(rows, at, value => (string?)value),
        NpgsqlDbType.Bytea => Values(rows, at, value => (byte[]?)value),
        var other => throw new InvalidOperationException($"No column of type {other} is written in bulk."),
    };

    private static T[] Values<T>(IReadOnlyList<object?[]> rows, int at, Func<object?, T> value)
    {
        var values = new T[rows.Count];
        for (var row = 0; row < values.Length; row++) values[row] = value(rows[row][at]);
        return values;
    }
}
