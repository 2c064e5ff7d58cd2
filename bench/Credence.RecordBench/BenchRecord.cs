using Credence.Police.Access;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Npgsql;

namespace Credence.RecordBench;

/// <summary>An empty police record with one agency; gone at the end.</summary>
internal sealed class BenchRecord : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("credence-bench-");
    private string? _database;

    /// <summary>The handle of an investigator.</summary>
    public const string Reader = "inv-1";

    public required RecordStore<PoliceContext> Store { get; init; }

    public required PoliceAccess Access { get; init; }

    /// <summary>Makes one in a file, or on a server where its address is given (as an ordinary user that may make databases).</summary>
    public static async Task<BenchRecord> Make(string? server)
    {
        var folder = Directory.CreateTempSubdirectory("credence-bench-").FullName;
        var (place, database) = await PlaceIn(folder, server);
        var store = await PoliceRecord.Open(place, new KeyFolder(Path.Combine(folder, "keys")), TimeProvider.System, default);
        await Founding.Of(store, OrganizationKind.PoliceAgency, "Riverton", "ZZ0310000", [(nameof(PoliceRole.Investigator), Reader)], default);
        var entry = await new CommandLineAccount(store).Enter("Riverton", "ZZ0310000", Purpose.Of(PurposeKind.Maintenance), default);
        return new BenchRecord { Store = store, Access = ((CommandLineEntry.Entered)entry).Access, _database = database };
    }

    public async ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.GetParent(Store.Vault.Folder.Path)!.Delete(recursive: true);
        _folder.Delete();
        if (_database is null) return;
        NpgsqlConnection.ClearAllPools();
        await Run(((RecordPlace.Server)Store.Place).ConnectionString, $"DROP DATABASE {_database} WITH (FORCE)");
    }

    private static async Task<(RecordPlace Place, string? Database)> PlaceIn(string folder, string? server)
    {
        if (server is null) return (new RecordPlace.EmbeddedFile(Path.Combine(folder, "record.db")), null);
        var name = $"bench_{Environment.ProcessId}_{Guid.NewGuid():N}"[..30];
        var address = RecordPlace.TryParse(server, out var place) && place is RecordPlace.Server there
            ? there.ConnectionString
            : throw new ArgumentException("Found no address of a server.", nameof(server));
        await Run(address, $"CREATE DATABASE {name}");
        return (new RecordPlace.Server(new NpgsqlConnectionStringBuilder(address) { Database = name }.ConnectionString), name);
    }

    private static async Task Run(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
