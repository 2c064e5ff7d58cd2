using System.Text.RegularExpressions;
using Credence.Incidents;
using Credence.Packs;
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
    public void The_example_is_the_code_that_was_run() =>
        Assert.Contains(ExampleLines(), CodeBlock().Matches(Repository.Text("README.md")).Select(block => Plain(block.Groups[1].Value)));

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
        return Console.Said;
    }

    private static string ExampleLines() =>
        Plain(Between().Match(Repository.Text("tests/Credence.Tests/Habits/ReadmeTests.cs")).Groups[1].Value);

    private static string Plain(string code) => string.Join('\n', code.Trim().Split('\n').Select(line => line.Trim()));

    // Hears what the example says to the console.
    private static class Console
    {
        internal static List<string> Said { get; } = [];

        internal static void WriteLine(string line) => Said.Add(line);
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex("// example\n(.*?)// end", RegexOptions.Singleline)]
    private static partial Regex Between();
}
