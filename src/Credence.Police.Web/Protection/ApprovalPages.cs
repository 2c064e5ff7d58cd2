using System.Globalization;
using Credence.Police.Access;
using Credence.Police.Protection;
using Credence.Police.Web.Roadside;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Credence.Police.Web.Protection;

/// <summary>What the second person decides, and the list of exceptions for whoever oversees them.</summary>
internal static class ApprovalPages
{
    private static readonly TimeSpan Month = TimeSpan.FromDays(31);

    public static void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet("/arrests/exceptions", Exceptions);
        inside.MapPost("/arrests/{id:guid}/approved", async (Guid id, Asking asking, ArrestApprovalDesk desk, ArrestReviewDesk reviews, CancellationToken cancellation) =>
            await Say(id, await desk.Approve(asking.Access, new ArrestReviewId(id), cancellation), asking, reviews, cancellation));
        inside.MapPost("/arrests/{id:guid}/declined", async (Guid id, Asking asking, ArrestApprovalDesk desk, ArrestReviewDesk reviews, CancellationToken cancellation) =>
            await Say(id, await desk.Decline(asking.Access, new ArrestReviewId(id), cancellation), asking, reviews, cancellation));
        inside.MapPost("/arrests/{id:guid}/relieved", async (Guid id, Asking asking, ArrestApprovalDesk desk, ArrestReviewDesk reviews, CancellationToken cancellation) =>
            await Say(id, await desk.Relieve(asking.Access, new ArrestReviewId(id), cancellation), asking, reviews, cancellation));
        inside.MapPost("/arrests/{id:guid}/looked-at", LookAt);
    }

    private static async Task<IResult> LookAt(
        Guid id, [FromForm] string? finding, Asking asking, ArrestApprovalDesk desk, ArrestReviewDesk reviews, CancellationToken cancellation) =>
        await Say(
            id, await desk.LookAt(asking.Access, new ArrestReviewId(id), Enum.TryParse<AfterFinding>(finding, out var found) ? found : (AfterFinding)(-1), cancellation),
            asking, reviews, cancellation);

    private static async Task<IResult> Say(Guid id, ArrestAnswer answer, Asking asking, ArrestReviewDesk reviews, CancellationToken cancellation) => answer switch
    {
        ArrestAnswer.Done => Answers.See($"/arrests/{id}"),
        ArrestAnswer.NeedsAnotherPerson => await ArrestPages.Look(id, "Whoever asked does not decide: another supervisor does.", asking, reviews, cancellation),
        ArrestAnswer.NotInThisState { IsByYou: true } => await ArrestPages.Look(
            id, "You have decided on this already, from another page: this is how it stands now, and what this page says besides was not written.", asking, reviews, cancellation),
        ArrestAnswer.NotInThisState => await ArrestPages.Look(id, "Somebody was quicker: this is how it stands now, and nothing of yours was written.", asking, reviews, cancellation),
        ArrestAnswer.Changed => await ArrestPages.Look(
            id, "What is known, or the policy, is not what it was when the exception was asked for: whoever asked has to ask again.", asking, reviews, cancellation),
        ArrestAnswer.Refused refused => await ArrestPages.Look(id, refused.Because, asking, reviews, cancellation),
        _ => Answers.NotFound(),
    };

    private static async Task<IResult> Exceptions(
        Asking asking, ArrestApprovalDesk desk, RoadsideCard card, TimeProvider clock, CancellationToken cancellation, string? from = null, string? to = null)
    {
        if (!asking.Access.May(PoliceAct.ApproveArrest) && !asking.Access.May(PoliceAct.ReadEvents)) return Answers.NotFound();
        var last = Day(to) ?? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var first = Day(from) ?? last.AddDays(-Month.Days);
        var (begin, end) = (Midnight(first), Midnight(last).AddDays(1));
        return Answers.Page<ExceptionsPage>(new
        {
            asking.Access, From = first, To = last, card.Policy,
            Exceptions = await desk.Exceptions(asking.Access, begin, end, cancellation),
            Counts = await desk.Count(asking.Access, begin, end, cancellation),
        });
    }

    private static DateTimeOffset Midnight(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    // A day beyond any record would not fit where a time is counted.
    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1970 and < 9000 ? day : null;
}
