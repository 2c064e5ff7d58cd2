using System.Globalization;
using Credence.Interviews;

namespace Credence.Research.Web.Interviews;

/// <summary>What a coder chose to code: sentences by their boxes or numbers, or words.</summary>
/// <param name="Boxes">Numbers of sentences whose boxes are checked.</param>
/// <param name="Numbers">Numbers as typed, such as 12, 14-16.</param>
/// <param name="Words">Only these words of them.</param>
/// <param name="Code">With which code.</param>
public sealed record Chosen(IReadOnlyList<int> Boxes, string Numbers, string Words, Guid? Code)
{
    public static readonly Chosen None = new([], "", "", null);

    /// <summary>How many sentences were chosen only.</summary>
    public override string ToString() => $"Chosen({Boxes.Count})";

    /// <summary>The stretches: what was marked, or the words, or sentences that follow each other as one.</summary>
    public (IReadOnlyList<TextSpan> Spans, Refusal? Refusal) SpansIn(Transcript transcript, TextSpan? marked)
    {
        if (marked is { } span) { return span.IsIn(transcript.Text.Length) ? ([span], null) : ([], new Refusal("found marked words outside the interview, expected some within it")); }

        if (Typed() is not { } typed) { return ([], new Refusal("found no numbers of sentences, expected some such as 12, 14-16")); }

        var passages = Passages.Of(transcript.Text);
        List<int> numbers = [.. Boxes.Concat(typed).Distinct().Order()];
        if (numbers.Exists(number => number < 1 || number > passages.Count)) { return ([], new Refusal($"found a sentence that is not there, expected numbers from 1 to {passages.Count}")); }

        var runs = Runs(numbers).Select(run => new TextSpan(passages[run.First - 1].Span.Start, passages[run.Last - 1].Span.End)).ToList();
        return Words.Length == 0 ? (runs, null) : Within(transcript, runs);
    }

    private (IReadOnlyList<TextSpan>, Refusal?) Within(Transcript transcript, List<TextSpan> runs)
    {
        var found = runs.Select(run => (run, At: transcript.Text.IndexOf(Words, run.Start, run.Length, StringComparison.OrdinalIgnoreCase))).Where(place => place.At >= 0)
            .Select(place => new TextSpan(place.At, place.At + Words.Length)).ToList();
        return found.Count > 0 ? (found, null) : ([], new Refusal("found no such words in the sentences chosen, expected some of theirs"));
    }

    private static IEnumerable<(int First, int Last)> Runs(List<int> numbers)
    {
        for (var i = 0; i < numbers.Count;)
        {
            var first = i;
            while (++i < numbers.Count && numbers[i] == numbers[i - 1] + 1) { }

            yield return (numbers[first], numbers[i - 1]);
        }
    }

    private IReadOnlyList<int>? Typed()
    {
        var numbers = new List<int>();
        foreach (var piece in Numbers.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = piece.Split('-').Select(end => int.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).ToArray();
            if (ends.Length > 2 || ends.Contains(0) || ends[^1] < ends[0] || ends[^1] - ends[0] > 10_000) { return null; }

            numbers.AddRange(Enumerable.Range(ends[0], ends[^1] - ends[0] + 1));
        }

        return numbers;
    }
}
