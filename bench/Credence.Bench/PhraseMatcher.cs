using System.Text;
using Credence.Text;

namespace Credence.Bench;

/// <summary>Our phrase matcher, asked as the peers are.</summary>
internal static class PhraseMatcher
{
    /// <summary>Every occurrence of every phrase as whole words with single spaces between them.</summary>
    /// <param name="phrases">The phrases.</param>
    /// <param name="lines">Texts.</param>
    /// <param name="inBytes">True to count places in UTF-8, for a comparison; else in code units.</param>
    public static MatchSum Find(PhraseReader phrases, IReadOnlyList<string> lines, bool inBytes)
    {
        var sum = default(MatchSum);
        var offset = 0L;
        foreach (var line in lines)
        {
            foreach (var match in phrases.Read(line))
            {
                var start = offset + (inBytes ? Encoding.UTF8.GetByteCount(line.AsSpan(0, match.Start)) : match.Start);
                sum.Add((ulong)match.Phrase, (ulong)start, (ulong)(start + match.End - match.Start));
            }

            offset += (inBytes ? Encoding.UTF8.GetByteCount(line) : line.Length) + 1;
        }

        return sum;
    }
}
