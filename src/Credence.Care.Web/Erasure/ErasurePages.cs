using Credence.Care.Erasure;
using Credence.Care.Persons;
using Credence.Care.Retention;
using Credence.Care.Web.Pages;
using Credence.Consents;
using Credence.Record.Retention;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PersonId = Credence.Record.Access.PersonId;

namespace Credence.Care.Web.Erasure;

/// <summary>Persons who ask to be forgotten: somebody here approves as the second, and it is done as it was proposed.</summary>
internal static class ErasurePages
{
    public static void Map(IEndpointRouteBuilder inside)
    {
        var erasure = inside.MapGroup("").AddEndpointFilter(Places.Only("erasure"));
        erasure.MapGet("/erasure", async (Asking asking, ErasureDesk desk, RetentionDesk retention, RetentionSchedule schedule, PersonDesk persons, CancellationToken cancellation) => await Page(null, asking, desk, retention, schedule, persons, cancellation));
        erasure.MapPost("/erasure/approved", async ([FromForm] Guid proposal, Asking asking, ErasureDesk desk, RetentionDesk retention, RetentionSchedule schedule, PersonDesk persons, CancellationToken cancellation) =>
            await Say(await retention.Approve(asking.Access, proposal, cancellation), asking, desk, retention, schedule, persons, cancellation));
        erasure.MapPost("/erasure/carried", async ([FromForm] Guid proposal, Asking asking, ErasureDesk desk, RetentionDesk retention, RetentionSchedule schedule, PersonDesk persons, CancellationToken cancellation) =>
            await Say(await retention.Carry(asking.Access, proposal, null, cancellation), asking, desk, retention, schedule, persons, cancellation));
        erasure.MapPost("/erasure/withdrawn", async ([FromForm] Guid proposal, Asking asking, ErasureDesk desk, RetentionDesk retention, RetentionSchedule schedule, PersonDesk persons, CancellationToken cancellation) =>
            await Say(await retention.Withdraw(asking.Access, proposal, cancellation), asking, desk, retention, schedule, persons, cancellation));
    }

    private static async Task<IResult> Say(RetentionAnswer answer, Asking asking, ErasureDesk desk, RetentionDesk retention, RetentionSchedule schedule, PersonDesk persons, CancellationToken cancellation) => answer switch
    {
        RetentionAnswer.Done => Answers.See("/erasure"),
        RetentionAnswer.NotFound => Answers.NotFound(),
        _ => await Page(Sentence(answer), asking, desk, retention, schedule, persons, cancellation),
    };

    private static string Sentence(RetentionAnswer answer) => answer switch
    {
        RetentionAnswer.NeedsAnotherPerson => "Found the one who proposed it, expected another person.",
        RetentionAnswer.Expired => "Found one whose time is over, expected that it is proposed again.",
        RetentionAnswer.NotInThisState => "Found it in another state, expected one that waits for this.",
        RetentionAnswer.Held => "Found a legal hold on some of it: nothing of that is erased while the hold stands.",
        RetentionAnswer.Altered => "Found other steps than were proposed: somebody changed them past the program. Nothing was erased; tell whoever answers for the record.",
        _ => "Found nothing that could be done, expected one that waits for this.",
    };

    private static async Task<IResult> Page(string? sentence, Asking asking, ErasureDesk desk, RetentionDesk retention, RetentionSchedule schedule, PersonDesk persons, CancellationToken cancellation)
    {
        var waiting = await desk.Waiting(asking.Access, schedule, cancellation);
        var named = new HashSet<PersonId>();
        foreach (var one in waiting)
            if (await persons.Exists(asking.Access, one.Person, cancellation)) named.Add(one.Person);
        var parameters = new
        {
            asking.Access, Waiting = waiting, Named = (IReadOnlySet<PersonId>)named, Open = await retention.Open(asking.Access, cancellation),
            Holds = await retention.Standing(asking.Access, null, cancellation), Sentence = sentence,
        };
        return sentence is null ? Answers.Page<ErasurePage>(parameters) : Answers.Again<ErasurePage>(parameters);
    }
}
