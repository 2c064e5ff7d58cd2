using System.Data;
using System.Data.Common;

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

    public static async Task Run(this DbConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = connection.Command(sql);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
