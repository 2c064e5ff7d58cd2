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

/// <summary>What every host of pages stands on, with accounts or without: manners, limits, forms that cannot be sent from elsewhere, faults that say nothing of anybody.</summary>
public static class WebGround
{
    internal const long LargestForm = 1 << 20;

    /// <summary>A builder that takes no setting from the folder where it was started.</summary>
    public static WebApplicationBuilder Begin<TContext>(RecordStore<TContext> record, Side side, IPEndPoint listen) where TContext : RecordContext
    {
        var builder = Begin(record.Clock, side, listen, keys => keys.PersistKeysToFileSystem(WebKeys(record, side)));
        builder.Services.AddSingleton(record);
        return builder;
    }

    /// <summary>The same for a host that stands on no record: the keys of its forms end with it.</summary>
    public static WebApplicationBuilder Begin(TimeProvider clock, Side side, IPEndPoint listen) => Begin(clock, side, listen, keys => keys.UseEphemeralDataProtectionProvider());

    private static WebApplicationBuilder Begin(TimeProvider clock, Side side, IPEndPoint listen, Action<IDataProtectionBuilder> keys)
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
        AddServices(builder.Services, clock, side, keys);
        return builder;
    }

    /// <summary>Puts the ground under a host, and its pages on it.</summary>
    /// <param name="builder">From Begin.</param>
    /// <param name="who">Adds what finds who asks, behind routing.</param>
    /// <param name="say">Hears of a fault by its kind, for whoever runs the host.</param>
    /// <param name="pages">Maps the pages.</param>
    public static WebApplication Build(WebApplicationBuilder builder, Action<WebApplication> who, Action<string> say, Action<IEndpointRouteBuilder> pages)
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
        host.Use(Faults(side, say));
        host.UseRouting();
        who(host);
        host.Use(WholeForms.Short);
        host.UseAntiforgery();
        host.Use(WholeForms.Ours);
        pages(host);
        // As a plain delegate: made at build time, a fallback would lose its place behind all others.
        host.MapFallback(context => side.Says(Trouble.NotFound).ExecuteAsync(context));
        return host;
    }

    /// <summary>How long a form may be that comes to this endpoint.</summary>
    public static long LongestForm(HttpContext context) => WholeForms.Longest(context);

    /// <summary>At most so many within a time from one who asks.</summary>
    public static RateLimitPartition<string> Within(int most, string who, TimeSpan window) => RateLimitPartition.GetFixedWindowLimiter(
        who, _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = window });

    private static void AddServices(IServiceCollection services, TimeProvider clock, Side side, Action<IDataProtectionBuilder> keys)
    {
        services.AddSingleton(clock).AddSingleton(side);
        keys(services.AddDataProtection().SetApplicationName($"credence-{side.Word}"));
        services.AddRazorComponents();
        services.AddAntiforgery(form =>
        {
            form.Cookie.Name = side.CookieName(side.FormCookie);
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
                await side.Says(Trouble.TooMany).ExecuteAsync(rejected.HttpContext);
            };
            limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                Session.Account(context.User) is { } account ? Within(side.MostPresses, account.Value.ToString(), TimeSpan.FromMinutes(1)) : RateLimitPartition.GetNoLimiter(""));
        });
    }

    // Beside the ring, which is readable by one user only. They seal forms and half-done sign-ins, no content.
    private static DirectoryInfo WebKeys<TContext>(RecordStore<TContext> record, Side side) where TContext : RecordContext
    {
        var folder = Path.Combine(record.Vault.Folder.Path, side.KeyFolder);
        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(folder)
            : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static Func<HttpContext, RequestDelegate, Task> Faults(Side side, Action<string> say) => async (context, next) =>
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
            await side.Says(e is Microsoft.AspNetCore.Http.BadHttpRequestException ? Trouble.Stale : Trouble.Fault).ExecuteAsync(context);
        }
    };
}
