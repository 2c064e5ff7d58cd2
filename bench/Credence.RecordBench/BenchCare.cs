using Credence.Care.Access;
using Credence.Care.Storage;
using Credence.Record.Access;
using Credence.Record.Storage;

namespace Credence.RecordBench;

/// <summary>An empty service record with one provider; gone at the end.</summary>
internal sealed class BenchCare : IAsyncDisposable
{
    /// <summary>The handle of an advocate.</summary>
    public const string Reader = "adv-1";

    public const string Provider = "Harbor House (invented)";

    private const string LeadHandle = "lead-1";

    private readonly BenchPlace _place;

    private BenchCare(BenchPlace place) => _place = place;

    public required RecordStore<CareContext> Store { get; init; }

    public required CareAccess Advocate { get; init; }

    /// <summary>Keeps the directory.</summary>
    public required CareAccess Lead { get; init; }

    /// <summary>Makes one in a file, or on a server where its address is given, by this clock.</summary>
    public static async Task<BenchCare> Make(string? server, TimeProvider clock)
    {
        var place = await BenchPlace.Make(server);
        var store = await CareRecord.Open(place.Place, place.Keys, clock, default);
        await Founding.Of(store, OrganizationKind.ServiceProvider, Provider, null, [(nameof(CareRole.Advocate), Reader), (nameof(CareRole.ProviderLead), LeadHandle)], default);
        return new BenchCare(place) { Store = store, Advocate = await Enter(store, Reader), Lead = await Enter(store, LeadHandle) };
    }

    /// <summary>The same record by the clock of this machine.</summary>
    public Task<RecordStore<CareContext>> Today() => CareRecord.Open(_place.Place, _place.Keys, TimeProvider.System, default);

    public ValueTask DisposeAsync() => _place.DisposeAsync();

    private static async Task<CareAccess> Enter(RecordStore<CareContext> store, string handle) =>
        (await new CareDoor(store).Enter((await Steward.Of(store).FindAccount(handle, default))!.Id, Purpose.Of(PurposeKind.Help), default))!;
}
