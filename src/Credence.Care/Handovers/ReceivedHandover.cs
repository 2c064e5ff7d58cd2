using Credence.Record.Access;
using Credence.Record.Keys;
using Credence.Referrals;

namespace Credence.Care.Handovers;

/// <summary>A handover that reached this organization: its bytes as they were signed, with the consent it rests on, sealed under the key of the person made of it.</summary>
public sealed class ReceivedHandover : IPersonRow
{
    public required HandoverId Id { get; init; }

    public required OrganizationId Organization { get; init; }

    public required PersonId Person { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required byte[] Content { get; init; }

    internal SealedPlace Place => PlaceOf(Person, Id);

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
