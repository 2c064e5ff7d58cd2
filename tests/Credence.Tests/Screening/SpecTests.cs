using System.Globalization;
using System.Text.RegularExpressions;
using Credence.Incidents;
using Credence.Packs;
using Credence.Screening;

namespace Credence.Tests.Screening;

/// <summary>The pages of specs/screening are the tests: each example's blockquote is screened and compared with its list.</summary>
public sealed partial class SpecTests
{
    private static readonly Screener Screener = Screener.From(DefaultPacks.Read());

    public static TheoryData<string, string> Examples() => SpecPages.Examples("screening");

    [Theory]
    [MemberData(nameof(Examples))]
    public void Page(string page, string example)
    {
        var lines = SpecPages.Section("screening", page, example);
        var narrative = SpecPages.Narrative(lines);
        var expected = SpecPages.List(lines);
        var incident = new Incident(new IncidentNumber("1"), new Narrative(narrative))
        {
            Offenses = expected.FirstOrDefault(pair => pair.Key == "offenses").Value is { } codes
                ? [.. codes.Split(',', StringSplitOptions.TrimEntries).Select(code => new OffenseCode(code))]
                : null,
            Date = expected.FirstOrDefault(pair => pair.Key == "date").Value is { } day
                ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)
                : null,
            Persons = expected.FirstOrDefault(pair => pair.Key == "persons").Value is { } persons
                ? [.. persons.Split(',', StringSplitOptions.TrimEntries).Select(PersonOf)]
                : null,
        };

        var result = Screener.Screen(incident);

        Assert.NotEmpty(narrative);
        Assert.Contains(expected, pair => pair.Key == "level");
        Assert.All(expected, pair => Check(pair.Key, pair.Value, narrative, result));
    }

    /// <summary>A part and an age: arrestee 24.</summary>
    private static Person PersonOf(string words) =>
        new(Enum.Parse<Involvement>(words.Split(' ')[0], ignoreCase: true), int.Parse(words.Split(' ')[1], CultureInfo.InvariantCulture));

    private static void Check(string key, string value, string narrative, ScreeningResult result)
    {
        switch (key)
        {
            case "level":
                Assert.True(value == result.Level.ToString(), $"expected {value}, found {result.Level}: {result.Reason}");
                break;
            case "type":
                Assert.Equal(value, result.Type.ToString(), ignoreCase: true);
                break;
            case "minor":
                Assert.Equal(value, result.Minor.ToString(), ignoreCase: true);
                break;
            case "finds":
                Assert.True(result.Findings.Any(finding => Fits(value, narrative, finding)), $"expected {value}, found {Listed(result)}");
                break;
            case "finds not":
                Assert.False(result.Findings.Any(finding => Fits(value, narrative, finding)), $"expected no {value}, found {Listed(result)}");
                break;
            default:
                Assert.Contains(key, new[] { "offenses", "date", "persons" });
                break;
        }
    }

    private static string Listed(ScreeningResult result) =>
        string.Join(", ", result.Findings.Select(finding => $"{finding.Indicator.Id} {finding.Assertion}"));

    private static bool Fits(string value, string narrative, Finding finding)
    {
        var parts = Expectation().Match(value);
        var id = parts.Groups["id"].Value;
        var words = parts.Groups["words"].Value;
        var at = words.Length == 0 ? finding.Start : narrative.IndexOf(words, StringComparison.Ordinal);
        return (id.EndsWith(".*", StringComparison.Ordinal) ? id[..^2] == finding.Indicator.Theme : id == finding.Indicator.Id)
            && (parts.Groups["assertion"].Length == 0
                || parts.Groups["assertion"].Value.Equals(finding.Assertion.ToString(), StringComparison.OrdinalIgnoreCase))
            && (words.Length == 0 || (at >= 0 && at < finding.End && finding.Start < at + words.Length));
    }

    [GeneratedRegex("^(?<id>\\S+)( (?<assertion>\\w+))?( \"(?<words>.+)\")?$")]
    private static partial Regex Expectation();
}
