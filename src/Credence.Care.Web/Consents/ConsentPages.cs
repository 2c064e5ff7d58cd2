using Credence.Care.Access;
using Credence.Care.Consents;
using Credence.Care.Persons;
using Credence.Care.Referrals;
using Credence.Care.Web.Inbox;
using Credence.Consents;
using Credence.Packs;
using Credence.Referrals;
using Credence.Web;
using Credence.Web.SignIns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PersonId = Credence.Record.Access.PersonId;

namespace Credence.Care.Web.Consents;

/// <summary>A person's consents: filled in together, signed on paper or on the screen, listed, and withdrawn at once.</summary>
internal sealed class ConsentPages(PackLibrary packs)
{
    private const string TooOld = "That page was too old, or not yours. Nothing was written down: fill it in again.";

    private readonly IReadOnlyList<ConsentLaw> _laws = ConsentLawPack.From(packs, []);

    public void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet("/persons/{id:guid}/consents", async (Guid id, Asking asking, ProviderPost posts, PersonDesk persons, CancellationToken cancellation) =>
            await List(id, null, null, asking, posts, persons, cancellation));
        inside.MapGet("/persons/{id:guid}/consents/new", Begin);
        // Pressed twice, the form leads to the same page to read; another form does not.
        inside.MapPost("/persons/{id:guid}/consents", Fill).WithMetadata(new OpenWhileHeld());
        inside.MapPost("/consents/signed", Sign).WithMetadata(new OpenWhileHeld());
        inside.MapPost("/consents/withdrawn", Withdraw);
        inside.MapPost("/consents/brought/withdrawn", WithdrawBrought);
        inside.MapPost("/consents/suspected", Suspect);
    }

    private static async Task<IResult> List(
        Guid id, Withdrawal? done, string? sentence, Asking asking, ProviderPost posts, PersonDesk persons, CancellationToken cancellation, Suspicion.Noted? noted = null)
    {
        if (!asking.Access.May(CareAct.WriteConsent) || !await persons.Exists(asking.Access, new PersonId(id), cancellation)) return Answers.NotFound();
        var parameters = new
        {
            asking.Access, Person = new PersonId(id), Consents = await posts.Consents(asking.Access).List(asking.Access, new PersonId(id), cancellation),
            Brought = await posts.Brought(asking.Access).List(asking.Access, new PersonId(id), cancellation), Done = done, Noted = noted, Sentence = sentence,
        };
        return sentence is null ? Answers.Page<ConsentsPage>(parameters) : Answers.Again<ConsentsPage>(parameters);
    }

    private async Task<IResult> Begin(Guid id, Guid? referral, Asking asking, ProviderPost posts, PersonDesk persons, Readings<ConsentDraft> readings, CancellationToken cancellation)
    {
        if (await persons.Open(asking.Access, new PersonId(id), cancellation) is not { } file) return Answers.NotFound();
        var meant = referral is { } of ? (await posts.Referrals(asking.Access).List(asking.Access, new PersonId(id), cancellation)).FirstOrDefault(one => one.Referral.Id.Value == of)?.Referral : null;
        if (referral is not null && meant is null) return Answers.NotFound();
        if (await posts.Consents(asking.Access).Addressees(asking.Access, cancellation) is not { } known) return Answers.NotFound();
        var draft = new ConsentDraft
        {
            Token = Guid.NewGuid(), Person = id, Referral = meant?.Id.Value, Choice = meant is null ? "" : ConsentDraft.Provider, To = meant?.To.Organization.Value ?? "", Name = meant?.To.Name ?? "",
            Direction = Direction.CareToCare, Purpose = Purpose.Referral, Kinds = meant is null ? [] : [InformationKind.Needs], Place = _laws is [var first, ..] ? first.Jurisdiction : "",
            Conditions = new Dictionary<string, bool>(), ExplainedIn = file.Sheet?.Language ?? "en",
        };
        return await Page(draft.For(known.Known), null, asking, posts, readings, cancellation);
    }

    private async Task<IResult> Fill(
        Guid id, [FromForm] IFormCollection sent, Asking asking, ProviderPost posts, PersonDesk persons, Readings<ConsentDraft> readings, HttpContext context, CancellationToken cancellation)
    {
        if (await posts.Consents(asking.Access).Addressees(asking.Access, cancellation) is not { } known || !await persons.Exists(asking.Access, new PersonId(id), cancellation)) return Answers.NotFound();
        var draft = ConsentDraft.Read(sent, id, known);
        if (draft.Token == Guid.Empty) return Answers.Stale();
        if (await HeldSession.Of(context) is { } held && (held != HeldFor(draft) || draft.How is not ConsentForm.Screen)) return Answers.See("/sign-in");
        if (draft.Wrong is { } wrong) return await Page(draft, wrong.Sentence, asking, posts, readings, cancellation, wrong.Field);
        var now = readings.Now;
        // On the screen it is as if the person signed now, so that nobody reads and signs what would permit nothing.
        var signedAt = draft.How is ConsentForm.Screen ? now : draft.SignedAt;
        if (signedAt is not { } signed || signed > now) return await Page(draft, "Found no time of signing, or one that is still to come, expected when it was signed on paper, in UTC.", asking, posts, readings, cancellation);
        var (consent, signing, because) = draft.Make(known.Own, _laws, draft.How is ConsentForm.Screen || draft.RisksWereShown ? signed : null, signed);
        if (consent is null || signing is null) return await Page(draft, because, asking, posts, readings, cancellation);
        if (known.Unlike(consent) is { } unlike) return await Page(draft, unlike, asking, posts, readings, cancellation);
        if (Permits(consent, signed) is { } why) return await Page(draft, why, asking, posts, readings, cancellation);
        return draft.How is ConsentForm.Screen ? await Show(draft, consent, null, asking, readings, context) : await Keep(draft, consent, signing, asking, posts, readings, cancellation);
    }

    private async Task<IResult> Sign([FromForm] IFormCollection sent, Asking asking, ProviderPost posts, Readings<ConsentDraft> readings, HttpContext context, CancellationToken cancellation)
    {
        if (await posts.Consents(asking.Access).Addressees(asking.Access, cancellation) is not { } known) return Answers.NotFound();
        var reading = readings.Open(asking.Access.Account, sent["reading"]);
        if (sent["do"] == "decline") return Answers.Page<SignedPage>(new { ReadIn = reading?.Form.ExplainedIn ?? "en" });
        if (reading is not { Form: var draft, ShownAt: var shown } || draft.Make(known.Own, _laws, shown, readings.Now) is not { Consent: { } consent, Signing: { } signing })
            return Answers.Sentence("Nothing was written down", TooOld, StatusCodes.Status422UnprocessableEntity);
        return consent.Signatures.All(one => sent[$"read-{one.By}"] == "yes")
            ? await Keep(draft, consent, signing, asking, posts, readings, cancellation)
            : await Show(draft, consent, ConsentWords.In(draft.ExplainedIn).TickFirst, asking, readings, context);
    }

    private static async Task<IResult> Withdraw([FromForm] Guid person, [FromForm] Guid consent, Asking asking, ProviderPost posts, PersonDesk persons, CancellationToken cancellation) =>
        await posts.Consents(asking.Access).Withdraw(asking.Access, new PersonId(person), new ConsentId(consent), cancellation) is { } done
            ? await List(person, done, null, asking, posts, persons, cancellation) : Answers.NotFound();

    private static async Task<IResult> WithdrawBrought([FromForm] Guid person, [FromForm] Guid consent, Asking asking, ProviderPost posts, PersonDesk persons, CancellationToken cancellation) =>
        await posts.Brought(asking.Access).Withdraw(asking.Access, new PersonId(person), new ConsentId(consent), cancellation) is { } done
            ? await List(person, done, null, asking, posts, persons, cancellation) : Answers.NotFound();

    private static async Task<IResult> Suspect([FromForm] Guid person, [FromForm] Guid consent, [FromForm] string? signer, Asking asking, ProviderPost posts, PersonDesk persons, CancellationToken cancellation) =>
        !Enum.TryParse<Signer>(signer, out var who) ? Answers.NotFound()
            : await posts.Consents(asking.Access).Suspect(asking.Access, new PersonId(person), new ConsentId(consent), who, cancellation) switch
            {
                Suspicion.Noted noted => await List(person, null, null, asking, posts, persons, cancellation, noted),
                Suspicion.Refused refused => await List(person, null, refused.Because, asking, posts, persons, cancellation),
                _ => Answers.NotFound(),
            };

    private static string HeldFor(ConsentDraft draft) => $"consent/{draft.Token:N}";

    // From here on the device is in the person's hands.
    private static async Task<IResult> Show(ConsentDraft draft, Consent consent, string? sentence, Asking asking, Readings<ConsentDraft> readings, HttpContext context)
    {
        await HeldSession.Hold(context, HeldFor(draft), $"/persons/{draft.Person}/consents");
        var parameters = new { Consent = consent, ReadIn = draft.ExplainedIn, Reading = readings.Seal(asking.Access.Account, draft), Sentence = sentence };
        return sentence is null ? Answers.Page<SigningPage>(parameters) : Answers.Again<SigningPage>(parameters);
    }

    private async Task<IResult> Keep(ConsentDraft draft, Consent consent, SigningAnswer signing, Asking asking, ProviderPost posts, Readings<ConsentDraft> readings, CancellationToken cancellation)
    {
        var answer = await posts.Consents(asking.Access).Write(asking.Access, consent, signing, cancellation);
        var because = answer switch
        {
            ConsentAnswer.PermitsNothing nothing => string.Join(" ", nothing.Because.Select(one => one.Because)),
            ConsentAnswer.Refused refused => refused.Because,
            _ => null,
        };
        if (answer is ConsentAnswer.NotFound) return Answers.NotFound();
        if (answer is ConsentAnswer.Written && draft.Referral is { } referral)
            because = await posts.Referrals(asking.Access).Agree(asking.Access, new ReferralId(referral), consent.Id, cancellation) switch
            {
                ReferralReply.NotPermitted not => $"The consent is kept, and it does not let this referral go. {string.Join(" ", not.Because.Select(one => one.Because))}",
                ReferralReply.Refused refused => $"The consent is kept. {refused.Because}",
                _ => null,
            };
        return draft.How is ConsentForm.Screen
            ? because is null ? Answers.Page<SignedPage>(new { IsSigned = true, ReadIn = draft.ExplainedIn }) : Answers.Sentence("Not as it should be", because, StatusCodes.Status422UnprocessableEntity)
            : because is null ? Answers.See(draft.Referral is null ? $"/persons/{draft.Person}/consents" : $"/persons/{draft.Person}/referrals")
            // What is kept already is not kept twice when the same is sent again.
            : await Page(answer is ConsentAnswer.Written ? draft : draft with { Token = Guid.NewGuid() }, because, asking, posts, readings, cancellation);
    }

    private static string? Permits(Consent consent, DateTimeOffset at) =>
        consent.Permits(consent.ToDisclosure(), at) is Permission.Refused refused
            ? string.Join(" ", refused.Because.Select(one => one.Because)) : null;

    private async Task<IResult> Page(ConsentDraft draft, string? sentence, Asking asking, ProviderPost posts, Readings<ConsentDraft> readings, CancellationToken cancellation, string? field = null)
    {
        if (await posts.Consents(asking.Access).Addressees(asking.Access, cancellation) is not { } known) return Answers.NotFound();
        var parameters = new { asking.Access, Draft = draft, Known = known.Known, Laws = _laws, readings.Now, Sentence = sentence };
        return sentence is null ? Answers.Page<NewConsentPage>(parameters) : Answers.Again<NewConsentPage>(parameters, field);
    }
}
