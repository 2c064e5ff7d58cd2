using Credence.Consents;
using Credence.Referrals;

namespace Credence.Police.Handovers;

/// <summary>What an officer would hand over, and what the person signed for it.</summary>
/// <param name="Id">An id for this handover alone, made before it is sent (<see cref="HandoverIds"/>); the same again changes nothing.</param>
/// <param name="About">The person, as this record numbers persons.</param>
/// <param name="To">The provider, by its short name.</param>
/// <param name="Consent">What the person signed, on paper or on a screen.</param>
/// <param name="Signing">Who signs, as the law of the place has it (<see cref="ConsentLaw.WhoSigns"/>).</param>
/// <param name="Content">What the person wants the provider to know.</param>
public sealed record HandoverProposal(HandoverId Id, PersonId About, OrganizationId To, Consent Consent, SigningAnswer Signing, HandoverContent Content)
{
    public override string ToString() => $"HandoverProposal({Id.Value})";
}

/// <summary>The answer to one who hands over.</summary>
public abstract record HandoverOutcome
{
    private HandoverOutcome()
    {
    }

    /// <summary>It waits in the outbox and goes as soon as the post sends.</summary>
    public sealed record Posted(HandoverId Handover, ConsentId Consent) : HandoverOutcome;

    /// <summary>It was handed over before; nothing was changed.</summary>
    public sealed record Already(HandoverId Handover, ConsentId Consent) : HandoverOutcome;

    /// <summary>The consent does not permit it: nothing is told. Mend it with the person, and help meanwhile.</summary>
    public sealed record NotPermitted(IReadOnlyList<Refusal> Because) : HandoverOutcome;

    /// <summary>It cannot be handed over as it is.</summary>
    /// <param name="Because">One sentence: found and expected; never the content.</param>
    public sealed record Refused(string Because) : HandoverOutcome;

    /// <summary>There is no such incident or encounter for the one who asks.</summary>
    public sealed record NotFound : HandoverOutcome;
}

/// <summary>A consent was withdrawn: nothing goes by it any more.</summary>
/// <param name="At">When.</param>
/// <param name="Stopped">How many handovers were taken out of the outbox before anything left.</param>
/// <param name="ToTell">Who holds something, or may, and is to be told.</param>
/// <param name="IsTold">Whether the post tells them; if not, somebody has to.</param>
public sealed record HandoverWithdrawal(DateTimeOffset At, int Stopped, IReadOnlyList<Recipient> ToTell, bool IsTold)
{
    /// <summary>How many handovers left, or may have, while the copy that names the provider does not open: somebody has to find out whom to tell.</summary>
    public int Unread { get; init; }
}

/// <summary>A handover as police see it afterwards: neither the provider nor what became of it, but for what a consent lets them know.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Consent">The consent it rests on.</param>
/// <param name="HandedAt">When.</param>
/// <param name="WithdrawnAt">When the person took the consent back, or null.</param>
/// <param name="Told">What kinds of information were told; empty if what was signed does not open.</param>
/// <param name="IsUnsent">True if nobody took it in its time: tell the person, and find another way.</param>
/// <param name="State">How far the provider says it is, while a consent of the person lets police know; else null.</param>
public sealed record HandoverLine(
    HandoverId Id, ConsentId Consent, DateTimeOffset HandedAt, DateTimeOffset? WithdrawnAt, IReadOnlyList<InformationKind> Told, bool IsUnsent, ReferralState? State)
{
    /// <summary>True if the message's time was over and its key was erased: that the person was handed over stays, and nobody opens what was told.</summary>
    public bool IsErased { get; init; }

    public override string ToString() => $"HandoverLine({Id.Value})";
}
