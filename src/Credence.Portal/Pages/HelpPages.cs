using Credence.Care.Referrals;
using Credence.Referrals;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Credence.Portal.Pages;

/// <summary>The help that was asked for the person: how far it is, whether it goes on, and taking it back.</summary>
internal static class HelpPages
{
    public static void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet("/help", async (Asking asking, Words say, ReferralDesk desk, CancellationToken cancellation) =>
            await Page(asking, say, desk, null, null, cancellation));
        inside.MapPost("/help/{id:guid}/stopped", async (Guid id, Asking asking, Words say, ReferralDesk desk, CancellationToken cancellation) =>
            await Say(await desk.Withdraw(asking.Access, new ReferralId(id), cancellation), say.HelpStopped, asking, say, desk, cancellation));
        inside.MapPost("/help/{id:guid}/on", async (Guid id, [FromForm] string? on, Asking asking, Words say, ReferralDesk desk, CancellationToken cancellation) =>
            await Say(
                await desk.GoOn(asking.Access, new ReferralId(id), on == "yes", cancellation), on == "yes" ? null : say.HelpStopped, asking, say, desk, cancellation));
    }

    private static async Task<IResult> Say(ReferralReply reply, string? done, Asking asking, Words say, ReferralDesk desk, CancellationToken cancellation) => reply switch
    {
        ReferralReply.Done ok => await Page(asking, say, desk, done, ok.ToTell?.Name, cancellation),
        ReferralReply.NotFound => new Said(Trouble.NotFound),
        // It was over meanwhile: the page shows how it stands.
        _ => Answers.See(say.At("/help")),
    };

    private static async Task<IResult> Page(Asking asking, Words say, ReferralDesk desk, string? sentence, string? toTell, CancellationToken cancellation) =>
        Answers.Page<HelpPage>(new { Say = say, Referrals = await desk.List(asking.Access, cancellation), Sentence = sentence, ToTell = toTell });
}
