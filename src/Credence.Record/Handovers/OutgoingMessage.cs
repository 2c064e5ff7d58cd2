using Credence.Record.Access;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Handovers;

/// <summary>How a message that was to be sent stands. What the recipient did with it is no part of it.</summary>
public enum OutgoingState
{
    Waiting,

    /// <summary>The recipient's host has given a receipt.</summary>
    Delivered,

    /// <summary>Its time was over before anybody took it.</summary>
    Expired,

    /// <summary>Taken back before a receipt came.</summary>
    Withdrawn,
}

/// <summary>What the last attempt ended with; a closed list, so that nothing of a message gets in.</summary>
public enum Trouble
{
    None,

    /// <summary>Nobody answered at the address.</summary>
    Unreachable,

    /// <summary>The other host cannot work at the moment.</summary>
    Busy,

    /// <summary>The other host does not take it; its custodian can see why.</summary>
    Refused,

    /// <summary>What came back is no receipt of this partner for this message.</summary>
    NoReceipt,

    /// <summary>The partner was removed here.</summary>
    NoPartner,

    /// <summary>The partner has no address: it goes by file.</summary>
    ByFile,
}

/// <summary>A message to another host, sealed for it from the start.</summary>
public sealed class OutgoingMessage : IOwned
{
    public required Guid Id { get; init; }

    public required OrganizationId Organization { get; init; }

    /// <summary>The partner's short name.</summary>
    public required string To { get; init; }

    /// <summary>The word of what is inside, with its version.</summary>
    public required string Content { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public OutgoingState State { get; init; }

    /// <summary>SHA-256 of the envelope without its signature, to know its receipt by.</summary>
    public required byte[] Digest { get; init; }

    /// <summary>The envelope; null as soon as nobody needs it any more.</summary>
    public byte[]? Envelope { get; init; }

    public int Attempts { get; init; }

    public required DateTimeOffset NextAttemptAt { get; init; }

    public Trouble Trouble { get; init; }

    /// <summary>When it was last written to a file, or null.</summary>
    public DateTimeOffset? ExportedAt { get; init; }

    /// <summary>When it stopped waiting.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The recipient's receipt.</summary>
    public byte[]? Receipt { get; init; }

    public override string ToString() => $"OutgoingMessage({State})";

    internal static void Configure(ModelBuilder model) => model.Entity<OutgoingMessage>(table =>
    {
        table.ToTable("outbox");
        table.HasIndex(row => new { row.Organization, row.State, row.NextAttemptAt });
        table.Property(row => row.State).HasConversion<string>();
        table.Property(row => row.Trouble).HasConversion<string>();
    });
}
