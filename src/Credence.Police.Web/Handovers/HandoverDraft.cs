using Credence.Consents;
using Credence.Packs;
using Credence.Police.Handovers;
using Credence.Referrals;

namespace Credence.Police.Web.Handovers;

/// <summary>What a form makes: a proposal once it is signed, or a sentence why nobody can sign it yet.</summary>
internal abstract record HandoverDraft
{
    /// <summary>It can be signed.</summary>
    public sealed record Ready(HandoverProposal Proposal) : HandoverDraft;

    /// <summary>Something is missing or not permitted.</summary>
    public sealed record Unready(string Because) : HandoverDraft;

    /// <summary>The proposal as it would be if it were signed at this time; the rules of consent are asked before anybody is.</summary>
    /// <param name="form">What was filled in.</param>
    /// <param name="id">The handover's id.</param>
    /// <param name="from">The agency.</param>
    /// <param name="packs">Have the law of the place.</param>
    /// <param name="shown">When the risks were shown, or null.</param>
    /// <param name="signed">When it was signed, or is.</param>
    /// <param name="now">Now.</param>
    public static HandoverDraft Of(HandoverForm form, HandoverId id, OrganizationId from, PackLibrary packs, DateTimeOffset? shown, DateTimeOffset signed, DateTimeOffset now)
    {
        if (form.Unsaid.Count > 0) return new Unready("Found a need of which nobody said how soon, expected that of each: ask the person.");
        if (form.Needs.Count == 0) return new Unready("Found no need, expected at least one.");
        if (ConsentLawPack.From(packs, []).FirstOrDefault(one => one.Jurisdiction == form.Place) is not { } law) return new Unready("Found another place, expected one whose law of consent is known here.");
        if (law.WhoSigns(form.Facts) is var signing && Why(signing) is { } because) return new Unready(because);
        var about = new PersonId(Guid.NewGuid());
        var consent = Consent(form, about, from, signing, shown, signed);
        var proposal = new HandoverProposal(id, about, consent.To.Organization, consent, signing, form.Content);
        return Handover.Of(id, [consent], about, from, consent.To.Organization, form.Content, now) switch
        {
            HandoverAnswer.NotPermitted not => new Unready(string.Join(" ", not.Because.Select(one => one.Because))),
            HandoverAnswer.Malformed malformed => new Unready($"{malformed.Problem}."),
            _ => new Ready(proposal),
        };
    }

    private static string? Why(SigningAnswer signing) => signing switch
    {
        SigningAnswer.Ask ask => $"It is not clear yet who signs. Ask first: {string.Join(" ", ask.Questions)}",
        SigningAnswer.Nobody nobody => nobody.Because,
        _ => null,
    };

    private static Consent Consent(HandoverForm form, PersonId about, OrganizationId from, SigningAnswer signing, DateTimeOffset? shown, DateTimeOffset signed)
    {
        var (giver, signers) = Givers(signing);
        return new Consent
        {
            Id = new ConsentId(Guid.NewGuid()), About = about, Giver = giver, MinorRule = (signing as SigningAnswer.MinorAlone)?.Stamp,
            Signatures = [.. signers.Select(one => new Signature(one, signed))], From = from, To = new Recipient(new OrganizationId(form.To), form.Recipient),
            Direction = Direction.PoliceToCare, Purpose = Purpose.Referral, Kinds = form.Content.Kinds.ToHashSet(), Begins = signed, Ends = signed.AddDays(form.Days),
            RisksShownAt = shown, ToldHelpDoesNotDependOnIt = form.How is ConsentForm.Screen || form.WasToldThatHelpDoesNotDependOnIt,
            How = new HowGiven(form.How, form.ExplainedIn, form.Interpreter),
        };
    }

    /// <summary>Who gives it, and who signs for that.</summary>
    public static (Giver Giver, IReadOnlyList<Signer> Signers) Givers(SigningAnswer signing) => signing switch
    {
        SigningAnswer.MinorAlone => (Giver.MinorAlone, [Signer.Person]),
        SigningAnswer.MinorAndParent => (Giver.MinorAndParent, [Signer.Person, Signer.Parent]),
        SigningAnswer.Guardian => (Giver.Guardian, [Signer.Guardian]),
        _ => (Giver.Person, [Signer.Person]),
    };
}
