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

    /// <summary>Whose file it lies in: the one that was begun with it, or one that was there already.</summary>
    public required PersonId Person { get; set; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The consent it rests on, as police number it.</summary>
    public required ConsentId Consent { get; init; }

    /// <summary>When the person took that consent back, here or where it was given, or null. The person's own file goes on as the person says.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    public required byte[] Content { get; set; }

    public SealedPlace Place => PlaceOf(Person, Id);

    /// <summary>As it was on the day it came: its consent may have ended since. Null if it does not open any more.</summary>
    internal Handover? Read(Credence.Consents.OrganizationId own, ContentKey? key) =>
        key?.TryOpen(Content, Place) is { } bytes && HandoverReader.Read(bytes, own, ReceivedAt) is HandoverReading.Handed handed ? handed.Handover : null;

    internal static SealedPlace PlaceOf(PersonId person, HandoverId id) => new($"received_handovers.content.{id.Value:N}", person.Value);
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

/// <summary>A person who took back what had let somebody hand over: ask whether the help is to go on.</summary>
public sealed record WithdrawnHandover(HandoverId Handover, PersonId Person, DateTimeOffset At);

/// <summary>A handover in the inbox: nothing in it says who it is about.</summary>
/// <param name="Id">The handover.</param>
/// <param name="Person">The file that was begun with it.</param>
/// <param name="ReceivedAt">Since when it waits.</param>
/// <param name="WithdrawnAt">When the person took back what let them hand over, or null.</param>
/// <param name="TakenAt">When somebody took it, or null while it waits.</param>
/// <param name="Urgency">The soonest of the needs; null where nothing opens any more.</param>
/// <param name="Needs">What is needed, the soonest first.</param>
/// <param name="Language">The language that the person speaks best, or null.</param>
/// <param name="IsUnder18">Whether the person is under 18, or null.</param>
public sealed record HandoverLine(
    HandoverId Id, PersonId Person, DateTimeOffset ReceivedAt, DateTimeOffset? WithdrawnAt, DateTimeOffset? TakenAt,
    Urgency? Urgency, IReadOnlyList<Need> Needs, string? Language, bool? IsUnder18)
{
    /// <summary>Whether police handed over; if not, another provider did.</summary>
    public bool IsFromPolice { get; init; }

    public override string ToString() => nameof(HandoverLine);
}

/// <summary>A handover, opened as it came.</summary>
/// <param name="Line">Where it stands.</param>
/// <param name="From">Who handed over, by the name that a page shows.</param>
/// <param name="Content">What the person wanted known; null where it does not open any more.</param>
/// <param name="Basis">What of the person's consent came with it.</param>
/// <param name="MayTell">Whether a consent of the person permits that they hear how far the referral is.</param>
public sealed record OpenedHandover(HandoverLine Line, string? From, HandoverContent? Content, ConsentBasis? Basis, bool MayTell)
{
    public override string ToString() => nameof(OpenedHandover);
}

/// <summary>The answer to one who takes a handover.</summary>
public abstract record TakingAnswer
{
    private TakingAnswer()
    {
    }

    /// <summary>It is taken; the file is this one.</summary>
    public sealed record Taken(PersonId Person) : TakingAnswer;

    /// <summary>It is not.</summary>
    /// <param name="Because">One sentence.</param>
    public sealed record Refused(string Because) : TakingAnswer;

    /// <summary>There is no such handover, or no such file, for the one who asks.</summary>
    public sealed record NotFound : TakingAnswer;
}
