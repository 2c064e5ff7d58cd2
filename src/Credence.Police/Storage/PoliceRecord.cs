using Credence.Record.Keys;
using Credence.Record.Storage;

namespace Credence.Police.Storage;

/// <summary>Opens the police record.</summary>
public static class PoliceRecord
{
    /// <summary>The record at this place, its tables brought forward, its keys at hand.</summary>
    /// <param name="place">Where it is kept.</param>
    /// <param name="keys">The folder of its keys; made where it is missing and the record is new.</param>
    /// <param name="clock">The time.</param>
    /// <param name="cancellation">Ends the wait for another process that migrates.</param>
    public static async Task<RecordStore<PoliceContext>> Open(RecordPlace place, KeyFolder keys, TimeProvider clock, CancellationToken cancellation)
    {
        var record = await RecordStore.Open<PoliceContext>(
            place, keys, clock,
            place is RecordPlace.Server ? (options, scope) => new PostgresPoliceContext(options, scope) : (options, scope) => new SqlitePoliceContext(options, scope),
            cancellation);
        await Migrator.Migrate(record, cancellation);
        return record;
    }
}
