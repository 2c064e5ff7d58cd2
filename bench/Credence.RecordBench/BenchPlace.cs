using Credence.Record.Keys;
using Credence.Record.Storage;
using Npgsql;

namespace Credence.RecordBench;

/// <summary>An empty place for a record and a folder for its keys; gone at the end.</summary>
internal sealed class BenchPlace : IAsyncDisposable
{
    private readonly string _folder;
    private readonly string? _database;

    private BenchPlace(string folder, RecordPlace place, string? database) => (_folder, Place, _database) = (folder, place, database);

    public RecordPlace Place { get; }

    public KeyFolder Keys => new(Path.Combine(_folder, "keys"));

    /// <summary>Makes one in a file, or on a server where its address is given (as an ordinary user that may make databases).</summary>
    public static async Task<BenchPlace> Make(string? server)
    {
        var folder = Directory.CreateTempSubdirectory("credence-bench-").FullName;
        if (server is null) return new BenchPlace(folder, new RecordPlace.EmbeddedFile(Path.Combine(folder, "record.db")), null);
        var name = $"bench_{Environment.ProcessId}_{Guid.NewGuid():N}"[..30];
        var address = RecordPlace.TryParse(server, out var place) && place is RecordPlace.Server there
            ? there.ConnectionString
            : throw new ArgumentException("Found no address of a server.", nameof(server));
        await Run(address, $"CREATE DATABASE {name}");
        return new BenchPlace(folder, new RecordPlace.Server(new NpgsqlConnectionStringBuilder(address) { Database = name }.ConnectionString), name);
    }

    public async ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        if (_database is null) return;
        NpgsqlConnection.ClearAllPools();
        await Run(((RecordPlace.Server)Place).ConnectionString, $"DROP DATABASE {_database} WITH (FORCE)");
    }

    private static async Task Run(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
