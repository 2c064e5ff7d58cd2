namespace Credence.Text;

/// <summary>A word of a text: where it stands and which class of the vocabulary it is.</summary>
internal readonly record struct Token(int Start, int End, ushort Class);

/// <summary>A sentence: its first token and one past its last.</summary>
internal readonly record struct Sentence(int FirstToken, int EndToken);

/// <summary>The words and sentences of one text, in buffers that the next text uses again.</summary>
internal sealed class Tokens
{
    private Token[] _words = new Token[1024];
    private Sentence[] _sentences = new Sentence[64];
    private int _wordCount;
    private int _sentenceCount;

    internal ReadOnlySpan<Token> Words => _words.AsSpan(0, _wordCount);

    internal ReadOnlySpan<Sentence> Sentences => _sentences.AsSpan(0, _sentenceCount);

    /// <summary>Words since the last sentence ended.</summary>
    internal int OpenWords => _wordCount - Closed;

    private int Closed => _sentenceCount == 0 ? 0 : _sentences[_sentenceCount - 1].EndToken;

    internal void Clear() => _wordCount = _sentenceCount = 0;

    internal void Add(Token token)
    {
        if (_wordCount == _words.Length)
        {
            Array.Resize(ref _words, 2 * _wordCount);
        }

        _words[_wordCount++] = token;
    }

    /// <summary>Ends the sentence that began after the last one; an empty sentence is none.</summary>
    internal void EndSentence()
    {
        var first = Closed;
        if (first == _wordCount)
        {
            return;
        }

        if (_sentenceCount == _sentences.Length)
        {
            Array.Resize(ref _sentences, 2 * _sentenceCount);
        }

        _sentences[_sentenceCount++] = new Sentence(first, _wordCount);
    }
}
