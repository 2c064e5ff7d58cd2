using Credence.Care.Access;
using Credence.Care.Declarations;
using Credence.Care.Files;
using Credence.Care.Persons;
using Credence.Care.Web.Pages;
using Credence.Declarations;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PersonId = Credence.Record.Access.PersonId;

namespace Credence.Care.Web.Declarations;

/// <summary>How far declarations are by which a person may stay, and the papers that a restitution or a vacatur still needs.</summary>
internal static class DeclarationPages
{
    public static void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet("/persons/{id:guid}/declarations", (Guid id, Asking asking, DeclarationDesk desk, PersonDesk persons, CancellationToken cancellation) => Page(id, null, asking, desk, persons, cancellation));
        inside.MapPost("/persons/{id:guid}/declarations", Write);
        inside.MapPost("/persons/{id:guid}/papers", Note);
    }

    private static async Task<IResult> Write(Guid id, [FromForm] IFormCollection sent, Asking asking, DeclarationDesk desk, PersonDesk persons, TimeProvider clock, CancellationToken cancellation)
    {
        var form = new SentForm(sent);
        if (form.Day("on") is not { } on || form.One<DeclarationKind>("kind") is not { } kind || form.One<DeclarationState>("state") is not { } state)
            return await Page(id, "Found no day, no kind or no state, expected each.", asking, desk, persons, cancellation);
        var step = new DeclarationStep(clock.GetUtcNow(), form.Id("declaration") ?? Guid.NewGuid(), kind, state, on, form.Text("authority"), form.One<NotSignedFor>("because"));
        return await Say(id, await desk.Write(asking.Access, new PersonId(id), step, cancellation), asking, desk, persons, cancellation);
    }

    private static async Task<IResult> Note(Guid id, [FromForm] IFormCollection sent, Asking asking, DeclarationDesk desk, PersonDesk persons, CancellationToken cancellation)
    {
        var form = new SentForm(sent);
        return form.One<Relief>("relief") is not { } relief || form.One<PaperState>("state") is not { } state
            ? await Page(id, "Found not what it is for, or not where it is, expected both.", asking, desk, persons, cancellation)
            : await Say(id, await desk.Note(asking.Access, new PersonId(id), relief, form.Text("paper") ?? "", state, cancellation), asking, desk, persons, cancellation);
    }

    private static async Task<IResult> Say(Guid id, FileAnswer answer, Asking asking, DeclarationDesk desk, PersonDesk persons, CancellationToken cancellation) => answer switch
    {
        FileAnswer.Kept => Answers.See($"/persons/{id}/declarations"),
        FileAnswer.Refused refused => await Page(id, refused.Because, asking, desk, persons, cancellation),
        _ => Answers.NotFound(),
    };

    private static async Task<IResult> Page(Guid id, string? sentence, Asking asking, DeclarationDesk desk, PersonDesk persons, CancellationToken cancellation)
    {
        if (!asking.Access.May(CareAct.KeepDeclarations) || !await persons.Exists(asking.Access, new PersonId(id), cancellation)) return Answers.NotFound();
        var parameters = new
        {
            asking.Access, Person = new PersonId(id), Steps = await desk.List(asking.Access, new PersonId(id), cancellation), Papers = await desk.Papers(asking.Access, new PersonId(id), cancellation), Sentence = sentence,
        };
        return sentence is null ? Answers.Page<DeclarationsPage>(parameters) : Answers.Again<DeclarationsPage>(parameters);
    }
}
