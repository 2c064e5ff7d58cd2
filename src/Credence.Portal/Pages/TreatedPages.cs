using System.Globalization;
using Credence.Care.Feedback;
using Credence.Feedback;
using Credence.Referrals;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Credence.Portal.Pages;

/// <summary>How the person was treated, in marks; and what was changed since.</summary>
internal static class TreatedPages
{
    public static void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet("/treated", async (Asking asking, Words say, FeedbackDesk desk, CancellationToken cancellation) => await Page(asking, say, desk, null, cancellation));
        inside.MapPost("/treated", Give);
    }

    private static async Task<IResult> Give(IFormCollection form, Asking asking, Words say, FeedbackDesk desk, CancellationToken cancellation)
    {
        var marks = Enum.GetValues<FeedbackItem>().Select(item => int.TryParse(form[item.ToString()], NumberStyles.None, CultureInfo.InvariantCulture, out var mark)
            ? new FeedbackMark(item, Answering.Answered, mark)
            : new FeedbackMark(item, Answering.DeclinedToAnswer)).ToList();
        // Only whom the page names: a code that somebody types would be words in the record.
        var unit = (await desk.Units(asking.Access, cancellation)).FirstOrDefault(one => one.Code == form["unit"])?.Code;
        return unit is not null && await desk.Give(asking.Access, new FeedbackAnswer(unit, marks), cancellation) is FeedbackReply.Kept
            ? await Page(asking, say, desk, say.TreatedSent, cancellation)
            : await Page(asking, say, desk, say.TreatedEmpty, cancellation);
    }

    private static async Task<IResult> Page(Asking asking, Words say, FeedbackDesk desk, string? sentence, CancellationToken cancellation)
    {
        var parameters = new { Say = say, Units = await desk.Units(asking.Access, cancellation), Changes = await desk.Changes(asking.Access, cancellation), Sentence = sentence };
        return sentence == say.TreatedEmpty ? Answers.Again<TreatedPage>(parameters) : Answers.Page<TreatedPage>(parameters);
    }
}
