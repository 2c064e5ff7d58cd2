using Credence.Record.Storage;

namespace Credence.Record.Keys;

/// <summary>What a rotation has done.</summary>
/// <param name="Version">The version under which all keys now are.</param>
/// <param name="Rewrapped">Keys that were wrapped anew.</param>
/// <param name="WentOn">True if an earlier rotation was finished, and no version added.</param>
public sealed record RotationResult(int Version, long Rewrapped, bool WentOn);

/// <summary>Turns the ring: a new version, every key wrapped anew under it, the old versions dropped. Killed anywhere, it goes on at the next call.</summary>
public sealed class KeyRotation(KeyFolder folder, FileKeyRing ring, KeyStore keys, TimeProvider clock)
{
    private const int AtOnce = 500;

    public async Task<RotationResult> Run(CancellationToken cancellation)
    {
        using var turn = FileTurn.TryTake(Path.Combine(folder.Path, "rotating"))
            ?? throw new RecordFault($"{folder.Path}: found another rotation at work, expected none; nothing was changed.");
        ring.Refresh();
        var wentOn = ring.Versions.Count > 1;
        var version = wentOn ? ring.Current : ring.Rotate(clock);
        // From here on a process that still has the old ring cannot keep a key under it, so none is missed below.
        await keys.Require(version, cancellation);
        var rewrapped = await Rewrap(version, cancellation);
        ring.DropBefore(version);
        await keys.Overwrite(cancellation);
        return new RotationResult(version, rewrapped, wentOn);
    }

    private async Task<long> Rewrap(int version, CancellationToken cancellation)
    {
        var rewrapped = 0L;
        while (await keys.NotUnder(version, AtOnce, cancellation) is { Count: > 0 } some)
        {
            await keys.Rewrap([.. some.Select(key => Anew(key, version))], cancellation);
            rewrapped += some.Count;
        }

        return rewrapped;
    }

    private WrappedKey Anew(WrappedKey key, int version)
    {
        var bytes = ring.TryUnwrap(key.Bytes, key.Version, key.Subject) ?? throw new RecordFault(
            $"{keys.Place}: found a key of {key.Subject} that no version of this ring opens, expected none; no version was dropped. credence db verify names all of them.");
        var anew = key with { Version = version, Bytes = ring.Wrap(bytes, key.Subject) };
        System.Security.Cryptography.CryptographicOperations.ZeroMemory(bytes);
        return anew;
    }
}
