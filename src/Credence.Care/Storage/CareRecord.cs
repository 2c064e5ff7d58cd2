using Credence.Record.Keys;
using Credence.Record.Storage;

namespace Credence.Care.Storage;

/// <summary>Opens the service record.</summary>
public static class CareRecord
{
    /// <summary>The record at this place, its tables brought forward, its keys at hand.</summary>
    /// <param name="place">Where it is kept.</param>
    /// <param name="keys">The folder of its keys; made where it is missing and the record is new.</param>
    /// <param name="clock">The time.</param>
    /// <param name="cancellation">Ends the wait for another process that migrates.</param>
    public static async Task<RecordStore<CareContext>> Open(RecordPlace place, KeyFolder keys, TimeProvider clock, CancellationToken cancellation)
    {
        var record = await OpenForUpkeep(place, keys, clock, makesKeyStore: false, cancellation);
        await RecordStore.Prepare(record, cancellation);
        return record;
    }

    /// <summary>The record as it was found: nothing is brought forward, and it may be damaged or half restored. For its upkeep only.</summary>
    /// <param name="place">Where it is kept.</param>
    /// <param name="keys">The folder of its keys.</param>
    /// <param name="clock">The time.</param>
    /// <param name="makesKeyStore">True to bring lost keys back into a store that is missing.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static Task<RecordStore<CareContext>> OpenForUpkeep(
        RecordPlace place, KeyFolder keys, TimeProvider clock, bool makesKeyStore, CancellationToken cancellation) =>
        RecordStore.Open<CareContext>(
            place, keys, clock, CareContent.OfTheRecord,
            place is RecordPlace.Server ? (options, scope) => new PostgresCareContext(options, scope) : (options, scope) => new SqliteCareContext(options, scope),
            makesKeyStore, cancellation);
}
