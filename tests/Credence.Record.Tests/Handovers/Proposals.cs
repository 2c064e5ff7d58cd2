using Credence.Consents;
using Credence.Police.Handovers;
using Credence.Referrals;

namespace Credence.Record.Tests.Handovers;

/// <summary>What an invented person signed at Riverton's police, and wants Harbor House to know.</summary>
internal static class Proposals
{
    public static readonly OrganizationId Riverton = new("riverton-pd");
    public static readonly OrganizationId Harbor = new("harbor-house");

    public static readonly HandoverContent Content = new()
    {
        Needs = [new NeededHelp(Need.Shelter, Urgency.Now), new NeededHelp(Need.Interpreter, Urgency.Now)], CalledName = "Rosa (invented)", Language = "es",
        Contact = new SafeContact(ContactWay.Text, "555-0101", "mornings", false, false), Safety = "PASSPORT-IN-THE-SAFE",
    };

    /// <summary>Signed now, on paper, for a month.</summary>
    public static Consent Signed(DateTimeOffset now, PersonId? about = null) => new()
    {
        Id = new ConsentId(Guid.NewGuid()), About = about ?? new PersonId(Guid.NewGuid()), Giver = Giver.Person, Signatures = [new Signature(Signer.Person, now)],
        From = Riverton, To = new Recipient(Harbor, "Harbor House"), Direction = Direction.PoliceToCare, Purpose = Purpose.Referral,
        Kinds = new HashSet<InformationKind> { InformationKind.Needs, InformationKind.Identity, InformationKind.Contact, InformationKind.Language, InformationKind.Safety },
        Begins = now, Ends = now.AddDays(30), RisksShownAt = now, ToldHelpDoesNotDependOnIt = true, How = new HowGiven(ConsentForm.Paper, "es", Interpreter.Independent),
    };

    public static HandoverProposal Of(Consent consent, HandoverId? id = null) => new(
        id ?? new HandoverId(Guid.NewGuid()), consent.About, Harbor, consent, new SigningAnswer.Person(), Content);

    /// <summary>A note that a provider wrote about a handover, as its bytes.</summary>
    public static byte[] Note(DateTimeOffset now, HandoverId handover, ConsentId? consent = null, OrganizationId? by = null, ReferralState state = ReferralState.Accepted)
    {
        var about = new PersonId(Guid.NewGuid());
        var to = by ?? Harbor;
        var told = Signed(now, about) with { To = new Recipient(to, "A provider") };
        var ready = Assert.IsType<HandoverAnswer.Ready>(Handover.Of(handover, [told], about, Riverton, to, Content, now));
        var back = Back(now, about, consent) with { From = to };
        return HandoverWriter.Bytes(Assert.IsType<NoteAnswer.Ready>(HandoverNote.Of(Guid.NewGuid(), ready.Handover, state, [back], about, now)).Note);
    }

    /// <summary>Signed at Harbor House: police may know how far the referral is.</summary>
    public static Consent Back(DateTimeOffset now, PersonId about, ConsentId? id = null) => Signed(now, about) with
    {
        Id = id ?? new ConsentId(Guid.NewGuid()), From = Harbor, To = new Recipient(Riverton, Riverton.Value), Direction = Direction.CareToPolice,
        Kinds = new HashSet<InformationKind> { InformationKind.ReferralState },
    };
}
