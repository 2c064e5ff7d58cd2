using Credence.Consents;
using Credence.Record.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Credence.Web.Settings;

/// <summary>What is set for an organization: its name, whom it exchanges messages with, and the rules that are in force and not changed here.</summary>
public static class SettingsPages
{
    /// <summary>Maps them for one side.</summary>
    /// <param name="inside">Behind the door.</param>
    /// <param name="mayRename">Whether one may call the organization something else.</param>
    /// <param name="retention">How long records are kept, as the packs have it.</param>
    /// <param name="side">Whose records.</param>
    /// <param name="call">Says what a partner is called on pages; null on a side that shows short names.</param>
    public static void Map<TAccess>(
        IEndpointRouteBuilder inside, Func<TAccess, bool> mayRename, Func<IReadOnlyList<RetentionSchedule>> retention, RecordSide side,
        Func<TAccess, string, string, CancellationToken, Task<AgencyAnswer>>? call = null)
        where TAccess : RecordAccess => new Of<TAccess>(mayRename, retention, side, call).Map(inside);

    private sealed class Of<TAccess>(
        Func<TAccess, bool> mayRename, Func<IReadOnlyList<RetentionSchedule>> retention, RecordSide side, Func<TAccess, string, string, CancellationToken, Task<AgencyAnswer>>? call)
        where TAccess : RecordAccess
    {
        public void Map(IEndpointRouteBuilder inside)
        {
            inside.MapGet("/agency", async (Asking<TAccess> asking, IAgency<TAccess> desk, CancellationToken cancellation) => await Page(asking, desk, null, cancellation));
            inside.MapPost("/agency/name", Rename);
            if (call is not null)
                inside.MapPost("/agency/partner", async ([FromForm] string? partner, [FromForm] string? called, Asking<TAccess> asking, IAgency<TAccess> desk, CancellationToken cancellation) =>
                    await Say(await call(asking.Access, partner ?? "", called ?? "", cancellation), asking, desk, cancellation));
        }

        private async Task<IResult> Rename([FromForm] string? name, Asking<TAccess> asking, IAgency<TAccess> desk, CancellationToken cancellation) =>
            await Say(await desk.Rename(asking.Access, name ?? "", cancellation), asking, desk, cancellation);

        private async Task<IResult> Say(AgencyAnswer answer, Asking<TAccess> asking, IAgency<TAccess> desk, CancellationToken cancellation) => answer switch
        {
            AgencyAnswer.Done => Answers.See("/agency"),
            AgencyAnswer.Refused refused => await Page(asking, desk, refused.Because, cancellation),
            _ => Answers.NotFound(),
        };

        private async Task<IResult> Page(Asking<TAccess> asking, IAgency<TAccess> desk, string? sentence, CancellationToken cancellation)
        {
            if (await desk.Show(asking.Access, cancellation) is not { } agency) return Answers.NotFound();
            var parameters = new { Access = (RecordAccess)asking.Access, Agency = agency, MayRename = mayRename(asking.Access), MayCall = call is not null && mayRename(asking.Access), Retention = retention(), Records = side, Sentence = sentence };
            return sentence is null ? Answers.Page<SettingsPage>(parameters) : Answers.Again<SettingsPage>(parameters);
        }
    }
}
