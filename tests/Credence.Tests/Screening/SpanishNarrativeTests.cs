using Credence.Incidents;
using Credence.Packs;
using Credence.Screening;
using Credence.Testing;

namespace Credence.Tests.Screening;

/// <summary>Invented Spanish reports, with and without signs, each with the level a reader gives it.</summary>
public sealed class SpanishNarrativeTests
{
    private const string File = "tests/Credence.Tests/Screening/spanish-narratives.txt";

    private static readonly Screener Screener = Screener.From(DefaultPacks.Read());

    public static TheoryData<string, string, string> Narratives()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var parts in Repository.Text(File).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#').Select(line => line.Split('|', 3, StringSplitOptions.TrimEntries)))
        {
            data.Add(parts[0], parts[1], parts[2]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Narratives))]
    public void A_Spanish_report_gets_the_level_a_reader_gives_it(string level, string type, string narrative)
    {
        var result = Screen(narrative);

        Assert.True(LevelOf(level) == result.Level, $"expected {level}, found {result.Level}: {result.Reason}");
        if (type.TrimEnd('!') is not "any")
        {
            Assert.Equal(type.TrimEnd('!'), result.Type.ToString(), ignoreCase: true);
        }

        Assert.True(!type.EndsWith('!') || result.Minor == MinorStatus.Yes, "expected a child, found none");
    }

    [Fact]
    public void Accents_and_capitals_do_not_matter()
    {
        const string Narrative = "Manifestó que el patrón le retuvo el pasaporte y que la niñera duerme en el sótano.";

        var plain = Screen(Narrative).Findings.Select(finding => (finding.Indicator.Id, finding.Start, finding.End));
        var capitals = Screen(Unaccented(Narrative).ToUpperInvariant()).Findings
            .Select(finding => (finding.Indicator.Id, finding.Start, finding.End));

        Assert.NotEmpty(plain);
        Assert.Equal(plain, capitals);
    }

    [Fact]
    public void There_are_enough_of_each_kind() =>
        Assert.All(
            ["strong", "possible", "none"],
            level => Assert.True(Narratives().Count(row => row.Data.Item1 == level) >= 30, level));

    private static ScreeningResult Screen(string narrative) =>
        Screener.Screen(new Incident(new IncidentNumber("1"), new Narrative(narrative)));

    private static Level LevelOf(string level) => level switch
    {
        "strong" => Level.StrongIndication,
        "possible" => Level.PossibleIndication,
        _ => Level.NoneFound,
    };

    private static string Unaccented(string text) => text.Replace('ó', 'o').Replace('ñ', 'n').Replace('á', 'a').Replace('é', 'e');
}
