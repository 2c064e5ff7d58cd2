using Credence.Care.Storage;
using Credence.Record.Access;
using Credence.Record.Keys;

namespace Credence.Care.Feedback;

/// <summary>How a person was treated, as the person says; sealed, and told to nobody but in numbers of many.</summary>
public sealed class RecordedFeedback : IOwnKey
{
    public required Guid Id { get; init; }

    public required PersonId Person { get; init; }

    public required OrganizationId Organization { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid Key { get; init; }

    public ContentState State { get; set; }

    public required byte[] Content { get; init; }

    public SealedPlace Place => PlaceOf(Person, Id);

    internal static SealedPlace PlaceOf(PersonId person, Guid id) => new($"feedback.content.{id:N}", person.Value);
}

/// <summary>What was changed because of what persons said: told back to them.</summary>
public sealed class FeedbackChange : IOwned
{
    public required Guid Id { get; init; }

    public required OrganizationId Organization { get; init; }

    /// <summary>The unit, as a code such as riverton-pd/patrol.</summary>
    public required string Unit { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What was changed, in plain words; nothing of a person.</summary>
    public required string What { get; init; }
}

/// <summary>A unit that may be asked about.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name; the code where none is known.</param>
public sealed record FeedbackUnit(string Code, string Name)
{
    public override string ToString() => nameof(FeedbackUnit);
}

/// <summary>The answer to a person who says how she or he was treated.</summary>
public abstract record FeedbackReply
{
    private FeedbackReply()
    {
    }

    /// <summary>It is kept; a later one about the same unit takes its place in the numbers.</summary>
    public sealed record Kept(Guid Id) : FeedbackReply;

    /// <summary>It is not.</summary>
    /// <param name="Because">One sentence: found and expected.</param>
    public sealed record Refused(string Because) : FeedbackReply;
}
