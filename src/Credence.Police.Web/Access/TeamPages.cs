using Credence.Police.Access;
using Credence.Record.Access;
using Credence.Web;
using Credence.Web.SignIns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Credence.Police.Web.Access;

/// <summary>The accounts of the agency: proposed by one, confirmed by another; links to set up a sign-in.</summary>
internal static class TeamPages
{
    public static void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet("/team", async (Asking asking, TeamDesk desk, CancellationToken cancellation) =>
            await Page(asking, desk, new TeamSaid(), cancellation));
        inside.MapPost("/team/proposals", Propose);
        inside.MapPost("/team/proposals/confirmed", Confirm);
        inside.MapPost("/team/closed", Close);
        inside.MapPost("/team/sessions/ended", EndSessions);
        inside.MapPost("/team/links", GiveLink);
        inside.MapPost("/team/links/confirmed", ConfirmLink);
    }

    private static async Task<IResult> Propose(
        [FromForm] string? handle, [FromForm] string? account, [FromForm] string? role, Asking asking, TeamDesk desk, CancellationToken cancellation)
    {
        if (!Enum.TryParse<PoliceRole>(role, out var chosen) || !Enum.IsDefined(chosen))
            return await Page(asking, desk, new TeamSaid { Sentence = "Found no role, expected one of these." }, cancellation);
        var answer = Guid.TryParse(account, out var id)
            ? await desk.ChangeRole(asking.Access, new AccountId(id), chosen, cancellation)
            : await desk.Open(asking.Access, handle?.Trim() ?? "", chosen, cancellation);
        return await Say(answer, asking, desk, cancellation);
    }

    private static async Task<IResult> Confirm([FromForm] Guid proposal, Asking asking, TeamDesk desk, CancellationToken cancellation) =>
        await Say(await desk.Confirm(asking.Access, proposal, cancellation), asking, desk, cancellation);

    private static async Task<IResult> Close([FromForm] Guid account, Asking asking, TeamDesk desk, Sessions sessions, CancellationToken cancellation)
    {
        var answer = await desk.Close(asking.Access, new AccountId(account), cancellation);
        if (answer is TeamAnswer.Done) sessions.End(new AccountId(account));
        return await Say(answer, asking, desk, cancellation);
    }

    private static async Task<IResult> EndSessions([FromForm] Guid account, Asking asking, TeamDesk desk, Sessions sessions, CancellationToken cancellation)
    {
        var answer = await desk.EndSessions(asking.Access, new AccountId(account), cancellation);
        if (answer is TeamAnswer.Done) sessions.End(new AccountId(account));
        return await Say(answer, asking, desk, cancellation);
    }

    private static async Task<IResult> GiveLink([FromForm] Guid account, Asking asking, TeamDesk desk, CancellationToken cancellation) =>
        await Say(await desk.GiveLink(asking.Access, new AccountId(account), cancellation), asking, desk, cancellation);

    private static async Task<IResult> ConfirmLink([FromForm] Guid account, Asking asking, TeamDesk desk, CancellationToken cancellation) =>
        await Say(await desk.ConfirmLink(asking.Access, new AccountId(account), cancellation), asking, desk, cancellation);

    private static async Task<IResult> Say(TeamAnswer answer, Asking asking, TeamDesk desk, CancellationToken cancellation) => answer switch
    {
        TeamAnswer.NotFound => Answers.NotFound(),
        TeamAnswer.Refused refused => await Page(asking, desk, new TeamSaid { Sentence = refused.Because }, cancellation),
        TeamAnswer.LinkGiven link => await Page(asking, desk, new TeamSaid { Link = link.Token }, cancellation),
        TeamAnswer.CodeGiven code => await Page(asking, desk, new TeamSaid { Code = code.Code }, cancellation),
        _ => Answers.See("/team"),
    };

    private static async Task<IResult> Page(Asking asking, TeamDesk desk, TeamSaid said, CancellationToken cancellation)
    {
        if (!asking.Access.May(PoliceAct.ManageAccounts) && !asking.Access.May(PoliceAct.Approve)) return Answers.NotFound();
        var parameters = new
        {
            asking.Access,
            Said = said,
            Accounts = await desk.Accounts(asking.Access, cancellation),
            Waiting = await desk.Waiting(asking.Access, cancellation),
            Links = await desk.WaitingLinks(asking.Access, cancellation),
        };
        return said.Sentence is null ? Answers.Page<TeamPage>(parameters) : Answers.Again<TeamPage>(parameters);
    }
}

/// <summary>What the page of the team says once: a refusal, a link or a code.</summary>
public sealed record TeamSaid
{
    public string? Sentence { get; init; }

    public string? Link { get; init; }

    public string? Code { get; init; }

    public override string ToString() => nameof(TeamSaid);
}
