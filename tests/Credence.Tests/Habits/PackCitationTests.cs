using Credence.Packs;
using Credence.Screening;
using Credence.Testing;
using YamlDotNet.RepresentationModel;

namespace Credence.Tests.Habits;

public class PackCitationTests
{
    // Lists whose items say something about the world, so each names where it is written.
    private static readonly string[] Cited = ["indicators", "cues", "signals", "words", "facts", "statutes", "minors", "emergencies", "duties", "retention", "needs", "crosswalks", "wishes"];

    [Fact]
    public void Everything_a_pack_says_has_a_citation_that_resolves()
    {
        var items = Cast.Packs.Packs.SelectMany(Items).ToList();
        var uncited = items.Where(item => item.Node.Text("source") is not { } source || !item.Pack.Sources.ContainsKey(source));

        Assert.True(items.Count > 100, $"Only {items.Count} items were read.");
        Faults.None(uncited.Select(item => $"{item.Pack.Id}: {item.Node.Text("id") ?? item.Node.ToString()}"));
    }

    [Theory]
    [InlineData("en", 150, 6)]
    [InlineData("es", 60, 3)]
    public void Indicators_cover_sex_and_labor_and_the_dimensions(string language, int least, int dimensions)
    {
        var indicators = Cast.Packs.OfKind(IndicatorPack.Kind).Where(pack => pack.Language == language)
            .SelectMany(pack => IndicatorPack.Read(pack, []).Entries).Select(entry => entry.Indicator).ToList();

        Assert.True(indicators.Count >= least, $"{indicators.Count} indicators");
        Assert.True(indicators.DistinctBy(indicator => indicator.Dimension).Count() >= dimensions);
        Assert.Contains(indicators, indicator => indicator.Type == ExploitationType.Sex);
        Assert.Contains(indicators, indicator => indicator.Type == ExploitationType.Labor);
    }

    private static IEnumerable<(Pack Pack, YamlMappingNode Node)> Items(Pack pack) =>
        from document in pack.Documents
        from list in Cited
        from item in document.Items(list)
        select (pack, item);
}
