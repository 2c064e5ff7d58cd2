using System.Collections;
using Credence.Record.Storage;
using Npgsql;

namespace Credence.Record.Tests;

/// <summary>The databases a record is kept in.</summary>
public enum DatabaseKind
{
    Sqlite,
    Postgres,
}

/// <summary>Rows of a theory: every database. A test on a missing one is shown as skipped.</summary>
public sealed class EveryDatabase : IEnumerable<TheoryDataRow<DatabaseKind>>
{
    public IEnumerator<TheoryDataRow<DatabaseKind>> GetEnumerator() =>
        Enum.GetValues<DatabaseKind>().Select(kind => new TheoryDataRow<DatabaseKind>(kind)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>A folder and an empty database for one test; gone after it.</summary>
public sealed class Workplace : IAsyncDisposable
{
    private Workplace(string folder, RecordPlace place) => (Folder, Place) = (folder, place);

    public string Folder { get; }

    public RecordPlace Place { get; }

    /// <summary>The place as a command is given it.</summary>
    public string Address => Place is RecordPlace.Server server && new NpgsqlConnectionStringBuilder(server.ConnectionString) is var parts
        ? $"postgresql://{parts.Username}@{parts.Host}:{parts.Port}/{parts.Database}"
        : ((RecordPlace.EmbeddedFile)Place).Path;

    public string File(string name) => Path.Combine(Folder, name);

    public static async Task<Workplace> Make(DatabaseKind kind)
    {
        var folder = Directory.CreateTempSubdirectory("credence-").FullName;
        return new Workplace(folder, kind is DatabaseKind.Sqlite
            ? new RecordPlace.EmbeddedFile(Path.Combine(folder, "record.db"))
            : await PostgresCluster.NewDatabase());
    }

    /// <summary>Keeps an embedded record and its keys as they are now; calling what it returns brings them back.</summary>
    public Action Keep()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var kept = Directory.GetFiles(Folder, "*", SearchOption.AllDirectories).ToDictionary(file => file, System.IO.File.ReadAllBytes);
        return () =>
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            foreach (var file in Directory.GetFiles(Folder, "*", SearchOption.AllDirectories).Where(file => !kept.ContainsKey(file))) System.IO.File.Delete(file);
            // Written over and not made anew, so that modes stay.
            foreach (var (file, bytes) in kept) System.IO.File.WriteAllBytes(file, bytes);
        };
    }

    public async ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Place is RecordPlace.Server server) await PostgresCluster.Drop(server);
        Directory.Delete(Folder, recursive: true);
    }
}
