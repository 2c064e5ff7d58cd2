using Credence.Care.Access;
using Credence.Care.Persons;
using Credence.Care.Wishes;
using Credence.Care.Web.Pages;
using Credence.Packs;
using Credence.Referrals;
using Credence.Web;
using Credence.Wishes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PersonId = Credence.Record.Access.PersonId;

namespace Credence.Care.Web.Wishes;

/// <summary>What justice would be for a person, in own words first, and what was done about each wish.</summary>
internal sealed class WishPages(PackLibrary packs)
{
    private readonly IReadOnlyList<WishPack> _packs = WishPack.From(packs, []);

    public void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet("/persons/{id:guid}/wishes", (Guid id, string? lang, Asking asking, WishDesk desk, PersonDesk persons, CancellationToken cancellation) => Page(id, lang, null, asking, desk, persons, cancellation));
        inside.MapPost("/persons/{id:guid}/wishes", Write);
        inside.MapPost("/wishes/done", Do);
    }

    private async Task<IResult> Write(Guid id, [FromForm] IFormCollection sent, Asking asking, WishDesk desk, PersonDesk persons, CancellationToken cancellation)
    {
        var form = new SentForm(sent);
        var answering = form.One<Answering>("answering") ?? Answering.Answered;
        var answer = new WishAnswer(answering, form.Text("words"), form.Texts("option"), form.Texts("option").Count > 0 ? form.Text("pack") : null);
        return await desk.Write(asking.Access, new PersonId(id), answer, form.Id("changes") is { } changes ? new WishId(changes) : null, cancellation) switch
        {
            WishReply.Kept => Answers.See($"/persons/{id}/wishes"),
            WishReply.Refused refused => await Page(id, form.Text("lang"), refused.Because, asking, desk, persons, cancellation),
            _ => Answers.NotFound(),
        };
    }

    private async Task<IResult> Do([FromForm] IFormCollection sent, Asking asking, WishDesk desk, PersonDesk persons, TimeProvider clock, CancellationToken cancellation)
    {
        var form = new SentForm(sent);
        var deed = new WishDeed(clock.GetUtcNow(), form.Text("what") ?? "", form.Text("by") ?? "", form.One<Honoring>("honoring") ?? Honoring.Open, form.Text("why"));
        var person = form.Id("person") ?? Guid.Empty;
        return await desk.Do(asking.Access, new WishId(form.Id("wish") ?? Guid.Empty), deed, cancellation) switch
        {
            WishReply.Kept => Answers.See($"/persons/{person}/wishes"),
            WishReply.Refused refused => await Page(person, null, refused.Because, asking, desk, persons, cancellation),
            _ => Answers.NotFound(),
        };
    }

    private async Task<IResult> Page(Guid id, string? language, string? sentence, Asking asking, WishDesk desk, PersonDesk persons, CancellationToken cancellation)
    {
        if (!asking.Access.May(CareAct.KeepWishes) || !await persons.Exists(asking.Access, new PersonId(id), cancellation)) return Answers.NotFound();
        var pack = _packs.FirstOrDefault(one => one.Language == language) ?? _packs.FirstOrDefault(one => one.Language == "en") ?? (_packs is [var first, ..] ? first : null);
        var parameters = new
        {
            asking.Access, Person = new PersonId(id), Said = await desk.List(asking.Access, new PersonId(id), cancellation), Pack = pack, Languages = (IReadOnlyList<string>)[.. _packs.Select(one => one.Language)],
            AllOptions = (IReadOnlyDictionary<string, string>)_packs.OrderBy(one => one.Language == pack?.Language ? 0 : 1).SelectMany(one => one.Options).DistinctBy(one => one.Id).ToDictionary(one => one.Id, one => one.Text),
            Sentence = sentence,
        };
        return sentence is null ? Answers.Page<WishesPage>(parameters) : Answers.Again<WishesPage>(parameters);
    }
}
