using Microsoft.AspNetCore.Http;

namespace Credence.Web.SignIns;

/// <summary>A form that came when its session had ended: nothing of it is kept, and what was typed is given back to the one who typed it.</summary>
internal static class Typed
{
    private static readonly string[] Never = ["password", "code", "credential", "reading", "digits"];

    /// <summary>The page with what was typed; null where nothing was, or where another site may have sent it to make our page say something.</summary>
    public static async Task<IResult?> Of(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method) || request.Headers["Sec-Fetch-Site"] != "same-origin"
            || request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true) return null;
        (string Field, string Said)[] fields =
        [
            .. from field in await request.ReadFormAsync(context.RequestAborted)
               where !Never.Contains(field.Key) && !field.Key.StartsWith("__", StringComparison.Ordinal) && !field.Key.StartsWith("shown-", StringComparison.Ordinal)
               from said in field.Value
               where !string.IsNullOrWhiteSpace(said) && !Guid.TryParse(said, out _)
               select (field.Key, said),
        ];
        // Numbers and dates that a form carries by itself are nothing that somebody would miss.
        return fields.Any(field => field.Said.Any(char.IsLetter)) ? Answers.SignedOut(fields) : null;
    }
}
