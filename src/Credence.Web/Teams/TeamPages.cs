using System.Text.RegularExpressions;
using Credence.Record.Access;
using Credence.Web.SignIns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Credence.Web.Teams;

/// <summary>The accounts of an organization: proposed by one, confirmed by another; links to set up a sign-in.</summary>
public static class TeamPages
{
    /// <summary>Maps them for one side.</summary>
    /// <param name="inside">Behind the door.</param>
    /// <param name="rights">Who runs the accounts, and who is the second person.</param>
    public static void Map<TAccess, TRole>(IEndpointRouteBuilder inside, TeamRights<TAccess> rights)
        where TAccess : RecordAccess where TRole : struct, Enum => new Of<TAccess, TRole>(rights).Map(inside);

    private sealed class Of<TAccess, TRole>(TeamRights<TAccess> rights) where TAccess : RecordAccess where TRole : struct, Enum
    {
        public void Map(IEndpointRouteBuilder inside)
        {
            inside.MapGet("/team", async (Asking<TAccess> asking, ITeam<TAccess, TRole> desk, CancellationToken cancellation) =>
                await Page(asking, desk, new TeamSaid(), cancellation));
            inside.MapPost("/team/proposals", Propose);
            inside.MapPost("/team/proposals/confirmed", Confirm);
            inside.MapPost("/team/closed", Close);
            inside.MapPost("/team/sessions/ended", EndSessions);
            inside.MapPost("/team/links", GiveLink);
            inside.MapPost("/team/links/confirmed", ConfirmLink);
        }

        private async Task<IResult> Propose(
            [FromForm] string? handle, [FromForm] string? account, [FromForm] string? role, Asking<TAccess> asking, ITeam<TAccess, TRole> desk, CancellationToken cancellation)
        {
            if (!Enum.TryParse<TRole>(role, out var chosen) || !Enum.IsDefined(chosen))
                return await Page(asking, desk, new TeamSaid { Sentence = "Found no role, expected one of these." }, cancellation);
            var answer = Guid.TryParse(account, out var id)
                ? await desk.ChangeRole(asking.Access, new AccountId(id), chosen, cancellation)
                : await desk.Open(asking.Access, handle?.Trim() ?? "", chosen, cancellation);
            return await Say(answer, asking, desk, cancellation);
        }

        private async Task<IResult> Confirm([FromForm] Guid proposal, Asking<TAccess> asking, ITeam<TAccess, TRole> desk, CancellationToken cancellation) =>
            await Say(await desk.Confirm(asking.Access, proposal, cancellation), asking, desk, cancellation);

        private async Task<IResult> Close([FromForm] Guid account, Asking<TAccess> asking, ITeam<TAccess, TRole> desk, Sessions sessions, CancellationToken cancellation)
        {
            var answer = await desk.Close(asking.Access, new AccountId(account), cancellation);
            if (answer is TeamAnswer.Done) sessions.End(new AccountId(account));
            return await Say(answer, asking, desk, cancellation);
        }

        private async Task<IResult> EndSessions([FromForm] Guid account, Asking<TAccess> asking, ITeam<TAccess, TRole> desk, Sessions sessions, CancellationToken cancellation)
        {
            var answer = await desk.EndSessions(asking.Access, new AccountId(account), cancellation);
            if (answer is TeamAnswer.Done) sessions.End(new AccountId(account));
            return await Say(answer, asking, desk, cancellation);
        }

        private async Task<IResult> GiveLink([FromForm] Guid account, Asking<TAccess> asking, ITeam<TAccess, TRole> desk, CancellationToken cancellation) =>
            await Say(await desk.GiveLink(asking.Access, new AccountId(account), cancellation), asking, desk, cancellation);

        private async Task<IResult> ConfirmLink([FromForm] Guid account, Asking<TAccess> asking, ITeam<TAccess, TRole> desk, CancellationToken cancellation) =>
            await Say(await desk.ConfirmLink(asking.Access, new AccountId(account), cancellation), asking, desk, cancellation);

        private async Task<IResult> Say(TeamAnswer answer, Asking<TAccess> asking, ITeam<TAccess, TRole> desk, CancellationToken cancellation) => answer switch
        {
            TeamAnswer.NotFound => Answers.NotFound(),
            TeamAnswer.Refused refused => await Page(asking, desk, new TeamSaid { Sentence = refused.Because }, cancellation),
            TeamAnswer.LinkGiven link => await Page(asking, desk, new TeamSaid { Link = link.Token }, cancellation),
            TeamAnswer.CodeGiven code => await Page(asking, desk, new TeamSaid { Code = code.Code }, cancellation),
            _ => Answers.See("/team"),
        };

        private async Task<IResult> Page(Asking<TAccess> asking, ITeam<TAccess, TRole> desk, TeamSaid said, CancellationToken cancellation)
        {
            var access = asking.Access;
            if (!rights.MayManage(access) && !rights.MayConfirm(access)) return Answers.NotFound();
            var parameters = new
            {
                Access = (RecordAccess)access,
                MayManage = rights.MayManage(access),
                rights.Second,
                Roles = (IReadOnlyList<string>)Enum.GetNames<TRole>(),
                Said = said,
                Accounts = await desk.Accounts(access, cancellation),
                Waiting = await desk.Waiting(access, cancellation),
                Links = await desk.WaitingLinks(access, cancellation),
            };
            return said.Sentence is null ? Answers.Page<TeamPage>(parameters) : Answers.Again<TeamPage>(parameters);
        }
    }
}

/// <summary>Who runs the accounts of one side, and who confirms beside them.</summary>
/// <param name="MayManage">Whether one runs the accounts.</param>
/// <param name="MayConfirm">Whether one is a second person for what another proposed.</param>
/// <param name="Second">What that second person is called, such as "A supervisor".</param>
public sealed record TeamRights<TAccess>(Func<TAccess, bool> MayManage, Func<TAccess, bool> MayConfirm, string Second) where TAccess : RecordAccess;

/// <summary>Roles as pages say them.</summary>
public static partial class TeamWords
{
    /// <summary>A role's name in small words, such as provider worker.</summary>
    public static string Of(string role) => Humps().Replace(role, " ").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex Humps();
}

/// <summary>What the page of the team says once: a refusal, a link or a code.</summary>
public sealed record TeamSaid
{
    public string? Sentence { get; init; }

    public string? Link { get; init; }

    public string? Code { get; init; }

    public override string ToString() => nameof(TeamSaid);
}
