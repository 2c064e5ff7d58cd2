using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Credence.Record.Storage;
using Npgsql;

[assembly: AssemblyFixture(typeof(Credence.Record.Tests.PostgresCluster))]

namespace Credence.Record.Tests;

/// <summary>A throw-away PostgreSQL on this machine's loopback, started by the first test that asks and stopped after the last.</summary>
public sealed class PostgresCluster : IAsyncLifetime
{
    // An ordinary user that owns its databases: a superuser would walk past row-level security.
    private const string User = "credence";

    private static readonly SemaphoreSlim Turn = new(1);
    private static PostgresCluster? _running;
    private static int _number;

    private string? _folder;
    private int _port;

    private static string? Binaries { get; } = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Max()
        : null;

    public ValueTask InitializeAsync()
    {
        _running = this;
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (_folder is null) return;
        NpgsqlConnection.ClearAllPools();
        await Run("pg_ctl", "stop", "-D", Data, "-m", "immediate", "-w");
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>An empty database; skips the test where there is no PostgreSQL.</summary>
    public static async Task<RecordPlace.Server> NewDatabase()
    {
        Assert.SkipWhen(Binaries is null, "PostgreSQL is not installed on this machine.");
        var cluster = _running ?? throw new InvalidOperationException("The cluster is a fixture of the assembly.");
        await cluster.Start();
        var name = $"record_{Interlocked.Increment(ref _number)}";
        await cluster.Execute("postgres", $"CREATE DATABASE {name} OWNER {User}");
        return new RecordPlace.Server(cluster.ConnectionString(name, User));
    }

    public static async Task Drop(RecordPlace.Server place)
    {
        await using (var connection = new NpgsqlConnection(place.ConnectionString)) NpgsqlConnection.ClearPool(connection);
        var name = new NpgsqlConnectionStringBuilder(place.ConnectionString).Database;
        await _running!.Execute("postgres", $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    private string Data => Path.Combine(_folder!, "data");

    private async Task Start()
    {
        await Turn.WaitAsync();
        try
        {
            if (_folder is not null) return;
            _folder = Directory.CreateTempSubdirectory("credence-postgres-").FullName;
            _port = FreePort();
            if (Environment.UserName == "root") await Run(null, "chown", "postgres", _folder);
            await Run("initdb", "-D", Data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--no-sync");
            await Run("pg_ctl", "start", "-D", Data, "-w", "-l", Path.Combine(_folder, "log"), "-o",
                $"-p {_port} -k {_folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200");
            await Execute("postgres", $"CREATE ROLE {User} LOGIN NOSUPERUSER");
        }
        finally
        {
            Turn.Release();
        }
    }

    private string ConnectionString(string database, string user) =>
        $"Host=127.0.0.1;Port={_port};Database={database};Username={user};Include Error Detail=false";

    private async Task Execute(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString(database, "postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    // initdb refuses to run as root; the user postgres comes with the package.
    private static async Task Run(string? tool, params string[] arguments)
    {
        List<string> words = tool is null ? [.. arguments] : [Path.Combine(Binaries!, tool), .. arguments];
        if (Environment.UserName == "root" && tool is not null) words.InsertRange(0, ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"]);
        using var process = Process.Start(new ProcessStartInfo(words[0], words[1..])
        {
            RedirectStandardOutput = tool != "pg_ctl",
            RedirectStandardError = tool != "pg_ctl",
            WorkingDirectory = "/",
        })!;
        if (tool != "pg_ctl") await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{words[0]} ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
