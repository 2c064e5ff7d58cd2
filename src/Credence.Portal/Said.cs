using Credence.Portal.Pages;
using Credence.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Credence.Portal;

/// <summary>Why no page answers, in the language that was asked in, and in words that say nothing of what this is.</summary>
internal sealed class Said(Trouble trouble) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var say = Words.Of(httpContext.Request.Path);
        var (title, lead, status) = trouble switch
        {
            Trouble.NotFound => (say.GoneTitle, say.GoneLead, StatusCodes.Status404NotFound),
            Trouble.Stale => (say.StaleTitle, say.StaleLead, StatusCodes.Status400BadRequest),
            Trouble.TooLong => (say.LongTitle, say.LongLead, StatusCodes.Status413PayloadTooLarge),
            Trouble.TooMany => (say.ManyTitle, say.ManyLead, StatusCodes.Status429TooManyRequests),
            _ => (say.FaultTitle, say.FaultLead, StatusCodes.Status500InternalServerError),
        };
        return new RazorComponentResult<SentencePage>(new { Say = say, Title = title, Lead = lead }) { StatusCode = status, PreventStreamingRendering = true }.ExecuteAsync(httpContext);
    }
}
