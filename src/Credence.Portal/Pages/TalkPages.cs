using Credence.Care.Files;
using Credence.Care.Wishes;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Credence.Portal.Pages;

/// <summary>A restorative process, if the person wished for one: how it stands, and stopping it at any moment.</summary>
internal static class TalkPages
{
    public static void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet("/talks", async (Asking asking, Words say, RestorativeDesk desk, CancellationToken cancellation) =>
            await Page(asking, say, desk, null, cancellation));
        inside.MapPost("/talks/{id:guid}/stopped", async (Guid id, Asking asking, Words say, RestorativeDesk desk, CancellationToken cancellation) =>
            await desk.Stop(asking.Access, id, cancellation) is FileAnswer.Kept ? await Page(asking, say, desk, say.TalksStopped, cancellation) : new Said(Trouble.NotFound));
    }

    private static async Task<IResult> Page(Asking asking, Words say, RestorativeDesk desk, string? sentence, CancellationToken cancellation)
    {
        var written = await desk.History(asking.Access, cancellation);
        return Answers.Page<TalksPage>(new { Say = say, Entries = written.Select(one => one.Entry).ToList(), Sentence = sentence });
    }
}
