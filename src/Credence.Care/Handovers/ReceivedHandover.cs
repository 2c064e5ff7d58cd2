using Credence.Care.Storage;
using Credence.Consents;
using Credence.Record.Keys;
using Credence.Referrals;

namespace Credence.Care.Handovers;

/// <summary>A handover that reached this organization: its bytes as they were signed, with the consent it rests on, sealed under the key of the person made of it.</summary>
public sealed class ReceivedHandover : IUnderPersonKey
{
    public required HandoverId Id { get; init; }

    public required OrganizationId Organization { get; init; }

    public required PersonId Person { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The consent it rests on, as police number it.</summary>
    public required ConsentId Consent { get; init; }

    /// <summary>When police told that the person had withdrawn that consent, or null. The person's own file goes on as the person says.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    public required byte[] Content { get; init; }

    public SealedPlace Place => PlaceOf(Person, Id);

    internal static SealedPlace PlaceOf(PersonId person, HandoverId id) => new($"received_handovers.content.{id.Value:N}", person.Value);
}

/// <summary>What became of bytes that claim to be a handover.</summary>
public abstract record HandoverReceipt
{
    private HandoverReceipt()
    {
    }

    /// <summary>A person's file was begun with it.</summary>
    public sealed record Received(PersonId Person) : HandoverReceipt;

    /// <summary>It came before; nothing was changed.</summary>
    public sealed record Already(PersonId Person) : HandoverReceipt;

    /// <summary>It is no handover that may be used here.</summary>
    /// <param name="Problem">One sentence: found and expected; never the content.</param>
    public sealed record Refused(string Problem) : HandoverReceipt;

    /// <summary>Not for the one who asks.</summary>
    public sealed record NotFound : HandoverReceipt;
}

/// <summary>The answer to one who wants police to hear how far a referral is.</summary>
public abstract record NotePosting
{
    private NotePosting()
    {
    }

    /// <summary>The note goes to police.</summary>
    /// <param name="Note">It.</param>
    /// <param name="Message">Its number in the post.</param>
    public sealed record Posted(HandoverNote Note, Guid Message) : NotePosting
    {
        public override string ToString() => $"Posted({Note.Id})";
    }

    /// <summary>No consent permits it: police learn nothing, and nobody tells them why.</summary>
    public sealed record NotPermitted(IReadOnlyList<Refusal> Because) : NotePosting;

    /// <summary>There is no post that reaches them.</summary>
    /// <param name="Because">One sentence.</param>
    public sealed record Refused(string Because) : NotePosting;
}

/// <summary>A person who took back at the police what had let them hand over: ask whether the help is to go on.</summary>
public sealed record WithdrawnHandover(HandoverId Handover, PersonId Person, DateTimeOffset At);
