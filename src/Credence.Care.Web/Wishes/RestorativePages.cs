using Credence.Care.Access;
using Credence.Care.Files;
using Credence.Care.Persons;
using Credence.Care.Web.Pages;
using Credence.Care.Wishes;
using Credence.Web;
using Credence.Wishes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PersonId = Credence.Record.Access.PersonId;

namespace Credence.Care.Web.Wishes;

/// <summary>A restorative process, if the person wishes for one: each step only when its gates are met, and either side stops it at any moment.</summary>
internal static class RestorativePages
{
    public static void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet("/persons/{id:guid}/restorative", (Guid id, Asking asking, RestorativeDesk desk, PersonDesk persons, CancellationToken cancellation) => Page(id, null, asking, desk, persons, cancellation));
        inside.MapPost("/persons/{id:guid}/restorative", Write);
    }

    private static async Task<IResult> Write(Guid id, [FromForm] IFormCollection sent, Asking asking, RestorativeDesk desk, PersonDesk persons, CancellationToken cancellation)
    {
        var form = new SentForm(sent);
        var (access, person, process) = (asking.Access, new PersonId(id), form.Id("process") ?? Guid.NewGuid());
        var answer = (form.Text("do"), form.One<Gate>("gate"), form.One<RestorativeStep>("step")) switch
        {
            ("met", { } gate, _) => await desk.Meet(access, person, process, gate, form.Text("by") ?? "", cancellation),
            ("open", { } gate, _) => await desk.Reopen(access, person, process, gate, cancellation),
            ("step", _, { } step) => await desk.Take(access, person, process, step, form.Text("words"), cancellation),
            ("stop", _, _) => await desk.Stop(access, person, process, cancellation),
            _ => new FileAnswer.Refused("Found nothing to write down, expected a gate, a step or a stop."),
        };
        return answer switch
        {
            FileAnswer.Kept => Answers.See($"/persons/{id}/restorative"),
            FileAnswer.Refused refused => await Page(id, refused.Because, asking, desk, persons, cancellation),
            _ => Answers.NotFound(),
        };
    }

    private static async Task<IResult> Page(Guid id, string? sentence, Asking asking, RestorativeDesk desk, PersonDesk persons, CancellationToken cancellation)
    {
        if (!asking.Access.May(CareAct.KeepWishes) || !await persons.Exists(asking.Access, new PersonId(id), cancellation)) return Answers.NotFound();
        var written = await desk.History(asking.Access, new PersonId(id), cancellation);
        var parameters = new { asking.Access, Person = new PersonId(id), Entries = (IReadOnlyList<RestorativeEntry>)[.. written.Select(one => one.Entry)], Sentence = sentence };
        return sentence is null ? Answers.Page<RestorativePage>(parameters) : Answers.Again<RestorativePage>(parameters);
    }
}
