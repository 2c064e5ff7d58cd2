using Credence.Care.Storage;
using Credence.Record.Keys;
using Credence.Referrals;
using Credence.Wishes;

namespace Credence.Care.Wishes;

/// <summary>A wish; made of chance alone, as a person's id is.</summary>
public readonly record struct WishId(Guid Value);

/// <summary>
/// What a person said about what justice would be, or that nothing was said; or what was done about it. Dated, never overwritten, and on the service side only: police
/// see what the person releases, by a consent that says so.
/// </summary>
public sealed class RecordedWish : IOwnKey
{
    public required WishId Id { get; init; }

    public required PersonId Person { get; init; }

    public required OrganizationId Organization { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Whether the person was asked and answered; null for what was done.</summary>
    public Answering? Answering { get; init; }

    /// <summary>Whether it honors the wish that it is about; null for what the person said.</summary>
    public Honoring? Honoring { get; init; }

    /// <summary>The wish that this one takes the place of, or that this was done about; null otherwise.</summary>
    public WishId? About { get; init; }

    /// <summary>Whether the person wants police to see it.</summary>
    public bool IsReleased { get; set; }

    public required Guid Key { get; init; }

    public ContentState State { get; set; }

    public required byte[] Content { get; init; }

    public SealedPlace Place => PlaceOf(Person, Id);

    internal static SealedPlace PlaceOf(PersonId person, WishId id) => new($"wishes.content.{id.Value:N}", person.Value);
}

/// <summary>A wish, opened, with what was done about it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="At">When it was said, or asked without an answer.</param>
/// <param name="Answer">What was said; null once its key is erased.</param>
/// <param name="Changes">The earlier wish whose place it takes, or null.</param>
/// <param name="IsChanged">Whether a later one has taken its place.</param>
/// <param name="IsReleased">Whether the person wants police to see it.</param>
/// <param name="Deeds">What was done about it, first to last.</param>
public sealed record Wish(WishId Id, DateTimeOffset At, WishAnswer? Answer, WishId? Changes, bool IsChanged, bool IsReleased, IReadOnlyList<WishDeed> Deeds)
{
    /// <summary>When police were told it, first to last.</summary>
    public IReadOnlyList<WishTold> Told { get; init; } = [];

    public override string ToString() => $"Wish({Id.Value})";
}

/// <summary>That police were told a wish.</summary>
/// <param name="On">The day on which.</param>
/// <param name="To">Who was told, by the name that the person signed; null where that does not open any more.</param>
public sealed record WishTold(DateOnly On, string? To);

/// <summary>The answer to one who writes a wish, or what was done about one.</summary>
public abstract record WishReply
{
    private WishReply()
    {
    }

    /// <summary>It is kept.</summary>
    public sealed record Kept(WishId Id) : WishReply;

    /// <summary>It is not.</summary>
    /// <param name="Because">One sentence: found and expected.</param>
    public sealed record Refused(string Because) : WishReply;

    /// <summary>There is no such person or wish for the one who asks.</summary>
    public sealed record NotFound : WishReply;
}
