using Credence.Record.Access;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Credence.Record.Storage;

/// <summary>How far a record's tables are.</summary>
/// <param name="Applied">Migrations it has.</param>
/// <param name="Pending">Migrations this program would add.</param>
/// <param name="Unknown">Migrations it has and this program does not know: a later Credence, or the other side, made them.</param>
public sealed record MigrationState(IReadOnlyList<string> Applied, IReadOnlyList<string> Pending, IReadOnlyList<string> Unknown);

/// <summary>Brings the tables forward; never back. Of two processes that start at once, one does it and the other waits.</summary>
public static class Migrator
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public static async Task<MigrationState> State<TContext>(RecordStore<TContext> store, CancellationToken cancellation)
        where TContext : RecordContext
    {
        await using var rows = store.Enter(Scope.Steward);
        return await State(rows, cancellation);
    }

    public static async Task Migrate<TContext>(RecordStore<TContext> store, CancellationToken cancellation, string? upTo = null) where TContext : RecordContext
    {
        try
        {
            await using var turn = await Turn(store.Place, store.Clock, cancellation);
            await using var rows = store.Enter(Scope.Steward);
            if (store.Place is RecordPlace.EmbeddedFile file) await Prepare(rows, file, cancellation);
            var state = await State(rows, cancellation);
            if (state.Unknown.Count > 0) throw new RecordFault(
                $"{store.Place}: found tables that this program does not know ({state.Unknown[^1]}), expected a record of this side made by this or an earlier Credence.");
            if (state.Pending.Count > 0 && (upTo is null || state.Pending.Contains(upTo))) await rows.Database.MigrateAsync(upTo, cancellation);
        }
        catch (Exception e) when (RecordFault.Of(e, store.Place) is { } fault)
        {
            throw fault;
        }
    }

    internal static async Task<MigrationState> State(RecordContext rows, CancellationToken cancellation)
    {
        var known = rows.Database.GetMigrations().ToList();
        var applied = (await rows.Database.GetAppliedMigrationsAsync(cancellation)).ToList();
        return new MigrationState(applied, [.. known.Except(applied)], [.. applied.Except(known)]);
    }

    // EF keeps other migrators out of an embedded file by a row, which a killed process leaves behind for ever. Our own lock goes
    // with the process that holds it; whoever has it may take that row away.
    private static async Task Prepare(RecordContext rows, RecordPlace.EmbeddedFile file, CancellationToken cancellation)
    {
        if (!File.Exists(file.Path)) PrivateFile.Create(file.Path, FileMode.OpenOrCreate).Dispose();
        await rows.Database.OpenConnectionAsync(cancellation);
        var connection = rows.Database.GetDbConnection();
        await connection.Run("PRAGMA journal_mode = WAL", cancellation);
        await connection.Run("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellation);
    }

    private static async Task<IAsyncDisposable> Turn(RecordPlace place, TimeProvider clock, CancellationToken cancellation)
    {
        if (place is RecordPlace.Server server) return await Turn(server, cancellation);
        var file = (RecordPlace.EmbeddedFile)place;
        var began = clock.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream($"{file.Path}.migrating", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException e) when (FileTurn.IsTaken(e) && clock.GetElapsedTime(began) < Longest)
            {
                await Task.Delay(50, cancellation);
            }
            catch (Exception e) when (RecordFault.OfFile(e, file.Path, "nothing was changed") is { } fault)
            {
                throw fault;
            }
        }
    }

    // EF's own lock on a server is let go between two migrations, where another process slips in; this one ends with its connection.
    private static async Task<IAsyncDisposable> Turn(RecordPlace.Server place, CancellationToken cancellation)
    {
        const long migrating = 0x43_72_65_64_65_6E_63_65;
        // Not from the pool, which would keep the connection and its lock open.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(place.ConnectionString)
        {
            Pooling = false,
            CommandTimeout = (int)Longest.TotalSeconds,
        }.ConnectionString);
        await connection.OpenAsync(cancellation);
        await connection.Run($"SELECT pg_advisory_lock({migrating})", cancellation);
        return connection;
    }
}
