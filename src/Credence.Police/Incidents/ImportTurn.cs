using System.Buffers.Binary;
using System.Data.Common;
using Credence.Record.Storage;

namespace Credence.Police.Incidents;

/// <summary>
/// One import into a record at a time: what is known of an incident is read before the transaction that changes it. The turn goes
/// with the process that has it, however that ends.
/// </summary>
internal static class ImportTurn
{
    // The number of PostgreSQL's advisory lock.
    private static readonly long Name = BinaryPrimitives.ReadInt64BigEndian("cr-impor"u8);

    /// <summary>The turn, or null if somebody else has it.</summary>
    public static async Task<IAsyncDisposable?> Take(RecordPlace place, Dialect dialect, CancellationToken cancellation)
    {
        if (place is RecordPlace.EmbeddedFile file) return Take(file.Path);
        var connection = dialect.Connect(place);
        try
        {
            await connection.OpenAsync(cancellation);
            await using var command = connection.Command("SELECT pg_try_advisory_lock(@name)").Add("name", Name);
            if (await command.ExecuteScalarAsync(cancellation) is true) return new ServerTurn(connection);
        }
        catch (Exception e)
        {
            await connection.DisposeAsync();
            if (RecordFault.Of(e, place) is { } fault) throw fault;
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    private static FileStream? Take(string record)
    {
        try
        {
            return new FileStream($"{record}.importing", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException e) when (FileTurn.IsTaken(e))
        {
            return null;
        }
        catch (Exception e) when (RecordFault.OfFile(e, record, "nothing was imported") is { } fault)
        {
            throw fault;
        }
    }

    // A connection goes back into its pool with the locks it has.
    private sealed class ServerTurn(DbConnection connection) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await using (connection)
            {
                await using var command = connection.Command("SELECT pg_advisory_unlock(@name)").Add("name", Name);
                await command.ExecuteNonQueryAsync();
            }
        }
    }
}
