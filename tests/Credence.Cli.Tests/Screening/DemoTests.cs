using System.Text.Json;
using Credence.Screening;
using Credence.Testing;

namespace Credence.Cli.Tests.Screening;

public class DemoTests
{
    [Fact]
    public void The_demo_says_first_and_last_that_everything_is_invented()
    {
        var lines = Run("demo").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        Assert.StartsWith("INVENTED.", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("INVENTED.", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_demo_shows_the_farm_worker_and_what_may_be_done_with_a_finding()
    {
        var page = Words(Run("demo"));

        Assert.Contains("INVENTED-001: recorded as Trespass (90J)", page, StringComparison.Ordinal);
        Assert.All(UseOfFindings.Rules, rule => Assert.Contains(Words(rule), page, StringComparison.Ordinal));
    }

    [Fact]
    public void The_files_say_what_the_page_says()
    {
        var folder = Directory.CreateTempSubdirectory("credence-demo-");
        try
        {
            using var shown = JsonDocument.Parse(Run("demo", "--json", "--out", folder.FullName));
            var page = shown.RootElement.GetProperty("incidents").EnumerateArray().ToDictionary(Number, Level);
            var written = File.ReadLines(Path.Combine(folder.FullName, "screened.ndjson"))
                .Select(line => JsonDocument.Parse(line).RootElement).ToDictionary(Number, Level);

            Assert.Equal(Cast.Casebook.Incidents.Count, written.Count);
            Assert.Equal(page, written);
            Assert.Contains("StrongIndication", written.Values);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_second_demo_into_the_folder_needs_force_and_spares_what_is_there()
    {
        var folder = Directory.CreateTempSubdirectory("credence-demo-");
        try
        {
            var casebook = Path.Combine(folder.FullName, "casebook.csv");
            File.WriteAllText(casebook, "mine");
            var (code, _, error) = Workplace.Run("demo", "--out", folder.FullName);

            Assert.Equal(ExitCode.Refused, code);
            Assert.Contains("--force to replace it", error, StringComparison.Ordinal);
            Assert.Equal("mine", File.ReadAllText(casebook));
            Run("demo", "--out", folder.FullName, "--force");
            Run("demo", "--out", folder.FullName, "--force");
            Assert.NotEqual("mine", File.ReadAllText(casebook));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Number(JsonElement incident) => incident.GetProperty("incidentId").GetString()!;

    private static string Level(JsonElement incident) => incident.GetProperty("level").GetString()!;

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        Assert.Equal(0, CommandLine.Run(args, output, error));
        Assert.Equal("", error.ToString());
        return output.ToString();
    }
}
