using System.Threading.RateLimiting;
using Credence.Record.Handovers;
using Credence.Record.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Credence.Cli.Handovers;

/// <summary>Takes envelopes in over HTTP: POST /handover, and GET /health for whoever watches the host.</summary>
internal static class HandoverReceiver
{
    private const string RatePolicy = "handover";

    // A week's backlog of a partner comes in minutes; a stranger who guesses gets nowhere.
    private const int MostInAMinute = 240;

    public static void AddTo(IServiceCollection parts) => parts.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.AddPolicy(RatePolicy, http => RateLimitPartition.GetFixedWindowLimiter(
            http.Connection.RemoteIpAddress, _ => new FixedWindowRateLimiterOptions { PermitLimit = MostInAMinute, Window = TimeSpan.FromMinutes(1) }));
    });

    /// <summary>Maps the resources; what is refused is said to <paramref name="say"/>, for the custodian of this host only.</summary>
    public static void Map(IEndpointRouteBuilder routes, Post post, Action<string> say)
    {
        routes.MapGet("/health", async http => await Health(http, post)).RequireRateLimiting(RatePolicy);
        routes.MapPost($"/{HandoverSender.Resource}", async http => await Take(http, post, say)).RequireRateLimiting(RatePolicy);
    }

    private static async Task Take(HttpContext http, Post post, Action<string> say)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (http.Request.ContentType != HandoverSender.EnvelopeType)
        {
            await Refuse(http, StatusCodes.Status415UnsupportedMediaType, $"Expected {HandoverSender.EnvelopeType}.");
            return;
        }

        try
        {
            await Answer(http, await post.Inbox.Receive(await Body(http), http.RequestAborted), say);
        }
        catch (BadHttpRequestException e)
        {
            await Refuse(http, e.StatusCode, "Expected an envelope of the agreed length.");
        }
        catch (RecordFault fault)
        {
            say(fault.Message);
            http.Response.Headers.RetryAfter = "60";
            await Refuse(http, StatusCodes.Status503ServiceUnavailable, "This host cannot take messages at the moment; keep it and come again.");
        }
    }

    private static async Task<byte[]> Body(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        return body.ToArray();
    }

    private static async Task Answer(HttpContext http, Reception reception, Action<string> say)
    {
        if (reception is Reception.Taken taken)
        {
            http.Response.ContentType = HandoverSender.ReceiptType;
            http.Response.ContentLength = taken.Receipt.Length;
            await http.Response.BodyWriter.WriteAsync(taken.Receipt, http.RequestAborted);
            return;
        }

        var refused = (Reception.Refused)reception;
        say($"Refused ({refused.Why}): {refused.Sentence}");
        // A stranger who tries names must not learn who is a partner of whom: one answer for all of these.
        await Refuse(http, Status(refused.Why), refused.Why is Refusal.NotBetweenPartners ? "Expected a message to this host by one of its partners." : refused.Sentence);
    }

    private static int Status(Refusal why) => why switch
    {
        Refusal.Malformed => StatusCodes.Status400BadRequest,
        Refusal.NotBetweenPartners => StatusCodes.Status403Forbidden,
        Refusal.NumberUsedTwice => StatusCodes.Status409Conflict,
        Refusal.Late => StatusCodes.Status410Gone,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    private static async Task Health(HttpContext http, Post post)
    {
        try
        {
            await post.Answers(http.RequestAborted);
            await http.Response.WriteAsync("ok", http.RequestAborted);
        }
        catch (RecordFault)
        {
            await Refuse(http, StatusCodes.Status503ServiceUnavailable, "The store does not answer.");
        }
    }

    private static Task Refuse(HttpContext http, int status, string sentence)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(sentence, http.RequestAborted);
    }
}
