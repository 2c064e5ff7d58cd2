using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Credence.Portal.Entry;

/// <summary>Goes away: the visit ends, the browser is asked to forget all of this site, and sees something that anybody might look at.</summary>
internal sealed class Away : IResult
{
    public const string Cleared = "\"cache\", \"cookies\", \"storage\"";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.RequestServices.GetRequiredService<Visits>().End(httpContext);
        httpContext.Response.Headers["Clear-Site-Data"] = Cleared;
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = httpContext.RequestServices.GetRequiredService<Portal>().Away.ToString();
        return Task.CompletedTask;
    }
}
