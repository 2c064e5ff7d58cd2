using System.Globalization;
using Credence.Packs;
using Credence.Wording;
using Spectre.Console;

namespace Credence.Cli.Wording;

/// <summary>Flags for a person: one narrative with its words, or incidents by number and place.</summary>
internal static class WordingText
{
    private const string Advice = "Advice for the writer: nothing is rewritten, and no flag says that something written is untrue.";

    public static void Write(string text, WordingResult result, TextWriter output)
    {
        var console = Terminal.On(output);
        if (result.Flags.Count == 0)
        {
            console.WriteLine(result.WasRead ? "Nothing flagged." : "Not checked.");
            return;
        }

        foreach (var flag in result.Flags)
        {
            var (line, column) = PlaceIn(text, flag.Start);
            var words = ShownText.Of(text[flag.Start..flag.End]).ReplaceLineEndings(" ");
            console.MarkupLine(string.Create(CultureInfo.InvariantCulture, $"line {line}, column {column}: [bold]{Markup.Escape(words)}[/]"));
            WriteRule(console, flag.Rule);
        }

        console.MarkupLine($"[dim]{Advice}[/]");
    }

    public static void Write(WordingRun run, TextWriter output, CancellationToken cancellation)
    {
        var console = Terminal.On(output);
        var rules = new SortedDictionary<string, WordingRule>(StringComparer.Ordinal);
        foreach (var incident in run.Flags(cancellation))
        {
            foreach (var flag in incident.Flags)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{ShownText.Of(incident.Number)} (row {incident.Row}), characters {flag.Start + 1} to {flag.End}: {flag.Rule.Id}"));
                rules.TryAdd(flag.Rule.Id, flag.Rule);
            }
        }

        if (rules.Count > 0) console.WriteLine();
        foreach (var (id, rule) in rules)
        {
            console.MarkupLine($"[bold]{id}[/]");
            WriteRule(console, rule);
        }

        output.WriteLine(Counts(run));
        console.MarkupLine($"[dim]{Advice}[/]");
    }

    internal static string Counts(WordingRun run) => string.Create(CultureInfo.InvariantCulture,
        $"{run.Rows:N0} rows, {run.Flagged:N0} with a flag, {run.NotChecked:N0} not checked (no narrative, or in a language that no pack covers). Purpose: {run.Purpose}");

    internal static (int Line, int Column) PlaceIn(string text, int position) =>
        (text.AsSpan(0, position).Count('\n') + 1, position - (position == 0 ? 0 : text.LastIndexOf('\n', position - 1) + 1) + 1);

    private static void WriteRule(IAnsiConsole console, WordingRule rule)
    {
        Paragraphs.Write(console, 2, $"{WordingWords.Of(rule.Kind)}: {rule.Written}");
        Paragraphs.Write(console, 2, $"why: {rule.Reason}");
        Paragraphs.Write(console, 2, $"instead: {rule.Alternative}");
        Paragraphs.Write(console, 2, $"source: {SourceOf(rule.Source)}", "dim");
        console.WriteLine();
    }

    private static string SourceOf(Citation source) => $"{source.Title}, {source.Pinpoint}{(source.Verified ? "" : " (to be verified)")}";
}
