using Credence.Care.Statements;
using Credence.Care.Web.Pages;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
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
        statements.MapGet("/statements/{id:guid}", Open);
    }

    private static async Task<IResult> Open(Guid id, Asking asking, StatementDesk desk, CancellationToken cancellation) =>
        await desk.Open(asking.Access, new StatementId(id), cancellation) is { } statement ? Answers.Page<StatementPage>(new { asking.Access, Statement = statement }) : Answers.NotFound();
}
