namespace Credence.Record.Access;

/// <summary>An account to be opened, or another role for one, that waits for a second person.</summary>
public sealed class AccountProposal : IOwned
{
    public required Guid Id { get; init; }

    public required OrganizationId Organization { get; init; }

    /// <summary>The account whose role would change, or the id of one that would be opened.</summary>
    public required AccountId Account { get; init; }

    public required string Handle { get; init; }

    public required string Role { get; init; }

    public required AccountId ProposedBy { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    /// <summary>When a second person confirmed it, or null.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    public override string ToString() => $"AccountProposal({Role})";
}

/// <summary>The answer to one who opens, changes or closes an account.</summary>
public abstract record TeamAnswer
{
    private TeamAnswer()
    {
    }

    /// <summary>It is done.</summary>
    public sealed record Done(AccountId Account) : TeamAnswer;

    /// <summary>It waits until another account confirms it.</summary>
    public sealed record Waits(Guid Proposal) : TeamAnswer;

    /// <summary>A link to set up a sign-in; it works with the code that somebody else gives.</summary>
    public sealed record LinkGiven(string Token) : TeamAnswer
    {
        public override string ToString() => nameof(LinkGiven);
    }

    /// <summary>The code that belongs to a link that somebody else gave.</summary>
    public sealed record CodeGiven(string Code) : TeamAnswer
    {
        public override string ToString() => nameof(CodeGiven);
    }

    /// <summary>There is no such account or proposal for the one who asks.</summary>
    public sealed record NotFound : TeamAnswer;

    /// <summary>Nothing was done.</summary>
    /// <param name="Because">One sentence.</param>
    public sealed record Refused(string Because) : TeamAnswer;
}
