using Credence.Police.Encounters;
using Credence.Police.Protection;
using Credence.Police.Web.Protection;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Credence.Police.Web.Roadside;

/// <summary>Asking before an arrest, a citation or a warning, and saying what was done.</summary>
internal static class RoadsideArrestPages
{
    public static void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet("/roadside/{id:guid}/arrest", (Guid id, Asking asking, EncounterDesk desk, RoadsideCard card, CancellationToken cancellation) => Page(id, null, null, asking, desk, card, cancellation));
        inside.MapPost("/roadside/{id:guid}/arrest", Ask);
        inside.MapGet("/roadside/reviews/{id:guid}", (Guid id, Asking asking, ArrestReviewDesk desk, CancellationToken cancellation) => Look(id, null, asking, desk, cancellation));
        inside.MapPost("/roadside/reviews/{id:guid}/ended", (Guid id, [FromForm] ArrestEnd end, Asking asking, ArrestReviewDesk desk, CancellationToken cancellation) =>
            ArrestPages.End(id, end, "/roadside/reviews", Look, asking, desk, cancellation));
    }

    private static async Task<IResult> Page(
        Guid id, ArrestQuestion? asked, string? sentence, Asking asking, EncounterDesk desk, RoadsideCard card, CancellationToken cancellation)
    {
        if (await desk.Open(asking.Access, new EncounterId(id), cancellation) is not { } opened || opened.Officer != asking.Access.Account) return Answers.NotFound();
        var parameters = new { asking.Access, opened.Line, Card = card, Asked = asked, Sentence = sentence };
        return sentence is null ? Answers.Page<ArrestPage>(parameters) : Answers.Again<ArrestPage>(parameters);
    }

    private static async Task<IResult> Ask(
        Guid id, [FromForm] IFormCollection form, Asking asking, ArrestReviewDesk reviews, EncounterDesk desk, RoadsideCard card, CancellationToken cancellation)
    {
        if (ArrestForm.Of(form) is not { } question) return await Page(id, null, ArrestForm.OtherMeasure, asking, desk, card, cancellation);
        return await reviews.Begin(asking.Access, new EncounterId(id), question, cancellation) switch
        {
            ArrestAnswer.Reviewed reviewed => Answers.See($"/roadside/reviews/{reviewed.Id.Value}"),
            ArrestAnswer.Refused refused => await Page(id, question, refused.Because, asking, desk, card, cancellation),
            _ => Answers.NotFound(),
        };
    }

    private static async Task<IResult> Look(Guid id, string? sentence, Asking asking, ArrestReviewDesk desk, CancellationToken cancellation)
    {
        if (await desk.Open(asking.Access, new ArrestReviewId(id), cancellation) is not { } opened || opened.Line.AskedBy != asking.Access.Account) return Answers.NotFound();
        var parameters = new { asking.Access, Opened = opened, Sentence = sentence };
        return sentence is null ? Answers.Page<ReviewPage>(parameters) : Answers.Again<ReviewPage>(parameters);
    }
}
