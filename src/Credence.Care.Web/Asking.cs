using Credence.Care.Access;
using Credence.Web.SignIns;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Credence.Care.Web;

/// <summary>Who asks, for a handler: found anew at every request, so that a closed account or a changed role counts at once.</summary>
internal sealed record Asking(CareAccess Access)
{
    /// <summary>Finds who asks; called behind authentication.</summary>
    public static async Task Find(HttpContext context, RequestDelegate next)
    {
        if (Session.Account(context.User) is { } account && Session.PurposeOf(context.User) is { } purpose
            && await context.RequestServices.GetRequiredService<CareDoor>().Enter(account, purpose, context.RequestAborted) is { } access)
            context.Items[typeof(Asking)] = new Asking(access);
        await next(context);
    }
}
