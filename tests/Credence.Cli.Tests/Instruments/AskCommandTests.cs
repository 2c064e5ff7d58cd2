using Credence.Cli.Instruments;
using Credence.Cli.Tests.Packs;
using Credence.Screening.Instruments;
using Credence.Testing;
using Spectre.Console;

namespace Credence.Cli.Tests.Instruments;

public class AskCommandTests
{
    [Fact]
    public void Answers_from_a_file_end_with_what_they_mean_and_what_to_do_now()
    {
        using var folder = new LocalFolder().With("a.json", """{ "instrument": "hhs-card", "answers": { "papers": "yes", "threatened": "refused" } }""");

        var said = Said.By("ask", "hhs-card", "--answers", File(folder, "a.json"));

        Assert.Equal(0, said.Exit);
        Assert.Contains("Treat this person as a possible victim until a person has decided", said.Output, StringComparison.Ordinal);
        Assert.Contains("Now", said.Output, StringComparison.Ordinal);
        Assert.Contains("Not asked: 17 of 19", said.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hhs-card")]
    [InlineData("hhs-card-es")]
    public void A_no_that_raises_concern_reads_as_what_the_person_lacks(string card)
    {
        using var folder = new LocalFolder().With("a.json",
            $$"""{ "instrument": "{{card}}", "answers": { "paid": "no", "can-leave-job": "no", "come-and-go": "no" } }""");

        var said = Said.By("ask", card, "--answers", File(folder, "a.json")).Output;

        Assert.All(["- is not paid", "- cannot leave the job", "- cannot come and go"], line => Assert.Contains(line, said, StringComparison.Ordinal));
        Assert.DoesNotContain("- can leave the job", said, StringComparison.Ordinal);
    }

    [Fact]
    public void What_it_writes_it_reads_again()
    {
        using var folder = new LocalFolder().With("a.json", """{ "instrument": "hhs-card", "answers": { "papers": "yes" } }""");
        var json = Said.By("ask", "hhs-card", "--answers", File(folder, "a.json"), "--json").Output;
        folder.With("b.json", json);

        Assert.Equal(json, Said.By("ask", "hhs-card", "--answers", File(folder, "b.json"), "--json").Output);
    }

    [Fact]
    public void A_session_takes_answers_goes_back_and_stops()
    {
        var kept = new List<Questionnaire>();
        var asked = Session("y\nwhat\nn\nb\nu\ns\n", kept);

        Assert.Equal([Answer.Yes, Answer.Unknown, Answer.NotAsked], asked.Instrument.Items.Take(3).Select(item => asked[item.Id]));
        Assert.True(asked.IsStopped);
        Assert.Same(asked, kept[^1]);
    }

    [Fact]
    public void Where_the_input_ends_the_person_has_stopped() => Assert.True(Session("y\n", []).IsStopped);

    [Fact]
    public void An_instrument_whose_wording_is_not_here_is_refused_until_an_agency_brings_it_in()
    {
        using var folder = new LocalFolder().With("raft.txt", "One?\n\nTwo \"quoted\"?\nThree?\nFour?\n");
        var refused = Said.By("ask", "raft", "--answers", File(folder, "raft.txt"));
        var imported = Said.By("pack", "import", "raft", File(folder, "raft.txt"), "--into", File(folder, "packs"), "--from", "a test");
        folder.With("a.json", """{ "instrument": "raft", "answers": { "unsafe-work": "yes" } }""");

        Assert.Equal(3, refused.Exit);
        Assert.Contains("credence pack import raft", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, imported.Exit);
        Assert.Equal(0, Said.By("pack", "check", File(folder, "packs")).Exit);
        var said = Said.By("ask", "raft", "--answers", File(folder, "a.json"), "--packs", File(folder, "packs"), "--prevalence", "1.1%");
        Assert.Contains("The rule of the instrument is met.", said.Output, StringComparison.Ordinal);
        Assert.Contains("3.7%", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_import_that_does_not_fit_is_refused()
    {
        using var folder = new LocalFolder().With("raft.txt", "One?\n");

        var said = Said.By("pack", "import", "raft", File(folder, "raft.txt"), "--into", File(folder, "packs"));

        Assert.Equal(2, said.Exit);
        Assert.Contains("Found 1 lines, expected 4", said.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(File(folder, "packs")));
    }

    [Fact]
    public void The_list_says_whose_words_each_instrument_is_in()
    {
        var list = Said.By("ask").Output;

        Assert.Contains("publisher's wording", list, StringComparison.Ordinal);
        Assert.Contains("wording to be imported", list, StringComparison.Ordinal);
        Assert.Contains("¿Le pagan?", Said.By("ask", "hhs-card", "--lang", "es", "--json").Output + Spanish(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Found no instrument", "ask", "nobody")]
    [InlineData("--prevalence", "ask", "hhs-card", "--prevalence", "often")]
    [InlineData("--lang", "ask", "hhs-card", "--lang", "fr")]
    public void Wrong_use_gets_one_sentence(string expected, params string[] arguments)
    {
        var said = Said.By(arguments);

        Assert.Equal(2, said.Exit);
        Assert.Contains(expected, said.Error, StringComparison.Ordinal);
    }

    private static string Spanish() => InstrumentPack.From(Cast.Packs, []).First(one => one.Id == "hhs-card-es").Items.First(item => item.Id == "paid").Ask!;

    private static Questionnaire Session(string typed, List<Questionnaire> kept)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(TextWriter.Null) });
        var card = InstrumentPack.From(Cast.Packs, []).First(one => one.Id == "hhs-card");
        return new AskSession(console, new StringReader(typed), kept.Add).Run(Questionnaire.Begin(card));
    }

    private static string File(LocalFolder folder, string name) => System.IO.Path.Combine(folder.FullName, name);
}
