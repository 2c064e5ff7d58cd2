using Credence.Web.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Credence.Web;

/// <summary>Pages as answers.</summary>
public static class Answers
{
    /// <summary>A page. Its type stands in no answer's type: code that is made at build time cannot name what is made beside it.</summary>
    public static IResult Page<T>(object parameters) where T : IComponent => new RazorComponentResult<T>(parameters) { PreventStreamingRendering = true };

    /// <summary>A page that says why nothing was done, with the form that was sent and everything that was typed into it.</summary>
    /// <param name="parameters">Of the page; its sentence says why.</param>
    /// <param name="field">Which field the sentence is about; null if it is the first that was left out, or the whole form.</param>
    public static IResult Again<T>(object parameters, string? field = null) where T : IComponent => new GivenBack<T>(parameters, field);

    /// <summary>For what does not exist, and for what one may not see: the same page.</summary>
    public static IResult NotFound() => Sentence("Not found", "There is nothing here, or nothing that your account may see.", StatusCodes.Status404NotFound);

    /// <summary>What a side says that has no words of its own for it.</summary>
    internal static IResult Of(Trouble trouble) => trouble switch
    {
        Trouble.NotFound => NotFound(),
        Trouble.Stale => Stale(),
        Trouble.TooLong => TooLong(),
        Trouble.TooMany => TooMany(),
        _ => Fault(),
    };

    /// <summary>For a fault of the program; what it was is in the log by its kind only.</summary>
    public static IResult Fault() => Sentence(
        "Something failed",
        "Credence could not do this. Nothing was changed. Try again, and tell whoever runs the system when it happened.",
        StatusCodes.Status500InternalServerError);

    /// <summary>A form from a page that is too old, or from somewhere else.</summary>
    public static IResult Stale() => Sentence(
        "This page was too old", "Nothing was changed. Go back, load the page again, and send it once more.", StatusCodes.Status400BadRequest);

    public static IResult TooLong() => Sentence(
        "This was too long", "Nothing was changed. Send less of it at once.", StatusCodes.Status413PayloadTooLarge);

    public static IResult TooMany() => Sentence(
        "Too many at once", "Nothing was changed. Wait a minute, then try again.", StatusCodes.Status429TooManyRequests);

    /// <summary>A form came after its session had ended: what was typed, and that nothing of it was kept.</summary>
    internal static IResult SignedOut(IReadOnlyList<(string Field, string Said)> fields) =>
        new RazorComponentResult<SignedOutPage>(new { Fields = fields }) { PreventStreamingRendering = true, StatusCode = StatusCodes.Status401Unauthorized };

    public static IResult Sentence(string title, string sentence, int status) =>
        new RazorComponentResult<SentencePage>(new { Title = title, Sentence = sentence }) { StatusCode = status };

    /// <summary>After something was done: look at this page, and loading it again does nothing twice.</summary>
    public static IResult See(string address) => new SeeOther(address);

    private sealed class SeeOther(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}
