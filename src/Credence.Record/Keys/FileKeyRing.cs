using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Credence.Record.Storage;

namespace Credence.Record.Keys;

/// <summary>A ring in a file that only this account may open.</summary>
public sealed class FileKeyRing : KeyRing
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly string _path;
    private Contents _contents;

    private FileKeyRing(string path, Contents contents) => (_path, _contents) = (path, contents);

    public override int Current => _contents.Keys[^1].Version;

    /// <summary>Opens the ring; refuses a file that others on this machine may read.</summary>
    public static FileKeyRing Open(string path)
    {
        if (!File.Exists(path)) throw new RecordFault($"{path}: found no key ring, expected the one this record was made with; without it nothing sealed can be read.");
        if (PrivateFile.IsOpenToOthers(path)) throw new RecordFault($"{path}: found a key ring that others on this machine may open, expected one for this account alone (mode 600).");
        try
        {
            return JsonSerializer.Deserialize<Contents>(File.ReadAllBytes(path)) is { Keys.Count: > 0, Root.Length: ContentKey.Length } contents
                ? new FileKeyRing(path, contents)
                : throw Broken(path);
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            throw Broken(path);
        }
    }

    /// <summary>Opens the ring, or makes one where there is none yet. Two processes that start at once end with the same ring.</summary>
    public static FileKeyRing OpenOrCreate(string path, TimeProvider clock)
    {
        if (!File.Exists(path))
        {
            PrivateFile.MakeFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var contents = new Contents(RandomNumberGenerator.GetBytes(ContentKey.Length), [NewKey(1, clock)]);
            Create(path, JsonSerializer.SerializeToUtf8Bytes(contents, Indented));
        }

        return Open(path);
    }

    public override byte[] Wrap(ReadOnlySpan<byte> key, Guid subject)
    {
        using var wrapping = new ContentKey([.. _contents.Keys[^1].Secret]);
        return wrapping.Seal(key, Place(subject));
    }

    public override byte[]? TryUnwrap(ReadOnlySpan<byte> wrapped, int version, Guid subject)
    {
        if (_contents.Keys.Find(key => key.Version == version) is not { } found) return null;
        using var wrapping = new ContentKey([.. found.Secret]);
        return wrapping.TryOpen(wrapped, Place(subject));
    }

    public override byte[] Derive(string use) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _contents.Root, ContentKey.Length, info: Encoding.UTF8.GetBytes($"credence {use}"));

    /// <summary>Adds a version; new keys are wrapped under it, old ones until they are wrapped anew.</summary>
    public int Rotate(TimeProvider clock)
    {
        Replace(_contents with { Keys = [.. _contents.Keys, NewKey(Current + 1, clock)] });
        return Current;
    }

    /// <summary>Drops the versions before this one. What is still wrapped under them is lost, so the caller counts first.</summary>
    public void DropBefore(int version) =>
        Replace(_contents with { Keys = _contents.Keys.FindAll(key => key.Version >= version) is { Count: > 0 } kept ? kept : throw new InvalidOperationException("A ring keeps its current key.") });

    private void Replace(Contents contents)
    {
        PrivateFile.Replace(_path, JsonSerializer.SerializeToUtf8Bytes(contents, Indented));
        _contents = contents;
    }

    // A link can be made only once, so the second of two processes keeps the first one's ring.
    private static void Create(string path, byte[] bytes)
    {
        var beside = $"{path}.{Guid.NewGuid():N}.new";
        using (var stream = PrivateFile.Create(beside))
        {
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(beside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(beside);
        }
    }

    private static WrappingKey NewKey(int version, TimeProvider clock) =>
        new(version, RandomNumberGenerator.GetBytes(ContentKey.Length), clock.GetUtcNow());

    private static SealedPlace Place(Guid subject) => new("content-key", subject);

    private static RecordFault Broken(string path) => new($"{path}: found no key ring of Credence, expected one with at least one key.");

    private sealed record Contents(byte[] Root, List<WrappingKey> Keys)
    {
        public override string ToString() => nameof(Contents);
    }

    private sealed record WrappingKey(int Version, byte[] Secret, DateTimeOffset MadeAt)
    {
        public override string ToString() => $"WrappingKey({Version})";
    }
}
