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
    private const string NoUnit = "Found no code of a unit, expected small letters, digits, hyphens and one stroke, such as riverton-pd/patrol.";
    private const string NoChange = "Found nothing that was changed, or more than 1,000 letters, expected what it was.";

    public static void Map(IEndpointRouteBuilder inside)
    {
        var feedback = inside.MapGroup("").AddEndpointFilter(Places.Only("feedback"));
        feedback.MapGet("/feedback", (Asking asking) => Answers.Page<FeedbackPage>(new { asking.Access }));
        feedback.MapPost("/feedback", Show);
        feedback.MapPost("/feedback/changes", Tell);
    }

    private static async Task<IResult> Show([FromForm] string? unit, Asking asking, FeedbackDesk desk, CancellationToken cancellation) =>
        await desk.Summary(asking.Access, unit?.Trim() ?? "", cancellation) is { } summary ? Answers.Page<FeedbackPage>(new { asking.Access, Unit = summary.Unit, Summary = summary })
            : Answers.Again<FeedbackPage>(new { asking.Access, Unit = unit, Sentence = NoUnit }, "unit");

    private static async Task<IResult> Tell([FromForm] string? unit, [FromForm] string? what, Asking asking, FeedbackDesk desk, CancellationToken cancellation) =>
        await desk.TellChange(asking.Access, unit?.Trim() ?? "", what?.Trim().ReplaceLineEndings("\n") ?? "", cancellation)
            ? Answers.Page<FeedbackPage>(new { asking.Access, Unit = unit, IsTold = true })
            : FeedbackAnswer.IsUnit(unit?.Trim() ?? "") ? Answers.Again<FeedbackPage>(new { asking.Access, Unit = unit, Sentence = NoChange }, "what")
            : Answers.Again<FeedbackPage>(new { asking.Access, Unit = unit, Sentence = NoUnit }, "unit");
}
