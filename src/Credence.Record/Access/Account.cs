namespace Credence.Record.Access;

/// <summary>An account of one organization with one role; whoever has two kinds of work has two accounts, so that a log says which.</summary>
public sealed class Account : IOwned
{
    public required AccountId Id { get; init; }

    public required OrganizationId Organization { get; init; }

    /// <summary>What the organization calls the account, such as a badge number.</summary>
    public required string Handle { get; init; }

    /// <summary>The role's word; each side has its own roles.</summary>
    public required string Role { get; set; }

    /// <summary>When it was shut, or null.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    public override string ToString() => $"Account({Role})";
}
