using System.Globalization;
using Credence.Police.Access;
using Credence.Police.Approaches;
using Credence.Police.Incidents;
using Credence.Record.Access;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Credence.Police.Web.Approaches;

/// <summary>Whether anybody may be contacted about an old incident: asked by one, agreed to by an advocate, allowed by a supervisor.</summary>
internal static class ApproachPages
{
    public static void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet("/incidents/{id:guid}/approaches", (Guid id, Asking asking, ApproachDesk desk, TimeProvider clock, CancellationToken cancellation) =>
            OfIncident(id, null, null, asking, desk, clock, cancellation));
        inside.MapPost("/incidents/{id:guid}/approaches", Ask);
        inside.MapGet("/approaches", List);
        inside.MapGet("/approaches/{id:guid}", (Guid id, Asking asking, ApproachDesk desk, TimeProvider clock, CancellationToken cancellation) => Look(id, null, asking, desk, clock, cancellation));
        inside.MapPost("/approaches/{id:guid}/allowed", Allow);
        inside.MapPost("/approaches/{id:guid}/refused", async (Guid id, Asking asking, ApproachDesk desk, TimeProvider clock, CancellationToken cancellation) =>
            await Say(id, await desk.Decide(asking.Access, new ApproachId(id), allows: false, default, cancellation), asking, desk, clock, cancellation));
        inside.MapPost("/approaches/{id:guid}/taken-back", async (Guid id, Asking asking, ApproachDesk desk, TimeProvider clock, CancellationToken cancellation) =>
            await Say(id, await desk.TakeBack(asking.Access, new ApproachId(id), cancellation), asking, desk, clock, cancellation));
        inside.MapPost("/approaches/{id:guid}/made", Report);
    }

    private static async Task<IResult> OfIncident(
        Guid id, ApproachPlan? plan, string? sentence, Asking asking, ApproachDesk desk, TimeProvider clock, CancellationToken cancellation)
    {
        var incident = new IncidentId(id);
        if (await desk.MayContact(asking.Access, incident, cancellation) is var contact && contact is ContactAnswer.NotFound) return Answers.NotFound();
        var parameters = new
        {
            asking.Access, Incident = incident, Contact = contact, Plan = plan, Sentence = sentence, Now = clock.GetUtcNow(),
            Asked = await desk.Of(asking.Access, incident, cancellation), Advocates = await desk.Advocates(asking.Access, cancellation),
        };
        return sentence is null ? Answers.Page<IncidentApproachesPage>(parameters) : Answers.Again<IncidentApproachesPage>(parameters);
    }

    private static async Task<IResult> Ask(Guid id, [FromForm] IFormCollection form, Asking asking, ApproachDesk desk, TimeProvider clock, CancellationToken cancellation)
    {
        var plan = new ApproachPlan(Chosen<ApproachWay>(form["way"]), Chosen<ApproachBy>(form["by"]), form["sheet"].ToString());
        var advocate = new AccountId(Guid.TryParse(form["advocate"], out var account) ? account : Guid.Empty);
        return await desk.Ask(asking.Access, new IncidentId(id), plan, advocate, cancellation) switch
        {
            ApproachAnswer.Done => Answers.See($"/incidents/{id}/approaches"),
            ApproachAnswer.Refused refused => await OfIncident(id, plan, refused.Because, asking, desk, clock, cancellation),
            _ => Answers.NotFound(),
        };
    }

    private static async Task<IResult> List(Asking asking, ApproachDesk desk, TimeProvider clock, CancellationToken cancellation) =>
        !asking.Access.May(PoliceAct.AskApproach) ? Answers.NotFound() : Answers.Page<ApproachesPage>(new
        {
            asking.Access, Standing = await desk.Standing(asking.Access, cancellation), Now = clock.GetUtcNow(),
        });

    private static async Task<IResult> Look(Guid id, string? sentence, Asking asking, ApproachDesk desk, TimeProvider clock, CancellationToken cancellation)
    {
        if (await desk.Open(asking.Access, new ApproachId(id), cancellation) is not { } opened) return Answers.NotFound();
        var parameters = new { asking.Access, Opened = opened, Sentence = sentence, Now = clock.GetUtcNow() };
        return sentence is null ? Answers.Page<ApproachPage>(parameters) : Answers.Again<ApproachPage>(parameters);
    }

    private static async Task<IResult> Allow(Guid id, [FromForm] string? days, Asking asking, ApproachDesk desk, TimeProvider clock, CancellationToken cancellation)
    {
        var until = int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= ApproachDesk.Longest.Days
            ? clock.GetUtcNow().AddDays(number)
            : default;
        return await Say(id, await desk.Decide(asking.Access, new ApproachId(id), allows: true, until, cancellation), asking, desk, clock, cancellation);
    }

    private static async Task<IResult> Report(Guid id, [FromForm] string? outcome, Asking asking, ApproachDesk desk, TimeProvider clock, CancellationToken cancellation) =>
        await Say(id, await desk.Report(asking.Access, new ApproachId(id), Chosen<ApproachOutcome>(outcome), cancellation), asking, desk, clock, cancellation);

    private static async Task<IResult> Say(Guid id, ApproachAnswer answer, Asking asking, ApproachDesk desk, TimeProvider clock, CancellationToken cancellation) => answer switch
    {
        ApproachAnswer.Done => Answers.See($"/approaches/{id}"),
        ApproachAnswer.NeedsAnotherPerson => await Look(id, "Who asks, who agrees and who allows are three persons: another supervisor decides.", asking, desk, clock, cancellation),
        ApproachAnswer.NotInThisState stands => await Look(id, $"Nothing was done, because of how it stands: {ApproachWords.Of(stands.State)}.", asking, desk, clock, cancellation),
        ApproachAnswer.Refused refused => await Look(id, refused.Because, asking, desk, clock, cancellation),
        _ => Answers.NotFound(),
    };

    // What is none of the list is told so by the desk.
    private static T Chosen<T>(string? word) where T : struct, Enum => Enum.TryParse<T>(word, out var chosen) ? chosen : (T)Enum.ToObject(typeof(T), -1);
}
