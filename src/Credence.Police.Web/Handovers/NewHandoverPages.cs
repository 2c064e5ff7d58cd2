using Credence.Consents;
using Credence.Police.Encounters;
using Credence.Police.Handovers;
using Credence.Web;
using Credence.Web.SignIns;
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
        // Pressed twice, the form leads to the same page to read; another form does not.
        inside.MapPost("/handovers", Fill).WithMetadata(new OpenWhileHeld());
        inside.MapPost("/handovers/signed", Sign).WithMetadata(new OpenWhileHeld());
        inside.MapGet("/handovers/given/{consent:guid}", Given).WithMetadata(new OpenWhileHeld());
    }

    private static async Task<IResult> Begin(Guid? incident, Guid? encounter, Asking asking, HandoverRoom room, EncounterDesk encounters, CancellationToken cancellation)
    {
        if (!HandoverPages.May(asking)) return Answers.NotFound();
        var opened = encounter is { } id ? await encounters.Open(asking.Access, new EncounterId(id), cancellation) : null;
        if (encounter is not null && opened?.Officer != asking.Access.Account) return Answers.NotFound();
        // What was asked at the roadside is not asked again.
        var asked = opened?.Versions is [.., var last] ? last.Content.Needs.Where(one => one.State is not HelpState.Declined).ToLookup(one => one.Urgency is null) : null;
        var form = new HandoverForm
        {
            Token = Guid.NewGuid(), BeganAt = room.Now, Incident = incident, Encounter = encounter, To = "", Recipient = "", Needs = asked?[false].ToDictionary(one => one.Need, one => one.Urgency!.Value) ?? [],
            Unsaid = [.. asked?[true].Select(one => one.Need) ?? []], Place = room.Laws is [var first, ..] ? first.Jurisdiction : "",
            Conditions = new Dictionary<string, bool>(), ExplainedIn = "en",
        };
        return await Page(form, null, asking, room, cancellation);
    }

    private static async Task<IResult> Fill([FromForm] IFormCollection sent, Asking asking, HandoverRoom room, HttpContext context, CancellationToken cancellation)
    {
        if (!HandoverPages.May(asking)) return Answers.NotFound();
        var form = HandoverFields.Read(sent);
        if (form.Token == Guid.Empty) return Answers.Stale();
        if (await HeldSession.Of(context) is { } held && (held != HeldFor(form) || form.How is not ConsentForm.Screen)) return Answers.See("/sign-in");
        if (room.PostOf(asking.Access) is not { } post) return Answers.NotFound();
        if (!(await post.Desk.Providers(asking.Access, cancellation)).Contains(new OrganizationId(form.To)))
            return await Page(form, "Found another provider, expected one whose card was compared here.", asking, room, cancellation);
        var now = room.Now;
        // On the screen it is as if the person signed now, so that nobody reads and signs what could not go.
        var signedAt = form.How is ConsentForm.Screen ? now : form.SignedAt;
        if (signedAt is not { } signed) return await Page(form, "Found no time of signing, expected when it was signed on paper.", asking, room, cancellation);
        if (signed > now) return await Page(form, "Found a time of signing that is still to come, expected when it was signed on paper, in UTC.", asking, room, cancellation);
        var shown = form.How is ConsentForm.Screen || form.RisksWereShown ? signedAt : null;
        return HandoverDraft.Of(form, room.IdOf(asking.Access, form), post.Name, room.Packs, shown, signed, now) switch
        {
            HandoverDraft.Unready unready => await Page(form, unready.Because, asking, room, cancellation),
            HandoverDraft.Ready ready when form.How is ConsentForm.Paper => await Hand(form, ready.Proposal, asking, room, post.Desk, cancellation),
            HandoverDraft.Ready ready => await Show(form, ready.Proposal, null, asking, room, context),
            _ => throw new InvalidOperationException(),
        };
    }

    private static async Task<IResult> Sign([FromForm] IFormCollection sent, Asking asking, HandoverRoom room, HttpContext context, CancellationToken cancellation)
    {
        if (!HandoverPages.May(asking) || room.PostOf(asking.Access) is not { } post) return Answers.NotFound();
        var reading = room.Readings.Open(asking.Access.Account, sent["reading"]);
        if (sent["do"] == "decline") return Answers.Page<GivenPage>(new { IsHeld = true, ReadIn = reading?.Form.ExplainedIn ?? "en" });
        if (reading is not { Form: var form, ShownAt: var shown })
            return Answers.Sentence("Nothing was handed over", TooOld, StatusCodes.Status422UnprocessableEntity);
        var now = room.Now;
        if (HandoverDraft.Of(form, room.IdOf(asking.Access, form), post.Name, room.Packs, shown, now, now) is not HandoverDraft.Ready { Proposal: var proposal })
            return Answers.Sentence("Nothing was handed over", TooOld, StatusCodes.Status422UnprocessableEntity);
        return proposal.Consent.Signatures.All(one => sent[$"read-{one.By}"] == "yes")
            ? await Hand(form, proposal, asking, room, post.Desk, cancellation)
            : await Show(form, proposal, SigningWords.In(form.ExplainedIn).TickFirst, asking, room, context);
    }

    private static async Task<IResult> Given(Guid consent, bool? again, Asking asking, HandoverRoom room, HttpContext context, CancellationToken cancellation) =>
        HandoverPages.May(asking) && room.PostOf(asking.Access) is { Desk: var desk } && await desk.Given(asking.Access, new ConsentId(consent), cancellation) is { } given
            ? Answers.Page<GivenPage>(new { Given = given, IsAgain = again == true, IsHeld = await HeldSession.Of(context) is not null, ReadIn = given.ReadIn ?? "en" })
            : Answers.NotFound();

    private static string HeldFor(HandoverForm form) => $"handover/{form.Token:N}";

    // From here on the device is in the person's hands.
    private static async Task<IResult> Show(HandoverForm form, HandoverProposal proposal, string? sentence, Asking asking, HandoverRoom room, HttpContext context)
    {
        await HeldSession.Hold(context, HeldFor(form));
        var parameters = new
        {
            Form = form, Reading = room.Readings.Seal(asking.Access.Account, form), Signers = (IReadOnlyList<Signer>)[.. proposal.Consent.Signatures.Select(one => one.By)],
            Ends = DateOnly.FromDateTime(proposal.Consent.Ends.UtcDateTime), Sentence = sentence,
        };
        return sentence is null ? Answers.Page<SigningPage>(parameters) : Answers.Again<SigningPage>(parameters);
    }

    private static async Task<IResult> Hand(HandoverForm form, HandoverProposal proposal, Asking asking, HandoverRoom room, HandoverDesk desk, CancellationToken cancellation)
    {
        return await room.Hand(asking.Access, desk, form, proposal, cancellation) switch
        {
            HandoverOutcome.Posted posted => Answers.See($"/handovers/given/{posted.Consent.Value}"),
            HandoverOutcome.Already before => Answers.See($"/handovers/given/{before.Consent.Value}?again=true"),
            HandoverOutcome.NotPermitted not => await Again(string.Join(" ", not.Because.Select(one => one.Because))),
            HandoverOutcome.Refused refused => await Again(refused.Because),
            _ => Answers.NotFound(),
        };

        // The officer's form is no page for the person who has the device.
        async Task<IResult> Again(string because) => form.How is ConsentForm.Paper
            ? await Page(form, because, asking, room, cancellation)
            : Answers.Sentence("Nothing was handed over", because, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> Page(HandoverForm form, string? sentence, Asking asking, HandoverRoom room, CancellationToken cancellation)
    {
        if (room.PostOf(asking.Access) is not { Desk: var desk }) return Answers.See("/handovers");
        var parameters = new { asking.Access, Form = form, Providers = await desk.Providers(asking.Access, cancellation), room.Laws, room.Now, Sentence = sentence };
        return sentence is null ? Answers.Page<NewHandoverPage>(parameters) : Answers.Again<NewHandoverPage>(parameters);
    }
}
