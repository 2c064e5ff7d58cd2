using System.Data.Common;
using System.Globalization;
using System.Text;
using Credence.Record.Access;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using NpgsqlTypes;

namespace Credence.Police.Search;

/// <summary>
/// Which incident has which keyed tokens: FTS5 in an embedded file, an array with an inverted index in PostgreSQL. Written in the
/// transaction of the incident. It is in no backup: the tokens of an incident whose key is erased must not lie there.
/// </summary>
internal static class SearchIndex
{
    /// <summary>The table that a backup leaves out; SQLite keeps it in tables whose names begin with this one.</summary>
    public const string Table = "incident_search";

    // Contentless: it can find and delete, and give nothing back. No positions, which would say how the words stood.
    private const string MakeInSqlite = $"CREATE VIRTUAL TABLE {Table} USING fts5(words, content='', contentless_delete=1, detail=none, tokenize='ascii')";

    private const string AddToSqlite = $"INSERT INTO {Table} (rowid, words) VALUES (@Row, @Words)";

    private static readonly BulkTable Postgres = new(
        Table, new("Row", NpgsqlDbType.Bigint), new("Organization", NpgsqlDbType.Uuid), new("Tokens", NpgsqlDbType.Text, "bigint[]"));

    public static void MakeSqlite(MigrationBuilder migration) => migration.Sql(MakeInSqlite);

    public static void MakePostgres(MigrationBuilder migration)
    {
        migration.Sql($"""CREATE TABLE {Table} ("Row" bigint PRIMARY KEY REFERENCES incidents ("Row"), "Organization" uuid NOT NULL, "Tokens" bigint[] NOT NULL)""");
        migration.Sql($"""CREATE INDEX "IX_{Table}_Tokens" ON {Table} USING gin ("Tokens")""");
        RowSecurity.Case(migration, Table);
    }

    /// <summary>Adds incidents that are not in it.</summary>
    public static async Task Add(DbTransaction transaction, OrganizationId organization, IReadOnlyList<(long Row, long[] Tokens)> incidents, CancellationToken cancellation)
    {
        if (transaction is NpgsqlTransaction)
        {
            await Postgres.Insert(transaction, [.. incidents.Select(one => new object?[] { one.Row, organization.Value, $"{{{string.Join(',', one.Tokens)}}}" })], cancellation);
            return;
        }

        await using var command = transaction.Command(AddToSqlite).Add("Row", null).Add("Words", null);
        var words = new StringBuilder();
        foreach (var (row, tokens) in incidents)
        {
            words.Clear();
            foreach (var token in tokens) words.Append(Spell(token)).Append(' ');
            (command.Parameters[0].Value, command.Parameters[1].Value) = (row, words.ToString());
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>
    /// Takes incidents out. Their tokens lie in the files of the database until the index is put together again: erasing calls
    /// <see cref="Overwrite"/> after it.
    /// </summary>
    public static async Task Remove(DbTransaction transaction, IEnumerable<long> incidents, CancellationToken cancellation)
    {
        var delete = transaction is NpgsqlTransaction ? $"DELETE FROM {Table} WHERE \"Row\" = @Row" : $"DELETE FROM {Table} WHERE rowid = @Row";
        await using var command = transaction.Command(delete).Add("Row", null);
        foreach (var row in incidents)
        {
            command.Parameters[0].Value = row;
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>Puts the index together again without what was taken out; outside a transaction, which PostgreSQL asks for.</summary>
    public static Task Overwrite(DbConnection connection, CancellationToken cancellation) => connection.Run(
        connection is NpgsqlConnection ? $"VACUUM {Table}" : $"INSERT INTO {Table} ({Table}) VALUES ('optimize')", cancellation);

    /// <summary>Empties it, and makes it where a backup left it out.</summary>
    public static async Task Clear(DbTransaction transaction, CancellationToken cancellation)
    {
        await using var command = transaction.Command(transaction is NpgsqlTransaction ? $"DELETE FROM {Table}" : $"DROP TABLE IF EXISTS {Table}; {MakeInSqlite}");
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>How FTS5 is asked for all of these tokens; they are words of eight letters and digits, so no operator is among them.</summary>
    public static string Match(IEnumerable<long> tokens) => string.Join(' ', tokens.Select(token => $"\"{Spell(token)}\""));

    private static string Spell(long token) => token.ToString("x10", CultureInfo.InvariantCulture);
}
