namespace Credence.Text;

/// <summary>Hears a word; it is gone after the call.</summary>
/// <param name="word">In lower case and without accents.</param>
public delegate void WordHearer(ReadOnlySpan<char> word);

/// <summary>Cuts texts into words without regard to case and accents, as narratives are read: for an index of words. Not for two threads at a time.</summary>
public sealed class FoldedWords
{
    private readonly Tokens _tokens = new();
    private char[] _word = new char[64];

    /// <summary>Says every word of a text, in order, each as often as it occurs.</summary>
    public void Read(ReadOnlySpan<char> text, WordHearer hear)
    {
        _tokens.Count = 0;
        _tokens.Folded.Fold(text);
        if (_tokens.Folded.HasIgnorable) PlainTokenizer.Cut(text, _tokens);
        else Tokenizer.Cut(_tokens);
        var starts = _tokens.Starts;
        var ends = _tokens.Ends;
        for (var word = 0; word < starts.Length; word++) hear(Fold(text[starts[word]..ends[word]]));
    }

    private ReadOnlySpan<char> Fold(ReadOnlySpan<char> word)
    {
        if (_word.Length < word.Length) _word = new char[2 * word.Length];
        var length = 0;
        foreach (var unit in word)
        {
            var symbol = Characters.Symbols[unit];
            if (symbol == Characters.Ignorable) continue;
            _word[length++] = Characters.IsDigit(symbol) ? (char)('0' + symbol - Characters.FirstDigit)
                : symbol < Characters.FirstDigit ? (char)('a' + symbol - 1)
                // Letters of other scripts are one symbol to the patterns; an index has to tell them apart.
                : char.ToLowerInvariant(unit);
        }

        return _word.AsSpan(0, length);
    }
}
