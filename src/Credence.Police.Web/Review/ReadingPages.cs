using Credence.Police.Incidents;
using Credence.Police.Review;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Credence.Police.Web.Review;

/// <summary>Reading: one incident after the other, each judged with one press.</summary>
internal static class ReadingPages
{
    private const string ReadAlready = "You have read this one before. What you said last stands below, and nothing new was kept: answer once more if it is to be another.";
    private const string Late = "Kept. Others had read that incident meanwhile, because your hour was over; what you said stands beside it.";
    private const string Erased = "Nothing was kept: what the incident says is erased, or is about to be, and nothing is written about it any more.";
    private const string IsClosed = "The review was closed; nothing is kept in it any more.";

    public static void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet("/reviews/{id:guid}/reading", Next);
        inside.MapGet("/reviews/{id:guid}/reading/{incident:guid}", (Guid id, Guid incident, Asking asking, ReadingDesk desk, Readers readers, CancellationToken cancellation) =>
            Page(new(id), new(incident), asking, desk, readers, new ReadingSaid(), cancellation));
        inside.MapPost("/reviews/{id:guid}/reading/{incident:guid}", Judge);
        inside.MapPost("/reviews/{id:guid}/reading/{incident:guid}/put-back", PutBack);
    }

    private static async Task<IResult> Next(Guid id, Asking asking, ReadingDesk desk, Readers readers, CancellationToken cancellation, string? late = null)
    {
        var review = new ReviewId(id);
        return await desk.Next(asking.Access, review, cancellation) switch
        {
            NextAnswer.ToRead next => await Page(review, next.Incident, asking, desk, readers, new ReadingSaid { Notice = late is "true" ? Late : null }, cancellation),
            NextAnswer.WithOthers => await Nothing("What is left is with other readers at the moment. Come back in a while: nobody has an incident for longer than an hour."),
            NextAnswer.NothingLeft => await Nothing("There is nothing left for you to read in this review."),
            NextAnswer.Closed => await Nothing("This review is closed; nobody reads in it any more."),
            _ => Answers.NotFound(),
        };
        async Task<IResult> Nothing(string sentence) => Answers.Page<NothingToReadPage>(new
        {
            asking.Access, Review = review, Sentence = late is "true" ? $"{Late} {sentence}" : sentence, Last = await desk.Last(asking.Access, review, cancellation),
        });
    }

    private static async Task<IResult> Judge(
        Guid id, Guid incident, [FromForm] IFormCollection form, Asking asking, ReadingDesk desk, Readers readers, CancellationToken cancellation)
    {
        var (review, about) = (new ReviewId(id), new IncidentId(incident));
        if (OnePress.Of(form) is not { } judgement) return await Again("Found no answer, expected one of these.");
        return await desk.Judge(asking.Access, review, about, judgement, cancellation) switch
        {
            JudgeAnswer.Kept kept => Answers.See($"/reviews/{id}/reading{(kept.IsReadByAnother ? "?late=true" : "")}"),
            JudgeAnswer.AlreadyRead => await Again(ReadAlready),
            JudgeAnswer.Refused refused => await Again(refused.Because),
            JudgeAnswer.TooLate => Ended(Erased),
            JudgeAnswer.Closed => Ended(IsClosed),
            _ => Answers.NotFound(),
        };
        Task<IResult> Again(string sentence) => Page(review, about, asking, desk, readers, new ReadingSaid { Refusal = sentence, Noted = Noted.Of(form) }, cancellation);
        IResult Ended(string sentence) => Answers.Again<NothingToReadPage>(new { asking.Access, Review = review, Sentence = sentence });
    }

    // One that was given back by the press before is not there any more; either way the next is shown.
    private static async Task<IResult> PutBack(Guid id, Guid incident, Asking asking, ReadingDesk desk, CancellationToken cancellation)
    {
        await desk.PutBack(asking.Access, new ReviewId(id), new IncidentId(incident), cancellation);
        return Answers.See($"/reviews/{id}/reading");
    }

    private static async Task<IResult> Page(
        ReviewId review, IncidentId incident, Asking asking, ReadingDesk desk, Readers readers, ReadingSaid said, CancellationToken cancellation)
    {
        if (await desk.Open(asking.Access, review, incident, cancellation) is not { } opened) return Answers.NotFound();
        var parameters = new
        {
            asking.Access,
            Review = review,
            Opened = opened,
            Screened = opened.Incident is { } source ? (await readers.Screener()).Screen(source) : null,
            Last = opened.Own.Count == 0 ? await desk.Last(asking.Access, review, cancellation) : null,
            Said = said,
            readers.Offenses,
        };
        return said.Refusal is null ? Answers.Page<ReadingPage>(parameters) : Answers.Again<ReadingPage>(parameters);
    }
}

/// <summary>What the page of an incident to read says once. It does not print itself: it holds what a reader typed.</summary>
public sealed record ReadingSaid
{
    /// <summary>Why nothing was kept.</summary>
    public string? Refusal { get; init; }

    /// <summary>What came of the reading before.</summary>
    public string? Notice { get; init; }

    /// <summary>What was typed and not kept.</summary>
    public Noted? Noted { get; init; }

    public override string ToString() => nameof(ReadingSaid);
}
