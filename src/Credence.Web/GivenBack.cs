using AngleSharp;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Credence.Web;

/// <summary>
/// A page that says why nothing was done: the form that was sent is on it with all that was typed, open, and the sentence stands at the field that it is about. It
/// is done to the page as it is sent, so that it holds for every form, and none has to remember it.
/// </summary>
internal sealed class GivenBack<T>(object parameters, string? field) : IResult where T : IComponent
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var answer = httpContext.Response.Body;
        using var written = new MemoryStream();
        httpContext.Response.Body = written;
        try
        {
            await new RazorComponentResult<T>(parameters) { PreventStreamingRendering = true, StatusCode = StatusCodes.Status422UnprocessableEntity }.ExecuteAsync(httpContext);
        }
        finally
        {
            httpContext.Response.Body = answer;
        }

        written.Position = 0;
        var page = await new HtmlParser().ParseDocumentAsync(written, httpContext.RequestAborted);
        if (httpContext.Request.HasFormContentType) SentAgain.Fill(page, httpContext.Request.Path, await httpContext.Request.ReadFormAsync(httpContext.RequestAborted), field);
        await httpContext.Response.WriteAsync(page.ToHtml(), httpContext.RequestAborted);
    }
}
