using Credence.Police.Access;
using Credence.Police.Incidents;
using Credence.Police.Review;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Credence.Police.Web.Review;

/// <summary>Deciding between readers who differ.</summary>
internal static class AdjudicationPages
{
    private const string Decided = "Nothing was kept: somebody has decided meanwhile, or readers do not differ on it any more.";
    private const string NotOwn = "Nothing was kept: the incident was given to you to read, so somebody else decides.";
    private const string Erased = "Nothing was kept: what the incident says is erased, or is about to be, and nothing is written about it any more.";
    private const string IsClosed = "Nothing was kept: the review is closed.";

    public static void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet("/reviews/{id:guid}/differences", (Guid id, Asking asking, AdjudicationDesk desk, ReviewDesk reviews, CancellationToken cancellation) =>
            List(id, asking, desk, reviews, null, cancellation));
        inside.MapGet("/reviews/{id:guid}/differences/{incident:guid}", (Guid id, Guid incident, Asking asking, AdjudicationDesk desk, Readers readers, CancellationToken cancellation) =>
            Open(new(id), new(incident), asking, desk, readers, null, Noted.Nothing, cancellation));
        inside.MapPost("/reviews/{id:guid}/differences/{incident:guid}", Decide);
    }

    private static async Task<IResult> List(Guid id, Asking asking, AdjudicationDesk desk, ReviewDesk reviews, string? sentence, CancellationToken cancellation)
    {
        if (!asking.Access.May(PoliceAct.Adjudicate) || await reviews.Show(asking.Access, new ReviewId(id), cancellation) is not { Review: var review }) return Answers.NotFound();
        var parameters = new { asking.Access, Review = review, Lines = await desk.Disagreements(asking.Access, review.Id, cancellation), Sentence = sentence };
        return sentence is null ? Answers.Page<DifferencesPage>(parameters) : Answers.Again<DifferencesPage>(parameters);
    }

    private static async Task<IResult> Open(
        ReviewId review, IncidentId incident, Asking asking, AdjudicationDesk desk, Readers readers, string? sentence, Noted noted, CancellationToken cancellation)
    {
        if (await desk.Open(asking.Access, review, incident, cancellation) is not { } opened) return Answers.NotFound();
        var parameters = new
        {
            asking.Access,
            Review = review,
            Opened = opened,
            Screened = opened.Incident.Incident is { } source ? (await readers.Screener()).Screen(source) : null,
            Noted = noted,
            Sentence = sentence,
            readers.Offenses,
        };
        return sentence is null ? Answers.Page<DifferencePage>(parameters) : Answers.Again<DifferencePage>(parameters);
    }

    private static async Task<IResult> Decide(
        Guid id, Guid incident, [FromForm] IFormCollection form, Asking asking, AdjudicationDesk desk, ReviewDesk reviews, Readers readers, CancellationToken cancellation)
    {
        var (review, about) = (new ReviewId(id), new IncidentId(incident));
        if (OnePress.Of(form) is not { } judgement) return await Open(review, about, asking, desk, readers, "Found no answer, expected one of these.", Noted.Of(form), cancellation);
        return await desk.Adjudicate(asking.Access, review, about, judgement, cancellation) switch
        {
            JudgeAnswer.Kept => Answers.See($"/reviews/{id}/differences"),
            JudgeAnswer.NotDisputed => await Back(Decided),
            JudgeAnswer.NeedsAnotherPerson => await Back(NotOwn),
            JudgeAnswer.TooLate => await Back(Erased),
            JudgeAnswer.Closed => await Back(IsClosed),
            JudgeAnswer.Refused refused => await Open(review, about, asking, desk, readers, refused.Because, Noted.Of(form), cancellation),
            _ => Answers.NotFound(),
        };
        Task<IResult> Back(string sentence) => List(id, asking, desk, reviews, sentence, cancellation);
    }
}
