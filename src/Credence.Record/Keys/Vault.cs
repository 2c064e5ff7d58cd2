using System.Security.Cryptography;
using Credence.Record.Storage;

namespace Credence.Record.Keys;

/// <summary>One side's keys: the ring, and under it a key for every incident or person.</summary>
public sealed class Vault(KeyFolder folder, KeyRing ring, KeyStore keys)
{
    public KeyFolder Folder { get; } = folder;

    public KeyRing Ring { get; } = ring;

    public KeyStore Keys { get; } = keys;

    /// <summary>New keys for these subjects, kept before anything is sealed under them. One that has a key already keeps it.</summary>
    public async Task<ContentKeys> Make(IReadOnlyList<Guid> subjects, CancellationToken cancellation)
    {
        if (await TryMake(subjects, cancellation) is { } made) return made;
        // The ring was turned by another process since this one read it.
        Ring.Refresh();
        return await TryMake(subjects, cancellation) ?? throw new RecordFault(
            $"{Folder.Ring}: found version {Ring.Current} of the ring, expected the one that the store of keys asks for; use the ring that was turned last.");
    }

    // The store says which keys it has taken; only what it had before is read, and one of those it took, to see that it comes back.
    private async Task<ContentKeys?> TryMake(IReadOnlyList<Guid> subjects, CancellationToken cancellation)
    {
        var fresh = subjects.Distinct().ToDictionary(subject => subject, _ => new ContentKey(RandomNumberGenerator.GetBytes(ContentKey.Length)));
        var made = new ContentKeys(fresh);
        var added = await Keys.Add([.. fresh.Select(one => new WrappedKey(one.Key, Ring.Current, Ring.Wrap(one.Value.Bytes, one.Key)))], cancellation);
        if (added is null)
        {
            made.Dispose();
            return null;
        }

        foreach (var subject in fresh.Keys.Where(subject => !added.Contains(subject)).ToList()) made.Take(subject)!.Dispose();
        if (added.Count > 0) await Check(made, added.First(), cancellation);
        return added.Count == subjects.Count ? made : made.With(await Find([.. subjects.Where(subject => !added.Contains(subject))], cancellation));
    }

    private async Task Check(ContentKeys made, Guid subject, CancellationToken cancellation)
    {
        using var kept = await Find(subject, cancellation);
        if (kept is null || !CryptographicOperations.FixedTimeEquals(kept.Bytes, made[subject]!.Bytes)) throw new RecordFault(
            $"{Keys.Place}: found a store that does not give back a key that it took, expected one that does; nothing is sealed under it.");
    }

    /// <summary>The keys of these subjects; one that was erased, or never made, is not among them.</summary>
    public async Task<ContentKeys> Find(IReadOnlyList<Guid> subjects, CancellationToken cancellation)
    {
        var found = new Dictionary<Guid, ContentKey>(subjects.Count);
        foreach (var wrapped in await Keys.Find(subjects, cancellation))
        {
            if (Ring.TryUnwrap(wrapped.Bytes, wrapped.Version, wrapped.Subject) is { } key) found[wrapped.Subject] = new ContentKey(key);
        }

        return new ContentKeys(found);
    }

    /// <summary>The key of one subject, or null if it was erased or never made.</summary>
    public async Task<ContentKey?> Find(Guid subject, CancellationToken cancellation) => (await Find([subject], cancellation)).Take(subject);
}

/// <summary>Keys in use; zeroed together.</summary>
public sealed class ContentKeys(Dictionary<Guid, ContentKey> keys) : IDisposable
{
    public ContentKey? this[Guid subject] => keys.GetValueOrDefault(subject);

    /// <summary>These and those, zeroed together by this one.</summary>
    public ContentKeys With(ContentKeys others)
    {
        foreach (var (subject, key) in others.All) keys[subject] = key;
        return this;
    }

    private Dictionary<Guid, ContentKey> All => keys;

    public void Dispose()
    {
        foreach (var key in keys.Values) key.Dispose();
    }

    internal ContentKey? Take(Guid subject) => keys.Remove(subject, out var key) ? key : null;
}
