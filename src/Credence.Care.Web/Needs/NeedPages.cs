using Credence.Care.Files;
using Credence.Care.Interviews;
using Credence.Care.Access;
using Credence.Care.Needs;
using Credence.Care.Persons;
using Credence.Care.Safety;
using Credence.Care.Web.Pages;
using Credence.Referrals;
using Credence.Statements;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PersonId = Credence.Record.Access.PersonId;

namespace Credence.Care.Web.Needs;

/// <summary>Needs, which come before any interview; the safety plan in the person's own words; and what has been told, so that nobody asks it again.</summary>
internal static class NeedPages
{
    public static void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet("/persons/{id:guid}/needs", (Guid id, Asking asking, NeedsDesk desk, PersonDesk persons, CancellationToken cancellation) => Needs(id, null, asking, desk, persons, cancellation));
        inside.MapPost("/persons/{id:guid}/needs/asked", Ask);
        inside.MapPost("/persons/{id:guid}/needs/met", Meet);
        inside.MapGet("/persons/{id:guid}/safety", (Guid id, Asking asking, SafetyDesk desk, PersonDesk persons, CancellationToken cancellation) => Safety(id, null, asking, desk, persons, cancellation));
        inside.MapPost("/persons/{id:guid}/safety", Plan);
        inside.MapGet("/persons/{id:guid}/told", (Guid id, Asking asking, InterviewDesk desk, CancellationToken cancellation) => Told(id, null, asking, desk, cancellation));
        inside.MapPost("/persons/{id:guid}/told", Tell);
    }

    private static async Task<IResult> Ask(Guid id, [FromForm] IFormCollection sent, Asking asking, NeedsDesk desk, PersonDesk persons, CancellationToken cancellation)
    {
        var asked = new List<AskedNeed>();
        foreach (var need in Enum.GetValues<Need>())
        {
            var said = sent[$"asked-{need}"].ToString();
            if (Enum.TryParse<Urgency>(said, out var soon) && Enum.IsDefined(soon)) asked.Add(new AskedNeed(need, Answering.Answered, soon));
            else if (said == "none") asked.Add(new AskedNeed(need, Answering.Answered));
            else if (said is nameof(Answering.NoAnswer) or nameof(Answering.DeclinedToAnswer)) asked.Add(new AskedNeed(need, Enum.Parse<Answering>(said)));
        }

        return await Say(await desk.Ask(asking.Access, new PersonId(id), asked, cancellation), $"/persons/{id}/needs", because => Needs(id, because, asking, desk, persons, cancellation));
    }

    private static async Task<IResult> Meet(Guid id, [FromForm] IFormCollection sent, Asking asking, NeedsDesk desk, PersonDesk persons, CancellationToken cancellation)
    {
        var form = new SentForm(sent);
        return form.One<Need>("need") is not { } need || form.One<Extent>("extent") is not { } extent
            ? await Needs(id, "Found no need, or not how far it was met, expected both.", asking, desk, persons, cancellation)
            : await Say(await desk.Meet(asking.Access, new PersonId(id), need, extent, form.Text("by") ?? "", cancellation), $"/persons/{id}/needs", because => Needs(id, because, asking, desk, persons, cancellation));
    }

    private static async Task<IResult> Plan(Guid id, [FromForm] string? words, Asking asking, SafetyDesk desk, PersonDesk persons, CancellationToken cancellation)
    {
        var plan = new SafetyPlan((words ?? "").ReplaceLineEndings("\n"));
        return await Say(await desk.Write(asking.Access, new PersonId(id), plan, cancellation), $"/persons/{id}/safety", because => Safety(id, because, asking, desk, persons, cancellation));
    }

    private static async Task<IResult> Tell(Guid id, [FromForm] IFormCollection sent, Asking asking, InterviewDesk desk, CancellationToken cancellation)
    {
        var form = new SentForm(sent);
        if (form.Time("at") is not { } at || form.One<Asker>("asker") is not { } asker) return await Told(id, "Found no time, or not who asked, expected both.", asking, desk, cancellation);
        var told = Enum.GetValues<Ground>().Select(ground => (ground, Said: sent[$"ground-{ground}"].ToString())).Where(one => one.Said is "open" or "settled" or "wish")
            .Select(one => new ToldGround(one.ground, one.Said != "open", one.Said == "wish")).ToList();
        var interview = new Interview(at, asker, form.Text("who") ?? "", told, form.Text("new"));
        return await Say(await desk.Write(asking.Access, new PersonId(id), interview, cancellation), $"/persons/{id}/told", because => Told(id, because, asking, desk, cancellation));
    }

    private static async Task<IResult> Say(FileAnswer answer, string address, Func<string, Task<IResult>> again) => answer switch
    {
        FileAnswer.Kept => Answers.See(address),
        FileAnswer.Refused refused => await again(refused.Because),
        _ => Answers.NotFound(),
    };

    private static async Task<IResult> Needs(Guid id, string? sentence, Asking asking, NeedsDesk desk, PersonDesk persons, CancellationToken cancellation)
    {
        var picture = await desk.Picture(asking.Access, new PersonId(id), cancellation);
        if (picture.Count == 0) return Answers.NotFound();
        var parameters = new { asking.Access, Person = new PersonId(id), Picture = picture, Before = await desk.Before(asking.Access, new PersonId(id), cancellation), Sentence = sentence };
        return sentence is null ? Answers.Page<NeedsPage>(parameters) : Answers.Again<NeedsPage>(parameters);
    }

    private static async Task<IResult> Safety(Guid id, string? sentence, Asking asking, SafetyDesk desk, PersonDesk persons, CancellationToken cancellation)
    {
        if (!asking.Access.May(CareAct.KeepNeeds) || !await persons.Exists(asking.Access, new PersonId(id), cancellation)) return Answers.NotFound();
        var parameters = new { asking.Access, Person = new PersonId(id), Versions = await desk.Versions(asking.Access, new PersonId(id), cancellation), Sentence = sentence };
        return sentence is null ? Answers.Page<SafetyPage>(parameters) : Answers.Again<SafetyPage>(parameters);
    }

    private static async Task<IResult> Told(Guid id, string? sentence, Asking asking, InterviewDesk desk, CancellationToken cancellation)
    {
        if (await desk.Told(asking.Access, new PersonId(id), cancellation) is not { } told) return Answers.NotFound();
        var parameters = new { asking.Access, Person = new PersonId(id), Told = told, Sentence = sentence };
        return sentence is null ? Answers.Page<ToldPageView>(parameters) : Answers.Again<ToldPageView>(parameters);
    }
}
