using Credence.Care.Access;
using Credence.Care.Persons;
using Credence.Care.Web.Pages;
using Credence.Care.Wishes;
using Credence.Consents;
using Credence.Packs;
using Credence.Web;
using Credence.Wishes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PersonId = Credence.Record.Access.PersonId;

namespace Credence.Care.Web.Wishes;

/// <summary>What a person lets police be told, by which consent, and when staff told it.</summary>
internal sealed class PolicePages(PackLibrary packs)
{
    private readonly IReadOnlyDictionary<string, string> _options =
        WishPack.From(packs, []).OrderBy(pack => pack.Language == "en" ? 0 : 1).SelectMany(pack => pack.Options).DistinctBy(one => one.Id).ToDictionary(one => one.Id, one => one.Text);

    public void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet("/persons/{id:guid}/police", (Guid id, Asking asking, PoliceDesk desk, PersonDesk persons, TimeProvider clock, CancellationToken cancellation) => Page(id, null, asking, desk, persons, clock, cancellation));
        inside.MapPost("/persons/{id:guid}/police", Tell);
    }

    private async Task<IResult> Tell(Guid id, [FromForm] IFormCollection sent, Asking asking, PoliceDesk desk, PersonDesk persons, TimeProvider clock, CancellationToken cancellation)
    {
        var form = new SentForm(sent);
        var consent = new ConsentId(form.Id("consent") ?? Guid.Empty);
        return await desk.Tell(asking.Access, new PersonId(id), consent, form.All<InformationKind>("kind"), form.Day("on") ?? DateOnly.MinValue, cancellation) switch
        {
            TellingAnswer.Written => Answers.See($"/persons/{id}/police"),
            TellingAnswer.Refused refused => await Page(id, refused.Because, asking, desk, persons, clock, cancellation),
            _ => Answers.NotFound(),
        };
    }

    private async Task<IResult> Page(Guid id, string? sentence, Asking asking, PoliceDesk desk, PersonDesk persons, TimeProvider clock, CancellationToken cancellation)
    {
        if (!asking.Access.May(CareAct.KeepWishes) || !await persons.Exists(asking.Access, new PersonId(id), cancellation)) return Answers.NotFound();
        var parameters = new
        {
            asking.Access, Person = new PersonId(id), Tellings = await desk.List(asking.Access, new PersonId(id), cancellation), Options = _options,
            Today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), Sentence = sentence,
        };
        return sentence is null ? Answers.Page<PolicePage>(parameters) : Answers.Again<PolicePage>(parameters);
    }
}
