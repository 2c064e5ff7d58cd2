using System.Data.Common;
using System.Security.Cryptography;
using Credence.Record.Access;
using Credence.Record.Keys;
using Credence.Record.Storage;
using NpgsqlTypes;

namespace Credence.Record.Events;

/// <summary>The last event of a chain: its place and its hash.</summary>
public readonly record struct ChainHead(long Sequence, byte[] Hash)
{
    public static readonly ChainHead Empty = new(0, new byte[RecordedEvent.HashLength]);

    /// <summary>Which of the records that grew out of one founding has this head; empty for the founded one, and another after each restore.</summary>
    public Guid Lineage { get; init; }
}

/// <summary>Adds events at the end of the chain, inside the transaction of the act that they tell of.</summary>
public sealed class EventChain(KeyRing ring, TimeProvider clock)
{
    private static readonly BulkTable Table = new(
        "events", new("Sequence", NpgsqlDbType.Bigint), new("At", NpgsqlDbType.Bigint), new("Organization", NpgsqlDbType.Uuid),
        new("Account", NpgsqlDbType.Uuid), new("Role", NpgsqlDbType.Text), new("Kind", NpgsqlDbType.Text), new("Subject", NpgsqlDbType.Uuid),
        new("Count", NpgsqlDbType.Bigint), new("Detail", NpgsqlDbType.Text), new("Purpose", NpgsqlDbType.Text),
        new("Previous", NpgsqlDbType.Bytea), new("Hash", NpgsqlDbType.Bytea), new("Seal", NpgsqlDbType.Bytea));

    private readonly byte[] _key = ring.Derive("event-chain");

    /// <summary>Writes the drafts as the next events; call it last before the commit, since others wait for their place meanwhile.</summary>
    public async Task<ChainHead> Append(
        DbTransaction transaction, RecordAccess access, IReadOnlyList<EventDraft> drafts, CancellationToken cancellation)
    {
        var head = await TakeHead(transaction, cancellation);
        var events = new List<object?[]>(drafts.Count);
        foreach (var draft in drafts)
        {
            var next = Next(head, access, draft);
            events.Add(Values(next));
            head = head with { Sequence = next.Sequence, Hash = next.Hash };
        }

        await Table.Insert(transaction, events, cancellation);
        await PutHead(transaction, head, cancellation);
        return head;
    }

    internal byte[] SealOf(ReadOnlySpan<byte> hash) => HMACSHA256.HashData(_key, hash);

    private RecordedEvent Next(ChainHead head, RecordAccess access, EventDraft draft)
    {
        var unsealed = Event(head, access, draft, [], []);
        var hash = unsealed.ComputeHash();
        return Event(head, access, draft, hash, SealOf(hash), unsealed.At);
    }

    private RecordedEvent Event(ChainHead head, RecordAccess access, EventDraft draft, byte[] hash, byte[] seal, long? at = null) => new()
    {
        Sequence = head.Sequence + 1,
        At = at ?? Microseconds.Of(clock.GetUtcNow()),
        Organization = draft.Organization ?? access.Organization,
        Account = access.Account,
        Role = access.RoleName,
        Kind = draft.Kind.Word,
        Subject = draft.Subject,
        Count = draft.Count,
        Detail = draft.Detail,
        Purpose = access.Purpose.Reference is { } reference ? $"{access.Purpose.Kind}:{reference}" : access.Purpose.Kind.ToString(),
        Previous = head.Hash,
        Hash = hash,
        Seal = seal,
    };

    // The update makes every other act wait for its place until this transaction ends, in both databases.
    internal static async Task<ChainHead> TakeHead(DbTransaction transaction, CancellationToken cancellation)
    {
        await using var command = transaction.Command("""UPDATE chain_head SET "Sequence" = "Sequence" WHERE "Id" = 1 RETURNING "Sequence", "Hash", "Lineage" """);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new ChainHead(reader.GetInt64(0), await reader.GetFieldValueAsync<byte[]>(1, cancellation)) { Lineage = reader.GetGuid(2) }
            : throw new InvalidOperationException("The chain has no head.");
    }

    private static async Task PutHead(DbTransaction transaction, ChainHead head, CancellationToken cancellation)
    {
        await using var command = transaction.Command("""UPDATE chain_head SET "Sequence" = @sequence, "Hash" = @hash WHERE "Id" = 1""");
        command.Add("sequence", head.Sequence).Add("hash", head.Hash);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static object?[] Values(RecordedEvent next) =>
    [
        next.Sequence, next.At, next.Organization.Value, next.Account.Value, next.Role, next.Kind, next.Subject, next.Count,
        next.Detail, next.Purpose, next.Previous, next.Hash, next.Seal,
    ];
}
