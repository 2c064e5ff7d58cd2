using System.Net;
using Credence.Record.Storage;
using Credence.Web.SignIns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Credence.Web;

/// <summary>What a host stands on whose visitors have accounts: the ground of every host, with sign-in and sessions.</summary>
public static class WebFloor
{
    private const int MostTries = 30;

    /// <summary>How often an account may ask within a minute: more than a person can, less than it takes to carry a record away unseen.</summary>
    public const int MostPresses = 600;

    /// <summary>A builder that takes no setting from the folder where it was started.</summary>
    public static WebApplicationBuilder Begin<TContext>(RecordStore<TContext> record, Side side, IPEndPoint listen) where TContext : RecordContext
    {
        var builder = WebGround.Begin(record, side, listen);
        builder.Services.AddRateLimiter(limits => limits
            .AddPolicy(SignInPages.Tried, context => WebGround.Within(MostTries, RemoteNetwork.Of(context), TimeSpan.FromMinutes(1)))
            .AddPolicy(SignInPages.Door, context => WebGround.Within(MostPresses, RemoteNetwork.Of(context), TimeSpan.FromMinutes(1))));
        builder.Services.AddSignIn<TContext>(side);
        return builder;
    }

    /// <summary>Puts the floor under a host, and its pages on it.</summary>
    /// <param name="builder">From <see cref="Begin"/>.</param>
    /// <param name="find">Finds who asks, behind authentication.</param>
    /// <param name="say">Hears of a fault by its kind, for whoever runs the host.</param>
    /// <param name="pages">Maps the pages.</param>
    public static WebApplication Build<TContext>(WebApplicationBuilder builder, Func<HttpContext, RequestDelegate, Task> find, Action<string> say, Action<IEndpointRouteBuilder> pages)
        where TContext : RecordContext => WebGround.Build(
            builder,
            host =>
            {
                host.UseAuthentication();
                host.UseRateLimiter();
                host.Use(HeldSession.Answer);
                host.Use(find);
                host.UseAuthorization();
            },
            say,
            host =>
            {
                Asset.Style.Map(host);
                Asset.Passkey.Map(host);
                SignInPages.Map<TContext>(host);
                pages(host);
            });
}
