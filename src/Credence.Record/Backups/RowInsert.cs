using System.Data.Common;
using Credence.Record.Storage;

namespace Credence.Record.Backups;

/// <summary>Inserts rows many at a time. Not by the server's own copy: PostgreSQL refuses that where row-level security holds.</summary>
internal sealed class RowInsert(DbTransaction transaction, string table, IReadOnlyList<RecordColumn> columns) : IAsyncDisposable
{
    // SQLite takes 32,766 values in one statement, PostgreSQL 65,535.
    private readonly int _most = Math.Clamp(8000 / columns.Count, 1, 200);
    private readonly List<object[]> _rows = [];
    private DbCommand? _full;

    public Task Add(object[] row, CancellationToken cancellation)
    {
        _rows.Add(row);
        return _rows.Count < _most ? Task.CompletedTask : Flush(cancellation);
    }

    public async Task Flush(CancellationToken cancellation)
    {
        if (_rows.Count == 0) return;
        if (_rows.Count == _most) await Execute(_full ??= Command(_most), cancellation);
        else
        {
            await using var some = Command(_rows.Count);
            await Execute(some, cancellation);
        }

        _rows.Clear();
    }

    public ValueTask DisposeAsync() => _full?.DisposeAsync() ?? ValueTask.CompletedTask;

    private Task<int> Execute(DbCommand command, CancellationToken cancellation)
    {
        var at = 0;
        foreach (var value in _rows.SelectMany(row => row)) command.Parameters[at++].Value = value;
        return command.ExecuteNonQueryAsync(cancellation);
    }

    private DbCommand Command(int rows)
    {
        var places = Enumerable.Range(0, rows).Select(row => $"({string.Join(", ", columns.Select((_, at) => $"@p{row * columns.Count + at}"))})");
        var command = transaction.Command(
            $"INSERT INTO {RecordTable.Quoted(table)} ({string.Join(", ", columns.Select(column => RecordTable.Quoted(column.Name)))}) VALUES {string.Join(", ", places)}");
        for (var row = 0; row < rows; row++)
        {
            for (var at = 0; at < columns.Count; at++) AddParameter(command, $"p{row * columns.Count + at}", columns[at].Kind);
        }

        return command;
    }

    private static void AddParameter(DbCommand command, string name, ColumnKind kind)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.DbType) = (name, kind.DbType);
        command.Parameters.Add(parameter);
    }
}
