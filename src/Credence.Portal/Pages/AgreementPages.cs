using Credence.Care.Consents;
using Credence.Consents;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Credence.Portal.Pages;

/// <summary>What the person said yes to, and taking each back with one press.</summary>
internal static class AgreementPages
{
    public static void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet("/agreed", async (Asking asking, Words say, ConsentDesk desk, BroughtConsentDesk brought, TimeProvider clock, CancellationToken cancellation) =>
            Answers.Page<AgreedPage>(new
            {
                Say = say, Consents = await desk.List(asking.Access, cancellation), Brought = await brought.List(asking.Access, cancellation), Now = clock.GetUtcNow(),
            }));
        inside.MapPost("/agreed/{id:guid}/taken", async (Guid id, Asking asking, Words say, ConsentDesk desk, CancellationToken cancellation) =>
            await desk.Withdraw(asking.Access, new ConsentId(id), cancellation) is { } withdrawal
                ? (IResult)Answers.Page<TakenPage>(new { Say = say, Withdrawal = withdrawal })
                : new Said(Trouble.NotFound));
        inside.MapPost("/agreed/brought/{id:guid}/taken", async (Guid id, Asking asking, Words say, BroughtConsentDesk desk, CancellationToken cancellation) =>
            await desk.Withdraw(asking.Access, new ConsentId(id), cancellation) is { } withdrawal
                ? (IResult)Answers.Page<TakenPage>(new { Say = say, Withdrawal = withdrawal, IsBrought = true })
                : new Said(Trouble.NotFound));
    }
}
