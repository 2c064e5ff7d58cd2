using System.Text.Json;
using System.Text.RegularExpressions;
using Credence.Testing;

namespace Credence.Cli.Tests.Packs;

public partial class PackCommandTests
{
    internal const string Path = "indicators/en/bakeries.yaml";

    internal const string Bakery = """
        theme: bakeries
        title: Work in bakeries
        indicators:
          - id: bakeries.sleeps-at-oven
            title: sleeps beside the ovens where he or she works
            type: labor
            dimension: exploitation
            element: purpose
            strength: medium
            source: ilo-2009
            pinpoint: "bad living conditions"
            patterns:
              - "slept|sleeps|sleeping ..3 ovens"
            match:
              - "He sleeps behind the ovens."
              - "SHE SAID SHE SLEPT BY THE OVENS"
            no-match:
              - "The ovens were cold."
        """;

    [Fact]
    public void The_packs_that_ship_have_no_problem()
    {
        var check = Command.Pack("check");

        Assert.Equal("", check.Error);
        Assert.True(check.Exit == 0, check.Output);
    }

    [Fact]
    public void An_agencys_file_is_laid_over_the_pack_and_changes_its_version()
    {
        using var folder = new LocalFolder().With(Path, Bakery);

        Assert.Equal(0, Command.Pack("check", folder.FullName).Exit);
        Assert.Contains("+local.", Command.Pack("list", "--packs", folder.FullName).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("+local.", Command.Pack("list").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("strength: medium", "strength: huge", 9, "huge")]
    [InlineData("source: ilo-2009", "source: my-memory", 4, "my-memory")]
    [InlineData("..3 ovens", "..3", 13, "gap")]
    [InlineData("He sleeps behind the ovens.", "He naps.", 4, "is not found in its example")]
    [InlineData("The ovens were cold.", "He slept on the ovens.", 4, "counter-example")]
    [InlineData("    title: sleeps", "    titel: sleeps", 4, "titel")]
    public void A_problem_is_told_with_its_file_and_line(string right, string wrong, int line, string expected)
    {
        using var folder = new LocalFolder().With(Path, Bakery.Replace(right, wrong, StringComparison.Ordinal));

        var check = Command.Pack("check", folder.FullName);

        Assert.Equal(1, check.Exit);
        Assert.Contains($"{System.IO.Path.Combine(folder.FullName, Path)}:{line}: ", check.Output, StringComparison.Ordinal);
        Assert.Contains(expected, check.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mine/bakeries.yaml", Bakery, "no pack.yaml")]
    [InlineData("indicators/en/pack.yaml", "id: indicators-en\nkind: indicators\nversion: 1.0.0\ntitle: Mine\nlicense: mine\nsources: {}", "Packs are wrong in")]
    public void A_folder_that_takes_something_from_what_ships_is_refused_and_not_passed_over(string path, string text, string expected)
    {
        using var folder = new LocalFolder().With(path, text);

        var (code, _, error) = Workplace.Run("explain", "text", "--packs", folder.FullName);

        Assert.Equal(2, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_yaml_is_a_problem_and_not_a_crash()
    {
        using var folder = new LocalFolder().With(Path, "theme: bakeries\n  title: [");

        Assert.Equal(1, Command.Pack("check", "--packs", folder.FullName).Exit);
    }

    [Fact]
    public void Problems_as_json_have_file_line_and_problem()
    {
        using var folder = new LocalFolder().With(Path, Bakery.Replace("medium", "huge", StringComparison.Ordinal));

        using var json = JsonDocument.Parse(Command.Pack("check", folder.FullName, "--json").Output);
        var problem = Assert.Single(json.RootElement.GetProperty("problems").EnumerateArray());

        Assert.Equal(9, problem.GetProperty("line").GetInt32());
        Assert.EndsWith("bakeries.yaml", problem.GetProperty("file").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pack.yaml", "folder of packs")]
    [InlineData("indicators/en/bakeries.yml", ".yaml")]
    public void A_folder_of_the_wrong_form_is_wrong_use(string file, string expected)
    {
        using var folder = new LocalFolder().With(file, "id: x");

        var check = Command.Pack("check", folder.FullName);

        Assert.Equal(2, check.Exit);
        Assert.Contains(expected, check.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_wrong_use() => Assert.Equal(2, Command.Pack("list", "--packs", "no-such-folder").Exit);

    [Fact]
    public void The_list_names_every_pack_with_its_version()
    {
        using var json = JsonDocument.Parse(Command.Pack("list", "--json").Output);
        var packs = json.RootElement.EnumerateArray().ToDictionary(pack => pack.GetProperty("id").GetString()!);

        Assert.All(["indicators-en", "context-en", "offenses", "signals"], id =>
        {
            Assert.Matches(@"^\d+\.\d+\.\d+$", packs[id].GetProperty("version").GetString());
            Assert.True(packs[id].GetProperty("items").GetInt32() > 10);
        });
    }

    [Fact]
    public void An_indicator_is_shown_with_patterns_citation_and_examples()
    {
        using var folder = new LocalFolder().With(Path, Bakery);

        var show = Command.Pack("show", "indicators-en/bakeries.sleeps-at-oven", "--packs", folder.FullName);

        Assert.All(
            ["The words say that somebody sleeps beside the ovens", "medium", "labor", "exploitation", "slept|sleeps|sleeping ..3 ovens",
                "bad living conditions", "SHE SAID SHE SLEPT BY THE OVENS", "The ovens were cold.", "bakeries.yaml, line 4", "+local."],
            text => Assert.Contains(text, show.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void A_signal_and_an_offense_are_shown_with_the_place_they_rest_on()
    {
        Assert.Contains("page 30", Command.Pack("show", "signals/minor-sold").Output, StringComparison.Ordinal);
        Assert.Contains("page 55", Command.Pack("show", "offenses/Kidnapping").Output, StringComparison.Ordinal);
        Assert.Contains("no person can be recorded as its victim", Command.Pack("show", "offenses/40A").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_of_page_can_be_had_as_json() =>
        Assert.All(["indicators-en", "signals/minor-sold", "offenses/40A", "context-en", "statutes/us-1589", "facts/force", "statutes", "hhs-card"], name =>
            JsonDocument.Parse(Command.Pack("show", name, "--json").Output).Dispose());

    [Theory]
    [InlineData("no-such-pack", "indicators-en")]
    [InlineData("indicators-en/no.such", "pack show indicators-en")]
    [InlineData("offenses/zzz", "zzz")]
    [InlineData("context-en/cue", "cue")]
    [InlineData("statutes/us-9999", "pack show statutes")]
    public void What_is_not_there_is_wrong_use_and_says_what_is(string name, string expected)
    {
        var show = Command.Pack("show", name);

        Assert.Equal(2, show.Exit);
        Assert.Contains(expected, show.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_item_is_found_by_the_id_that_reports_print()
    {
        var show = Command.Pack("show", "force.violence");

        Assert.Equal(0, show.Exit);
        Assert.StartsWith("indicators-en/force.violence", show.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_packs_is_said_to_be_one_with_what_was_given()
    {
        using var empty = new LocalFolder();
        using var lone = new LocalFolder().With("bad.yaml", "id: [x");

        Assert.Equal((2, $"{empty.FullName}: found no pack; expected files such as indicators/en/NAME.yaml."), Told(empty));
        Assert.Equal(2, Told(lone).Exit);
        Assert.StartsWith($"{System.IO.Path.Combine(lone.FullName, "bad.yaml")}: found a file at the top of {lone.FullName};", Told(lone).Error, StringComparison.Ordinal);

        static (int Exit, string Error) Told(LocalFolder folder) => Command.Pack("check", folder.FullName) is var check ? (check.Exit, check.Error.Trim()) : default;
    }

    [Fact]
    public void The_example_of_the_page_on_packs_does_what_the_page_says()
    {
        var blocks = YamlBlock().Matches(Repository.Text("docs/packs.md")).ToDictionary(block => block.Groups[1].Value, block => block.Groups[2].Value);
        using var folder = new LocalFolder();
        foreach (var (path, text) in blocks)
        {
            folder.With(path, text);
        }

        var check = Command.Pack("check", folder.FullName);

        Assert.Contains("indicators/en/nail-salons.yaml", blocks.Keys);
        Assert.True(check.Exit == 0, check.Output);
        Assert.Contains("keeps the tips", Command.Pack("show", "indicators-en/nail-salons.tips-taken", "--packs", folder.FullName).Output, StringComparison.Ordinal);
    }

    // A block of the page whose first line is a comment with the path of its file.
    [GeneratedRegex(@"^```yaml\n(?:# my-packs/)(\S+)\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex YamlBlock();
}
