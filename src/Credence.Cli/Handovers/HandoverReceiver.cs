using System.Globalization;
using System.Threading.RateLimiting;
using Credence.Record.Handovers;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Credence.Cli.Handovers;

/// <summary>The resource of a host on Kestrel: POST /handover, and GET /health for whoever watches the host.</summary>
internal static class HandoverReceiver
{
    private const string RatePolicy = "handover";

    // A week's backlog of a partner comes in minutes; a stranger who guesses gets nowhere.
    private const int MostInAMinute = 240;

    public static void AddTo(IServiceCollection parts) => parts.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.AddPolicy(RatePolicy, http => RateLimitPartition.GetFixedWindowLimiter(
            RemoteNetwork.Of(http), _ => new FixedWindowRateLimiterOptions { PermitLimit = MostInAMinute, Window = TimeSpan.FromMinutes(1) }));
    });

    public static void Map(IEndpointRouteBuilder routes, HandoverResource resource)
    {
        routes.MapGet("/health", async http => await Write(http, await resource.Health(http.RequestAborted))).RequireRateLimiting(RatePolicy);
        routes.MapPost($"/{HandoverSender.Resource}", async http => await Take(http, resource)).RequireRateLimiting(RatePolicy);
    }

    private static async Task Take(HttpContext http, HandoverResource resource)
    {
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            using var body = new MemoryStream();
            if (http.Request.ContentType == HandoverSender.EnvelopeType) await http.Request.Body.CopyToAsync(body, http.RequestAborted);
            await Write(http, await resource.Take(http.Request.ContentType, body.ToArray(), http.RequestAborted));
        }
        catch (BadHttpRequestException e)
        {
            http.Response.StatusCode = e.StatusCode;
            await http.Response.WriteAsync("Expected an envelope of the agreed length.", http.RequestAborted);
        }
    }

    private static async Task Write(HttpContext http, ResourceAnswer answer)
    {
        if (answer.ComeAgainAfter is { } wait) http.Response.Headers.RetryAfter = wait.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        (http.Response.StatusCode, http.Response.ContentType, http.Response.ContentLength) = ((int)answer.Status, answer.Type, answer.Body.Length);
        await http.Response.BodyWriter.WriteAsync(answer.Body, http.RequestAborted);
    }
}
