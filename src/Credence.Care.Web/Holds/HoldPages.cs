using Credence.Care.Access;
using Credence.Care.Persons;
using Credence.Care.Retention;
using Credence.Care.Web.Pages;
using Credence.Record.Retention;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PersonId = Credence.Record.Access.PersonId;

namespace Credence.Care.Web.Holds;

/// <summary>Legal holds on a person's file: placed by one, for a reason of a closed list; lifted by two.</summary>
internal static class HoldPages
{
    public static void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet("/persons/{id:guid}/hold", (Guid id, Asking asking, RetentionDesk desk, PersonDesk persons, CancellationToken cancellation) => Page(id, null, asking, desk, persons, cancellation));
        inside.MapPost("/persons/{id:guid}/hold", Place);
        inside.MapPost("/holds/lifted", Lift);
    }

    private static async Task<IResult> Place(Guid id, [FromForm] IFormCollection sent, Asking asking, RetentionDesk desk, PersonDesk persons, CancellationToken cancellation) =>
        new SentForm(sent).One<HoldReason>("reason") is { } reason
            ? await Say(id, await desk.Hold(asking.Access, new PersonId(id), reason, cancellation), asking, desk, persons, cancellation)
            : await Page(id, "Found no reason, expected one of these.", asking, desk, persons, cancellation);

    private static async Task<IResult> Lift([FromForm] Guid hold, [FromForm] Guid person, Asking asking, RetentionDesk desk, PersonDesk persons, CancellationToken cancellation) =>
        await Say(person, await desk.ProposeLifting(asking.Access, hold, cancellation), asking, desk, persons, cancellation);

    private static async Task<IResult> Say(Guid person, RetentionAnswer answer, Asking asking, RetentionDesk desk, PersonDesk persons, CancellationToken cancellation) => answer switch
    {
        RetentionAnswer.Done => Answers.See($"/persons/{person}/hold"),
        RetentionAnswer.Waits => await Page(person, "Found a proposal to lift it that waits already, expected none: another person approves it, or whoever proposed it takes it back.", asking, desk, persons, cancellation),
        RetentionAnswer.TooLate => await Page(person, "Found a file of which something is erased or about to be, expected one that is kept.", asking, desk, persons, cancellation),
        _ => Answers.NotFound(),
    };

    private static async Task<IResult> Page(Guid id, string? sentence, Asking asking, RetentionDesk desk, PersonDesk persons, CancellationToken cancellation)
    {
        if (!asking.Access.May(CareAct.Hold) || !await persons.Exists(asking.Access, new PersonId(id), cancellation)) return Answers.NotFound();
        var parameters = new { asking.Access, Person = new PersonId(id), Holds = await desk.Standing(asking.Access, new PersonId(id), cancellation), Sentence = sentence };
        return sentence is null ? Answers.Page<HoldPage>(parameters) : Answers.Again<HoldPage>(parameters);
    }
}
