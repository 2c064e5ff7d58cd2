using Credence.Police.Access;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Storage;

namespace Credence.RecordBench;

/// <summary>An empty police record with one agency; gone at the end.</summary>
internal sealed class BenchRecord : IAsyncDisposable
{
    private readonly BenchPlace _place;

    private BenchRecord(BenchPlace place) => _place = place;

    /// <summary>The handle of an investigator.</summary>
    public const string Reader = "inv-1";

    public required RecordStore<PoliceContext> Store { get; init; }

    public required PoliceAccess Access { get; init; }

    /// <summary>Makes one in a file, or on a server where its address is given.</summary>
    public static async Task<BenchRecord> Make(string? server)
    {
        var place = await BenchPlace.Make(server);
        var store = await PoliceRecord.Open(place.Place, place.Keys, TimeProvider.System, default);
        await Founding.Of(store, OrganizationKind.PoliceAgency, "Riverton", "ZZ0310000", [(nameof(PoliceRole.Investigator), Reader)], default);
        var entry = await new CommandLineAccount(store).Enter("Riverton", "ZZ0310000", Purpose.Of(PurposeKind.Maintenance), default);
        return new BenchRecord(place) { Store = store, Access = ((CommandLineEntry.Entered)entry).Access };
    }

    public ValueTask DisposeAsync() => _place.DisposeAsync();
}
