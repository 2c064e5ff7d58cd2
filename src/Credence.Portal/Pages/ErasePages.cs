using Credence.Care.Erasure;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Credence.Portal.Pages;

/// <summary>Asking to be forgotten: what goes and what stays is said at once.</summary>
internal static class ErasePages
{
    public static void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet("/erase", async (Asking asking, Words say, ErasureDesk desk, Portal portal, CancellationToken cancellation) =>
        {
            // Whoever asked finds the answer again, as it stands now.
            var stands = await desk.Stands(asking.Access, portal.Schedule, cancellation);
            var kept = stands.AskedAt is null ? null : await desk.Look(asking.Access, portal.Schedule, cancellation);
            return Answers.Page<ErasePage>(new { Say = say, Stands = stands, Kept = kept });
        });
        inside.MapPost("/erase", async (Asking asking, Words say, ErasureDesk desk, Portal portal, CancellationToken cancellation) =>
        {
            var answer = await desk.Ask(asking.Access, portal.Schedule, cancellation);
            return Answers.Page<ErasePage>(new { Say = say, answer.Kept, Stands = await desk.Stands(asking.Access, portal.Schedule, cancellation) });
        });
        inside.MapPost("/erase/back", async (Asking asking, Words say, ErasureDesk desk, CancellationToken cancellation) =>
        {
            await desk.TakeBack(asking.Access, cancellation);
            return Answers.Page<ErasePage>(new { Say = say, Sentence = say.EraseTaken });
        });
    }
}
