using Credence.Care.Persons;
using Credence.Care.Wishes;
using Credence.Referrals;
using Credence.Web;
using Credence.Wishes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Credence.Portal.Pages;

/// <summary>What justice would be for the person: own words first, options to choose from, dated and changeable.</summary>
internal static class HopePages
{
    public static void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet("/wishes", async (Asking asking, Words say, WishDesk desk, PersonDesk persons, Portal portal, CancellationToken cancellation) =>
            await Page(asking, say, desk, persons, portal, null, null, null, cancellation));
        inside.MapGet("/wishes/{id:guid}", async (Guid id, Asking asking, Words say, WishDesk desk, PersonDesk persons, Portal portal, CancellationToken cancellation) =>
            await Page(asking, say, desk, persons, portal, id, null, null, cancellation));
        inside.MapPost("/wishes", Keep);
        inside.MapPost("/wishes/{id:guid}/shown", async (Guid id, Asking asking, Words say, WishDesk desk, CancellationToken cancellation) =>
            await desk.Release(asking.Access, new WishId(id), cancellation) ? Answers.See(say.At("/wishes")) : new Said(Trouble.NotFound));
        inside.MapPost("/wishes/{id:guid}/hidden", async (Guid id, Asking asking, Words say, WishDesk desk, CancellationToken cancellation) =>
            await desk.Unrelease(asking.Access, new WishId(id), cancellation) ? Answers.See(say.At("/wishes")) : new Said(Trouble.NotFound));
    }

    private static async Task<IResult> Keep(
        [FromForm] IFormCollection sent, [FromForm] string? words, [FromForm] Guid? changes, [FromForm] string? silent,
        Asking asking, Words say, WishDesk desk, PersonDesk persons, Portal portal, CancellationToken cancellation)
    {
        var chosen = sent["options"].OfType<string>().ToArray();
        var answer = silent is not null ? new WishAnswer(Answering.DeclinedToAnswer, null, [], null)
            : new WishAnswer(Answering.Answered, string.IsNullOrWhiteSpace(words) ? null : words, chosen, portal.Wishes(say.Language)?.Stamp);
        return await desk.Say(asking.Access, answer, changes is { } id ? new WishId(id) : null, cancellation) switch
        {
            WishReply.Kept => Answers.See(say.At("/wishes")),
            WishReply.Refused => await Page(
                asking, say, desk, persons, portal, changes, words, words?.Length > WishAnswer.Longest ? say.NewLong : string.IsNullOrWhiteSpace(words) && chosen.Length == 0 ? say.NewEmpty : say.HopesStale, cancellation),
            _ => new Said(Trouble.NotFound),
        };
    }

    private static async Task<IResult> Page(
        Asking asking, Words say, WishDesk desk, PersonDesk persons, Portal portal, Guid? changes, string? typed, string? sentence, CancellationToken cancellation)
    {
        var wishes = await desk.List(asking.Access, cancellation);
        if (changes is { } id && wishes.All(wish => wish.Id.Value != id)) return new Said(Trouble.NotFound);
        var parameters = new { Say = say, Wishes = wishes, Pack = portal.Wishes(say.Language), IsAlone = !await persons.HasFile(asking.Access, cancellation), Changes = changes, Typed = typed, Sentence = sentence };
        return sentence is null ? Answers.Page<HopesPage>(parameters) : Answers.Again<HopesPage>(parameters);
    }
}
