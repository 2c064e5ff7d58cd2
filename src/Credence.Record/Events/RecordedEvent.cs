using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Credence.Record.Access;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Credence.Record.Events;

/// <summary>One event in the chain of a record: who did what to which, when, in which role and why; never what anybody said.</summary>
public sealed class RecordedEvent : IOwned
{
    public const int HashLength = SHA256.HashSizeInBytes;

    /// <summary>Place in the chain, from 1 without a gap.</summary>
    public required long Sequence { get; init; }

    /// <summary>When, in microseconds since 1970.</summary>
    public required long At { get; init; }

    /// <summary>When, as a time.</summary>
    public DateTimeOffset Time => Microseconds.Time(At);

    public required OrganizationId Organization { get; init; }

    public required AccountId Account { get; init; }

    public required string Role { get; init; }

    public required string Kind { get; init; }

    public required Guid? Subject { get; init; }

    public required long Count { get; init; }

    public required string Detail { get; init; }

    public required string Purpose { get; init; }

    /// <summary>The hash of the event before; zeros for the first.</summary>
    public required byte[] Previous { get; init; }

    /// <summary>SHA-256 of the event before and of this one.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>HMAC-SHA256 of the hash under a key that is not in the database: whoever edits rows cannot make it.</summary>
    public required byte[] Seal { get; init; }

    /// <summary>SHA-256 over all fields but the seal, each with its length before it, so that no two events have the same bytes.</summary>
    public byte[] ComputeHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Previous);
        Add(hash, Sequence);
        Add(hash, At);
        hash.AppendData(Organization.Value.ToByteArray(bigEndian: true));
        hash.AppendData(Account.Value.ToByteArray(bigEndian: true));
        Add(hash, Subject is null ? 0 : 1);
        hash.AppendData(Subject.GetValueOrDefault().ToByteArray(bigEndian: true));
        Add(hash, Count);
        foreach (var text in (string[])[Role, Kind, Detail, Purpose]) Add(hash, text);
        return hash.GetHashAndReset();
    }

    internal static void Configure(EntityTypeBuilder<RecordedEvent> table)
    {
        table.ToTable("events");
        table.HasKey(row => row.Sequence);
        table.Property(row => row.Sequence).ValueGeneratedNever();
        table.HasIndex(row => new { row.Organization, row.Subject });
        table.Ignore(row => row.Time);
    }

    private static void Add(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Add(hash, bytes.Length);
        hash.AppendData(bytes);
    }

    private static void Add(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
