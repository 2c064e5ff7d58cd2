using Microsoft.Data.Sqlite;

namespace Credence.Research;

/// <summary>
/// A file that holds the interviews of one study and all that was coded in them. It is the researcher's own, readable by nobody else on the machine
/// where the system knows such modes; neither record has a table for it.
/// </summary>
public sealed partial class ProjectFile
{
    private readonly string _connection;
    private readonly TimeProvider _clock;

    private ProjectFile(string path, TimeProvider clock)
    {
        (Path, _clock) = (path, clock);
        _connection = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, ForeignKeys = true, Pooling = false }.ToString();
    }

    /// <summary>Where it lies.</summary>
    public string Path { get; }

    /// <summary>Makes a new one; a file that is there is never written over.</summary>
    public static ProjectAnswer Create(string path, string name, TimeProvider clock)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) { options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite; }

            new FileStream(path, options).Dispose();
        }
        catch (IOException) when (File.Exists(path))
        {
            return Refused("found something of that name, expected a new file");
        }

        var file = new ProjectFile(path, clock);
        using var connection = file.Connect();
        // One act: a file that says what it is has all that it is.
        using var transaction = connection.BeginTransaction(deferred: false);
        connection.Run($"PRAGMA application_id = {ProjectSteps.Application}");
        Migrate(connection);
        connection.Run("INSERT INTO project (one, id, name, made_at) VALUES (1, $id, $name, $at)", ("$id", Guid.NewGuid()), ("$name", name), ("$at", clock.GetUtcNow()));
        transaction.Commit();
        return new ProjectAnswer.Opened(file);
    }

    /// <summary>Opens one, and brings one of an earlier Credence forward.</summary>
    public static ProjectAnswer Open(string path, TimeProvider clock)
    {
        if (!File.Exists(path)) { return Refused("found no such file, expected one that credence interviews start made"); }

        var file = new ProjectFile(path, clock);
        try
        {
            using var connection = file.Connect();
            if (connection.One<long>("PRAGMA application_id") != ProjectSteps.Application) { return Refused("found another kind of file, expected one that credence interviews start made"); }

            if (connection.One<long>("PRAGMA user_version") > ProjectSteps.All.Count) { return Refused("found a project of a later Credence, expected one of this version or before"); }

            using var transaction = connection.BeginTransaction(deferred: false);
            if (connection.One<long>("PRAGMA user_version") == 0 || connection.One<long>("SELECT count(*) FROM project") == 0)
            {
                return Refused("found a project that was never wholly made, expected one that credence interviews start made: delete it and start anew");
            }

            Migrate(connection);
            transaction.Commit();
            return new ProjectAnswer.Opened(file);
        }
        // 26: file is not a database; 11: the disk image is malformed.
        catch (SqliteException e) when (e.SqliteErrorCode is 26 or 11)
        {
            return Refused("found another kind of file, or a broken one, expected one that credence interviews start made");
        }
    }

    private static ProjectAnswer.Refused Refused(string sentence) => new(new Refusal(sentence));

    private static void Migrate(SqliteConnection connection)
    {
        for (var step = (int)connection.One<long>("PRAGMA user_version"); step < ProjectSteps.All.Count; step++)
        {
            ProjectSteps.All[step](connection);
            connection.Run($"PRAGMA user_version = {step + 1}");
        }
    }

    // What is replaced is overwritten with zeros in the file, so that a name does not stay in a page that nothing refers to (SQLite, PRAGMA secure_delete).
    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_connection);
        connection.Open();
        connection.Run("PRAGMA secure_delete = ON; PRAGMA busy_timeout = 30000");
        return connection;
    }

    // One act is one transaction: all of it, or after a crash none.
    private T Act<T>(Func<SqliteConnection, T> act)
    {
        using var connection = Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        var result = act(connection);
        transaction.Commit();
        return result;
    }

    private T Look<T>(Func<SqliteConnection, T> look)
    {
        using var connection = Connect();
        using var transaction = connection.BeginTransaction(deferred: true);
        return look(connection);
    }

    private static Refusal NotFound(string what) => new($"found no such {what}, expected one of this project");
}
