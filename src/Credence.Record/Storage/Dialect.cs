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

    private sealed class SqliteDialect : Dialect
    {
        public override DbConnection Connect(RecordPlace place) => new SqliteConnection(ConnectionString(place));

        public override void Use(DbContextOptionsBuilder options, RecordPlace place) =>
            options.UseSqlite(ConnectionString(place)).AddInterceptors(SqliteManners.Instance);

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
    }
}
