using Credence.Care.Reach;
using Credence.Care.Web.Pages;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Credence.Care.Web.Reach;

/// <summary>How persons reach the provider: its number, its hours, its clock.</summary>
internal static class ReachPages
{
    public static void Map(IEndpointRouteBuilder inside)
    {
        var reach = inside.MapGroup("").AddEndpointFilter(Places.Only("reach"));
        reach.MapGet("/reach", async (Asking asking, ReachDesk desk, CancellationToken cancellation) =>
            await desk.Show(asking.Access, cancellation) is { } reached ? Answers.Page<ReachPage>(new { asking.Access, Reached = reached }) : Answers.NotFound());
        reach.MapPost("/reach", Set);
    }

    private static async Task<IResult> Set(
        [FromForm] string? telephone, [FromForm] string? hours, [FromForm] string? zone, Asking asking, ReachDesk desk, CancellationToken cancellation) =>
        await desk.Set(asking.Access, telephone ?? "", hours ?? "", zone ?? "", cancellation) switch
        {
            ReachAnswer.Done => Answers.Page<ReachPage>(new { asking.Access, Reached = await desk.Show(asking.Access, cancellation), IsSaved = true }),
            ReachAnswer.Refused refused => Answers.Again<ReachPage>(new { asking.Access, Reached = new Reached(telephone, hours, zone), Sentence = refused.Because }),
            _ => Answers.NotFound(),
        };
}
