using System.Net;
using Credence.Care.Access;
using Credence.Care.Cards;
using Credence.Care.Consents;
using Credence.Care.Directories;
using Credence.Care.Erasure;
using Credence.Care.Events;
using Credence.Care.Feedback;
using Credence.Care.Persons;
using Credence.Care.Referrals;
using Credence.Care.Statements;
using Credence.Care.Storage;
using Credence.Care.Wishes;
using Credence.Portal.Entry;
using Credence.Portal.Pages;
using Credence.Record.Access;
using Credence.Record.Handovers;
using Credence.Record.Storage;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Side = Credence.Web.Side;

namespace Credence.Portal;

/// <summary>
/// The host of persons who look at what is their own: its own address, cookie and keys, and no way to see what is anybody else's. It stands on
/// the service record; police have no code for it.
/// </summary>
public static class PortalHost
{
    /// <summary>The portal of one organization of a service record; it is not started yet.</summary>
    /// <param name="record">The record.</param>
    /// <param name="organization">Whose portal.</param>
    /// <param name="portal">What its pages know.</param>
    /// <param name="passphrases">How passphrases are hashed.</param>
    /// <param name="listen">Where it listens.</param>
    /// <param name="address">Where people find it.</param>
    /// <param name="say">Hears of a fault by its kind, for whoever runs the host.</param>
    /// <param name="longestWait">How long a try waits at most after many wrong ones.</param>
    public static WebApplication Build(
        RecordStore<CareContext> record, OrganizationId organization, Portal portal, Passphrases passphrases, IPEndPoint listen, Uri address, Action<string> say,
        TimeSpan? longestWait = null)
    {
        var builder = WebGround.Begin(record, new Side("portal", "", [], address) { KeyFolder = "portal", FormCookie = "f", Says = trouble => new Said(trouble) }, listen);
        builder.Services.AddSingleton(portal).AddSingleton<Visits>().AddSingleton(new Patience(record.Clock, longestWait ?? Patience.Longest));
        builder.Services.AddSingleton(new SurvivorDoor(record, organization, passphrases));
        // The post is looked for anew, so that one that the organization made meanwhile tells holders of a withdrawal at once.
        builder.Services.AddTransient(_ => new ConsentDesk(record, Post.Find(record, organization))).AddTransient(_ => new BroughtConsentDesk(record, Post.Find(record, organization)))
            .AddTransient(_ => new ReferralDesk(record, Post.Find(record, organization)));
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<PersonDesk>().AddSingleton<StatementDesk>().AddSingleton<LogDesk>().AddSingleton<ErasureDesk>();
        builder.Services.AddSingleton(new WishDesk(record, portal.Packs)).AddSingleton<FeedbackDesk>().AddSingleton<RestorativeDesk>();
        builder.Services.AddSingleton<PublicDirectory>().AddSingleton<Readings<GivingDraft>>().AddTransient<Desks>();
        builder.Services.AddRateLimiter(limits => limits.AddPolicy(
            EntryPages.BeginLimit, context => WebGround.Within(EntryPages.MostBegun, RemoteNetwork.Of(context), TimeSpan.FromHours(1))));
        return WebGround.Build(
            builder,
            host =>
            {
                host.Use(Asking.Find);
                host.UseRateLimiter();
            },
            say, Map);
    }

    private static void Map(IEndpointRouteBuilder host)
    {
        PortalAssets.Style.MapUnkept(host);
        PortalAssets.Script.MapUnkept(host);
        foreach (var say in Words.Languages)
        {
            var outside = host.MapGroup(say.Prefix);
            EntryPages.Map(outside);
            var inside = host.MapGroup(say.Prefix).WithMetadata(new Inside());
            OwnPages.Map(inside);
            NotePages.Map(inside);
            AgreementPages.Map(inside);
            GivingPages.Map(inside);
            ErasePages.Map(inside);
            SecretPages.Map(inside);
            HopePages.Map(inside);
            HelpPages.Map(inside);
            TalkPages.Map(inside);
            TreatedPages.Map(inside);
        }
    }
}

/// <summary>On an endpoint for those who are inside.</summary>
internal sealed class Inside;
