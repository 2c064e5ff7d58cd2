using Credence.Packs;
using Credence.Screening;

namespace Credence.Tests.Packs;

public class PackReaderTests
{
    private const string Manifest = """
        id: mine-en
        kind: indicators
        language: en
        version: 1.2.3
        title: Mine
        license: Apache-2.0
        sources:
          hhs: { title: Card, publisher: HHS, status: verified }
        """;

    private const string Theme = """
        theme: debt
        title: Debt
        indicators:
          - id: debt.owes
            title: owes money
            type: labor
            dimension: coercion
            element: means
            strength: medium
            source: hhs
            pinpoint: clue 5
            patterns: ["owes the boss"]
            match: ["HE OWES THE BOSS", "she owes the boss money"]
            no-match: ["he owes rent"]
        """;

    [Fact]
    public void A_right_pack_has_no_problems()
    {
        var library = Read(("mine/pack.yaml", Manifest), ("mine/debt.yaml", Theme));

        Assert.Empty(library.Problems);
        Assert.Equal("mine-en@1.2.3", library.Find("mine-en")!.Stamp);
    }

    [Theory]
    [InlineData("strength: medium", "strength: mighty", 8, "expected one of strong, medium, weak")]
    [InlineData("    source: hhs\n", "", 4, "expected it here")]
    [InlineData("title: owes money", "titel: owes money", 4, "titel")]
    [InlineData("[\"owes the boss\"]", "[]", 11, "expected at least 1")]
    [InlineData("theme: debt", "theme: debt\n  broken: [", 2, "YAML")]
    [InlineData("title: Debt", "title: Debt\nnotes: &all [*all]", 3, "every part written out")]
    [InlineData("title: Debt", "title: Debt\n? [a, b]\n: c", 3, "a list as a key")]
    [InlineData("title: Debt", "title: Debt\nsources: { hhs2: Card }", 3, "hhs2")]
    [InlineData("title: Debt", "title: Debt\nsources: { hhs2: { title: Card } }", 3, "publisher")]
    public void A_wrong_shape_is_named_with_its_line(string right, string wrong, int line, string says)
    {
        var library = Read(("mine/pack.yaml", Manifest), ("mine/debt.yaml", Theme.Replace(right, wrong, StringComparison.Ordinal)));

        Assert.Contains(library.Problems, problem =>
            problem.File == "mine/debt.yaml" && Math.Abs(problem.Line - line) <= 1 && problem.Problem.Contains(says, StringComparison.Ordinal));
    }

    [Fact]
    public void Lists_inside_lists_without_end_are_a_problem()
    {
        var library = Read(("mine/pack.yaml", Manifest), ("mine/debt.yaml", "theme: " + new string('[', 50_000)));

        Assert.Contains("lists inside lists", Assert.Single(library.Problems).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pack_with_more_words_than_can_be_told_apart_is_a_problem()
    {
        static string Word(int i) => string.Concat(Enumerable.Range(0, 4).Select(at => (char)('a' + i / (int)Math.Pow(26, at) % 26)));
        var words = string.Join(", ", Enumerable.Range(0, 70_000).Select(i => $"\"{Word(i)}\""));
        var library = Read(("mine/pack.yaml", Manifest), ("mine/debt.yaml", Theme.Replace("\"owes the boss\"", words, StringComparison.Ordinal)));

        Assert.Contains(PackCheck.Run(library), problem => problem.Problem.Contains("70000 different words", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("source: hhs", "source: ilo", "expected one of hhs")]
    [InlineData("owes the boss\"]", "owes {boss}\"]", "word group {boss}")]
    [InlineData("HE OWES THE BOSS", "HE OWES HIS BOSS", "is not found in its example")]
    [InlineData("he owes rent", "he owes the boss", "is found in its counter-example")]
    [InlineData("id: debt.owes", "id: dept.owes", "expected it to begin with debt.")]
    public void A_wrong_meaning_is_named(string right, string wrong, string says)
    {
        var files = DefaultPacks.Files()
            .Where(file => file.Folder is "schema" or "context/en")
            .Append(new PackFile("mine/pack.yaml", Manifest))
            .Append(new PackFile("mine/debt.yaml", Theme.Replace(right, wrong, StringComparison.Ordinal)));

        var problems = PackCheck.Run(PackReader.Read(files));

        Assert.Contains(problems, problem => problem.File == "mine/debt.yaml" && problem.Problem.Contains(says, StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_without_a_manifest_is_named() =>
        Assert.Contains(Read(("mine/debt.yaml", Theme)).Problems, problem => problem.Problem.Contains("pack.yaml", StringComparison.Ordinal));

    [Fact]
    public void Files_of_an_agency_mark_the_version_of_the_pack()
    {
        var files = DefaultPacks.Files().Append(new PackFile("indicators/en/our-own.yaml", Theme
            .Replace("theme: debt", "theme: our-own", StringComparison.Ordinal)
            .Replace("debt.owes", "our-own.owes", StringComparison.Ordinal)
            .Replace("source: hhs", "source: hhs-card", StringComparison.Ordinal), IsLocal: true));

        var pack = PackReader.Read(files).Find("indicators-en")!;

        Assert.Matches(@"^\d+\.\d+\.\d+\+local\.[0-9a-f]{8}$", pack.Version);
    }

    [Fact]
    public void The_packs_that_ship_have_no_problems() =>
        Assert.Empty(PackCheck.Run(PackReader.Read(DefaultPacks.Files())).Select(problem => problem.ToString()));

    private static PackLibrary Read(params (string Path, string Text)[] files) =>
        PackReader.Read([.. DefaultPacks.Files().Where(file => file.Folder == "schema"), .. files.Select(file => new PackFile(file.Path, file.Text))]);
}
