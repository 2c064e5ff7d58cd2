using System.Security.Cryptography;
using System.Text.Json;
using Credence.Record.Access;
using Credence.Record.Keys;
using Credence.Record.Storage;

namespace Credence.Record.Handovers;

/// <summary>A host's own key pairs, in a file that only its account may open. Former pairs stay, to open what was sealed for them.</summary>
public sealed class PostKeys
{
    private readonly string _path;
    private Contents _contents;

    private PostKeys(string path, Contents contents) => (_path, _contents) = (path, contents);

    public HostName Name => HostName.Of(_contents.Name);

    public Side Side => _contents.Side;

    public OrganizationId Organization => new(_contents.Organization);

    public PostCard Card
    {
        get
        {
            using var signing = Signing();
            using var sealing = Sealing(_contents.Pairs[^1]);
            return new PostCard(Name, Side, P256Key.Of(signing), P256Key.Of(sealing), _contents.Address is { } address ? new Uri(address) : null);
        }
    }

    /// <summary>The card as a file to hand over.</summary>
    public byte[] CardText()
    {
        using var signing = Signing();
        return Card.Write(signing);
    }

    /// <summary>The hosts that have their keys in this folder.</summary>
    public static IReadOnlyList<HostName> NamesIn(KeyFolder folder) => !Directory.Exists(folder.Path) ? [] :
    [
        .. Directory.EnumerateFiles(folder.Path, "post-*.json").Select(path => Path.GetFileNameWithoutExtension(path)["post-".Length..])
            .Where(text => HostName.TryRead(text, out _)).Order(StringComparer.Ordinal).Select(HostName.Of),
    ];

    public static PostKeys Open(KeyFolder folder, HostName name)
    {
        var path = PathOf(folder, name);
        if (!File.Exists(path)) throw new RecordFault($"{path}: found no keys of the post, expected those that credence handover partner card makes.");
        if (PrivateFile.IsOpenToOthers(path)) throw new RecordFault($"{path}: found keys that others on this machine may open, expected a file for this account alone (mode 600).");
        try
        {
            return JsonSerializer.Deserialize<Contents>(File.ReadAllBytes(path)) is { Pairs.Count: > 0 } contents && contents.Name == name.Value
                ? new PostKeys(path, contents)
                : throw Broken(path);
        }
        catch (JsonException)
        {
            throw Broken(path);
        }
    }

    /// <summary>Opens them, or makes them where there are none. Two processes that start at once end with the same.</summary>
    public static PostKeys OpenOrCreate(KeyFolder folder, HostName name, Side side, OrganizationId organization, Uri? address)
    {
        if (!File.Exists(PathOf(folder, name)))
        {
            PrivateFile.MakeFolder(folder.Path);
            PrivateFile.WriteOnce(PathOf(folder, name), Bytes(new Contents(name.Value, side, organization.Value, address?.AbsoluteUri, [NewPair()])));
        }

        return Open(folder, name);
    }

    /// <summary>Says where the host takes messages from now on.</summary>
    public void Move(Uri? address) => Replace(_contents with { Address = address?.AbsoluteUri });

    /// <summary>Makes a new pair. Every partner has to take the new card; until then it refuses what is signed with the new key.</summary>
    public void Renew() => Replace(_contents with { Pairs = [.. _contents.Pairs, NewPair()] });

    internal ECDsa Signing() => Signing(_contents.Pairs[^1]);

    /// <summary>Every pair's signing key, former ones too; the caller disposes of them.</summary>
    internal IEnumerable<ECDsa> EverySigning() => _contents.Pairs.Select(Signing);

    /// <summary>The private key that belongs to this public one, or null if it is none of ours; former ones count.</summary>
    internal ECDiffieHellman? SealingOf(string id)
    {
        foreach (var pair in Enumerable.Reverse(_contents.Pairs))
        {
            var key = Sealing(pair);
            if (P256Key.Of(key).Id == id) return key;
            key.Dispose();
        }

        return null;
    }

    private static ECDsa Signing(Pair pair)
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(pair.Signing, out _);
        return key;
    }

    private static ECDiffieHellman Sealing(Pair pair)
    {
        var key = ECDiffieHellman.Create();
        key.ImportPkcs8PrivateKey(pair.Sealing, out _);
        return key;
    }

    private static Pair NewPair()
    {
        using var signing = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var sealing = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return new Pair(signing.ExportPkcs8PrivateKey(), sealing.ExportPkcs8PrivateKey());
    }

    private void Replace(Contents contents)
    {
        PrivateFile.Replace(_path, Bytes(contents));
        _contents = contents;
    }

    private static string PathOf(KeyFolder folder, HostName name) => Path.Combine(folder.Path, $"post-{name}.json");

    private static byte[] Bytes(Contents contents) => JsonSerializer.SerializeToUtf8Bytes(contents);

    private static RecordFault Broken(string path) => new($"{path}: found no keys of the post, expected those that Credence wrote.");

    private sealed record Contents(string Name, Side Side, Guid Organization, string? Address, List<Pair> Pairs)
    {
        public override string ToString() => nameof(Contents);
    }

    private sealed record Pair(byte[] Signing, byte[] Sealing)
    {
        public override string ToString() => nameof(Pair);
    }
}
