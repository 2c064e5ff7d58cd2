using Credence.Record.Access;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Handovers;

/// <summary>How a message that came in stands. The sender never learns it.</summary>
public enum IncomingState
{
    /// <summary>Kept, and waiting for the desk.</summary>
    Received,

    /// <summary>The desk has taken it over; the body is gone from here.</summary>
    Taken,

    /// <summary>The desk could not use it; the body stays until somebody has seen to it, or until its consent is over.</summary>
    PutAside,

    /// <summary>Nobody may have it any more, such as when its consent ended or was withdrawn before the desk had it; the body is gone.</summary>
    Destroyed,
}

/// <summary>A message from another host. It is kept as long as the record, so that none is taken twice; its body only until a desk has it.</summary>
public sealed class IncomingMessage : IOwned
{
    /// <summary>Its number here, and the subject of the key that seals it.</summary>
    public required Guid Id { get; init; }

    public required OrganizationId Organization { get; init; }

    /// <summary>The sender's short name.</summary>
    public required string From { get; init; }

    /// <summary>The number that the sender gave it.</summary>
    public required Guid Message { get; init; }

    public required string Content { get; init; }

    /// <summary>SHA-256 of the envelope without its signature.</summary>
    public required byte[] Digest { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The receipt that was given; the same is given again.</summary>
    public required byte[] Receipt { get; init; }

    public IncomingState State { get; init; }

    /// <summary>What was in it, sealed under a key of its own; null when a desk has it, or nobody may.</summary>
    public byte[]? Body { get; init; }

    /// <summary>Why the desk did not take it: a code.</summary>
    public string? Because { get; init; }

    /// <summary>Of one that was put aside: when the consent that it rests on ends, if the desk could read that. From then on the body is not kept.</summary>
    public DateTimeOffset? ConsentEnds { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whether the key of the body is gone too.</summary>
    public bool IsKeyErased { get; init; }

    public override string ToString() => $"IncomingMessage({State})";

    internal static void Configure(ModelBuilder model) => model.Entity<IncomingMessage>(table =>
    {
        table.ToTable("inbox");
        table.HasIndex(row => new { row.Organization, row.From, row.Message }).IsUnique();
        table.HasIndex(row => new { row.Organization, row.State });
        table.Property(row => row.State).HasConversion<string>();
    });
}
