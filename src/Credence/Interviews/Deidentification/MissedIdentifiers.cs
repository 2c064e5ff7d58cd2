using System.Globalization;
using Credence.Text;

namespace Credence.Interviews.Deidentification;

/// <summary>A place where something that was replaced elsewhere still stands, whole, in part, or spelled a little otherwise.</summary>
/// <param name="Transcript">The transcript.</param>
/// <param name="Span">Where.</param>
/// <param name="Decision">What was replaced elsewhere.</param>
public sealed record MissedIdentifier(Transcript Transcript, TextSpan Span, IdentifierDecision Decision)
{
    /// <summary>Where it stands, never the words.</summary>
    public override string ToString() => $"MissedIdentifier({Transcript.Number}, {Span.Start}-{Span.End})";
}

/// <summary>What kind of text stands beside the interviews.</summary>
public enum TextPlace
{
    /// <summary>What something is called.</summary>
    Label,

    /// <summary>A memo, a definition, or a text of another program.</summary>
    Words,

    /// <summary>The name of a file, or a path.</summary>
    FileName,
}

/// <summary>A place beside the interviews where something that was replaced elsewhere still stands.</summary>
/// <param name="Place">In what kind of text.</param>
/// <param name="Text">The text.</param>
/// <param name="Span">Where.</param>
/// <param name="Decision">What was replaced elsewhere.</param>
public sealed record MissedElsewhere(TextPlace Place, string Text, TextSpan Span, IdentifierDecision Decision)
{
    /// <summary>Where it stands, never the words.</summary>
    public override string ToString() => $"MissedElsewhere({Place}, {Span.Start}-{Span.End})";
}

/// <summary>Looks for what was replaced elsewhere: in any case, without accents, one name of several, or with one letter more, less or other.</summary>
public sealed class MissedIdentifiers
{
    private const int ShortestPart = 3;
    private const int ShortestMisspelled = 5;

    private readonly HashSet<string> _kept;
    private readonly HashSet<string> _pseudonyms;
    private readonly List<(string Folded, IdentifierDecision Decision)> _phrases = [];
    private readonly Dictionary<string, IdentifierDecision> _words = [];
    private readonly Dictionary<string, IdentifierDecision> _nearly = [];

    /// <summary>By what was decided; words that a person said may stay are not shown again.</summary>
    public MissedIdentifiers(IEnumerable<IdentifierDecision> decided)
    {
        List<IdentifierDecision> all = [.. decided];
        // As it was written: that rose may stay says nothing of Rose, if that was replaced.
        _kept = [.. all.Where(decision => !decision.Replaces).Select(decision => decision.Written)];
        // A pseudonym may be spelled almost like the name that it stands for.
        _pseudonyms = [.. all.Select(decision => decision.Pseudonym).OfType<string>().SelectMany(pseudonym => WordsOf(pseudonym).Select(word => Fold(word.Of(pseudonym))))];
        foreach (var decision in all.Where(decision => decision.Replaces)) { Add(decision); }
    }

    /// <summary>What is missed in these transcripts, in order.</summary>
    public IEnumerable<MissedIdentifier> In(IEnumerable<Transcript> transcripts) =>
        transcripts.SelectMany(transcript => In(transcript.Text).Select(place => new MissedIdentifier(transcript, place.Span, place.Decision)));

    /// <summary>What is missed in a text, in order.</summary>
    public IEnumerable<(TextSpan Span, IdentifierDecision Decision)> In(string text)
    {
        if (_words.Count == 0 && _phrases.Count == 0) { return []; }

        var found = new List<(TextSpan Span, IdentifierDecision Decision)>();
        foreach (var word in WordsOf(text))
        {
            if (OfWord(text, word) is { } decision) { found.Add((word, decision)); }
        }

        foreach (var (phrase, decision) in _phrases)
        {
            found.AddRange(Replacement.PlacesOf(text, phrase, StringComparison.OrdinalIgnoreCase).Where(span => !IsKept(span.Of(text))).Select(span => (span, decision)));
        }

        // The longest of those that overlap.
        return [.. found.OrderByDescending(place => place.Span.Length).Aggregate(new List<(TextSpan Span, IdentifierDecision Decision)>(), (kept, place) =>
        {
            if (!kept.Exists(one => one.Span.Overlaps(place.Span))) { kept.Add(place); }

            return kept;
        }).OrderBy(place => place.Span.Start)];
    }

    private void Add(IdentifierDecision decision)
    {
        List<string> words = [.. WordsOf(decision.Written).Select(word => word.Of(decision.Written))];
        if (words.Count != 1 || words[0].Length != decision.Written.Length) { _phrases.Add((decision.Written, decision)); }

        if (decision.Kind is not (IdentifierKind.Person or IdentifierKind.Place or IdentifierKind.Organization)) { return; }

        foreach (var word in words.Where(word => words.Count == 1 || (word.Length >= ShortestPart && !CommonWords.Has(word) && (decision.Kind == IdentifierKind.Person))))
        {
            var folded = Fold(word);
            _words.TryAdd(folded, decision);
            foreach (var shorter in folded.Length >= ShortestMisspelled ? Shortened(folded) : []) { _nearly.TryAdd(shorter, decision); }
        }
    }

    private IdentifierDecision? OfWord(string text, TextSpan span)
    {
        var folded = Fold(span.Of(text));
        if (IsKept(span.Of(text))) { return null; }

        if (_words.TryGetValue(folded, out var same)) { return same; }

        if (span.Length < ShortestMisspelled || !char.IsUpper(text[span.Start])) { return null; }

        // One letter more, less or other (Damerau 1964): some word with one letter left out is the same, on either side.
        return _nearly.TryGetValue(folded, out var shorter) ? shorter
            : Shortened(folded).Select(one => _words.GetValueOrDefault(one) ?? _nearly.GetValueOrDefault(one)).FirstOrDefault(one => one is not null);
    }

    private bool IsKept(string words) => _kept.Contains(words) || _pseudonyms.Contains(Fold(words));

    private static IEnumerable<string> Shortened(string word) => Enumerable.Range(0, word.Length).Select(at => word.Remove(at, 1));

    private static IEnumerable<TextSpan> WordsOf(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            while (at < text.Length && (char.IsLetter(text[at]) || char.GetUnicodeCategory(text[at]) == UnicodeCategory.NonSpacingMark)) { at++; }

            if (at > start) { yield return new TextSpan(start, at); }
            else { at++; }
        }
    }

    // By a table, because a program without the data of cultures takes no accent off.
    private static string Fold(string word) => Ascii(word) ? word.ToLowerInvariant() : string.Concat(
        word.Where(unit => Characters.Symbols[unit] != Characters.Ignorable).Select(unit => Characters.Symbols[unit] is > Characters.Separator and < Characters.FirstDigit and var letter ? (char)('a' + letter - 1) : char.ToLowerInvariant(unit)));

    private static bool Ascii(string word) => System.Text.Ascii.IsValid(word);
}
