using System.Collections.Frozen;
using System.Text;

namespace Credence.Incidents.Nibrs;

/// <summary>A set of codes of up to eight characters, asked with the bytes as they stand in a segment.</summary>
public sealed class NibrsCodes
{
    private readonly FrozenSet<ulong> _codes;

    /// <summary>A set of these codes.</summary>
    public NibrsCodes(IEnumerable<string> codes)
    {
        Codes = [.. codes.Distinct().Order(StringComparer.Ordinal)];
        _codes = Codes.Select(Pack).ToFrozenSet();
    }

    /// <summary>The codes in order.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>True if the bytes, but for blanks behind them, are one of the codes.</summary>
    public bool Contains(ReadOnlySpan<byte> value) => Pack(value) is { } code && _codes.Contains(code);

    internal static ulong? Pack(ReadOnlySpan<byte> value)
    {
        value = value.TrimEnd((byte)' ');
        if (value.Length > 8) return null;
        var code = 0UL;
        foreach (var b in value) code = (code << 8) | b;
        return code;
    }

    private static ulong Pack(string code) => Pack(Encoding.Latin1.GetBytes(code))
        ?? throw new FormatException($"found a code of {code.Length} characters, expected at most 8");
}
