using System.Globalization;
using Credence.Police.Access;
using Credence.Police.Review;
using Credence.Police.Web.Incidents;
using Credence.Record.Access;
using Credence.Review;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Credence.Police.Web.Review;

/// <summary>The reviews: their list, a new one, and where one stands.</summary>
internal static class ReviewPages
{
    public static void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet("/reviews", List);
        inside.MapGet("/reviews/new", (Asking asking, ReviewDesk desk, CancellationToken cancellation) => New(asking, desk, new FormCollection(null), null, cancellation));
        inside.MapPost("/reviews", Begin);
        inside.MapGet("/reviews/{id:guid}", (Guid id, Asking asking, ReviewDesk desk, CancellationToken cancellation) => Show(id, asking, desk, null, cancellation));
        inside.MapPost("/reviews/{id:guid}/audit", DrawAudit);
        inside.MapPost("/reviews/{id:guid}/closed", Close);
    }

    private static async Task<IResult> List(Asking asking, ReviewDesk desk, CancellationToken cancellation)
    {
        var lines = await desk.List(asking.Access, cancellation);
        return asking.Access.SeesReviews ? Answers.Page<ReviewsPage>(new { asking.Access, Lines = lines }) : Answers.NotFound();
    }

    private static async Task<IResult> New(Asking asking, ReviewDesk desk, IFormCollection typed, string? sentence, CancellationToken cancellation)
    {
        if (!asking.Access.May(PoliceAct.BeginReview)) return Answers.NotFound();
        var parameters = new { asking.Access, Readers = await desk.PossibleReaders(asking.Access, cancellation), Typed = typed, Sentence = sentence };
        return sentence is null ? Answers.Page<NewReviewPage>(parameters) : Answers.Again<NewReviewPage>(parameters);
    }

    private static async Task<IResult> Begin([FromForm] IFormCollection form, Asking asking, ReviewDesk desk, CancellationToken cancellation)
    {
        var review = new NewReview
        {
            Name = form["name"].ToString().Trim(),
            Filter = QueueAddress.Filter(form["all"], form["level"], form["type"], form["minor"], form["from"], form["to"]),
            Readers = [.. form["reader"].Select(one => Guid.TryParse(one, out var id) ? id : Guid.Empty).Distinct().Select(id => new AccountId(id))],
            DoubleShare = Share(form["double"]),
            Rule = new StopRule(Share(form["recall"]) ?? new StopRule().Recall, Share(form["confidence"]) ?? new StopRule().Confidence),
        };
        return await desk.Begin(asking.Access, review, cancellation) switch
        {
            ReviewAnswer.Done done => Answers.See($"/reviews/{done.Review.Value}"),
            ReviewAnswer.Refused refused => await New(asking, desk, form, refused.Because, cancellation),
            _ => Answers.NotFound(),
        };
    }

    private static async Task<IResult> Show(Guid id, Asking asking, ReviewDesk desk, string? sentence, CancellationToken cancellation)
    {
        if (await desk.Show(asking.Access, new ReviewId(id), cancellation) is not { } shown) return Answers.NotFound();
        var parameters = new { asking.Access, Shown = shown, Sentence = sentence };
        return sentence is null ? Answers.Page<BoardPage>(parameters) : Answers.Again<BoardPage>(parameters);
    }

    private static async Task<IResult> DrawAudit(Guid id, [FromForm] string? size, Asking asking, ReviewDesk desk, CancellationToken cancellation) =>
        int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? await After(await desk.DrawAudit(asking.Access, new ReviewId(id), number, cancellation), id, asking, desk, cancellation)
            : await Show(id, asking, desk, "Found no number, expected how many incidents to draw.", cancellation);

    private static async Task<IResult> Close(Guid id, [FromForm] string? sure, Asking asking, ReviewDesk desk, CancellationToken cancellation) =>
        sure is "true"
            ? await After(await desk.Close(asking.Access, new ReviewId(id), cancellation), id, asking, desk, cancellation)
            : await Show(id, asking, desk, "Found no mark beside it, expected one: a closed review is not opened again.", cancellation);

    private static async Task<IResult> After(ReviewAnswer answer, Guid id, Asking asking, ReviewDesk desk, CancellationToken cancellation) => answer switch
    {
        ReviewAnswer.Done => Answers.See($"/reviews/{id}"),
        ReviewAnswer.Refused refused => await Show(id, asking, desk, refused.Because, cancellation),
        _ => Answers.NotFound(),
    };

    private static double? Share(string? percent) => double.TryParse(percent, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) ? share / 100 : null;
}
