using Credence.Record.Access;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Handovers;

/// <summary>Another organization's host, whose keys somebody here has compared.</summary>
public sealed class Partner : IOwned
{
    public required Guid Id { get; init; }

    public required OrganizationId Organization { get; init; }

    /// <summary>Its short name.</summary>
    public required string Name { get; init; }

    public required Side Side { get; set; }

    public required byte[] Signing { get; set; }

    public required byte[] Sealing { get; set; }

    /// <summary>Where it takes messages, or null if by file only.</summary>
    public string? Address { get; set; }

    public required DateTimeOffset AddedAt { get; init; }

    public DateTimeOffset? RemovedAt { get; set; }

    internal PostCard Card => new(HostName.Of(Name), Side, P256Key.TryRead(Signing)!, P256Key.TryRead(Sealing)!, Address is null ? null : new Uri(Address));

    public override string ToString() => $"Partner({Name})";

    internal static void Configure(ModelBuilder model) => model.Entity<Partner>(table =>
    {
        table.ToTable("partners");
        table.HasIndex(row => new { row.Organization, row.Name }).IsUnique();
        table.Property(row => row.Side).HasConversion<string>();
    });
}
