using System.Globalization;
using Credence.Care.Directories;
using Credence.Care.Persons;
using Credence.Care.Referrals;
using Credence.Care.Web.Inbox;
using Credence.Care.Web.Pages;
using Credence.Consents;
using Credence.Referrals;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PersonId = Credence.Record.Access.PersonId;

namespace Credence.Care.Web.Referrals;

/// <summary>Referrals: proposed from the directory, sent by the person's consent for that provider, followed to what became of each need and what the person says.</summary>
internal static class ReferralPages
{
    private const int MostMatches = 20;

    public static void Map(IEndpointRouteBuilder inside)
    {
        var referrals = inside.MapGroup("").AddEndpointFilter(Places.Only("referrals"));
        referrals.MapGet("/referrals", async (Asking asking, ProviderPost posts, CancellationToken cancellation) => Answers.Page<OverduePage>(new
        {
            asking.Access, Overdue = await posts.Referrals(asking.Access).Overdue(asking.Access, cancellation), ToAsk = await posts.Referrals(asking.Access).ToAsk(asking.Access, cancellation),
        }));
        referrals.MapGet("/persons/{id:guid}/referrals", (Guid id, Asking asking, ProviderPost posts, PersonDesk persons, CancellationToken cancellation) => Page(id, null, null, asking, posts, persons, cancellation));
        referrals.MapGet("/persons/{id:guid}/referrals/new", (Guid id, string? from, Asking asking, PersonDesk persons, DirectoryDesk directory, TimeProvider clock, CancellationToken cancellation) =>
            Choose(id, int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var shown) ? shown : 0, null, asking, persons, directory, clock, cancellation));
        referrals.MapPost("/persons/{id:guid}/referrals", Propose);
        referrals.MapPost("/referrals/sent", Send);
        referrals.MapPost("/referrals/link", ([FromForm] Guid referral, [FromForm] Guid person, Asking asking, ProviderPost posts, PersonDesk persons, CancellationToken cancellation) =>
            Step(person, desk => desk.NewLink(asking.Access, new ReferralId(referral), cancellation), asking, posts, persons, cancellation));
        referrals.MapPost("/referrals/noted", Note);
        referrals.MapPost("/referrals/closed", Close);
        referrals.MapPost("/referrals/asked", ([FromForm] Guid referral, [FromForm] Guid person, [FromForm] bool on, Asking asking, ProviderPost posts, PersonDesk persons, CancellationToken cancellation) =>
            Step(person, desk => desk.AskOn(asking.Access, new ReferralId(referral), on, cancellation), asking, posts, persons, cancellation));
        referrals.MapPost("/referrals/withdrawn", ([FromForm] Guid referral, [FromForm] Guid person, Asking asking, ProviderPost posts, PersonDesk persons, CancellationToken cancellation) =>
            Step(person, desk => desk.Withdraw(asking.Access, new ReferralId(referral), cancellation), asking, posts, persons, cancellation));
    }

    // The needs of the file are matched at once: nobody types them a second time.
    private static async Task<IResult> Choose(Guid id, int from, string? sentence, Asking asking, PersonDesk persons, DirectoryDesk directory, TimeProvider clock, CancellationToken cancellation)
    {
        if (await persons.Open(asking.Access, new PersonId(id), cancellation) is not { Sheet: { } sheet } file) return Answers.NotFound();
        var question = new MatchQuestion { Needs = sheet.Needs ?? [], Language = sheet.Language, At = clock.GetUtcNow() };
        var found = question.Needs.Count > 0 ? await directory.Match(asking.Access, question, cancellation) : null;
        var parameters = new
        {
            asking.Access, file.Person, Sheet = sheet, Matches = (IReadOnlyList<Match>)[.. found?.Matches.Skip(from).Take(MostMatches) ?? []], From = from, Total = found?.Matches.Count ?? 0, Sentence = sentence,
        };
        return sentence is null ? Answers.Page<ChoosePage>(parameters) : Answers.Again<ChoosePage>(parameters);
    }

    private static async Task<IResult> Propose(
        Guid id, [FromForm] IFormCollection sent, Asking asking, ProviderPost posts, PersonDesk persons, DirectoryDesk directory, TimeProvider clock, CancellationToken cancellation)
    {
        var form = new SentForm(sent);
        var needs = form.Needs();
        var service = form.Text("service") is { } listed ? (await directory.Open(asking.Access, listed, cancellation))?.Service : null;
        var why = service is null ? [] : (await directory.Match(asking.Access, new MatchQuestion { Needs = needs, At = clock.GetUtcNow() }, cancellation))?.Matches.FirstOrDefault(one => one.Service.Id == service.Id)?.Why ?? [];
        var name = form.Text("name") ?? service?.OrganizationName ?? service?.Name ?? "";
        var to = new Recipient(new OrganizationId(form.Text("short") ?? service?.Organization ?? service?.Id ?? ""), name);
        return await posts.Referrals(asking.Access).Propose(asking.Access, new PersonId(id), to, service?.Id, needs, why, cancellation) switch
        {
            ReferralReply.Done => Answers.See($"/persons/{id}/referrals"),
            ReferralReply.Refused refused => await Choose(id, 0, refused.Because, asking, persons, directory, clock, cancellation),
            _ => Answers.NotFound(),
        };
    }

    private static Task<IResult> Send([FromForm] Guid referral, [FromForm] Guid person, [FromForm] string? way, Asking asking, ProviderPost posts, PersonDesk persons, CancellationToken cancellation) =>
        Step(person, desk => desk.Send(asking.Access, new ReferralId(referral), way == nameof(SendingWay.Post) ? SendingWay.Post : SendingWay.Link, cancellation), asking, posts, persons, cancellation);

    private static async Task<IResult> Note([FromForm] Guid referral, [FromForm] Guid person, [FromForm] string? news, [FromForm] string? reason, Asking asking, ProviderPost posts, PersonDesk persons, CancellationToken cancellation) =>
        SentNews.Read(news, reason) is { } said
            ? await Step(person, desk => desk.Note(asking.Access, new ReferralId(referral), said, cancellation), asking, posts, persons, cancellation)
            : await Page(person, null, "Found no news, expected one of these.", asking, posts, persons, cancellation);

    private static Task<IResult> Close([FromForm] IFormCollection sent, Asking asking, ProviderPost posts, PersonDesk persons, CancellationToken cancellation)
    {
        var form = new SentForm(sent);
        var outcomes = Enum.GetValues<Need>().Select(need => (need, Extent: form.One<Extent>($"outcome-{need}"))).Where(one => one.Extent is not null).Select(one => new NeedOutcome(one.need, one.Extent!.Value)).ToList();
        var answer = new OwnAnswer(form.One<Answering>("answering") ?? Answering.NotAsked, form.One<Extent>("own"), form.Text("words"));
        return Step(form.Id("person") ?? Guid.Empty, desk => desk.Close(asking.Access, new ReferralId(form.Id("referral") ?? Guid.Empty), outcomes, answer, cancellation), asking, posts, persons, cancellation);
    }

    private static async Task<IResult> Step(Guid person, Func<ReferralDesk, Task<ReferralReply>> step, Asking asking, ProviderPost posts, PersonDesk persons, CancellationToken cancellation) =>
        await step(posts.Referrals(asking.Access)) switch
        {
            ReferralReply.Done { ToTell: { } to } => await Page(person, $"{to.Name} may hold something, and no message of ours tells it: tell them today.", null, asking, posts, persons, cancellation),
            ReferralReply.Done => Answers.See($"/persons/{person}/referrals"),
            ReferralReply.LinkGiven link => Answers.Page<LinkPage>(new { asking.Access, Person = new PersonId(person), Given = link }),
            ReferralReply.NotPermitted not => await Page(person, null, string.Join(" ", not.Because.Select(one => one.Because)), asking, posts, persons, cancellation),
            ReferralReply.Refused refused => await Page(person, null, refused.Because, asking, posts, persons, cancellation),
            _ => Answers.NotFound(),
        };

    private static async Task<IResult> Page(Guid id, string? told, string? sentence, Asking asking, ProviderPost posts, PersonDesk persons, CancellationToken cancellation)
    {
        if (!await persons.Exists(asking.Access, new PersonId(id), cancellation)) return Answers.NotFound();
        var parameters = new
        {
            asking.Access, Person = new PersonId(id), Opened = await posts.Referrals(asking.Access).List(asking.Access, new PersonId(id), cancellation), Told = told, Sentence = sentence,
        };
        return sentence is null ? Answers.Page<ReferralsPage>(parameters) : Answers.Again<ReferralsPage>(parameters);
    }
}
