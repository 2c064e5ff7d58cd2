using System.Security.Cryptography;

namespace Credence.Record.Handovers;

/// <summary>A public key on the curve P-256 (FIPS 186-5), as the 65 bytes of its uncompressed point; only points of the curve get one.</summary>
public sealed class P256Key : IEquatable<P256Key>
{
    public const int Length = 65;

    private const int Coordinate = 32;
    private const byte Uncompressed = 4;

    private readonly byte[] _point;

    private P256Key(byte[] point) => _point = point;

    public ReadOnlySpan<byte> Point => _point;

    /// <summary>Its SHA-256, by which a message names the key it is made with.</summary>
    public string Id => Convert.ToHexStringLower(SHA256.HashData(_point));

    public static P256Key Of(ECAlgorithm key)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return new P256Key([Uncompressed, .. point.X!, .. point.Y!]);
    }

    /// <summary>The key, or null if these bytes are no point of the curve.</summary>
    public static P256Key? TryRead(ReadOnlySpan<byte> point)
    {
        if (point.Length != Length || point[0] != Uncompressed) return null;
        var key = new P256Key(point.ToArray());
        try
        {
            using var checkedOnImport = key.ForSealing();
            return key;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    internal ECDsa ForVerifying() => ECDsa.Create(Parameters);

    internal ECDiffieHellman ForSealing() => ECDiffieHellman.Create(Parameters);

    private ECParameters Parameters => new()
    {
        Curve = ECCurve.NamedCurves.nistP256,
        Q = new ECPoint { X = _point[1..(1 + Coordinate)], Y = _point[(1 + Coordinate)..] },
    };

    public bool Equals(P256Key? other) => other is not null && _point.AsSpan().SequenceEqual(other._point);

    public override bool Equals(object? obj) => Equals(obj as P256Key);

    public override int GetHashCode() => BitConverter.ToInt32(_point, 1);

    public override string ToString() => $"P256Key({Id[..16]})";
}
