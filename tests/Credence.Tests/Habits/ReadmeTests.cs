using System.Text.RegularExpressions;
using Credence.Classification;
using Credence.Incidents;
using Credence.Packs;
using Credence.Protection;
using Credence.Screening;
using Credence.Testing;

namespace Credence.Tests.Habits;

public partial class ReadmeTests
{
    [Fact]
    public void The_example_runs_and_finds_what_the_readme_says()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, $"incident_number,narrative\n2031-7,\"{Cast.WomanOnTheAvenue.Incident.Narrative.Text}\"\n");
        try
        {
            var said = Example(path);

            Assert.StartsWith("2031-7 StrongIndication: The words say that somebody", Assert.Single(said), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void The_example_of_elements_and_arrests_runs_and_says_what_is_missing()
    {
        Assert.Equal("What decides is unknown. NIBRS 64B lacks: force, fraud or coercion is used, whichever of them, and the person is subjected "
            + "to involuntary servitude, peonage, debt bondage or slavery. Missing: 2. Covered", Assert.Single(Case(Cast.FarmWorker.Incident)));
    }

    [Theory]
    [InlineData("example")]
    [InlineData("example of a case")]
    public void The_example_is_the_code_that_was_run(string example) =>
        Assert.Contains(ExampleLines(example), CodeBlock().Matches(Repository.Text("README.md")).Select(block => Plain(block.Groups[1].Value)));

    private static List<string> Example(string path)
    {
        Console.Said.Clear();
        // example
        var screener = Screener.From(DefaultPacks.Read());
        using var reports = IncidentCsv.Read(File.OpenText(path));
        foreach (var report in reports)
        {
            var result = screener.Screen(report.Incident);
            Console.WriteLine($"{report.Incident.Number} {result.Level}: {result.Reason}");
        }
        // end
        return [.. Console.Said];
    }

    private static List<string> Case(Incident incident)
    {
        Console.Said.Clear();
        // example of a case
        var packs = DefaultPacks.Read();
        var evidence = CaseEvidence.Of(incident, Screener.From(packs).Screen(incident));
        var result = Classifier.From(packs).Classify(evidence);
        var review = ArrestReviewer.From(packs).Review(evidence, incident.Offenses ?? []);
        Console.WriteLine($"{result.Offense.Because} Missing: {result["nibrs-64b"].Missing.Count}. {review.Charges[0].Outcome}");
        // end
        return [.. Console.Said];
    }

    private static string ExampleLines(string example) => Plain(Between().Matches(Repository.Text("tests/Credence.Tests/Habits/ReadmeTests.cs"))
        .First(match => match.Groups["name"].Value == example).Groups["code"].Value);

    private static string Plain(string code) => string.Join('\n', code.Trim().Split('\n').Select(line => line.Trim()));

    // Hears what the example says to the console.
    private static class Console
    {
        internal static List<string> Said { get; } = [];

        internal static void WriteLine(string line) => Said.Add(line);
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex("// (?<name>example[a-z ]*)\n(?<code>.*?)// end", RegexOptions.Singleline)]
    private static partial Regex Between();
}
