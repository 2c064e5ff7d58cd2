using Credence.Care.Feedback;
using Credence.Care.Web.Pages;
using Credence.Feedback;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Credence.Care.Web.Feedback;

/// <summary>How persons were treated, as numbers of ten and more, and what was changed because of it.</summary>
internal static class FeedbackPages
{
    /// <summary>What the list of units says for one that is typed; no unit has such a code.</summary>
    internal const string AnotherUnit = "/";

    private const string NoUnit = "Found no unit, expected one of the list, or a code of small letters, digits, hyphens and one stroke, such as riverton-pd/patrol.";
    private const string NoChange = "Found nothing that was changed, or more than 1,000 letters, expected what it was.";

    public static void Map(IEndpointRouteBuilder inside)
    {
        var feedback = inside.MapGroup("").AddEndpointFilter(Places.Only("feedback"));
        feedback.MapGet("/feedback", async (Asking asking, FeedbackDesk desk, CancellationToken cancellation) => Answers.Page<FeedbackPage>(new { asking.Access, Units = await desk.Units(asking.Access, cancellation) }));
        feedback.MapPost("/feedback", Show);
        feedback.MapPost("/feedback/changes", Tell);
    }

    private static async Task<IResult> Show([FromForm] string? unit, [FromForm] string? other, Asking asking, FeedbackDesk desk, CancellationToken cancellation)
    {
        var (chosen, units) = (Chosen(unit, other), await desk.Units(asking.Access, cancellation));
        return await desk.Summary(asking.Access, chosen, cancellation) is { } summary ? Answers.Page<FeedbackPage>(new { asking.Access, Units = units, Unit = summary.Unit, Summary = summary })
            : Answers.Again<FeedbackPage>(new { asking.Access, Units = units, Sentence = NoUnit }, Wrong(unit));
    }

    private static async Task<IResult> Tell([FromForm] string? unit, [FromForm] string? other, [FromForm] string? what, Asking asking, FeedbackDesk desk, CancellationToken cancellation)
    {
        var chosen = Chosen(unit, other);
        var isTold = await desk.TellChange(asking.Access, chosen, what?.Trim().ReplaceLineEndings("\n") ?? "", cancellation);
        var units = await desk.Units(asking.Access, cancellation);
        return isTold ? Answers.Page<FeedbackPage>(new { asking.Access, Units = units, Unit = chosen, IsTold = true })
            : FeedbackAnswer.IsUnit(chosen) ? Answers.Again<FeedbackPage>(new { asking.Access, Units = units, Sentence = NoChange }, "what")
            : Answers.Again<FeedbackPage>(new { asking.Access, Units = units, Sentence = NoUnit }, Wrong(unit));
    }

    private static string Chosen(string? unit, string? other) => (unit == AnotherUnit ? other : unit)?.Trim() ?? "";

    private static string Wrong(string? unit) => unit == AnotherUnit ? "other" : "unit";
}
