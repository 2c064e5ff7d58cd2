using Credence.Consents;
using Credence.Directories;
using Credence.Packs;
using Credence.Referrals;
using Credence.Testing;

namespace Credence.Tests.Referrals;

public class NeedPackTests
{
    private const string File = "services/needs.yaml";

    [Fact]
    public void What_ships_describes_every_need_and_has_no_problem()
    {
        var pack = NeedPack.From(Cast.Packs, []);

        Assert.Empty(NeedCheck.Run(Cast.Packs));
        Assert.Equal(Enum.GetValues<Need>(), pack.Needs.Select(need => need.Need));
        Assert.All(pack.Needs, need => Assert.True(need.Title.ContainsKey("en") && need.Title.ContainsKey("es")));
    }

    [Fact]
    public void Every_need_can_be_found_by_a_term_or_by_words()
    {
        var pack = NeedPack.From(Cast.Packs, []);
        Assert.All(pack.Needs, need => Assert.True(need.Phrases.Count > 0 || pack.Crosswalks.Any(one => one.Terms.Values.Any(needs => needs.Contains(need.Need)))));
    }

    [Theory]
    [InlineData("need: safety", "need: shelter", "found the need shelter a second time, expected it once")]
    [InlineData("niem: Safety Planning", "niem: Legal Services", "found niem: Legal Services for safety, expected Safety Planning")]
    [InlineData("source: study", "source: memory", "found the source memory, expected one of")]
    [InlineData("trafficking victim,", "\"trafficking/victim\",", "found the phrase \"trafficking/victim\"")]
    public void What_a_schema_cannot_see_is_told_with_its_line(string from, string to, string problem)
    {
        var text = Repository.Text("packs/" + File);
        var library = DefaultPacks.Read([new PackFile(File, text[..text.IndexOf(from, StringComparison.Ordinal)] + to + text[(text.IndexOf(from, StringComparison.Ordinal) + from.Length)..], IsLocal: true)]);

        Assert.Contains(NeedCheck.Run(library), found => found.ToString().StartsWith(File + ":", StringComparison.Ordinal) && found.Problem.Contains(problem, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("need: safety", "need: wealth", "found \"wealth\", expected one of safety,")]
    [InlineData("    niem: Safety Planning\n", "", "found no key niem, expected it here")]
    public void The_schema_refuses_what_is_no_need(string from, string to, string problem) => Assert.Contains(
        DefaultPacks.Read([new PackFile(File, Repository.Text("packs/" + File).Replace(from, to), IsLocal: true)]).Problems, found => found.Problem.Contains(problem, StringComparison.Ordinal));

    [Fact]
    public void The_taxonomy_of_an_agency_is_added_by_a_file_of_its_own()
    {
        var own = new PackFile("services/own.yaml", "crosswalks:\n  - taxonomy: Example 211\n    source: niem-hs\n    pinpoint: our list\n    terms:\n      - { term: BH-1800, needs: [shelter] }\n", IsLocal: true);
        ServiceTerm[] terms = [new("Example 211", "BH-1800", "Beds")];
        var service = new ListedService { Id = "1", Name = "Night", Terms = terms, Eligibility = new Eligibility([]), RequiredDocuments = [], Languages = [], Places = [], Schedules = [], Phones = [] };

        Assert.Empty(ServiceNeeds.From(Cast.Packs).Of(service));
        Assert.Equal(new MetNeed(Need.Shelter, NeedBasis.Term, "Beds"), Assert.Single(ServiceNeeds.From(DefaultPacks.Read([own])).Of(service)));
    }

    [Fact]
    public void The_schema_has_the_word_of_every_need() =>
        Assert.All(Enum.GetValues<Need>(), need => Assert.Contains($"\"{EnumWord.Of(need)}\"", Repository.Text("packs/schema/services.schema.json"), StringComparison.Ordinal));
}
