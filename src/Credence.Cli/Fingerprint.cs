namespace Credence.Cli;

/// <summary>A short number for a text, to tell texts apart where memory counts; no protection against anybody.</summary>
internal static class Fingerprint
{
    // FNV-1a, 64 bits.
    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text) hash = (hash ^ c) * 1099511628211UL;
        return hash;
    }
}
