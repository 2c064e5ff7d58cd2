using System.Globalization;
using Credence.Screening;
using Spectre.Console;

namespace Credence.Cli.Screening;

/// <summary>An explanation for a person: the sentences with their findings marked, in color on a terminal, and why.</summary>
internal static class ExplainedText
{
    public static void Write(string text, ScreeningResult result, TextWriter output)
    {
        var narrative = ShownText.Of(text);
        var console = Terminal.On(output);
        console.MarkupLine($"[bold]{Heading(result)}[/]");
        console.WriteLine(result.Reason);
        WriteSentences(console, narrative, result.Findings);
        WriteFindings(console, narrative, result.Findings);
        WriteWhy(console, result);
        console.WriteLine();
        console.MarkupLine("[dim]A finding is no verdict: it says what the words support, and a person decides.[/]");
    }

    private static void WriteSentences(IAnsiConsole console, string narrative, IReadOnlyList<Finding> findings)
    {
        foreach (var sentence in findings.GroupBy(finding => (finding.SentenceStart, finding.SentenceEnd)))
        {
            var marked = NarrativeMarkup.Of(narrative, sentence.Key.SentenceStart, sentence.Key.SentenceEnd, sentence);
            console.WriteLine();
            console.MarkupLine("  " + marked.ReplaceLineEndings(" "));
        }
    }

    private static string Heading(ScreeningResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name(result.Level)} · type {Spelling.Of(result.Type)} · minor {Spelling.Of(result.Minor)} · score {result.Score}");

    private static string Name(Level level) => level switch
    {
        Level.StrongIndication => "Strong indication",
        Level.PossibleIndication => "Possible indication",
        Level.NoneFound => "None found",
        _ => "Not screened",
    };

    private static void WriteFindings(IAnsiConsole console, string narrative, IReadOnlyList<Finding> findings)
    {
        foreach (var same in findings.GroupBy(finding => (finding.Indicator.Id, finding.Assertion)))
        {
            var indicator = same.First().Indicator;
            console.WriteLine();
            console.MarkupLine("  " + string.Join(", ", same.Select(f => NarrativeMarkup.Of(narrative, f.Start, f.End, [f])).Distinct()).ReplaceLineEndings(" "));
            console.WriteLine($"    somebody {indicator.Title}: {Spelling.Of(same.Key.Assertion)}");
            console.WriteLine($"    {indicator.Id} · {Spelling.Of(indicator.Strength)} · {Spelling.Of(indicator.Dimension)} · {Source(indicator)}");
        }
    }

    private static string Source(Indicator indicator) =>
        $"{indicator.Citation.Title}, {indicator.Citation.Pinpoint}{(indicator.Citation.Verified ? "" : " (to be verified)")}";

    private static void WriteWhy(IAnsiConsole console, ScreeningResult result)
    {
        console.WriteLine();
        if (LevelRule.Clauses.FirstOrDefault(clause => clause.Id == result.Clause) is { } held)
            console.WriteLine($"Rule {held.Id}: {held.Text}");
        foreach (var signal in result.Signals) console.WriteLine($"Signal {signal.Id}: {signal.Title}. {signal.Rule}");
        var dimensions = DimensionResult.From(result.Findings);
        if (dimensions.Count > 0)
            console.WriteLine("ILO dimensions: " + string.Join(", ", dimensions.Select(d => $"{Spelling.Of(d.Dimension)} {(d.IsPositive ? "positive" : "not positive")}")));
        console.WriteLine("Packs: " + string.Join(", ", result.Packs));
    }
}
