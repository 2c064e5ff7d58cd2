using Credence.Care.Access;
using Credence.Care.Cards;
using Credence.Care.Persons;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PersonId = Credence.Record.Access.PersonId;

namespace Credence.Care.Web.Cards;

/// <summary>A card on paper by which a person comes to her or his own pages the first time.</summary>
internal static class CardPages
{
    public static void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet("/persons/{id:guid}/card", (Guid id, Asking asking, CardDesk desk, PersonDesk persons, CancellationToken cancellation) => Page(id, null, null, asking, desk, persons, cancellation));
        inside.MapPost("/cards", async ([FromForm] Guid person, Asking asking, CardDesk desk, PersonDesk persons, CancellationToken cancellation) =>
            await Say(person, await desk.Make(asking.Access, new PersonId(person), cancellation), asking, desk, persons, cancellation));
        inside.MapPost("/cards/confirmed", async ([FromForm] Guid person, Asking asking, CardDesk desk, PersonDesk persons, CancellationToken cancellation) =>
            await Say(person, await desk.Confirm(asking.Access, new PersonId(person), cancellation), asking, desk, persons, cancellation));
        inside.MapPost("/cards/withdrawn", async ([FromForm] Guid person, Asking asking, CardDesk desk, CancellationToken cancellation) =>
            await desk.Withdraw(asking.Access, new PersonId(person), cancellation) ? Answers.See($"/persons/{person}/card") : Answers.NotFound());
    }

    private static Task<IResult> Say(Guid person, CardAnswer answer, Asking asking, CardDesk desk, PersonDesk persons, CancellationToken cancellation) => answer switch
    {
        CardAnswer.Made made => Page(person, made, null, asking, desk, persons, cancellation),
        CardAnswer.Waits => Page(person, null, "The person has a passphrase already: a second person of the staff makes the card, on this page, when it is sure who asks.", asking, desk, persons, cancellation),
        CardAnswer.Refused refused => Page(person, null, refused.Because, asking, desk, persons, cancellation),
        _ => Task.FromResult(Answers.NotFound()),
    };

    private static async Task<IResult> Page(Guid id, CardAnswer.Made? made, string? sentence, Asking asking, CardDesk desk, PersonDesk persons, CancellationToken cancellation)
    {
        if (!asking.Access.May(CareAct.GiveCard) || !await persons.Exists(asking.Access, new PersonId(id), cancellation)) return Answers.NotFound();
        var parameters = new { asking.Access, Person = new PersonId(id), Cards = await desk.List(asking.Access, new PersonId(id), cancellation), Made = made, Sentence = sentence };
        return sentence is null ? Answers.Page<CardPage>(parameters) : Answers.Again<CardPage>(parameters);
    }
}
