using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Credence.Web;

/// <summary>What changes anything comes whole, from a page of ours, and is not longer than a form is.</summary>
internal static class WholeForms
{
    /// <summary>Refuses what says that it is longer; the server ends what is longer than it says.</summary>
    public static Func<HttpContext, RequestDelegate, Task> Short => (context, next) =>
        context.Request.ContentLength > Longest(context) && !LooksItself(context) ? SideOf(context).Says(Trouble.TooLong).ExecuteAsync(context) : next(context);

    /// <summary>
    /// Refuses every request that is no mere question and carries no token of a page of ours, also where a handler reads no form. An endpoint
    /// that has to look itself, because its body is too long to be read before, says so by DisableAntiforgery.
    /// </summary>
    public static async Task Ours(HttpContext context, RequestDelegate next)
    {
        var isOurs = context.Features.Get<IAntiforgeryValidationFeature>() is { } looked ? looked.IsValid : LooksItself(context) || await IsOurs(context);
        if (isOurs) await next(context);
        else await SideOf(context).Says(Trouble.Stale).ExecuteAsync(context);
    }

    /// <summary>How long a form may be here: an endpoint for long texts says so by its metadata, which the server reads too.</summary>
    internal static long Longest(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? WebGround.LargestForm;

    private static Side SideOf(HttpContext context) => context.RequestServices.GetRequiredService<Side>();

    private static bool LooksItself(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: false };

    private static async Task<bool> IsOurs(HttpContext context)
    {
        try
        {
            return await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);
        }
        catch (AntiforgeryValidationException)
        {
            // A form that is none.
            return false;
        }
    }
}
