using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Credence.Record.Storage;

namespace Credence.Record.Keys;

/// <summary>What stands open at the head of a backup of keys.</summary>
/// <param name="Format">The form of the file.</param>
/// <param name="Key">The key in the ring that reads it.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="ExpiresAt">From when on nobody reads it, its own record included.</param>
public sealed record KeyBackupHead(string Format, Guid Key, DateTimeOffset MadeAt, DateTimeOffset ExpiresAt);

/// <summary>What bringing back a backup of keys has done.</summary>
/// <param name="Returned">Keys that were missing and are there again.</param>
/// <param name="Kept">Keys that were there.</param>
/// <param name="StayErased">Keys in the backup that were erased since, and stay so.</param>
public sealed record KeyRestoreResult(long Returned, long Kept, long StayErased);

/// <summary>
/// A copy of the content keys for the day when their store is lost. It is sealed under a key of its own in the ring, which the ring
/// drops at a stated time: so an erasure reaches every copy of keys by then.
/// </summary>
public sealed class KeyBackup(FileKeyRing ring, KeyStore keys, TimeProvider clock)
{
    public static readonly TimeSpan Usual = TimeSpan.FromDays(30);
    public static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    private const string Format = "credence keys 1";
    private const int AtOnce = 1000;
    private const int EntryLength = 16 + ContentKey.Length;

    /// <summary>Writes the backup beside its name and renames it when it is whole.</summary>
    public async Task<long> Write(string path, TimeSpan lifetime, CancellationToken cancellation)
    {
        if (lifetime <= TimeSpan.Zero || lifetime > Longest) throw new ArgumentOutOfRangeException(nameof(lifetime));
        var now = clock.GetUtcNow();
        var id = ring.AddBackupKey(now + lifetime);
        using var sealing = ring.FindBackupKey(id, now)!;
        return await NewFile.Write(path, async stream =>
        {
            await Line(stream, JsonSerializer.SerializeToUtf8Bytes(new KeyBackupHead(Format, id, now, now + lifetime)), cancellation);
            var (count, batch) = (0L, 0L);
            Guid? after = null;
            while (await keys.After(after, AtOnce, cancellation) is { Count: > 0 } some)
            {
                var entries = Entries(some);
                await Line(stream, Text(sealing.Seal(entries, Batch(id, ++batch))), cancellation);
                CryptographicOperations.ZeroMemory(entries);
                (after, count) = (some[^1].Subject, count + entries.Length / EntryLength);
            }

            await Line(stream, Text(sealing.Seal(Number(batch), End(id))), cancellation);
            return count;
        });
    }

    /// <summary>Brings back what is missing. Nothing is written unless the whole file opens. A key that was erased stays erased.</summary>
    public async Task<KeyRestoreResult> Restore(string path, CancellationToken cancellation)
    {
        var (head, lines) = Read(path);
        using var sealing = ring.FindBackupKey(head.Key, clock.GetUtcNow()) ?? throw new RecordFault(
            $"{path}: found a backup of keys that no key of this ring reads (it was made to expire on {head.ExpiresAt:yyyy-MM-dd}), expected one whose time is not over.");
        var batches = lines[..^1].Select((line, at) => Open(path, sealing, line, Batch(head.Key, at + 1))).ToList();
        if (!Open(path, sealing, lines[^1], End(head.Key)).AsSpan().SequenceEqual(Number(batches.Count))) throw Broken(path);

        var result = new KeyRestoreResult(0, 0, 0);
        foreach (var batch in batches)
        {
            result = await Return(batch, result, cancellation);
            CryptographicOperations.ZeroMemory(batch);
        }

        return result;
    }

    private async Task<KeyRestoreResult> Return(byte[] batch, KeyRestoreResult result, CancellationToken cancellation)
    {
        var wrapped = Enumerable.Range(0, batch.Length / EntryLength).Select(at => Wrapped(batch.AsSpan(at * EntryLength, EntryLength))).ToList();
        var before = (await keys.Find([.. wrapped.Select(key => key.Subject)], cancellation)).Count;
        if (await keys.Add(wrapped, cancellation) is null) throw new RecordFault($"{keys.Place}: found a ring that was turned meanwhile, expected this one; restore again.");
        var after = (await keys.Find([.. wrapped.Select(key => key.Subject)], cancellation)).Count;
        return new KeyRestoreResult(result.Returned + after - before, result.Kept + before, result.StayErased + wrapped.Count - after);
    }

    private WrappedKey Wrapped(ReadOnlySpan<byte> entry)
    {
        var subject = new Guid(entry[..16], bigEndian: true);
        return new WrappedKey(subject, ring.Current, ring.Wrap(entry[16..], subject));
    }

    private byte[] Entries(List<WrappedKey> some)
    {
        var held = some.Where(key => key.Bytes.Length > 0).ToList();
        var entries = new byte[held.Count * EntryLength];
        foreach (var (key, at) in held.Select((key, at) => (key, at * EntryLength)))
        {
            key.Subject.TryWriteBytes(entries.AsSpan(at), bigEndian: true, out _);
            var bytes = ring.TryUnwrap(key.Bytes, key.Version, key.Subject) ?? throw new RecordFault(
                $"{keys.Place}: found a key of {key.Subject} that this ring does not open, expected none; no backup was made.");
            bytes.CopyTo(entries.AsSpan(at + 16));
            CryptographicOperations.ZeroMemory(bytes);
        }

        return entries;
    }

    private static (KeyBackupHead Head, string[] Lines) Read(string path)
    {
        try
        {
            var lines = File.ReadAllLines(path);
            return lines.Length >= 2 && JsonSerializer.Deserialize<KeyBackupHead>(lines[0]) is { Format: Format } head ? (head, lines[1..]) : throw Broken(path);
        }
        catch (JsonException)
        {
            throw Broken(path);
        }
    }

    private static byte[] Open(string path, ContentKey sealing, string line, SealedPlace place)
    {
        var bytes = new byte[line.Length];
        return Convert.TryFromBase64String(line, bytes, out var length) && sealing.TryOpen(bytes.AsSpan(0, length), place) is { } plain ? plain : throw Broken(path);
    }

    private static async Task Line(Stream stream, byte[] bytes, CancellationToken cancellation)
    {
        await stream.WriteAsync(bytes, cancellation);
        await stream.WriteAsync("\n"u8.ToArray(), cancellation);
    }

    private static byte[] Text(byte[] bytes) => Encoding.ASCII.GetBytes(Convert.ToBase64String(bytes));

    private static byte[] Number(long number)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        return bytes;
    }

    private static SealedPlace Batch(Guid id, long number) => new("key-backup", id, number);

    private static SealedPlace End(Guid id) => new("key-backup-end", id);

    private static RecordFault Broken(string path) => new($"{path}: found no whole backup of keys, expected one as credence keys backup wrote it; nothing was changed.");
}
