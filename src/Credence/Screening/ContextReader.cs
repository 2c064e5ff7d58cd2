using System.Collections.Concurrent;
using Credence.Text;

namespace Credence.Screening;

/// <summary>
/// Says how a sentence takes what was found in it: ConText (Harkema, Dowling, Thornblade, Chapman 2009). A cue reaches
/// over its sentence, forward or backward, until a terminating cue or its own limit of words.
/// </summary>
public sealed class ContextReader
{
    /// <summary>
    /// Where two categories reach a finding, the earlier of these holds. A denial comes before the writer's "not",
    /// because a denial is told with that word: "stated she is not a prostitute" must not be dropped as ruled out.
    /// </summary>
    private static readonly Assertion[] Precedence =
    [
        Assertion.Denied, Assertion.RuledOut, Assertion.SomeoneElse,
        Assertion.Hypothetical, Assertion.Historical, Assertion.Boilerplate,
    ];

    private readonly Cue[] _cueOfPattern;
    private readonly PatternSet _patterns;
    private readonly AnswerReader _answers;
    private readonly Tokenizer _tokenizer;
    private readonly ConcurrentBag<Workspace> _workspaces = [];

    internal ContextReader(ContextPack pack, Vocabulary vocabulary)
    {
        Pack = pack;
        var patterns = pack.Cues.Where(cue => cue.Direction != CueDirection.Answer).SelectMany(cue => cue.Patterns, (cue, pattern) => (cue, pattern)).ToArray();
        _cueOfPattern = [.. patterns.Select(pair => pair.cue)];
        _patterns = new PatternSet([.. patterns.Select(pair => pair.pattern)], vocabulary);
        _answers = new AnswerReader(pack.Cues.Where(cue => cue.Direction == CueDirection.Answer), vocabulary);
        _tokenizer = new Tokenizer(vocabulary);
    }

    /// <summary>The pack it was made from.</summary>
    public ContextPack Pack { get; }

    /// <summary>A reader with the cues of one pack and nothing else.</summary>
    public static ContextReader Of(ContextPack pack) => new(pack, VocabularyBuilder.Build(WordsOf(pack)));

    internal static IEnumerable<WordForm> WordsOf(ContextPack pack) =>
        Pattern.WordsOf(pack.Cues.SelectMany(cue => cue.Patterns));

    /// <summary>
    /// What a sentence says about the words at [start, end), in UTF-16 code units; the text is one sentence, or a question
    /// and its answer.
    /// </summary>
    public Assertion Read(string sentence, int start, int end) => First(Reached(sentence, start, end));

    /// <summary>Every category whose cues reach those words, in order of precedence; empty if none does.</summary>
    public IReadOnlyList<Assertion> ReadAll(string sentence, int start, int end)
    {
        var reached = Reached(sentence, start, end);
        return [.. Precedence.Where(category => (reached & Bit(category)) != 0)];
    }

    private int Reached(string text, int start, int end)
    {
        var work = _workspaces.TryTake(out var used) ? used : new Workspace();
        _tokenizer.Read(text, work.Tokens);
        var words = work.Tokens.Classes;
        var first = FirstEndingAfter(work.Tokens.Ends, start);
        var last = Math.Max(first + 1, FirstEndingAfter(work.Tokens.Ends, end - 1) + 1);
        FindCues(words, new Sentence(0, words.Length), work.Cues);
        var target = Target.Of(first, last);
        var reached = Reached(work.Cues.Kept.Items, target);
        var answered = _answers.Read(First(reached), text, target, SentenceAround(first, work.Tokens), work);
        reached = answered == First(reached) ? reached : Bit(answered);
        _workspaces.Add(work);
        return reached;
    }

    private static Sentence SentenceAround(int token, Tokens tokens)
    {
        var at = 0;
        while (at < tokens.Sentences.Length - 1 && tokens.Sentences[at].EndToken <= token)
        {
            at++;
        }

        return tokens.Sentences[at];
    }

    private static int FirstEndingAfter(ReadOnlySpan<int> ends, int position)
    {
        var at = 0;
        while (at < ends.Length && ends[at] <= position)
        {
            at++;
        }

        return at;
    }

    /// <summary>Finds the cues of a sentence; of overlapping cues of one category that point different ways, the longest holds.</summary>
    internal void FindCues(ReadOnlySpan<ushort> words, Sentence sentence, CueMatches cues)
    {
        cues.Clear();
        _patterns.Match(words, sentence, cues.Candidates, cues.Found);
        var found = cues.Found.Items;
        foreach (var cue in found)
        {
            if (!IsMasked(cue, found))
            {
                cues.Kept.Add(cue);
            }
        }
    }

    private bool IsMasked(PatternMatch cue, ReadOnlySpan<PatternMatch> found)
    {
        var rule = _cueOfPattern[cue.Pattern];
        foreach (var other in found)
        {
            var masks = _cueOfPattern[other.Pattern];
            if (masks.Direction != rule.Direction && other.FirstToken < cue.EndToken && cue.FirstToken < other.EndToken
                && (masks.Category is null || rule.Category is null || masks.Category == rule.Category)
                && (other.Length > cue.Length || (other.Length == cue.Length && Rank(masks.Direction) > Rank(rule.Direction))))
            {
                return true;
            }
        }

        return false;
    }

    private static int Rank(CueDirection direction) => direction switch
    {
        CueDirection.Pseudo => 2,
        CueDirection.Terminate => 0,
        _ => 1,
    };

    /// <summary>What the cues found in a sentence, and the answer to it, say about words in it.</summary>
    internal Assertion AssertionOf(string text, Target target, Sentence sentence, Workspace work) =>
        _answers.Read(First(Reached(work.Cues.Kept.Items, target)), text, target, sentence, work);

    private static Assertion First(int reached)
    {
        foreach (var category in Precedence)
        {
            if ((reached & Bit(category)) != 0)
            {
                return category;
            }
        }

        return Assertion.Affirmed;
    }

    internal static int Bit(Assertion category) => 1 << (int)category;

    private int Reached(ReadOnlySpan<PatternMatch> cues, Target target) => new Reach(_cueOfPattern, cues, target).Categories();
}
