using Credence.Care.Events;
using Credence.Care.Persons;
using Credence.Care.Statements;
using Credence.Portal.Entry;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Credence.Portal.Pages;

/// <summary>The first pages inside: new words, what there is, what somebody wrote, who looked, what one may ask for.</summary>
internal static class OwnPages
{
    private const int MostLines = 25;
    private const int MostOwn = 200;

    public static void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet("/words", (Asking asking, Words say) => asking.Visit.NewWords is { } words
            ? (IResult)Answers.Page<WordsPage>(new { Say = say, New = words, HadOthers = asking.Visit.LastAt is not null })
            : Answers.See(say.At("/home")));
        inside.MapPost("/words", (Asking asking, Words say) =>
        {
            asking.Visit.NewWords = null;
            return Answers.See(say.At("/home"));
        });
        inside.MapGet("/home", async (Asking asking, Words say, StatementDesk desk, CancellationToken cancellation) => Answers.Page<HomePage>(new
        {
            Say = say, asking.Visit.LastAt, asking.Visit.Tried, HasReply = await desk.HasReplySince(asking.Access, asking.Visit.LastAt, cancellation),
        }));
        inside.MapPost("/closed", (Words say, Visits visits, HttpContext context) =>
        {
            visits.End(context);
            context.Response.Headers["Clear-Site-Data"] = Away.Cleared;
            return Answers.See(say.At("/"));
        });
        inside.MapGet("/file", async (Asking asking, Words say, StatementDesk statements, PersonDesk desk, CancellationToken cancellation) => await File(asking, say, statements, desk, null, cancellation));
        inside.MapPost("/file", Correct);
        inside.MapGet("/looked", Looked);
        inside.MapGet("/know", (Asking asking, Words say) => Answers.Page<KnowPage>(new { Say = say, Done = asking.Visit.TakeDone() }));
    }

    private static async Task<IResult> File(Asking asking, Words say, StatementDesk statements, PersonDesk desk, string? sentence, CancellationToken cancellation)
    {
        var corrections = (await statements.List(asking.Access, cancellation)).Where(one => one is { Asks: StatementAsk.Correct, IsShared: true }).ToList();
        var parameters = new { Say = say, File = await desk.Open(asking.Access, cancellation), Corrections = (IReadOnlyList<Statement>)corrections, Sentence = sentence };
        return sentence is null || sentence == say.FileSent ? Answers.Page<FilePage>(parameters) : Answers.Again<FilePage>(parameters);
    }

    private static async Task<IResult> Correct([FromForm] string? words, Asking asking, Words say, StatementDesk statements, PersonDesk desk, CancellationToken cancellation)
    {
        var refused = NotePages.Refused(await statements.Send(asking.Access, null, words ?? "", StatementAsk.Correct, cancellation), say, words);
        return await File(asking, say, statements, desk, refused ?? say.FileSent, cancellation);
    }

    private static async Task<IResult> Looked(long? before, Asking asking, Words say, LogDesk desk, CancellationToken cancellation) =>
        Answers.Page<LookedPage>(new
        {
            Say = say, Lines = await desk.Read(asking.Access, isOwn: false, before, MostLines, cancellation), Most = MostLines,
            Own = before is null ? await desk.Read(asking.Access, isOwn: true, null, MostOwn, cancellation) : [],
        });
}
