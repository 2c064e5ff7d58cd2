using System.Numerics;

namespace Credence.Text;

/// <summary>Cuts a text into words and sentences, and looks each word up in a vocabulary.</summary>
/// <remarks>
/// A word is a run of letters or a run of digits. A run of three or more X is a word of its own even when glued to
/// others, because that is how redaction leaves police prose (<c>XXXWAS STOPPED</c>). A run-on of more than
/// <see cref="LongestSentence"/> words is cut, so that reading stays linear whatever somebody wrote.
/// </remarks>
internal sealed class Tokenizer(Vocabulary vocabulary)
{
    internal const int LongestSentence = 400;

    internal void Read(ReadOnlySpan<char> text, Tokens into)
    {
        into.Clear(vocabulary);
        into.Folded.Fold(text);
        if (into.Folded.HasIgnorable)
        {
            PlainTokenizer.Cut(text, into);
        }
        else
        {
            Cut(into);
        }

        into.Classify();
        EndSentences(text, into);
    }

    /// <summary>Writes down where words begin and end, block by block; a word may end in another block than it begins in.</summary>
    internal static void Cut(Tokens into)
    {
        var (begun, ended) = (0, 0);
        for (var block = 0; block < into.Folded.Blocks; block++)
        {
            var first = block * FoldedText.BlockSize;
            var (starts, ends) = into.Folded.Bounds(block);
            var (allStarts, allEnds) = into.Room(begun + FoldedText.BlockSize + 1);
            begun += Write(starts, first, allStarts.AsSpan(begun, FoldedText.BlockSize + 1));
            ended += Write(ends, first, allEnds.AsSpan(ended, FoldedText.BlockSize + 1));
        }

        into.Count = ended;
    }

    private static int Write(ulong bits, int first, Span<int> into)
    {
        var count = BitOperations.PopCount(bits);
        for (var i = 0; i < count; i++, bits &= bits - 1)
        {
            into[i] = first + BitOperations.TrailingZeroCount(bits);
        }

        return count;
    }

    /// <summary>Looks only between words with a stop between them whether a sentence ends there.</summary>
    private static void EndSentences(ReadOnlySpan<char> text, Tokens into)
    {
        var starts = into.Starts;
        var ends = into.Ends;
        var word = 0;
        for (var block = 0; block < into.Folded.Blocks - 1; block++)
        {
            for (var stops = into.Folded.Stops(block); stops != 0; stops &= stops - 1)
            {
                var stop = block * FoldedText.BlockSize + BitOperations.TrailingZeroCount(stops);
                word = NextAfter(stop, starts, word);
                if (word > into.Closed && word < starts.Length && SentenceEnd.IsBetween(text, starts[word - 1], ends[word - 1], starts[word]))
                {
                    EndSentence(word, into);
                }
            }
        }

        EndSentence(starts.Length, into);
    }

    private static int NextAfter(int stop, ReadOnlySpan<int> starts, int word)
    {
        while (word < starts.Length && starts[word] < stop)
        {
            word++;
        }

        return word;
    }

    private static void EndSentence(int word, Tokens into)
    {
        while (word - into.Closed > LongestSentence)
        {
            into.EndSentence(into.Closed + LongestSentence);
        }

        into.EndSentence(word);
    }
}
