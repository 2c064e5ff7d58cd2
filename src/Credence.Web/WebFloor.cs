using System.Net;
using System.Threading.RateLimiting;
using Credence.Record.Storage;
using Credence.Web.SignIns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Credence.Web;

/// <summary>What every host of pages stands on: manners, sessions, sign-in, forms that cannot be sent from elsewhere, faults that say nothing of anybody.</summary>
public static class WebFloor
{
    private const long LargestForm = 1 << 20;
    private const int MostTries = 30;

    /// <summary>How often an account may ask within a minute: more than a person can, less than it takes to carry a record away unseen.</summary>
    public const int MostPresses = 600;

    /// <summary>A builder that takes no setting from the folder where it was started.</summary>
    public static WebApplicationBuilder Begin<TContext>(RecordStore<TContext> record, Side side, IPEndPoint listen) where TContext : RecordContext
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(WebFloor).Assembly.GetName().Name });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = LargestForm;
            server.Listen(listen, line => line.Protocols = HttpProtocols.Http1);
        });
        // A log names kinds of faults; no category that writes what a request said is let through.
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Critical);
        AddServices(builder.Services, record, side);
        return builder;
    }

    /// <summary>Puts the floor under a host, and its pages on it.</summary>
    /// <param name="builder">From <see cref="Begin"/>.</param>
    /// <param name="find">Finds who asks, behind authentication.</param>
    /// <param name="say">Hears of a fault by its kind, for whoever runs the host.</param>
    /// <param name="pages">Maps the pages.</param>
    public static WebApplication Build<TContext>(WebApplicationBuilder builder, Func<HttpContext, RequestDelegate, Task> find, Action<string> say, Action<IEndpointRouteBuilder> pages)
        where TContext : RecordContext
    {
        var host = builder.Build();
        var side = host.Services.GetRequiredService<Side>();
        // The web server in front says for whom it asks; that it was asked by TLS is known from the address.
        host.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor });
        host.Use((context, next) =>
        {
            if (side.IsSecure) context.Request.Scheme = Uri.UriSchemeHttps;
            return next(context);
        });
        host.Use(Manners.Answer);
        host.UseHostFiltering();
        host.Use(Faults(say));
        host.UseRouting();
        host.UseAuthentication();
        host.UseRateLimiter();
        host.Use(HeldSession.Answer);
        host.Use(find);
        host.UseAuthorization();
        host.Use(WholeForms.Short(LargestForm));
        host.UseAntiforgery();
        host.Use(WholeForms.Ours);
        Asset.Style.Map(host);
        Asset.Passkey.Map(host);
        SignInPages.Map<TContext>(host);
        pages(host);
        host.MapFallback(Answers.NotFound);
        return host;
    }

    private static void AddServices<TContext>(IServiceCollection services, RecordStore<TContext> record, Side side) where TContext : RecordContext
    {
        services.AddSingleton(record).AddSingleton(record.Clock).AddSingleton(side);
        services.AddDataProtection().SetApplicationName($"credence-{side.Word}").PersistKeysToFileSystem(WebKeys(record));
        services.AddRazorComponents();
        services.AddAntiforgery(form =>
        {
            form.Cookie.Name = SignInServices.CookieName("form", side);
            form.Cookie.SecurePolicy = side.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        });
        services.AddRouting();
        // Another name for this host is somebody else's page.
        services.AddHostFiltering(names => (names.AllowedHosts, names.IncludeFailureMessage) = ([side.Address.Host], false));
        services.AddRateLimiter(limits =>
        {
            limits.OnRejected = async (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = "60";
                await Answers.TooMany().ExecuteAsync(rejected.HttpContext);
            };
            limits.AddPolicy(SignInPages.Limit, context => Within(MostTries, context.Connection.RemoteIpAddress?.ToString() ?? ""));
            limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                Session.Account(context.User) is { } account ? Within(side.MostPresses, account.Value.ToString()) : RateLimitPartition.GetNoLimiter(""));
        });
        services.AddSignIn<TContext>(side);
    }

    private static RateLimitPartition<string> Within(int most, string who) => RateLimitPartition.GetFixedWindowLimiter(
        who, _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = TimeSpan.FromMinutes(1) });

    // Beside the ring, which is readable by one user only. They seal forms and half-done sign-ins, no content.
    private static DirectoryInfo WebKeys<TContext>(RecordStore<TContext> record) where TContext : RecordContext
    {
        var folder = Path.Combine(record.Vault.Folder.Path, "web");
        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(folder)
            : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static Func<HttpContext, RequestDelegate, Task> Faults(Action<string> say) => async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked has gone.
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            // The kind only: a message may hold what somebody wrote. What a record says of itself names a place and no content.
            if (e is not Microsoft.AspNetCore.Http.BadHttpRequestException) say(e is RecordFault fault ? fault.Message : $"Found a fault of the kind {e.GetType().Name}.");
            var manners = context.Response.Headers.ToList();
            context.Response.Clear();
            foreach (var (name, value) in manners) context.Response.Headers[name] = value;
            // A renderer that failed in the middle renders nothing more.
            await using var anew = context.RequestServices.CreateAsyncScope();
            context.RequestServices = anew.ServiceProvider;
            await (e is Microsoft.AspNetCore.Http.BadHttpRequestException ? Answers.Stale() : Answers.Fault()).ExecuteAsync(context);
        }
    };
}
