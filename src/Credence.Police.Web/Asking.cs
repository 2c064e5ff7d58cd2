using Credence.Police.Access;
using Credence.Web;
using Credence.Web.SignIns;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Credence.Police.Web;

/// <summary>Who asks, for a handler: found anew at every request, so that a closed account or a changed role counts at once.</summary>
internal sealed record Asking(PoliceAccess Access)
{
    public static ValueTask<Asking?> BindAsync(HttpContext context) => ValueTask.FromResult(context.Items[typeof(Asking)] as Asking);

    /// <summary>Finds who asks; called behind authentication.</summary>
    public static async Task Find(HttpContext context, RequestDelegate next)
    {
        if (Session.Account(context.User) is { } account && Session.PurposeOf(context.User) is { } purpose
            && await context.RequestServices.GetRequiredService<PoliceDoor>().Enter(account, purpose, context.RequestAborted) is { } access)
            context.Items[typeof(Asking)] = new Asking(access);
        await next(context);
    }

    /// <summary>Before every page inside: an open account, and a purpose.</summary>
    public static async ValueTask<object?> Ask(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next) =>
        invocation.HttpContext.Items[typeof(Asking)] is Asking ? await next(invocation) : Answers.See("/purpose");
}
