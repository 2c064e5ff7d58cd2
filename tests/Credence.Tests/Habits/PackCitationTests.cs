using Credence.Packs;
using Credence.Screening;
using Credence.Testing;
using YamlDotNet.RepresentationModel;

namespace Credence.Tests.Habits;

public class PackCitationTests
{
    // Lists whose items say something about the world, so each names where it is written.
    private static readonly string[] Cited = ["indicators", "cues", "signals", "words"];

    [Fact]
    public void The_packs_that_ship_have_no_problem() => Faults.None(PackCheck.Run(Cast.Packs).Select(problem => problem.ToString()));

    [Fact]
    public void Everything_a_pack_says_has_a_citation_that_resolves()
    {
        var items = Cast.Packs.Packs.SelectMany(Items).ToList();
        var uncited = items.Where(item => item.Node.Text("source") is not { } source || !item.Pack.Sources.ContainsKey(source));

        Assert.True(items.Count > 100, $"Only {items.Count} items were read.");
        Faults.None(uncited.Select(item => $"{item.Pack.Id}: {item.Node.Text("id") ?? item.Node.ToString()}"));
    }

    private static IEnumerable<(Pack Pack, YamlMappingNode Node)> Items(Pack pack) =>
        from document in pack.Documents
        from list in Cited
        from item in document.Items(list)
        select (pack, item);
}
