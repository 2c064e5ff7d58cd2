using System.Globalization;
using Credence.Police.Web.Pages;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Credence.Police.Web.Writing;

/// <summary>A narrative while it is typed. It comes by POST only, is answered, and is forgotten: no desk, no row, no event, no log has it.</summary>
internal static class WritingPages
{
    /// <summary>The most characters that are read at once.</summary>
    public const int Longest = 50_000;

    private static readonly string TooLong = string.Create(CultureInfo.InvariantCulture, $"Found more than {Longest:N0} characters, expected at most that: check it in parts.");

    public static readonly Asset Script = Asset.Of(typeof(WritingPages).Assembly, "writing.js");

    public static void Map(IEndpointRouteBuilder host, IEndpointRouteBuilder inside)
    {
        Script.Map(host);
        var writing = inside.MapGroup("").AddEndpointFilter(Places.Only("writing"));
        writing.MapGet("/writing", (Asking asking) => Answers.Page<WritingPage>(new { asking.Access }));
        writing.MapPost("/writing", Check);
        writing.MapPost("/writing/checked", Checked);
    }

    private static async Task<IResult> Check([FromForm] string? text, Asking asking, Readers readers)
    {
        var written = Of(text);
        return written.Length > Longest
            ? Answers.Again<WritingPage>(new { asking.Access, Text = written, Sentence = TooLong })
            : Answers.Page<WritingPage>(new { asking.Access, Text = written, Written = await readers.Check(written) });
    }

    // The same without the page around it, for the script.
    private static async Task<IResult> Checked([FromForm] string? text, Readers readers)
    {
        var written = Of(text);
        return written.Length > Longest
            ? Results.Text(TooLong, "text/plain; charset=utf-8", statusCode: StatusCodes.Status422UnprocessableEntity)
            : Answers.Page<WrittenView>(new { Written = await readers.Check(written) });
    }

    // A form sends lines as CRLF; what is shown counts one character a line, as the text area does.
    private static string Of(string? text) => (text ?? "").ReplaceLineEndings("\n");
}
