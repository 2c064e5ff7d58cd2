using Credence.Consents;
using Credence.Record.Access;
using Credence.Record.Retention;

namespace Credence.Care.Erasure;

/// <summary>A person asks that what is kept about her or him be erased.</summary>
public sealed class ErasureRequest : IPersonRow
{
    public required Guid Id { get; init; }

    public required PersonId Person { get; init; }

    public required OrganizationId Organization { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public DateTimeOffset? TakenBackAt { get; set; }

    /// <summary>What the person has proposed by asking, to be approved by somebody of the organization; null while nothing could be erased.</summary>
    public Guid? Proposal { get; set; }
}

/// <summary>What a person is told who asked for erasure.</summary>
/// <param name="AskedAt">Since when it is asked.</param>
/// <param name="Kept">Everything that is kept here, with what becomes of it: erased, or kept until when and why, or held.</param>
/// <param name="Proposal">What waits for somebody of the organization to approve it; null if nothing can be erased now.</param>
/// <param name="Police">What police may keep about the same and for how long, each with a reason: it is not here, and asking here does not erase it.</param>
public sealed record ErasureAnswer(DateTimeOffset AskedAt, IReadOnlyList<PlannedContent> Kept, Guid? Proposal, IReadOnlyList<RetentionRule> Police);

/// <summary>A request that waits.</summary>
/// <param name="Person">Who asks.</param>
/// <param name="AskedAt">Since when.</param>
/// <param name="Proposal">What is to be approved or carried out; null if nothing of it waits for that now, such as under a hold.</param>
public sealed record WaitingErasure(PersonId Person, DateTimeOffset AskedAt, Guid? Proposal);

/// <summary>How it stands with what a person asked to have erased.</summary>
/// <param name="AskedAt">Since when it is asked and not done; null if nothing is asked.</param>
/// <param name="ErasedAt">When something was erased last; null if nothing was.</param>
public sealed record ErasureStanding(DateTimeOffset? AskedAt, DateTimeOffset? ErasedAt);
