using System.Text.RegularExpressions;
using Credence.Statistics;

namespace Credence.Evaluation;

/// <summary>How well the context of a phrase is read, on sentences annotated as in the NegEx kit.</summary>
public sealed record ContextAccuracy
{
    /// <summary>Phrases read.</summary>
    public required int Phrases { get; init; }

    /// <summary>Negated, historical, hypothetical, someone else.</summary>
    public required IReadOnlyList<ContextQuestion> Questions { get; init; }

    /// <summary>Rows left out because the sentence does not hold the phrase.</summary>
    public required IReadOnlyList<string> NotLocated { get; init; }

    /// <summary>Reads each phrase in its sentence: (sentence, start, end) in UTF-16 code units.</summary>
    public static ContextAccuracy Measure(
        AnnotatedGold gold, Func<string, int, int, ContextReading> read)
    {
        var located = gold.Phrases.Select(p => (Phrase: p, Place: Locate(p))).ToLookup(p => p.Place is not null);
        var readings = located[true]
            .Select(p => (p.Phrase.Id, p.Phrase.Truth, Said: read(p.Phrase.Sentence, p.Place!.Index, p.Place.Index + p.Place.Length)))
            .ToList();
        ContextQuestion Ask(string name, Func<ContextReading, bool> answer) => ContextQuestion.Measure(
            name, readings.ConvertAll(r => (r.Id, Said: answer(r.Said), Is: answer(r.Truth))));
        return new ContextAccuracy
        {
            Phrases = readings.Count,
            Questions =
            [
                Ask("negated", r => r.Negated), Ask("historical", r => r.Historical),
                Ask("hypothetical", r => r.Hypothetical), Ask("someone else", r => r.SomeoneElse),
            ],
            NotLocated = [.. located[false].Select(p => p.Phrase.Id)],
        };
    }

    // The kit writes the annotated phrase in capitals, so that spelling is looked for first; spaces may differ in number.
    internal static Match? Locate(AnnotatedPhrase phrase)
    {
        Match Find(string words, RegexOptions options) => Regex.Match(
            phrase.Sentence,
            string.Join(@"\s+", words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape)),
            options | RegexOptions.CultureInvariant);

        var match = Find(phrase.Phrase.ToUpperInvariant(), RegexOptions.None);
        if (!match.Success) { match = Find(phrase.Phrase, RegexOptions.IgnoreCase); }

        return match is { Success: true, Length: > 0 } ? match : null;
    }
}

/// <summary>One of ConText's questions.</summary>
public sealed record ContextQuestion
{
    /// <summary>Negated, historical, hypothetical or someone else.</summary>
    public required string Question { get; init; }

    /// <summary>Counts.</summary>
    public required ConfusionMatrix Matrix { get; init; }

    /// <summary>F1 with its interval.</summary>
    public required Estimate F1 { get; init; }

    /// <summary>Said, though it is not annotated.</summary>
    public required IReadOnlyList<string> FalsePositives { get; init; }

    /// <summary>Annotated, but not said.</summary>
    public required IReadOnlyList<string> FalseNegatives { get; init; }

    internal static ContextQuestion Measure(
        string name, IReadOnlyList<(string Id, bool Said, bool Is)> answers)
    {
        var matrix = ConfusionMatrix.Of(answers.Select(a => (a.Said, a.Is)));
        return new ContextQuestion
        {
            Question = name,
            Matrix = matrix,
            F1 = matrix.F1Estimate(),
            FalsePositives = [.. answers.Where(a => a.Said && !a.Is).Select(a => a.Id)],
            FalseNegatives = [.. answers.Where(a => !a.Said && a.Is).Select(a => a.Id)],
        };
    }
}
