using System.Data;
using System.Data.Common;
using Credence.Record.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Credence.Record.Keys;

/// <summary>A key under a version of the ring.</summary>
public sealed record WrappedKey(Guid Subject, int Version, byte[] Bytes)
{
    public override string ToString() => $"WrappedKey({Version})";
}

/// <summary>
/// Wrapped keys, in a place of their own: neither the record nor its backups hold them, so erasing one here makes what it sealed
/// unreadable everywhere. A row stays as a mark that there was a key, so that none is made again for the same subject.
/// </summary>
public sealed class KeyStore
{
    private const int MostInOneQuery = 500;

    private static string Table(string bytes) =>
        $"CREATE TABLE IF NOT EXISTS keys (subject {bytes} PRIMARY KEY, version integer NOT NULL, wrapped {bytes} NULL, erased_at bigint NULL)";

    // The least version of the ring under which a key may still be kept: a process with an old ring learns of the new one here.
    private const string Least = """
        CREATE TABLE IF NOT EXISTS ring (id integer PRIMARY KEY, least integer NOT NULL);
        INSERT INTO ring (id, least) VALUES (1, 1) ON CONFLICT DO NOTHING
        """;

    private readonly RecordPlace _place;
    private readonly Dialect _dialect;

    private KeyStore(RecordPlace place) => (_place, _dialect) = (place, Dialect.Of(place));

    /// <summary>Opens the store of a record that has one.</summary>
    public static async Task<KeyStore> Open(RecordPlace place, CancellationToken cancellation)
    {
        var store = new KeyStore(place);
        return place is RecordPlace.EmbeddedFile { Path: var path } && !File.Exists(path) || !await store.IsMade(cancellation)
            ? throw new RecordFault($"{place}: found no store of keys, expected the one of this record; without it nothing sealed can be read. credence keys restore brings back a backup of keys.")
            : store;
    }

    /// <summary>Opens the store, or makes it.</summary>
    public static async Task<KeyStore> OpenOrCreate(RecordPlace place, CancellationToken cancellation)
    {
        var store = new KeyStore(place);
        if (place is RecordPlace.EmbeddedFile file && !File.Exists(file.Path)) PrivateFile.Create(file.Path, FileMode.OpenOrCreate).Dispose();
        await store.Run(async connection =>
        {
            // By another name of its host a record's own server would pass for another one.
            if ((await store._dialect.Tables(connection, cancellation)).Contains("chain_head")) throw new RecordFault(
                $"{place}: found a record in the place of its keys, expected another database: a backup of the record must not hold its keys.");
            if (place is RecordPlace.EmbeddedFile) await connection.Run("PRAGMA journal_mode = WAL", cancellation);
            await connection.Run(Table(place is RecordPlace.Server ? "bytea" : "blob"), cancellation);
            await connection.Run(Least, cancellation);
            return 0;
        }, cancellation);
        return store;
    }

    public RecordPlace Place => _place;

    /// <summary>
    /// Keeps these keys, and says of which subjects once they are on the disk; one that has a key, or had one that was erased, is left as it
    /// is. Null, and nothing kept, if they are wrapped under a version of the ring that is being dropped.
    /// </summary>
    public async Task<IReadOnlySet<Guid>?> Add(IReadOnlyList<WrappedKey> keys, CancellationToken cancellation)
    {
        HashSet<Guid>? added = null;
        await InTransaction(async transaction =>
        {
            var least = await LeastVersion(transaction, cancellation);
            if (keys.Any(key => key.Version < least)) return;
            added = transaction is NpgsqlTransaction ? await AddToServer(transaction, keys, cancellation) : await AddToFile(transaction, keys, cancellation);
        }, cancellation);
        return added;
    }

