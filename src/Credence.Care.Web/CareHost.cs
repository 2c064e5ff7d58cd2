using System.Net;
using Credence.Care.Access;
using Credence.Care.Directories;
using Credence.Care.Storage;
using Credence.Care.Web.Directories;
using Credence.Packs;
using Credence.Record.Access;
using Credence.Record.Storage;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Credence.Care.Web;

/// <summary>The web of one service record.</summary>
public static class CareHost
{
    private static readonly PurposeKind[] Purposes = [PurposeKind.Help, PurposeKind.RequestOfThePerson, PurposeKind.Audit, PurposeKind.LegalDuty, PurposeKind.Maintenance];

    /// <summary>A host that is not started yet.</summary>
    /// <param name="record">The record.</param>
    /// <param name="packs">The packs that it reads with.</param>
    /// <param name="listen">Where it listens.</param>
    /// <param name="address">Where people find it.</param>
    /// <param name="say">Hears of a fault by its kind, for whoever runs the host.</param>
    /// <param name="presses">How often one account may ask within a minute.</param>
    public static WebApplication Build(
        RecordStore<CareContext> record, PackLibrary packs, IPEndPoint listen, Uri address, Action<string> say, int presses = WebFloor.MostPresses)
    {
        var builder = WebFloor.Begin(record, new Side("care", "service record", Purposes, address) { MostPresses = presses }, listen);
        builder.Services.AddSingleton<CareDoor>().AddSingleton(_ => new DirectoryShelf(packs)).AddSingleton<DirectoryDesk>().AddSingleton<ListingDesk>();
        builder.Services.AddSingleton<PublicDirectory>();
        builder.Services.AddRateLimiter(HsdsEndpoints.Limit);
        return WebFloor.Build<CareContext>(builder, Asking.Find, say, HsdsEndpoints.Map);
    }
}
