using Credence.Consents;
using Credence.Police.Access;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Credence.Police.Web.Access;

/// <summary>What is set for the agency: its name, whom it exchanges messages with, and the rules that are in force and not changed here.</summary>
internal static class AgencyPages
{
    public static void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet("/agency", async (Asking asking, AgencyDesk desk, Readers readers, CancellationToken cancellation) =>
            await Page(asking, desk, readers, null, cancellation));
        inside.MapPost("/agency/name", Rename);
    }

    private static async Task<IResult> Rename([FromForm] string? name, Asking asking, AgencyDesk desk, Readers readers, CancellationToken cancellation) =>
        await desk.Rename(asking.Access, name ?? "", cancellation) switch
        {
            AgencyAnswer.Done => Answers.See("/agency"),
            AgencyAnswer.Refused refused => await Page(asking, desk, readers, refused.Because, cancellation),
            _ => Answers.NotFound(),
        };

    private static async Task<IResult> Page(Asking asking, AgencyDesk desk, Readers readers, string? sentence, CancellationToken cancellation)
    {
        if (await desk.Show(asking.Access, cancellation) is not { } agency) return Answers.NotFound();
        var parameters = new { asking.Access, Agency = agency, Retention = RetentionPack.From(readers.Library, []), Sentence = sentence };
        return sentence is null ? Answers.Page<AgencyPage>(parameters) : Answers.Again<AgencyPage>(parameters);
    }
}
