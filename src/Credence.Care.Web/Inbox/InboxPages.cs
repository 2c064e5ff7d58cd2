using Credence.Care.Erasure;
using Credence.Care.FollowUps;
using Credence.Care.Handovers;
using Credence.Care.Persons;
using Credence.Care.Web.Pages;
using Credence.Consents;
using Credence.Referrals;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PersonId = Credence.Record.Access.PersonId;

namespace Credence.Care.Web.Inbox;

/// <summary>What waits: handovers and what persons share by themselves, the longest waiting first, without a name; opened, taken, answered only where a consent says so.</summary>
internal static class InboxPages
{
    private const int OnPage = 100;

    public static void Map(IEndpointRouteBuilder inside)
    {
        var inbox = inside.MapGroup("").AddEndpointFilter(Places.Only("inbox"));
        inbox.MapGet("/inbox", List);
        inbox.MapGet("/inbox/{id:guid}", (Guid id, Asking asking, InboxDesk desk, CancellationToken cancellation) => Page(id, null, asking, desk, cancellation));
        inbox.MapPost("/inbox/taken", Take);
        inbox.MapPost("/inbox/tied", Tie);
        inbox.MapPost("/inbox/answered", Answer);
        inbox.MapPost("/inbox/settled", async ([FromForm] FollowUpKind? kind, [FromForm] Guid person, [FromForm] Guid about, Asking asking, FollowUpDesk desk, CancellationToken cancellation) =>
            kind is { } of && Enum.IsDefined(of) && await desk.Settle(asking.Access, of, new PersonId(person), about, cancellation) ? Answers.See("/inbox") : Answers.NotFound());
    }

    private static async Task<IResult> List(Asking asking, InboxDesk desk, FollowUpDesk followUps, ErasureDesk erasures, RetentionSchedule schedule, CancellationToken cancellation) =>
        Answers.Page<InboxPage>(new
        {
            asking.Access,
            Waiting = await desk.Waiting(asking.Access, OnPage, cancellation),
            Shared = await followUps.Statements(asking.Access, cancellation),
            Withdrawn = await followUps.Withdrawn(asking.Access, cancellation),
            Calls = await followUps.Calls(asking.Access, cancellation),
            Tellings = await followUps.Tellings(asking.Access, cancellation),
            Erasures = await erasures.Waiting(asking.Access, schedule, cancellation),
        });

    private static async Task<IResult> Take([FromForm] Guid handover, Asking asking, InboxDesk desk, CancellationToken cancellation) =>
        await Say(handover, await desk.Take(asking.Access, new HandoverId(handover), cancellation), asking, desk, cancellation);

    private static async Task<IResult> Tie([FromForm] Guid handover, [FromForm] string? file, Asking asking, InboxDesk desk, PersonDesk persons, CancellationToken cancellation) =>
        await persons.Find(asking.Access, (file ?? "").Trim(), cancellation) switch
        {
            [var person] => await Say(handover, await desk.Tie(asking.Access, new HandoverId(handover), person, cancellation), asking, desk, cancellation),
            [] => await Page(handover, "Found no open file with this reference, expected one of this organization: its end of six letters and digits stands on the file.", asking, desk, cancellation),
            _ => await Page(handover, "Found several files with this reference, expected one: take more of the number, as the address of the file has it.", asking, desk, cancellation),
        };

    private static async Task<IResult> Answer(
        [FromForm] Guid handover, [FromForm] string? state, Asking asking, ProviderPost posts, InboxDesk desk, CancellationToken cancellation)
    {
        if (!Enum.TryParse<ReferralState>(state, out var said) || !Enum.IsDefined(said))
            return await Page(handover, "Found no state, expected one of these.", asking, desk, cancellation);
        return await posts.Handovers(asking.Access).Answer(asking.Access, new HandoverId(handover), said, cancellation) switch
        {
            NotePosting.Posted => Answers.See($"/inbox/{handover}"),
            NotePosting.NotPermitted not => await Page(handover, $"They hear nothing. {string.Join(" ", not.Because.Select(one => one.Because))}", asking, desk, cancellation),
            NotePosting.Refused refused => await Page(handover, refused.Because, asking, desk, cancellation),
            _ => Answers.NotFound(),
        };
    }

    private static async Task<IResult> Say(Guid handover, TakingAnswer answer, Asking asking, InboxDesk desk, CancellationToken cancellation) => answer switch
    {
        TakingAnswer.Taken taken => Answers.See($"/persons/{taken.Person.Value}"),
        TakingAnswer.Refused refused => await Page(handover, refused.Because, asking, desk, cancellation),
        _ => Answers.NotFound(),
    };

    private static async Task<IResult> Page(Guid id, string? sentence, Asking asking, InboxDesk desk, CancellationToken cancellation)
    {
        if (await desk.Open(asking.Access, new HandoverId(id), cancellation) is not { } opened) return Answers.NotFound();
        var parameters = new { asking.Access, Opened = opened, Sentence = sentence };
        return sentence is null ? Answers.Page<HandoverPage>(parameters) : Answers.Again<HandoverPage>(parameters);
    }
}
