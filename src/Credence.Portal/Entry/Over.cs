using Credence.Portal.Pages;
using Credence.Web;
using Microsoft.AspNetCore.Http;

namespace Credence.Portal.Entry;

/// <summary>Words came after the visit had ended: nothing of them is kept, and they are given back to the one who typed them.</summary>
internal static class Over
{
    public const string Field = "words";

    public static async Task<IResult?> Of(HttpContext context)
    {
        var request = context.Request;
        // Another site may not make our page say something.
        if (!HttpMethods.IsPost(request.Method) || request.Headers["Sec-Fetch-Site"] != "same-origin" || !request.HasFormContentType || request.ContentLength > WebGround.LongestForm(context)) return null;
        var form = await request.ReadFormAsync(context.RequestAborted);
        return form[Field].ToString() is { Length: > 0 } words ? Answers.Again<OverPage>(new { Say = Words.Of(request.Path), Typed = words }) : null;
    }
}
