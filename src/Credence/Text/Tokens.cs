namespace Credence.Text;

/// <summary>A sentence: its first token and one past its last.</summary>
internal readonly record struct Sentence(int FirstToken, int EndToken);

/// <summary>The words and sentences of one text, in buffers that the next text uses again.</summary>
internal sealed class Tokens
{
    private readonly Reusable<Sentence> _sentences = new();
    private int[] _starts = new int[1024];
    private int[] _ends = new int[1024];
    private ushort[] _classes = new ushort[1024];
    private WordMemo? _memo;

    /// <summary>The text as it was read last.</summary>
    internal FoldedText Folded { get; } = new();

    /// <summary>How many words there are.</summary>
    internal int Count { get; set; }

    /// <summary>Of each word the first code unit.</summary>
    internal Span<int> Starts => _starts.AsSpan(0, Count);

    /// <summary>Of each word one past its last code unit.</summary>
    internal Span<int> Ends => _ends.AsSpan(0, Count);

    /// <summary>Of each word its class in the vocabulary.</summary>
    internal ReadOnlySpan<ushort> Classes => _classes.AsSpan(0, Count);

    internal ReadOnlySpan<Sentence> Sentences => _sentences.Items;

    /// <summary>Where the last sentence ended.</summary>
    internal int Closed { get; private set; }

    /// <summary>Begins another text.</summary>
    internal void Clear(Vocabulary vocabulary)
    {
        (Count, Closed) = (0, 0);
        _sentences.Clear();
        _memo = _memo?.IsOf(vocabulary) == true ? _memo : new WordMemo(vocabulary);
    }

    /// <summary>Starts and ends from a word on, with room for some more behind them.</summary>
    internal (int[] Starts, int[] Ends) Room(int words)
    {
        if (_starts.Length < words)
        {
            Array.Resize(ref _starts, 2 * words);
            Array.Resize(ref _ends, 2 * words);
            Array.Resize(ref _classes, 2 * words);
        }

        return (_starts, _ends);
    }

    /// <summary>Looks up every word.</summary>
    internal void Classify()
    {
        var starts = Starts;
        var ends = Ends;
        var classes = _classes.AsSpan(0, Count);
        for (var word = 0; word < classes.Length; word++)
        {
            classes[word] = _memo!.ClassOf(Folded.Symbols, starts[word], ends[word] - starts[word]);
        }
    }

    /// <summary>Ends the sentence that began after the last one before a word; an empty sentence is none.</summary>
    internal void EndSentence(int word)
    {
        if (Closed < word)
        {
            _sentences.Add(new Sentence(Closed, word));
            Closed = word;
        }
    }
}
