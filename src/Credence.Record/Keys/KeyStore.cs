using System.Data;
using System.Data.Common;
using Credence.Record.Storage;

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

    private readonly RecordPlace _place;
    private readonly Dialect _dialect;

    private KeyStore(RecordPlace place) => (_place, _dialect) = (place, Dialect.Of(place));

    /// <summary>Opens the store, or makes it.</summary>
    public static async Task<KeyStore> Open(RecordPlace place, CancellationToken cancellation)
    {
        var store = new KeyStore(place);
        if (place is RecordPlace.EmbeddedFile file && !File.Exists(file.Path)) PrivateFile.Create(file.Path, FileMode.OpenOrCreate).Dispose();
        await store.Run(async connection =>
        {
            if (place is RecordPlace.EmbeddedFile) await connection.Run("PRAGMA journal_mode = WAL", cancellation);
            await connection.Run(Table(place is RecordPlace.Server ? "bytea" : "blob"), cancellation);
            return 0;
        }, cancellation);
        return store;
    }

    /// <summary>Keeps these keys; a subject that has one, or had one that was erased, is left as it is.</summary>
    public Task Add(IReadOnlyList<WrappedKey> keys, CancellationToken cancellation) => InTransaction(async transaction =>
    {
        await using var insert = transaction.Command("INSERT INTO keys (subject, version, wrapped) VALUES (@subject, @version, @wrapped) ON CONFLICT DO NOTHING");
        foreach (var key in keys)
        {
            insert.Parameters.Clear();
            insert.Add("subject", Bytes(key.Subject)).Add("version", key.Version).Add("wrapped", key.Bytes);
            await insert.ExecuteNonQueryAsync(cancellation);
        }
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
    public async Task Erase(Guid subject, DateTimeOffset at, CancellationToken cancellation)
    {
        await InTransaction(async transaction =>
        {
            await using var update = transaction.Command(
                "INSERT INTO keys (subject, version, wrapped, erased_at) VALUES (@subject, 0, NULL, @at) ON CONFLICT (subject) DO UPDATE SET wrapped = NULL, version = 0, erased_at = COALESCE(keys.erased_at, @at)");
            await update.Add("subject", Bytes(subject)).Add("at", Microseconds.Of(at)).ExecuteNonQueryAsync(cancellation);
        }, cancellation);
        // What the log of changes still holds of the old bytes goes too.
        await Run(async connection =>
        {
            await connection.Run(_place is RecordPlace.Server ? "VACUUM keys" : "PRAGMA wal_checkpoint(TRUNCATE)", cancellation);
            return 0;
        }, cancellation);
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
