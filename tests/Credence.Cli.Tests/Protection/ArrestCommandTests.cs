using Credence.Cli.Tests.Packs;
using Credence.Testing;

namespace Credence.Cli.Tests.Protection;

public class ArrestCommandTests
{
    private const string Passport =
        "He stated the foreman took his passport when he arrived and told him he would get it back when he had paid for his trip.";

    [Fact]
    public void A_review_says_what_the_policy_says_and_what_to_do_now()
    {
        var said = Said.By("arrest", "review", Passport, "--charge", "90J");

        Assert.Equal(0, said.Exit);
        Assert.Contains("Do not arrest, cite or warn", said.Output, StringComparison.Ordinal);
        Assert.Contains("\"took his passport", said.Output, StringComparison.Ordinal);
        Assert.Contains("covered, no arrest", said.Output, StringComparison.Ordinal);
        Assert.Contains("the advocate on duty", said.Output, StringComparison.Ordinal);
        Assert.Contains("protecting life", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_reason_ends_with_refused_and_its_alternatives()
    {
        var said = Said.By("arrest", "review", "--charge", "40A", "--reason", "own-safety");

        Assert.Equal(3, said.Exit);
        Assert.Contains("A cell is no shelter", said.Output, StringComparison.Ordinal);
        Assert.Contains("Instead:", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exception_needs_a_second_person()
    {
        string[] asked = ["arrest", "review", "--charge", "90J", "--exception", "warrant", "--officer", "patrol:12", "--json", "--approver"];

        Assert.True(Said.By([.. asked, "supervisor:3"]).Json.GetProperty("exception").GetProperty("approved").GetBoolean());
        var alone = Said.By([.. asked, "supervisor:12"]);
        Assert.Equal(3, alone.Exit);
        Assert.False(alone.Json.GetProperty("exception").GetProperty("approved").GetBoolean());
        Assert.Equal(2, Said.By([.. asked, "supervisor"]).Exit);
    }

    [Fact]
    public void An_approved_exception_stands_in_the_headline_and_as_a_line_for_the_record()
    {
        var said = Said.By("arrest", "review", Passport, "--charge", "90J", "--exception", "warrant", "--officer", "patrol:12", "--approver", "supervisor:3");

        Assert.StartsWith("An exception is approved for 90J", said.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Do not arrest, cite or warn: treat", said.Output, StringComparison.Ordinal);
        Assert.Contains("exception warrant; charges 90J; asked by patrol 12;", said.Output.ReplaceLineEndings(" ").Replace("   ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("13A")]
    [InlineData("trespass")]
    public void A_child_is_never_left_without_the_next_step(string charge)
    {
        var said = Said.By("arrest", "review", "--age", "15", "--charge", charge);

        Assert.StartsWith("A person under 18", said.Output, StringComparison.Ordinal);
        Assert.Contains("Tell child protection", said.Output, StringComparison.Ordinal);
        Assert.Contains("Call:", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_prints_no_patterns() => Assert.All(
        Said.By("policy", "list", "--json").Json.EnumerateArray().Select(one => one.GetProperty("id").GetString()!),
        id => Assert.DoesNotMatch(@"…|\.\.\d|\w\*|\w\|\w", Said.By("policy", "print", id).Output.Split("<body>")[^1]));

    [Fact]
    public void A_packet_quotes_facts_and_elements_with_citations_and_concludes_nothing()
    {
        using var folder = new LocalFolder();
        var path = System.IO.Path.Combine(folder.FullName, "packet.html");

        Assert.Equal(0, Said.By("arrest", "packet", Passport, "--charge", "90J", "--for", "vacatur", "--purpose", "for counsel", "--out", path).Exit);
        var page = File.ReadAllText(path);
        Assert.Contains("<blockquote>He stated the foreman took his passport", page, StringComparison.Ordinal);
        Assert.Contains("22 U.S.C. 7102(11)(B)", page, StringComparison.Ordinal);
        Assert.Contains("without conclusions", page, StringComparison.Ordinal);
        Assert.Contains("for counsel", page, StringComparison.Ordinal);
        Assert.DoesNotContain("is a victim.", page, StringComparison.Ordinal);
        Assert.Equal(3, Said.By("arrest", "packet", Passport, "--charge", "90J", "--out", path).Exit);
    }

    [Theory]
    [InlineData("packet", "--for", "release")]
    [InlineData("packet", "--for", "release", "--json")]
    [InlineData("review")]
    [InlineData("review", "--json")]
    [InlineData("review", "--exception", "grave-offense", "--officer", "patrol:12", "--approver", "supervisor:3")]
    public void A_name_in_the_column_of_offenses_is_not_printed(string command, params string[] options)
    {
        using var folder = new LocalFolder().With("reports.csv", $"incident_number,offense,narrative\n7,Maria Example; 90J; theft from Maria Example,\"{Passport}\"\n");

        var said = Said.By(["arrest", command, System.IO.Path.Combine(folder.FullName, "reports.csv"), "--incident", "7", .. options]);

        Assert.DoesNotContain("Maria", said.Output, StringComparison.Ordinal);
        Assert.Contains("90J", said.Output, StringComparison.Ordinal);
        Assert.True(said.Output.Contains("a text that is not a code", StringComparison.Ordinal) || options.Contains("--exception"), said.Output);
    }

    [Fact]
    public void A_packet_with_no_finding_and_no_fact_is_refused()
    {
        var said = Said.By("arrest", "packet", "Stolen bicycle", "--offense", "23H", "--for", "release");

        Assert.Equal(3, said.Exit);
        Assert.Empty(said.Output);
        Assert.StartsWith("Found no finding and no fact for a packet", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_supported_is_not_called_unknown()
    {
        var page = Said.By("arrest", "packet", Passport, "--charge", "40A", "--age", "24").Output;
        var unknown = page[page.IndexOf("5. What is not known", StringComparison.Ordinal)..page.IndexOf("6. What the policy lists", StringComparison.Ordinal)];

        Assert.DoesNotContain("under 18", unknown.Split("Not supported, since")[0], StringComparison.Ordinal);
        Assert.Contains("this page orders nothing", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_reason_is_refused_whoever_the_person_is()
    {
        string[][] cases = [["--charge", "90D"], ["--charge", "13A", "--age", "40"], ["--charge", "23H"], []];
        foreach (var one in cases)
        {
            var said = Said.By(["arrest", "review", "--reason", "testimony", .. one]);

            Assert.Equal(3, said.Exit);
            Assert.DoesNotContain("does not speak against it", said.Output, StringComparison.Ordinal);
            Assert.Contains("is not accepted", said.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_story_in_a_packet_is_text_and_no_markup() =>
        Assert.DoesNotContain("<script>", Said.By("arrest", "packet", $"<script>alert(1)</script> {Passport}", "--charge", "90J").Output, StringComparison.Ordinal);

    [Fact]
    public void A_policy_prints_as_a_page_with_its_rules_sources_and_lines_to_fill_in()
    {
        var page = Said.By("policy", "print", "model-agency", "--agency", "Example & Sons County").Output;

        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.Ordinal);
        Assert.Contains("Example &amp; Sons County", page, StringComparison.Ordinal);
        Assert.Contains("To obtain evidence or testimony", page, StringComparison.Ordinal);
        Assert.Contains("Prostitution (40A)", page, StringComparison.Ordinal);
        Assert.Contains("to be verified", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Equal(page, Said.By("policy", "print", "model-agency", "--agency", "Example & Sons County").Output);
    }

    [Fact]
    public void A_policy_prints_in_Spanish_where_there_is_a_pack_in_it()
    {
        var page = System.Net.WebUtility.HtmlDecode(Said.By("policy", "print", "model-agency", "--lang", "es").Output);

        Assert.Contains("<html lang=\"es\">", page, StringComparison.Ordinal);
        Assert.Contains("No se arresta a las posibles víctimas", page, StringComparison.Ordinal);
        Assert.Contains("to be reviewed by a Spanish-speaking lawyer", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Source:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Recorded as", page, StringComparison.Ordinal);
        var none = Said.By("policy", "print", "osce-non-punishment", "--lang", "es");
        Assert.Equal(2, none.Exit);
        Assert.StartsWith("--lang: found no osce-non-punishment in es, expected en.", none.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_policy_prints_and_is_listed()
    {
        var policies = Said.By("policy", "list", "--json").Json.EnumerateArray().Select(one => one.GetProperty("id").GetString()!).ToList();

        Assert.Equal(5, policies.Count);
        Assert.All(policies, id => Assert.Contains("</html>", Said.By("policy", "print", id).Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Found no charge", "arrest", "review", Passport)]
    [InlineData("found ZZZ, expected a NIBRS code", "arrest", "review", Passport, "--charge", "ZZZ")]
    [InlineData("found nothing, expected a NIBRS code", "arrest", "review", Passport, "--charge", "")]
    [InlineData("--offense: found ZZZ", "classify", Passport, "--offense", "ZZZ")]
    [InlineData("--offense: found nothing", "classify", Passport, "--offense", "")]
    [InlineData("Found no policy nobody", "arrest", "review", Passport, "--charge", "90J", "--policy", "nobody")]
    [InlineData("Found no policy nobody", "policy", "print", "nobody")]
    public void Wrong_use_gets_one_sentence(string expected, params string[] arguments)
    {
        var said = Said.By(arguments);

        Assert.Equal(2, said.Exit);
        Assert.Contains(expected, said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_cast_is_protected_from_the_charges_that_were_recorded()
    {
        foreach (var one in (IEnumerable<Credence.Training.InventedIncident>)[Cast.FarmWorker, Cast.DomesticWorker, Cast.GirlAtTheHotel, Cast.WomanOnTheAvenue, Cast.YoungManAtTheMotel])
        {
            var json = Said.By("arrest", "review", one.Incident.Narrative.Text, "--charge", one.Incident.Offenses![0].Value, "--json").Json;
            Assert.True(json.GetProperty("asksNotToArrest").GetBoolean(), one.Id);
        }
    }
}
