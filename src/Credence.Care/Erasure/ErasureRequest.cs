using Credence.Consents;
using Credence.Record.Access;

namespace Credence.Care.Erasure;

/// <summary>A person asks that what is kept about her or him be erased. What is done about it, the retention job writes down.</summary>
public sealed class ErasureRequest : IPersonRow
{
    public required Guid Id { get; init; }

    public required PersonId Person { get; init; }

    public required OrganizationId Organization { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public DateTimeOffset? TakenBackAt { get; set; }
}

/// <summary>What a person is told who asked for erasure.</summary>
/// <param name="AskedAt">Since when it is asked.</param>
/// <param name="Plan">For everything that is kept: erased, or kept until when and why, or held.</param>
public sealed record ErasureAnswer(DateTimeOffset AskedAt, RetentionPlan Plan);

/// <summary>A request that waits.</summary>
public sealed record WaitingErasure(PersonId Person, DateTimeOffset AskedAt);
