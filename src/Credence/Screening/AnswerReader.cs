using System.Buffers;
using Credence.Text;

namespace Credence.Screening;

/// <summary>
/// Reads what was asked. Words in a sentence that ends in a question mark were asked, and so was a line of a form that
/// ends in a colon or a dash; the answer behind it says how they are taken. Which words answer, and what, a context pack says.
/// </summary>
internal sealed class AnswerReader
{
    // An answer is a word or two ("A: no"); more is a sentence of its own.
    private const int LongestAnswer = 4;

    private static readonly SearchValues<char> Stops = SearchValues.Create(".,;!?)]\r\n");

    // Between a line of a form and what is filled in.
    private static readonly SearchValues<char> Marks = SearchValues.Create(":=-\u2013\u2014");

    private readonly Assertion[] _givenByPattern;
    private readonly PatternSet _patterns;

    internal AnswerReader(IEnumerable<Cue> answers, Vocabulary vocabulary)
    {
        var patterns = answers.SelectMany(answer => answer.Patterns, (answer, pattern) => (answer, pattern)).ToArray();
        _givenByPattern = [.. patterns.Select(pair => pair.answer.Category!.Value)];
        _patterns = new PatternSet([.. patterns.Select(pair => pair.pattern)], vocabulary);
    }

    /// <summary>How words are taken, given what their sentence says of them.</summary>
    internal Assertion Read(Assertion said, string text, Target words, Sentence sentence, Workspace work)
    {
        if (_givenByPattern.Length == 0)
        {
            return said;
        }

        if (BehindColon(text, words, work) is { } filledIn)
        {
            return Taken(said, filledIn);
        }

        var from = work.Tokens.Ends[words.End - 1];
        var mark = text.AsSpan(from, BeginOf(sentence.EndToken, text, work.Tokens) - from).IndexOf('?');
        return mark < 0 ? said : Taken(said, BehindMark(from + mark, text, words, work) ?? Assertion.Hypothetical);
    }

    /// <summary>A yes, or a question left open, does not undo what the sentence itself says against the words.</summary>
    private static Assertion Taken(Assertion said, Assertion answer) => answer switch
    {
        Assertion.Affirmed when said != Assertion.Hypothetical => said,
        Assertion.Hypothetical when said != Assertion.Affirmed => said,
        _ => answer,
    };

    private Assertion? BehindColon(string text, Target words, Workspace work)
    {
        var next = words.End;
        return next < work.Tokens.Count && Gap(next, text, work.Tokens).ContainsAny(Marks) ? AnswerAt(next, text, work) : null;
    }

    private Assertion? BehindMark(int mark, string text, Target words, Workspace work)
    {
        var next = words.End;
        while (next < work.Tokens.Count && work.Tokens.Starts[next] < mark)
        {
            next++;
        }

        return next < work.Tokens.Count ? AnswerAt(next, text, work) : null;
    }

    /// <summary>The longest answer that begins with a word and stands alone: "No." answers, "no money" does not.</summary>
    private Assertion? AnswerAt(int token, string text, Workspace work)
    {
        var end = Math.Min(token + LongestAnswer, work.Tokens.Count);
        work.Beside.Clear();
        _patterns.Match(work.Tokens.Classes, new Sentence(token, end), work.Candidates, work.Beside);
        PatternMatch? longest = null;
        foreach (var match in work.Beside.Items)
        {
            if (match.FirstToken == token && match.Length > (longest?.Length ?? 0) && StandsAlone(match.EndToken, text, work.Tokens))
            {
                longest = match;
            }
        }

        return longest is { } answer ? _givenByPattern[answer.Pattern] : null;
    }

    // A single letter is what a box holds, whatever line comes next.
    private static bool StandsAlone(int next, string text, Tokens tokens) =>
        next >= tokens.Count || tokens.Ends[next - 1] - tokens.Starts[next - 1] == 1 || Gap(next, text, tokens).ContainsAny(Stops);

    private static ReadOnlySpan<char> Gap(int token, string text, Tokens tokens) =>
        text.AsSpan(tokens.Ends[token - 1], tokens.Starts[token] - tokens.Ends[token - 1]);

    private static int BeginOf(int token, string text, Tokens tokens) => token < tokens.Count ? tokens.Starts[token] : text.Length;
}
