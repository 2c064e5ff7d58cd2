using System.Text.Json;
using Credence.Record.Storage;

namespace Credence.Record.Keys;

/// <summary>What the file of a ring holds.</summary>
/// <param name="Root">From which the keys for single uses are derived; it stays.</param>
/// <param name="Keys">The versions that wrap, oldest first.</param>
/// <param name="Backups">Keys of backups of keys, until their time is over.</param>
internal sealed record RingContents(byte[] Root, List<WrappingKey> Keys, List<BackupKey> Backups)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static RingContents Read(string path)
    {
        try
        {
            if (PrivateFile.IsOpenToOthers(path)) throw new RecordFault($"{path}: found a key ring that others on this machine may open, expected one for this account alone (mode 600).");
            return JsonSerializer.Deserialize<RingContents>(File.ReadAllBytes(path)) is { Keys.Count: > 0, Root.Length: ContentKey.Length } contents
                && contents.Keys.TrueForAll(key => key.Secret is { Length: ContentKey.Length })
                ? contents with { Backups = contents.Backups ?? [] }
                : throw Broken(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RecordFault($"{path}: found no key ring, expected the one this record was made with; without it nothing sealed can be read.", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new RecordFault($"{path}: found a key ring, or its folder, that this account may not open, expected the account that keeps the record.", e);
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            throw Broken(path);
        }
    }

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Indented);

    public override string ToString() => nameof(RingContents);

    private static RecordFault Broken(string path) => new($"{path}: found no key ring of Credence, expected one with at least one key.");
}

/// <summary>One version of the ring.</summary>
internal sealed record WrappingKey(int Version, byte[] Secret, DateTimeOffset MadeAt)
{
    public override string ToString() => $"WrappingKey({Version})";
}

/// <summary>The key of one backup of keys.</summary>
internal sealed record BackupKey(Guid Id, byte[] Secret, DateTimeOffset ExpiresAt)
{
    public override string ToString() => nameof(BackupKey);
}
