using System.Security.Claims;
using Credence.Care.Access;
using Credence.Portal.Entry;
using Credence.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Credence.Portal;

/// <summary>Who asks: the person, and what of this visit is kept until it ends. Looked up at each press, so that a new card puts out whoever is inside.</summary>
internal sealed record Asking(SurvivorAccess Access, Visit Visit)
{
    public static ValueTask<Asking?> BindAsync(HttpContext context) => ValueTask.FromResult(context.Items[typeof(Asking)] as Asking);

    public static async Task Find(HttpContext context, RequestDelegate next)
    {
        var visits = context.RequestServices.GetRequiredService<Visits>();
        if (visits.Of(context) is { } visit)
        {
            if (await context.RequestServices.GetRequiredService<SurvivorDoor>().Find(visit.Person, visit.Stamp, context.RequestAborted) is { } access)
            {
                context.Items[typeof(Asking)] = new Asking(access, visit);
                // Forms are bound to it, and the limit of presses.
                context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, visit.Person.Value.ToString())], "visit"));
            }
            else visits.End(context);
        }

        if (context.GetEndpoint()?.Metadata.GetMetadata<Inside>() is null || context.Items[typeof(Asking)] is not null) await next(context);
        else if (await Over.Of(context) is { } over) await over.ExecuteAsync(context);
        // A form may lead to no other site (the policy of our pages says so).
        else if (HttpMethods.IsPost(context.Request.Method)) await Answers.See(Words.Of(context.Request.Path).At("/")).ExecuteAsync(context);
        // Going back to a page that was left shows what going away showed.
        else await new Away().ExecuteAsync(context);
    }
}
