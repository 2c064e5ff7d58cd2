using Credence.Care.Statements;
using Credence.Care.Web.Pages;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Credence.Care.Web.Statements;

/// <summary>Statements while persons share them with the organization.</summary>
internal static class StatementPages
{
    public static void Map(IEndpointRouteBuilder inside)
    {
        var statements = inside.MapGroup("").AddEndpointFilter(Places.Only("statements"));
        statements.MapGet("/statements", async (Asking asking, StatementDesk desk, CancellationToken cancellation) =>
            Answers.Page<StatementsPage>(new { asking.Access, Shared = await desk.Shared(asking.Access, cancellation) }));
        statements.MapGet("/statements/{id:guid}", (Guid id, Asking asking, StatementDesk desk, CancellationToken cancellation) => Open(id, null, asking, desk, cancellation));
        statements.MapPost("/statements/answered", Reply);
    }

    private static async Task<IResult> Reply([FromForm] Guid statement, [FromForm] string? words, Asking asking, StatementDesk desk, CancellationToken cancellation) =>
        await desk.Reply(asking.Access, new StatementId(statement), words?.Trim().ReplaceLineEndings("\n") ?? "", cancellation) switch
        {
            ReplyAnswer.Written => Answers.See($"/statements/{statement}"),
            ReplyAnswer.Refused refused => await Open(statement, refused.Because, asking, desk, cancellation),
            _ => Answers.NotFound(),
        };

    private static async Task<IResult> Open(Guid id, string? sentence, Asking asking, StatementDesk desk, CancellationToken cancellation)
    {
        if (await desk.Open(asking.Access, new StatementId(id), cancellation) is not { } statement) return Answers.NotFound();
        var parameters = new { asking.Access, Statement = statement, Sentence = sentence };
        return sentence is null ? Answers.Page<StatementPage>(parameters) : Answers.Again<StatementPage>(parameters, "words");
    }
}
