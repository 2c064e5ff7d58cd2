using System.Net;
using Credence.Consents;
using Credence.Police.Access;
using Credence.Police.Approaches;
using Credence.Police.Classification;
using Credence.Police.Encounters;
using Credence.Police.Events;
using Credence.Police.Incidents;
using Credence.Police.Measures;
using Credence.Police.Protection;
using Credence.Police.Review;
using Credence.Police.Search;
using Credence.Police.Storage;
using Credence.Police.Training;
using Credence.Police.Web.Approaches;
using Credence.Police.Web.Determinations;
using Credence.Police.Web.Events;
using Credence.Police.Web.Handovers;
using Credence.Police.Web.Imports;
using Credence.Police.Web.Incidents;
using Credence.Police.Web.Measures;
using Credence.Police.Web.Packs;
using Credence.Police.Web.Pages;
using Credence.Police.Web.Protection;
using Credence.Police.Web.Review;
using Credence.Police.Web.Roadside;
using Credence.Police.Web.Training;
using Credence.Police.Web.Writing;
using Credence.Protection;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Storage;
using Credence.Web;
using Credence.Web.Events;
using Credence.Web.Settings;
using Credence.Web.Teams;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Credence.Police.Web;

/// <summary>The web of one police record.</summary>
public static class PoliceHost
{
    private static readonly PurposeKind[] Purposes =
        [PurposeKind.Review, PurposeKind.Casework, PurposeKind.Help, PurposeKind.Audit, PurposeKind.Research, PurposeKind.LegalDuty, PurposeKind.Training, PurposeKind.Maintenance];

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
        var builder = WebFloor.Begin(record, SideOf(address, presses), listen);
        builder.Services.AddSingleton(readers).AddSingleton<PoliceDoor>();
        builder.Services.AddSingleton<IncidentDesk>().AddSingleton<SearchDesk>().AddSingleton<IEventLog<PoliceAccess>, EventDesk>().AddSingleton<ITeam<PoliceAccess, PoliceRole>, TeamDesk>().AddSingleton<IAgency<PoliceAccess>, AgencyDesk>();
        builder.Services.AddSingleton<ReviewBoards>().AddSingleton<ReviewDesk>().AddSingleton<ReadingDesk>().AddSingleton<AdjudicationDesk>();
        builder.Services.AddSingleton<ImportDesk>().AddSingleton<Spool>().AddSingleton<ImportRoom>();
        builder.Services.AddSingleton(_ => readers.Case).AddSingleton<RoadsideCard>().AddSingleton<EncounterDesk>().AddSingleton<ArrestReviewDesk>();
        builder.Services.AddSingleton(new PrintedCharge(readers.Library)).AddSingleton<ArrestApprovalDesk>().AddSingleton<DeterminationDesk>();
        builder.Services.AddSingleton<ApproachDesk>().AddSingleton<ApproachSheetDesk>();
        builder.Services.AddSingleton(_ => readers.Training).AddSingleton<TrainingDesk>().AddSingleton<MeasureDesk>();
        builder.Services.AddSingleton<AgencyPost>().AddSingleton<Readings<HandoverForm>>().AddSingleton<HandoverRoom>();
        return WebFloor.Build<PoliceContext>(builder, Askers.By<PoliceAccess>(Enter), say, host => Map(host, readers));
    }

    private static Side SideOf(Uri address, int presses) => new("police", "police record", Purposes, address)
    {
        Scripts = RoadsideAssets.Scripts,
        MostPresses = presses,
        Places = access => access is PoliceAccess police ? Places.Of(police) : [],
        // Signing out warns of what is not sent yet; what waits is sent from any page.
        FrameScripts = access => access is PoliceAccess police && police.May(PoliceAct.KeepEncounter) ? RoadsideAssets.Scripts : [],
        EventWords = EventWords.All,
    };

    private static Task<PoliceAccess?> Enter(IServiceProvider services, AccountId account, Credence.Record.Access.Purpose purpose, CancellationToken cancellation) =>
        services.GetRequiredService<PoliceDoor>().Enter(account, purpose, cancellation);

    private static void Map(IEndpointRouteBuilder host, Readers readers)
    {
        var inside = host.MapGroup("").RequireAuthorization().AddEndpointFilter(Askers.Ask<PoliceAccess>);
        HomePages.Map(inside);
        IncidentPages.Map(inside);
        ReviewAssets.Script.Map(host);
        ReviewPages.Map(inside);
        ReadingPages.Map(inside);
        AdjudicationPages.Map(inside);
        ImportPages.Map(inside);
        EventPages.Map<PoliceAccess>(inside, access => access.May(PoliceAct.ReadEvents));
        TeamPages.Map<PoliceAccess, PoliceRole>(inside, new(
            access => access.May(PoliceAct.ManageAccounts), access => access.May(PoliceAct.Approve), "A supervisor"));
        SettingsPages.Map<PoliceAccess>(inside, access => access.May(PoliceAct.ManageAccounts), () => RetentionPack.From(readers.Library, []), RecordSide.Police);
        RoadsideAssets.Style.Map(host);
        foreach (var script in RoadsideAssets.Scripts) script.Map(host);
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
        TrainingPages.Map(host, inside);
        MeasurePages.Map(inside);
        PackPages.Map(inside);
    }
}
