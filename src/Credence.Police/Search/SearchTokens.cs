using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Credence.Record.Access;
using Credence.Record.Keys;
using Credence.Text;

namespace Credence.Police.Search;

/// <summary>
/// Makes of words what the index holds: HMAC-SHA256 under a key that is not in the database, with the organization in it, cut to 5
/// bytes. The same word is the same token within one organization only. Not for two threads at a time.
/// </summary>
internal sealed class SearchTokens(KeyRing ring, OrganizationId organization)
{
    private const int Length = 5;

    // Words come again and again; an HMAC costs as much as the rest of a word. Bounded: a file may hold any number of words.
    private const int MostKept = 100_000;

    private readonly byte[] _key = HMACSHA256.HashData(ring.Derive("search"), organization.Value.ToByteArray(bigEndian: true));
    private readonly Dictionary<string, long> _kept = new(StringComparer.Ordinal);
    private readonly FoldedWords _words = new();
    private readonly HashSet<long> _tokens = [];
    private byte[] _bytes = new byte[256];

    /// <summary>The tokens of the words of a text, each once, in no order that says anything.</summary>
    public long[] Of(string text)
    {
        _tokens.Clear();
        var known = _kept.GetAlternateLookup<ReadOnlySpan<char>>();
        _words.Read(text, word =>
        {
            if (!known.TryGetValue(word, out var token))
            {
                token = Token(word);
                if (_kept.Count < MostKept) known[word] = token;
            }

            _tokens.Add(token);
        });
        var tokens = _tokens.ToArray();
        Array.Sort(tokens);
        return tokens;
    }

    private long Token(ReadOnlySpan<char> word)
    {
        var most = Encoding.UTF8.GetMaxByteCount(word.Length);
        if (_bytes.Length < most) _bytes = new byte[most];
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, _bytes.AsSpan(0, Encoding.UTF8.GetBytes(word, _bytes)), hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash) >>> (64 - 8 * Length);
    }
}