    private static async Task<HashSet<Guid>> AddToFile(DbTransaction transaction, IReadOnlyList<WrappedKey> keys, CancellationToken cancellation)
    {
        var added = new HashSet<Guid>(keys.Count);
        await using var insert = transaction.Command("INSERT INTO keys (subject, version, wrapped) VALUES (@subject, @version, @wrapped) ON CONFLICT DO NOTHING");
        insert.Add("subject", null).Add("version", null).Add("wrapped", null);
        foreach (var key in keys)
        {
            (insert.Parameters[0].Value, insert.Parameters[1].Value, insert.Parameters[2].Value) = (Bytes(key.Subject), key.Version, key.Bytes);
            if (await insert.ExecuteNonQueryAsync(cancellation) == 1) added.Add(key.Subject);
        }

        return added;
    }

    // One statement for all: a server is asked over a network.
    private static async Task<HashSet<Guid>> AddToServer(DbTransaction transaction, IReadOnlyList<WrappedKey> keys, CancellationToken cancellation)
    {
        var added = new HashSet<Guid>(keys.Count);
        await using var insert = transaction.Command(
            "INSERT INTO keys (subject, version, wrapped) SELECT * FROM unnest(@subjects, @versions, @wrapped) ON CONFLICT DO NOTHING RETURNING subject");
        insert.Add("subjects", keys.Select(key => Bytes(key.Subject)).ToArray()).Add("versions", keys.Select(key => key.Version).ToArray())
            .Add("wrapped", keys.Select(key => key.Bytes).ToArray());
        await using var reader = await insert.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) added.Add(new Guid(reader.GetFieldValue<byte[]>(0), bigEndian: true));
        return added;
    }

    /// <summary>From now on no key is kept under a version before this one.</summary>
    public Task Require(int version, CancellationToken cancellation) => InTransaction(async transaction =>
    {
        await using var update = transaction.Command("UPDATE ring SET least = @version WHERE id = 1 AND least < @version");
        await update.Add("version", version).ExecuteNonQueryAsync(cancellation);
    }, cancellation);

    public Task<List<WrappedKey>> Find(IReadOnlyList<Guid> subjects, CancellationToken cancellation) => Run(async connection =>
    {
        var found = new List<WrappedKey>(subjects.Count);
        foreach (var some in subjects.Chunk(MostInOneQuery))
        {
            await using var command = connection.Command(
                $"SELECT subject, version, wrapped FROM keys WHERE wrapped IS NOT NULL AND subject IN ({string.Join(", ", some.Select((_, at) => $"@s{at}"))})");
            for (var at = 0; at < some.Length; at++) command.Add($"s{at}", Bytes(some[at]));
            await Read(command, found, cancellation);
        }

        return found;
    }, cancellation);

    /// <summary>All keys after one subject, at most so many; an erased one has no bytes.</summary>
    public Task<List<WrappedKey>> After(Guid? subject, int most, CancellationToken cancellation) => Run(async connection =>
    {
        var found = new List<WrappedKey>();
        await using var command = connection.Command(
            $"SELECT subject, version, COALESCE(wrapped, @none) FROM keys {(subject is null ? "" : "WHERE subject > @after")} ORDER BY subject LIMIT @most");
        if (subject is { } after) command.Add("after", Bytes(after));
        await Read(command.Add("none", Array.Empty<byte>()).Add("most", most), found, cancellation);
        return found;
    }, cancellation);

    /// <summary>How many keys are under each version of the ring; those that were erased are under 0.</summary>
    public Task<SortedDictionary<int, long>> Count(CancellationToken cancellation) => Run(async connection =>
    {
        var counts = new SortedDictionary<int, long>();
        await using var command = connection.Command("SELECT version, COUNT(*) FROM keys GROUP BY version");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) counts[reader.GetInt32(0)] = reader.GetInt64(1);
        return counts;
    }, cancellation);

    /// <summary>Keys that are not under this version yet, at most so many.</summary>
    public Task<List<WrappedKey>> NotUnder(int version, int most, CancellationToken cancellation) => Run(async connection =>
    {
        var found = new List<WrappedKey>();
        await using var command = connection.Command("SELECT subject, version, wrapped FROM keys WHERE wrapped IS NOT NULL AND version <> @version LIMIT @most");
        await Read(command.Add("version", version).Add("most", most), found, cancellation);
        return found;
    }, cancellation);

    /// <summary>Puts keys that were wrapped anew in the place of the old ones, all or none.</summary>
    public Task Rewrap(IReadOnlyList<WrappedKey> keys, CancellationToken cancellation) => InTransaction(async transaction =>
    {
        await using var update = transaction.Command("UPDATE keys SET version = @version, wrapped = @wrapped WHERE subject = @subject AND wrapped IS NOT NULL");
        foreach (var key in keys)
        {
            update.Parameters.Clear();
            update.Add("subject", Bytes(key.Subject)).Add("version", key.Version).Add("wrapped", key.Bytes);
            await update.ExecuteNonQueryAsync(cancellation);
        }
    }, cancellation);

    /// <summary>Erases a key for good. Doing it twice is doing it once.</summary>
    public Task Erase(Guid subject, DateTimeOffset at, CancellationToken cancellation) => Erase([subject], at, cancellation);

    /// <summary>Erases keys for good, and leaves a mark where there was none, so that none comes back.</summary>
    public async Task Erase(IReadOnlyList<Guid> subjects, DateTimeOffset at, CancellationToken cancellation)
    {
        await InTransaction(async transaction =>
        {
            await using var update = transaction.Command(
                "INSERT INTO keys (subject, version, wrapped, erased_at) VALUES (@subject, 0, NULL, @at) ON CONFLICT (subject) DO UPDATE SET wrapped = NULL, version = 0, erased_at = COALESCE(keys.erased_at, @at)");
            foreach (var subject in subjects)
            {
                update.Parameters.Clear();
                await update.Add("subject", Bytes(subject)).Add("at", Microseconds.Of(at)).ExecuteNonQueryAsync(cancellation);
            }
        }, cancellation);
        await Overwrite(cancellation);
    }

    /// <summary>What the log of changes still holds of old bytes goes too.</summary>
    public Task Overwrite(CancellationToken cancellation) => Run(async connection =>
    {
        if (_place is RecordPlace.Server) await connection.Run("VACUUM keys", cancellation);
        else await connection.CutLog(_place, cancellation);
        return 0;
    }, cancellation);

    private Task<bool> IsMade(CancellationToken cancellation) => Run(async connection =>
        (await _dialect.Tables(connection, cancellation)).Contains("keys"), cancellation);

    // Held until the transaction ends, so that no key slips in under a version that is being dropped. An embedded file has one writer anyway.
    private async Task<int> LeastVersion(DbTransaction transaction, CancellationToken cancellation)
    {
        await using var command = transaction.Command($"SELECT least FROM ring WHERE id = 1{(_place is RecordPlace.Server ? " FOR SHARE" : "")}");
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellation), System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task InTransaction(Func<DbTransaction, Task> work, CancellationToken cancellation) => await Run(async connection =>
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await work(transaction);
        await transaction.CommitAsync(cancellation);
        return 0;
    }, cancellation);

    private async Task<T> Run<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            await using var connection = _dialect.Connect(_place);
            await connection.OpenAsync(cancellation);
            if (_place is RecordPlace.EmbeddedFile) await connection.Run(SqliteManners.Pragmas, cancellation);
            return await work(connection);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 11 or 26)
        {
            throw new RecordFault($"{_place}: found a damaged store of keys, expected a whole one; move it aside, keep it, and bring the last backup of keys back with credence keys restore.", e);
        }
        catch (Exception e) when (RecordFault.Of(e, _place) is { } fault)
        {
            throw fault;
        }
    }

    private static async Task Read(DbCommand command, List<WrappedKey> found, CancellationToken cancellation)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            found.Add(new WrappedKey(
                new Guid(reader.GetFieldValue<byte[]>(0), bigEndian: true), reader.GetInt32(1), reader.GetFieldValue<byte[]>(2)));
        }
    }

    private static byte[] Bytes(Guid subject) => subject.ToByteArray(bigEndian: true);
}
