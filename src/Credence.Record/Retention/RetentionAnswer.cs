namespace Credence.Record.Retention;

/// <summary>What comes of asking for a step of retention: done, or why not.</summary>
public abstract record RetentionAnswer
{
    private RetentionAnswer()
    {
    }

    /// <summary>It is done; the id is that of the proposal or the hold.</summary>
    public sealed record Done(Guid Id) : RetentionAnswer;

    /// <summary>It does not exist for the one who asks, or the role may not do it.</summary>
    public sealed record NotFound : RetentionAnswer;

    /// <summary>What is due was proposed.</summary>
    /// <param name="Id">The proposal.</param>
    /// <param name="Steps">How many keys it would erase.</param>
    /// <param name="Left">How many are due beside those; they are proposed after it.</param>
    public sealed record Proposed(Guid Id, int Steps, long Left) : RetentionAnswer;

    /// <summary>More was named than one proposal takes.</summary>
    public sealed record TooMany(int Most) : RetentionAnswer;

    /// <summary>These do not exist for the one who asks, or their time is not over, or no rule leaves them to a review, or they are held or proposed already.</summary>
    public sealed record NotForReview(IReadOnlyList<Guid> Subjects) : RetentionAnswer;

    /// <summary>Nothing was named to be done.</summary>
    public sealed record Empty : RetentionAnswer;

    /// <summary>The one who proposed may not approve.</summary>
    public sealed record NeedsAnotherPerson : RetentionAnswer;

    /// <summary>Its time is over; propose it again.</summary>
    public sealed record Expired : RetentionAnswer;

    /// <summary>It is not in the state for that, such as not approved yet, or done already.</summary>
    public sealed record NotInThisState(ProposalState State) : RetentionAnswer;

    /// <summary>A legal hold stands on these.</summary>
    public sealed record Held(IReadOnlyList<Guid> Subjects) : RetentionAnswer;

    /// <summary>The content is being erased or gone.</summary>
    public sealed record TooLate : RetentionAnswer;

    /// <summary>The same is proposed already, and waits for another person.</summary>
    /// <param name="Proposal">That proposal.</param>
    public sealed record Waits(Guid Proposal) : RetentionAnswer;

    /// <summary>The steps are not those that were proposed and approved: somebody changed rows past the program.</summary>
    public sealed record Altered : RetentionAnswer;
}
