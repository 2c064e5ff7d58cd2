using Credence.Cli.Tests.Packs;
using Credence.Testing;

namespace Credence.Cli.Tests.Classification;

public class ClassifyCommandTests
{
    private const string Beaten = "She stated he takes all her money from dates and beats her if she does not make quota.";

    [Fact]
    public void A_text_is_read_element_by_element_and_nothing_is_determined()
    {
        var said = Said.By("classify", Beaten, "--offense", "40A");

        Assert.Equal(0, said.Exit);
        Assert.Contains("Offense code: 64A is proposed.", said.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing here is a verdict", said.Output, StringComparison.Ordinal);
        Assert.Contains("[money.quota]", said.Output, StringComparison.Ordinal);
        Assert.Contains(": \"takes all her money", said.Output.ReplaceLineEndings(" ").Replace("            ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("takes all her money", Said.By("classify", Beaten, "--offense", "40A", "--json").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("He stated the foreman took his passport when he arrived and told him he would get it back when he had paid for his trip.", true)]
    [InlineData("The waiter stated the owner has withheld his wages for five months and tells him to keep working.", true)]
    [InlineData(Beaten, false)]
    public void Where_papers_or_money_only_hint_at_coercion_it_says_that_a_lawyer_should_look(string narrative, bool isHint)
    {
        var text = string.Join(' ', Said.By("classify", narrative).Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(isHint, text.Contains("only hint at coercion under federal law", StringComparison.Ordinal));
        Assert.Equal(isHint, text.Contains("a lawyer should look.", StringComparison.Ordinal));
        Assert.Equal(isHint, Said.By("arrest", "packet", narrative, "--charge", "90J", "--for", "release").Output.Contains("a lawyer should look.", StringComparison.Ordinal));
    }

    [Fact]
    public void The_words_it_stands_on_are_shown_without_what_a_terminal_obeys()
    {
        var said = Said.By("classify", "She stated he takes all\u001b[31m her\u202e money from dates and beats her if she does not make quota.");

        Assert.DoesNotContain('\u001b', said.Output);
        Assert.DoesNotContain('\u202e', said.Output);
    }

    [Fact]
    public void The_words_of_two_rows_are_not_mixed_up()
    {
        using var folder = new LocalFolder().With("reports.csv", $"incident_number,narrative\n7,He was met at the corner.\n7,\"{Beaten}\"\n");

        var said = Said.By("classify", System.IO.Path.Combine(folder.FullName, "reports.csv"), "--incident", "7");

        Assert.Contains("[money.quota]", said.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("met at the corner", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void As_JSON_every_statute_has_its_elements_and_says_that_nothing_is_determined()
    {
        var json = Said.By("classify", Beaten, "--law", "us,ma,uniform,un", "--json").Json;
        var statutes = json.GetProperty("statutes").EnumerateArray().ToDictionary(one => one.GetProperty("id").GetString()!);

        Assert.False(json.GetProperty("proposed").GetProperty("determined").GetBoolean());
        Assert.Equal("supported", statutes["us-severe-sex"].GetProperty("support").GetString());
        Assert.Equal("unknown", statutes["us-1591-means"].GetProperty("support").GetString());
        Assert.Equal("supported", statutes["us-1591-means"].GetProperty("inReport").GetString());
        Assert.True(statutes.Count >= 30);
    }

    [Fact]
    public void An_incident_of_a_file_is_read_by_its_number_over_all_its_rows()
    {
        using var folder = new LocalFolder().With(
            "reports.csv", $"incident_number,offense,narrative\n2031-1,40A,Nothing.\n2031-7,90Z,He was met.\n2031-7,90Z,\"{Cast.WomanOnTheAvenue.Incident.Narrative.Text}\"\n");
        var file = System.IO.Path.Combine(folder.FullName, "reports.csv");

        Assert.Contains("64A is proposed", Said.By("classify", file, "--incident", "2031-7").Output, StringComparison.Ordinal);
        Assert.Contains("review: 64A is possible", Said.By("classify", file, "--incident", "2031-1").Output, StringComparison.Ordinal);
        var none = Said.By("classify", file, "--incident", "2031-9");
        Assert.Equal(2, none.Exit);
        Assert.Contains("found no incident 2031-9", none.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_in_the_column_of_offenses_that_nothing_knows_are_told_by_row_and_column_and_never_said()
    {
        using var folder = new LocalFolder().With(
            "reports.csv", $"incident_number,charge,narrative\n1,90J,Nothing.\n7,XQJ STATUTE,\"{Cast.WomanOnTheAvenue.Incident.Narrative.Text}\"\n");
        var file = System.IO.Path.Combine(folder.FullName, "reports.csv");

        foreach (var said in (Said[])[Said.By("classify", file, "--incident", "7", "--map", "offense=charge"), Said.By("arrest", "review", file, "--incident", "7", "--map", "offense=charge")])
        {
            Assert.Equal(1, said.Exit);
            Assert.EndsWith("reports.csv, row 3, column charge: found 11 characters that no table of offenses knows", said.Error.Split(", expected")[0], StringComparison.Ordinal);
            Assert.DoesNotContain("XQJ", said.Error, StringComparison.Ordinal);
        }

        Assert.Equal(1, Said.By("missed", file, "--map", "offense=charge", "--json").Json.GetProperty("problems").GetInt32());
        Assert.Equal(0, Said.By("classify", file, "--incident", "1", "--map", "offense=charge").Exit);
    }

    [Fact]
    public void Answers_codes_and_an_age_are_evidence_without_any_report()
    {
        using var folder = new LocalFolder().With("a.json", """{ "instrument": "hhs-card", "answers": { "papers": "yes", "can-leave-job": "no" } }""");

        Assert.Contains("64B is proposed", Said.By("classify", "--answers", System.IO.Path.Combine(folder.FullName, "a.json")).Output, StringComparison.Ordinal);
        Assert.Contains("64A is proposed", Said.By("classify", "--offense", "40A", "--age", "15").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "broken JSON")]
    [InlineData("[]", "no object")]
    [InlineData("""{ "answers": { "papers": "yes" } }""", "answers without an instrument")]
    [InlineData("""{ "instrument": "nobody" }""", "Found no instrument nobody")]
    [InlineData("""{ "instrument": "hhs-card", "answers": { "shoes": "yes" } }""", "an answer to shoes")]
    [InlineData("""{ "instrument": "hhs-card", "answers": { "papers": "she said so" } }""", "another answer to papers")]
    [InlineData("""{ "facts": { "guilt": "yes" } }""", "the fact guilt")]
    public void Answers_that_cannot_be_read_are_refused_without_what_they_say(string json, string expected)
    {
        using var folder = new LocalFolder().With("a.json", json);

        var said = Said.By("classify", "--answers", System.IO.Path.Combine(folder.FullName, "a.json"));

        Assert.Equal(2, said.Exit);
        Assert.Contains(expected, said.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("she said so", said.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Found neither", "classify")]
    [InlineData("found mars", "classify", "--offense", "40A", "--law", "mars")]
    [InlineData("found 200", "classify", "--age", "200")]
    [InlineData("found no file of records", "classify", "--incident", "1")]
    public void Wrong_use_gets_one_sentence(string expected, params string[] arguments)
    {
        var said = Said.By(arguments);

        Assert.Equal(2, said.Exit);
        Assert.Contains(expected, said.Error, StringComparison.Ordinal);
    }
}
