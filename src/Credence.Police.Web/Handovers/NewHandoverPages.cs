using Credence.Consents;
using Credence.Police.Encounters;
using Credence.Police.Handovers;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Credence.Police.Web.Handovers;

/// <summary>Handing over: filled in with the person, then signed on paper or on the screen, then sent once.</summary>
internal static class NewHandoverPages
{
    private const string TooOld = "That page was too old, or not yours. Nothing was handed over: fill it in again.";

    public static void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet("/handovers/new", Begin);
        inside.MapPost("/handovers", Fill);
        inside.MapPost("/handovers/signed", Sign);
        inside.MapGet("/handovers/given/{consent:guid}", (Guid consent, bool? again, Asking asking) => HandoverPages.May(asking)
            ? Answers.Page<GivenPage>(new { Consent = (Guid?)consent, IsAgain = again == true })
            : Answers.NotFound());
    }

    private static async Task<IResult> Begin(Guid? incident, Guid? encounter, Asking asking, HandoverRoom room, EncounterDesk encounters, CancellationToken cancellation)
    {
        if (!HandoverPages.May(asking)) return Answers.NotFound();
        var opened = encounter is { } id ? await encounters.Open(asking.Access, new EncounterId(id), cancellation) : null;
        if (encounter is not null && opened?.Officer != asking.Access.Account) return Answers.NotFound();
        // What was asked at the roadside is not asked again.
        var needs = opened?.Versions is [.., var last] ? last.Content.Needs.Where(one => one.State is not HelpState.Declined).ToDictionary(one => one.Need, one => one.Urgency) : [];
        var form = new HandoverForm
        {
            Token = Guid.NewGuid(), BeganAt = room.Now, Incident = incident, Encounter = encounter, To = "", Recipient = "", Needs = needs, Place = room.Laws is [var first, ..] ? first.Jurisdiction : "",
            Conditions = new Dictionary<string, bool>(), ExplainedIn = "en",
        };
        return await Page(form, null, asking, room, cancellation);
    }

    private static async Task<IResult> Fill([FromForm] IFormCollection sent, Asking asking, HandoverRoom room, CancellationToken cancellation)
    {
        if (!HandoverPages.May(asking)) return Answers.NotFound();
        var form = HandoverFields.Read(sent);
        if (form.Token == Guid.Empty) return Answers.Stale();
        if (room.PostOf(asking.Access) is not { } post) return Answers.NotFound();
        if (!(await post.Desk.Providers(asking.Access, cancellation)).Contains(new OrganizationId(form.To)))
            return await Page(form, "Found another provider, expected one whose card was compared here.", asking, room, cancellation);
        var now = room.Now;
        // On the screen it is as if the person signed now, so that nobody reads and signs what could not go.
        var signedAt = form.How is ConsentForm.Screen ? now : form.SignedAt;
        if (signedAt is not { } signed) return await Page(form, "Found no time of signing, expected when it was signed on paper.", asking, room, cancellation);
        var shown = form.How is ConsentForm.Screen || form.RisksWereShown ? signedAt : null;
        return HandoverDraft.Of(form, room.IdOf(asking.Access, form), post.Name, room.Packs, shown, signed, now) switch
        {
            HandoverDraft.Unready unready => await Page(form, unready.Because, asking, room, cancellation),
            HandoverDraft.Ready ready when form.How is ConsentForm.Paper => await Hand(form, ready.Proposal, asking, room, post.Desk, cancellation),
            HandoverDraft.Ready ready => Show(form, ready.Proposal, null, asking, room),
            _ => throw new InvalidOperationException(),
        };
    }

    private static async Task<IResult> Sign([FromForm] IFormCollection sent, Asking asking, HandoverRoom room, CancellationToken cancellation)
    {
        if (!HandoverPages.May(asking) || room.PostOf(asking.Access) is not { } post) return Answers.NotFound();
        if (sent["do"] == "decline") return Answers.Page<GivenPage>(new { });
        if (room.Readings.Open(asking.Access.Account, sent["reading"]) is not { Form: var form, ShownAt: var shown })
            return Answers.Sentence("Nothing was handed over", TooOld, StatusCodes.Status422UnprocessableEntity);
        var now = room.Now;
        if (HandoverDraft.Of(form, room.IdOf(asking.Access, form), post.Name, room.Packs, shown, now, now) is not HandoverDraft.Ready { Proposal: var proposal })
            return Answers.Sentence("Nothing was handed over", TooOld, StatusCodes.Status422UnprocessableEntity);
        return proposal.Consent.Signatures.All(one => sent[$"read-{one.By}"] == "yes")
            ? await Hand(form, proposal, asking, room, post.Desk, cancellation)
            : Show(form, proposal, form.ExplainedIn == "es" ? "Marque primero que lo leyó, o no firme." : "Tick first that it was read, or do not sign.", asking, room);
    }

    private static IResult Show(HandoverForm form, HandoverProposal proposal, string? sentence, Asking asking, HandoverRoom room)
    {
        var parameters = new
        {
            Form = form, Reading = room.Readings.Seal(asking.Access.Account, form), Signers = (IReadOnlyList<Signer>)[.. proposal.Consent.Signatures.Select(one => one.By)],
            Ends = DateOnly.FromDateTime(proposal.Consent.Ends.UtcDateTime), Sentence = sentence,
        };
        return sentence is null ? Answers.Page<SigningPage>(parameters) : Answers.Again<SigningPage>(parameters);
    }

    private static async Task<IResult> Hand(HandoverForm form, HandoverProposal proposal, Asking asking, HandoverRoom room, HandoverDesk desk, CancellationToken cancellation) =>
        await room.Hand(asking.Access, desk, form, proposal, cancellation) switch
        {
            HandoverOutcome.Posted posted => Answers.See($"/handovers/given/{posted.Consent.Value}"),
            HandoverOutcome.Already before => Answers.See($"/handovers/given/{before.Consent.Value}?again=true"),
            HandoverOutcome.NotPermitted not => await Page(form, string.Join(" ", not.Because.Select(one => one.Because)), asking, room, cancellation),
            HandoverOutcome.Refused refused => await Page(form, refused.Because, asking, room, cancellation),
            _ => Answers.NotFound(),
        };

    private static async Task<IResult> Page(HandoverForm form, string? sentence, Asking asking, HandoverRoom room, CancellationToken cancellation)
    {
        if (room.PostOf(asking.Access) is not { Desk: var desk }) return Answers.See("/handovers");
        var parameters = new { asking.Access, Form = form, Providers = await desk.Providers(asking.Access, cancellation), room.Laws, room.Now, Sentence = sentence };
        return sentence is null ? Answers.Page<NewHandoverPage>(parameters) : Answers.Again<NewHandoverPage>(parameters);
    }
}
