using Microsoft.Data.Sqlite;

namespace Credence.Research;

/// <summary>Commands and rows of a project file, in few words.</summary>
internal static class Rows
{
    public static SqliteCommand Command(this SqliteConnection connection, string sql, params (string Name, object? Value)[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values) { command.Parameters.AddWithValue(name, Written(value)); }

        return command;
    }

    public static int Run(this SqliteConnection connection, string sql, params (string Name, object? Value)[] values)
    {
        using var command = connection.Command(sql, values);
        return command.ExecuteNonQuery();
    }

    public static T One<T>(this SqliteConnection connection, string sql, params (string Name, object? Value)[] values)
    {
        using var command = connection.Command(sql, values);
        return (T)command.ExecuteScalar()!;
    }

    public static List<T> Read<T>(this SqliteConnection connection, string sql, Func<SqliteDataReader, T> row, params (string Name, object? Value)[] values)
    {
        using var command = connection.Command(sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) { rows.Add(row(reader)); }

        return rows;
    }

    public static Guid Id(this SqliteDataReader row, int at) => Guid.ParseExact(row.GetString(at), "D");

    public static string? Words(this SqliteDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);

    public static DateTimeOffset? Time(this SqliteDataReader row, int at) => row.IsDBNull(at) ? null : new DateTimeOffset(row.GetInt64(at), TimeSpan.Zero);

    private static object Written(object? value) => value switch
    {
        null => DBNull.Value,
        Guid id => id.ToString("D"),
        DateTimeOffset time => time.UtcTicks,
        bool yes => yes ? 1 : 0,
        Enum word => word.ToString(),
        _ => value,
    };
}
