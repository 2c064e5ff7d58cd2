using System.Net;
using Credence.Police.Access;
using Credence.Police.Approaches;
using Credence.Police.Classification;
using Credence.Police.Encounters;
using Credence.Police.Events;
using Credence.Police.Incidents;
using Credence.Police.Protection;
using Credence.Police.Review;
using Credence.Police.Search;
using Credence.Police.Storage;
using Credence.Police.Web.Access;
using Credence.Police.Web.Approaches;
using Credence.Police.Web.Determinations;
using Credence.Police.Web.Events;
using Credence.Police.Web.Handovers;
using Credence.Police.Web.Imports;
using Credence.Police.Web.Incidents;
using Credence.Police.Web.Packs;
using Credence.Police.Web.Pages;
using Credence.Police.Web.Protection;
using Credence.Police.Web.Review;
using Credence.Police.Web.Roadside;
using Credence.Police.Web.Writing;
using Credence.Protection;
using Credence.Record.Access;
using Credence.Record.Storage;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Credence.Police.Web;

/// <summary>The web of one police record.</summary>
public static class PoliceHost
{
    private static readonly PurposeKind[] Purposes =
        [PurposeKind.Review, PurposeKind.Casework, PurposeKind.Help, PurposeKind.Audit, PurposeKind.Research, PurposeKind.LegalDuty, PurposeKind.Maintenance];

    /// <summary>A host that is not started yet.</summary>
    /// <param name="record">The record.</param>
    /// <param name="readers">What its pages read with; hosts of the same packs may share it.</param>
    /// <param name="listen">Where it listens.</param>
    /// <param name="address">Where people find it.</param>
    /// <param name="say">Hears of a fault by its kind, for whoever runs the host.</param>
    /// <param name="presses">How often one account may ask within a minute.</param>
    public static WebApplication Build(
        RecordStore<PoliceContext> record, Readers readers, IPEndPoint listen, Uri address, Action<string> say, int presses = WebFloor.MostPresses)
    {
        var builder = WebFloor.Begin(record, new Side("police", "police record", Purposes, address) { Scripts = [RoadsideAssets.Script], MostPresses = presses }, listen);
        builder.Services.AddSingleton(readers).AddSingleton<PoliceDoor>();
        builder.Services.AddSingleton<IncidentDesk>().AddSingleton<SearchDesk>().AddSingleton<EventDesk>().AddSingleton<TeamDesk>().AddSingleton<AgencyDesk>();
        builder.Services.AddSingleton<ReviewBoards>().AddSingleton<ReviewDesk>().AddSingleton<ReadingDesk>().AddSingleton<AdjudicationDesk>();
        builder.Services.AddSingleton<ImportDesk>().AddSingleton<Spool>().AddSingleton<ImportRoom>();
        builder.Services.AddSingleton(_ => readers.Case).AddSingleton<RoadsideCard>().AddSingleton<EncounterDesk>().AddSingleton<ArrestReviewDesk>();
        builder.Services.AddSingleton(new PrintedCharge(readers.Library)).AddSingleton<ArrestApprovalDesk>().AddSingleton<DeterminationDesk>();
        builder.Services.AddSingleton<ApproachDesk>().AddSingleton<ApproachSheetDesk>();
        builder.Services.AddSingleton<AgencyPost>().AddSingleton<Readings>().AddSingleton<HandoverRoom>();
        return WebFloor.Build<PoliceContext>(builder, Asking.Find, say, Map);
    }

    private static void Map(IEndpointRouteBuilder host)
    {
        var inside = host.MapGroup("").RequireAuthorization().AddEndpointFilter(Asking.Ask);
        HomePages.Map(inside);
        IncidentPages.Map(inside);
        ReviewAssets.Script.Map(host);
        ReviewPages.Map(inside);
        ReadingPages.Map(inside);
        AdjudicationPages.Map(inside);
        ImportPages.Map(inside);
        EventPages.Map(inside);
        TeamPages.Map(inside);
        AgencyPages.Map(inside);
        RoadsideAssets.Style.Map(host);
        RoadsideAssets.Script.Map(host);
        RoadsideAssets.Icon.Map(host);
        RoadsideAssets.Manifest.Map(host);
        RoadsidePages.Map(inside);
        RoadsideArrestPages.Map(inside);
        RoadsidePhonePages.Map(inside);
        DeterminationPages.Map(inside);
        ArrestPages.Map(inside);
        ApprovalPages.Map(inside);
        ApproachPages.Map(inside);
        SheetPages.Map(inside);
        HandoverPages.Map(inside);
        WritingPages.Map(host, inside);
        PackPages.Map(inside);
    }
}
