using System.Security.Cryptography;
using System.Text;
using Credence.Record.Storage;

namespace Credence.Record.Keys;

/// <summary>A ring in a file that only this account may open.</summary>
public sealed class FileKeyRing : KeyRing
{
    private readonly string _path;
    private volatile RingContents _contents;

    private FileKeyRing(string path, RingContents contents) => (_path, _contents) = (path, contents);

    public override int Current => _contents.Keys[^1].Version;

    /// <summary>The versions that the ring holds, oldest first, with the day each was made.</summary>
    public IReadOnlyList<(int Version, DateTimeOffset MadeAt)> Versions => [.. _contents.Keys.Select(key => (key.Version, key.MadeAt))];

    /// <summary>The keys of backups that the ring still holds, with the time at which each goes.</summary>
    public IReadOnlyList<(Guid Id, DateTimeOffset ExpiresAt)> BackupKeys => [.. _contents.Backups.Select(key => (key.Id, key.ExpiresAt))];

    /// <summary>Opens the ring; refuses a file that others on this machine may read.</summary>
    public static FileKeyRing Open(string path) => new(path, RingContents.Read(path));

    /// <summary>Opens the ring, or makes one where there is none yet. Two processes that start at once end with the same ring.</summary>
    public static FileKeyRing OpenOrCreate(string path, TimeProvider clock)
    {
        if (!File.Exists(path))
        {
            PrivateFile.MakeFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
            PrivateFile.WriteOnce(path, new RingContents(RandomNumberGenerator.GetBytes(ContentKey.Length), [NewKey(1, clock)], []).ToBytes());
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
        // A version that is not here may have been added by another process meanwhile.
        if (version > Current) Refresh();
        if (version > Current) throw new RecordFault(
            $"{_path}: found version {Current} of the ring, expected {version}, under which keys are kept; use the ring that was turned last.");
        if (_contents.Keys.Find(key => key.Version == version) is not { } found) return null;
        using var wrapping = new ContentKey([.. found.Secret]);
        return wrapping.TryOpen(wrapped, Place(subject));
    }

    public override byte[] Derive(string use) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _contents.Root, ContentKey.Length, info: Encoding.UTF8.GetBytes($"credence {use}"));

    public override void Refresh() => _contents = RingContents.Read(_path);

    /// <summary>Adds a version; new keys are wrapped under it, old ones until they are wrapped anew.</summary>
    public int Rotate(TimeProvider clock)
    {
        Change(contents => contents with { Keys = [.. contents.Keys, NewKey(contents.Keys[^1].Version + 1, clock)] });
        return Current;
    }

    /// <summary>Drops the versions before this one. What is still wrapped under them is lost, so the caller counts first.</summary>
    public void DropBefore(int version) => Change(contents =>
        contents.Keys.FindAll(key => key.Version >= version) is { Count: > 0 } kept
            ? contents with { Keys = kept }
            : throw new InvalidOperationException("A ring keeps its current key."));

    /// <summary>Adds a key for one backup of keys; the ring drops it at its time, and nobody reads that backup from then on.</summary>
    public Guid AddBackupKey(DateTimeOffset expiresAt)
    {
        var key = new BackupKey(Guid.NewGuid(), RandomNumberGenerator.GetBytes(ContentKey.Length), expiresAt);
        Change(contents => contents with { Backups = [.. contents.Backups, key] });
        return key.Id;
    }

    /// <summary>Drops the keys of backups whose time is over; says how many.</summary>
    public int Expire(DateTimeOffset now)
    {
        if (!_contents.Backups.Exists(key => key.ExpiresAt <= now)) return 0;
        var dropped = 0;
        Change(contents =>
        {
            var kept = contents.Backups.FindAll(key => key.ExpiresAt > now);
            dropped = contents.Backups.Count - kept.Count;
            return contents with { Backups = kept };
        });
        return dropped;
    }

    /// <summary>The key of one backup, or null if the ring has dropped it or its time is over.</summary>
    internal ContentKey? FindBackupKey(Guid id, DateTimeOffset now) =>
        _contents.Backups.Find(key => key.Id == id && key.ExpiresAt > now) is { } found ? new ContentKey([.. found.Secret]) : null;

    // Read, change and replace while no other process does, so that none undoes what another has done.
    private void Change(Func<RingContents, RingContents> change)
    {
        using var turn = FileTurn.Take($"{_path}.turn", TimeSpan.FromSeconds(30));
        var contents = change(RingContents.Read(_path));
        PrivateFile.Replace(_path, contents.ToBytes());
        _contents = contents;
    }

    private static WrappingKey NewKey(int version, TimeProvider clock) =>
        new(version, RandomNumberGenerator.GetBytes(ContentKey.Length), clock.GetUtcNow());

    private static SealedPlace Place(Guid subject) => new("content-key", subject);
}
