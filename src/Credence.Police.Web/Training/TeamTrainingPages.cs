using System.Globalization;
using Credence.Police.Access;
using Credence.Police.Training;
using Credence.Record.Access;
using Credence.Training;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Credence.Police.Web.Training;

/// <summary>A supervisor's page: who has practiced and when, what is asked of whom, and the measures.</summary>
internal static class TeamTrainingPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/training/team", (Asking asking, TrainingRoom room, TrainingDesk desk, CancellationToken cancellation) => Look(null, asking, room, desk, cancellation));
        pages.MapPost("/training/team", Assign);
        pages.MapPost("/training/team/withdrawn", Withdraw);
        pages.MapPost("/training/team/refreshers", AssignRefreshers);
    }

    private static async Task<IResult> Look(string? sentence, Asking asking, TrainingRoom room, TrainingDesk desk, CancellationToken cancellation)
    {
        if (!asking.Access.May(PoliceAct.AssignPractice)) return Answers.NotFound();
        var parameters = new
        {
            asking.Access, room.Scenarios, Sentence = sentence, Refreshers = await desk.Refreshers(asking.Access, room.Ids, cancellation), Team = await desk.Team(asking.Access, cancellation), Measures = (await desk.Measures(asking.Access, cancellation))!,
        };
        return sentence is null ? Answers.Page<TeamTrainingPage>(parameters) : Answers.Again<TeamTrainingPage>(parameters);
    }

    private static async Task<IResult> AssignRefreshers([FromForm] IFormCollection form, Asking asking, TrainingRoom room, TrainingDesk desk, CancellationToken cancellation)
    {
        var chosen = form["refresher"].OfType<string>().Select(one => one.Split('/')).Where(parts => parts.Length == 2 && Guid.TryParse(parts[0], out _))
            .Select(parts => (new AccountId(Guid.Parse(parts[0])), parts[1])).ToHashSet();
        return await desk.AssignRefreshers(asking.Access, room.Ids, chosen, cancellation) switch
        {
            PracticeAnswer.Asked => Answers.See("/training/team"),
            PracticeAnswer.Refused refused => await Look(refused.Because, asking, room, desk, cancellation),
            _ => Answers.NotFound(),
        };
    }

    private static async Task<IResult> Assign(
        [FromForm] Guid[]? officer, [FromForm] string? what, [FromForm] string? due, Asking asking, TrainingRoom room, TrainingDesk desk, CancellationToken cancellation)
    {
        if (!asking.Access.May(PoliceAct.AssignPractice)) return Answers.NotFound();
        if (what != PracticeResult.Sorting && room.Find(what ?? "") is null) return await Look("Found no scenario, expected one of the list.", asking, room, desk, cancellation);
        if (!DateOnly.TryParseExact(due, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return await Look("Found no day, expected one such as 2031-06-30.", asking, room, desk, cancellation);
        if (officer is not { Length: > 0 }) return await Look("Found nobody chosen, expected one officer at least.", asking, room, desk, cancellation);
        // One act for each: asked again after a break, whoever was asked before is asked the same.
        foreach (var one in officer.Distinct())
        {
            var answer = await desk.Assign(asking.Access, new AccountId(one), what!, day, cancellation);
            if (answer is PracticeAnswer.Refused refused) return await Look(refused.Because, asking, room, desk, cancellation);
            if (answer is not PracticeAnswer.Kept) return Answers.NotFound();
        }

        return Answers.See("/training/team");
    }

    private static async Task<IResult> Withdraw([FromForm] Guid officer, [FromForm] string? what, Asking asking, TrainingRoom room, TrainingDesk desk, CancellationToken cancellation) =>
        await desk.Withdraw(asking.Access, new AccountId(officer), what ?? "", cancellation) switch
        {
            PracticeAnswer.Kept => Answers.See("/training/team"),
            PracticeAnswer.Refused refused => await Look(refused.Because, asking, room, desk, cancellation),
            _ => Answers.NotFound(),
        };
}
