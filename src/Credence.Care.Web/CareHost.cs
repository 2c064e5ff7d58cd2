using System.Net;
using Credence.Care.Access;
using Credence.Care.Cards;
using Credence.Care.Declarations;
using Credence.Care.Directories;
using Credence.Care.Erasure;
using Credence.Care.Events;
using Credence.Care.Feedback;
using Credence.Care.FollowUps;
using Credence.Care.Handovers;
using Credence.Care.Interviews;
using Credence.Care.Needs;
using Credence.Care.Persons;
using Credence.Care.Reach;
using Credence.Care.Referrals;
using Credence.Care.Releases;
using Credence.Care.Retention;
using Credence.Care.Safety;
using Credence.Care.Statements;
using Credence.Care.Storage;
using Credence.Care.Web.Cards;
using Credence.Care.Web.Consents;
using Credence.Care.Web.Declarations;
using Credence.Care.Web.Directories;
using Credence.Care.Web.Duties;
using Credence.Care.Web.Erasure;
using Credence.Care.Web.Feedback;
using Credence.Care.Web.Holds;
using Credence.Care.Web.Inbox;
using Credence.Care.Web.Needs;
using Credence.Care.Web.Pages;
using Credence.Care.Web.Persons;
using Credence.Care.Web.Reach;
using Credence.Care.Web.Referrals;
using Credence.Care.Web.Releases;
using Credence.Care.Web.Statements;
using Credence.Care.Web.Wishes;
using Credence.Care.Wishes;
using Credence.Consents;
using Credence.Packs;
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
        var builder = WebFloor.Begin(record, SideOf(address, presses), listen);
        builder.Services.AddSingleton<CareDoor>().AddSingleton(_ => new DirectoryShelf(packs)).AddSingleton<DirectoryDesk>().AddSingleton<ListingDesk>();
        builder.Services.AddSingleton<PublicDirectory>();
        builder.Services.AddSingleton<IEventLog<CareAccess>, EventDesk>().AddSingleton<ITeam<CareAccess, CareRole>, TeamDesk>().AddSingleton<IAgency<CareAccess>, AgencyDesk>();
        builder.Services.AddSingleton<InboxDesk>().AddSingleton(new HandoverDesk(record)).AddSingleton<ProviderPost>().AddSingleton<PersonDesk>().AddSingleton<LogDesk>();
        builder.Services.AddSingleton<StatementDesk>().AddSingleton<ReachDesk>().AddSingleton<FollowUpDesk>().AddSingleton<ErasureDesk>().AddSingleton(_ => RetentionPack.From(packs, []).First(one => one.Pack.Id == "retention")).AddSingleton<RetentionDesk>().AddSingleton<ReleaseDesk>().AddSingleton<Readings<ConsentDraft>>();
        builder.Services.AddSingleton<NeedsDesk>().AddSingleton<SafetyDesk>().AddSingleton<InterviewDesk>();
        builder.Services.AddSingleton<ReferralLinks>().AddSingleton(new WishDesk(record, packs)).AddSingleton<PoliceDesk>().AddSingleton<RestorativeDesk>().AddSingleton<DeclarationDesk>().AddSingleton<FeedbackDesk>().AddSingleton<CardDesk>();
        builder.Services.AddRateLimiter(HsdsEndpoints.Limit).AddRateLimiter(ReferralLinkPages.Limit);
        return WebFloor.Build<CareContext>(builder, Askers.By<CareAccess>(Enter), say, host => Map(host, record, packs));
    }

    private static Side SideOf(Uri address, int presses) => new("care", "service record", Purposes, address)
    {
        MostPresses = presses, Places = access => access is CareAccess care ? Places.Of(care) : [], EventWords = EventWords.All,
    };

    private static Task<CareAccess?> Enter(IServiceProvider services, AccountId account, Credence.Record.Access.Purpose purpose, CancellationToken cancellation) =>
        services.GetRequiredService<CareDoor>().Enter(account, purpose, cancellation);

    private static void Map(IEndpointRouteBuilder host, RecordStore<CareContext> record, PackLibrary packs)
    {
        HsdsEndpoints.Map(host);
        ReferralLinkPages.Map(host);
        var inside = host.MapGroup("").RequireAuthorization().AddEndpointFilter(Askers.Ask<CareAccess>);
        HomePages.Map(inside);
        InboxPages.Map(inside);
        ReachPages.Map(inside);
        PersonPages.Map(inside);
        new ConsentPages(packs).Map(inside);
        new ReleasePages(packs).Map(inside);
        HoldPages.Map(inside);
        new DutyPages(packs).Map(inside);
        CardPages.Map(inside);
        NeedPages.Map(inside);
        ReferralPages.Map(inside);
        new WishPages(packs).Map(inside);
        new PolicePages(packs).Map(inside);
        RestorativePages.Map(inside);
        DeclarationPages.Map(inside);
        FeedbackPages.Map(inside);
        StatementPages.Map(inside);
        DirectoryPages.Map(inside);
        ErasurePages.Map(inside);
        EventPages.Map<CareAccess>(inside, access => access.May(CareAct.ReadEvents));
        TeamPages.Map<CareAccess, CareRole>(inside, new(access => access.May(CareAct.ManageAccounts), access => access.May(CareAct.Approve), "A lead"));
        SettingsPages.Map<CareAccess>(inside, access => access.May(CareAct.ManageAccounts), () => RetentionPack.From(packs, []), RecordSide.Care, new AgencyDesk(record).Call);
    }
}
