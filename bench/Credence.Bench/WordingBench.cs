using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Credence.Incidents;
using Credence.Packs;
using Credence.Training;
using Credence.Wording;

namespace Credence.Bench;

/// <summary>
/// One long narrative, as the page Writing checks it at every pause: invented reports, put together to 20,000 characters. Beside it what somebody
/// would write instead: one regular expression of those phrases of the pack that have no gap and no condition, and a search for each of them.
/// Both do less: no gaps, no conditions, no quotation marks.
/// </summary>
internal static class WordingBench
{
    private const int Length = 20_000;
    private const int Seed = 2019;

    public static void Run(int rounds)
    {
        var narrative = new Narrative(LongNarrative());
        var checker = WordingChecker.From(DefaultPacks.Read());
        var phrases = Phrases.OfWording();
        var pattern = $@"\b(?:{string.Join('|', phrases.OrderByDescending(phrase => phrase.Length).Select(Regex.Escape))})\b";
        var expression = new Regex(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled);
        var flags = checker.Check(narrative).Flags.Count;
        var took = Rounds.Medians(
            rounds,
            Rounds.Timed(() => checker.Check(narrative)),
            Rounds.Timed(() => _ = expression.Count(narrative.Text)),
            Rounds.Timed(() => _ = phrases.Count(phrase => narrative.Text.Contains(phrase, StringComparison.OrdinalIgnoreCase))));
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"## Wording: one narrative of {Length:N0} characters, {flags} flags, {phrases.Count:N0} phrases without gaps"));
        Console.WriteLine("| contender | ms | Credence is |");
        Console.WriteLine("| --- | --- | --- |");
        Row("Credence, the whole check", took[0], took[0]);
        Row("one compiled regular expression of the phrases", took[1], took[0]);
        Row("a search for each phrase", took[2], took[0]);
    }

    private static void Row(string name, double seconds, double ours) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {seconds * 1e3:0.000} | {seconds / ours:0.00} × |"));

    private static string LongNarrative()
    {
        var text = new StringBuilder();
        foreach (var told in Storyteller.From(DefaultPacks.Read()).Tell(Seed).Incidents)
        {
            if (text.Length >= Length) break;
            text.Append(told.Reports[0].Narrative.Text).Append("\n\n");
        }

        return text.ToString(0, Math.Min(text.Length, Length));
    }
}
