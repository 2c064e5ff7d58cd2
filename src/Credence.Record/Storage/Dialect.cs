using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Credence.Record.Storage;

/// <summary>The few things that the two databases do differently. Everything else is written once.</summary>
public abstract class Dialect
{
    public static readonly Dialect Sqlite = new SqliteDialect();

    public static readonly Dialect Postgres = new PostgresDialect();

    private Dialect()
    {
    }

    public static Dialect Of(RecordPlace place) => place is RecordPlace.Server ? Postgres : Sqlite;

    public abstract DbConnection Connect(RecordPlace place);

    /// <summary>Tells the model which database it is kept in.</summary>
    public abstract void Use(DbContextOptionsBuilder options, RecordPlace place);

    /// <summary>A transaction that sees the tables as they are now, whatever others write meanwhile, and keeps nobody waiting.</summary>
    public abstract Task<DbTransaction> Snapshot(DbConnection connection, CancellationToken cancellation);

    /// <summary>The names of all tables, by name.</summary>
    public async Task<List<string>> Tables(DbConnection connection, CancellationToken cancellation)
    {
        await using var command = connection.Command(ListOfTables);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var names = new List<string>();
        while (await reader.ReadAsync(cancellation)) names.Add(reader.GetString(0));
        return names;
    }

    /// <summary>What makes numbers that the database gives go on after the largest there is; null where it does so by itself.</summary>
    internal abstract string? GoOnCounting(string table, string column);

    /// <summary>What finds damage in the database's own structures; each row of the answer says one, but for a single "ok".</summary>
    internal abstract string FindDamage { get; }

    private protected abstract string ListOfTables { get; }

    private sealed class SqliteDialect : Dialect
    {
        public override DbConnection Connect(RecordPlace place) => new SqliteConnection(ConnectionString(place));

        public override void Use(DbContextOptionsBuilder options, RecordPlace place) =>
            options.UseSqlite(ConnectionString(place)).AddInterceptors(SqliteManners.Instance);

        // Deferred: it reads beside the one writer. The first read after it fixes what it sees, so one is made here.
        public override async Task<DbTransaction> Snapshot(DbConnection connection, CancellationToken cancellation)
        {
            var transaction = ((SqliteConnection)connection).BeginTransaction(deferred: true);
            await using var command = transaction.Command("SELECT COUNT(*) FROM sqlite_master");
            await command.ExecuteScalarAsync(cancellation);
            return transaction;
        }

        internal override string? GoOnCounting(string table, string column) => null;

        internal override string FindDamage => "PRAGMA integrity_check(20)";

        private protected override string ListOfTables => @"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' ORDER BY name";

        private static string ConnectionString(RecordPlace place) => new SqliteConnectionStringBuilder
        {
            DataSource = ((RecordPlace.EmbeddedFile)place).Path,
            ForeignKeys = true,
            DefaultTimeout = 30,
        }.ConnectionString;
    }

    private sealed class PostgresDialect : Dialect
    {
        public override DbConnection Connect(RecordPlace place) => new NpgsqlConnection(((RecordPlace.Server)place).ConnectionString);

        public override void Use(DbContextOptionsBuilder options, RecordPlace place) =>
            options.UseNpgsql(((RecordPlace.Server)place).ConnectionString).AddInterceptors(PostgresScope.Instance);

        public override async Task<DbTransaction> Snapshot(DbConnection connection, CancellationToken cancellation)
        {
            var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
            await using var command = transaction.Command("SELECT 1");
            await command.ExecuteScalarAsync(cancellation);
            return transaction;
        }

        internal override string? GoOnCounting(string table, string column) =>
            $"""SELECT setval(pg_get_serial_sequence('"{table}"', '{column}'), COALESCE((SELECT MAX("{column}") FROM "{table}"), 1), EXISTS (SELECT 1 FROM "{table}"))""";

        internal override string FindDamage =>
            "SELECT 'index ' || indexrelid::regclass::text || ' is not valid' FROM pg_index WHERE NOT indisvalid UNION ALL "
            + "SELECT 'rule ' || conname || ' was never checked' FROM pg_constraint WHERE NOT convalidated";

        private protected override string ListOfTables =>
            "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename";
    }
}
