using Credence.Record.Access;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Links;

/// <summary>
/// A way in for somebody without an account: to one thing, for one purpose, once, until a day. Who has the record cannot make it up:
/// only the SHA-256 of its secret is here.
/// </summary>
public sealed class SinglePurposeLink : ICaseRow
{
    public required Guid Id { get; init; }

    public required OrganizationId Organization { get; init; }

    /// <summary>SHA-256 of 256 random bits, which were shown once.</summary>
    public required byte[] SecretHash { get; init; }

    /// <summary>What it is for, as a word such as referral-answer.</summary>
    public required string Use { get; init; }

    /// <summary>What it leads to.</summary>
    public required Guid Subject { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    public override string ToString() => nameof(SinglePurposeLink);

    internal static void Configure(ModelBuilder model) => model.Entity<SinglePurposeLink>(table =>
    {
        table.ToTable("links");
        table.HasIndex(row => new { row.Organization, row.Subject });
    });
}

/// <summary>One who came by a link: sees what the link leads to, and the log says it was the link.</summary>
public sealed record LinkAccess : RecordAccess
{
    /// <summary>What the log calls whoever came by a link.</summary>
    public const string Role = "Link";

    internal LinkAccess(SinglePurposeLink link)
        : base(new AccountId(link.Id), link.Organization, Purpose.Of(PurposeKind.Help)) => Subject = link.Subject;

    /// <summary>The one thing that the link leads to; a desk shows nothing else.</summary>
    public Guid Subject { get; }

    public override string RoleName => Role;

    public override bool SeesCases => true;
}
