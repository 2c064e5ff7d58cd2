using Credence.Evaluation;
using Credence.Packs;
using Credence.Screening;
using Credence.Testing;

namespace Credence.Tests.Screening;

public class ContextReaderTests
{
    private static readonly PackLibrary Library = DefaultPacks.Read();
    private static readonly ContextReader English = ReaderOf("context-en");

    [Theory]
    [InlineData("SHE DENIED <WORKING THE STREET>.", Assertion.Denied)]
    [InlineData("SHE STATED SHE IS NOT A <PROSTITUTE>.", Assertion.Denied)]
    [InlineData("NO SIGNS OF <PROSTITUTION> IN THE ROOM.", Assertion.RuledOut)]
    [InlineData("HAS A HISTORY OF <PROSTITUTION>.", Assertion.Historical)]
    [InlineData("OFFICERS ASKED IF SHE WAS <SELLING SEX>.", Assertion.Hypothetical)]
    [InlineData("NOTIFIED THE <HUMAN TRAFFICKING> UNIT.", Assertion.Boilerplate)]
    [InlineData("A COUSIN IS <PROSTITUTED> IN AN UNRELATED CASE.", Assertion.SomeoneElse)]
    [InlineData("POSSIBLE <PROSTITUTION> ACTIVITY.", Assertion.Affirmed)]
    public void A_sentence_says_how_its_words_are_meant(string sentence, Assertion expected) =>
        Assert.Equal(expected, Read(English, sentence));

    [Fact]
    public void A_cue_stops_at_a_word_that_turns()
    {
        Assert.Equal(Assertion.Denied, Read(English, "DENIED USING DRUGS OR <SELLING SEX>."));
        Assert.Equal(Assertion.Affirmed, Read(English, "DENIED USING DRUGS BUT IS <SELLING SEX>."));
    }

    [Fact]
    public void A_turn_may_run_into_the_words_it_shields() =>
        Assert.Equal(Assertion.Affirmed, Read(English, "DENIED ANY WRONG, RODE WITH A <KNOWN PROSTITUTE>."));

    [Fact]
    public void A_cue_within_the_words_themselves_does_not_reach_them() =>
        Assert.Equal(Assertion.Affirmed, Read(English, "SHE IS <NOT ALLOWED> OUT."));

    [Fact]
    public void A_cue_within_its_own_reach_of_words_holds_and_beyond_it_does_not()
    {
        Assert.Equal(Assertion.RuledOut, Read(English, "NO <PROSTITUTION> HERE."));
        Assert.Equal(Assertion.Affirmed, Read(English, "NO WARRANTS, <KNOWN PROSTITUTE>."));
    }

    [Fact]
    public void A_longer_phrase_masks_the_cue_inside_it()
    {
        Assert.Equal(Assertion.RuledOut, Read(English, "SHE IS NOT A <PROSTITUTE>."));
        Assert.Equal(Assertion.Affirmed, Read(English, "SHE IS NOT ONLY A <PROSTITUTE>."));
    }

    [Fact]
    public void The_not_before_words_that_name_a_sign_holds_inside_a_longer_cue() =>
        Assert.Equal(Assertion.RuledOut, Read(English, "NO <SIGNS OF PROSTITUTION> INSIDE."));

    [Fact]
    public void All_categories_that_reach_are_told_in_order_of_precedence()
    {
        const string sentence = "SHE DENIED A HISTORY OF <PROSTITUTION>.";

        Assert.Equal([Assertion.Denied, Assertion.Historical], English.ReadAll(Plain(sentence), 24, 36));
    }

    [Fact]
    public void Every_example_of_the_context_packs_does_what_its_pack_says() =>
        Assert.DoesNotContain(PackCheck.Run(Library), problem => problem.File.StartsWith("context/", StringComparison.Ordinal));

    [Fact]
    public void Clinical_sentences_are_read_as_well_as_the_best_published_program_reads_them()
    {
        Assert.SkipWhen(SharedData.File("negex/rsAnnotations-dev.txt") is null, SharedData.Missing);
        using var kit = File.OpenText(SharedData.File("negex/rsAnnotations-dev.txt")!);
        var clinical = ReaderOf("context-en-clinical");

        var accuracy = ContextAccuracy.Measure(
            (AnnotatedGold)GoldReader.Read(kit),
            (sentence, start, end) => ContextReading.Of(clinical.ReadAll(sentence, start, end)));

        Assert.True(F1(accuracy, "negated") >= 0.98);
        Assert.True(F1(accuracy, "historical") >= 0.75);
        Assert.True(F1(accuracy, "hypothetical") >= 0.96);
    }

    private static double F1(ContextAccuracy accuracy, string question) =>
        accuracy.Questions.Single(q => q.Question == question).F1.Value;

    private static ContextReader ReaderOf(string pack) => ContextReader.Of(ContextPack.Read(Library.Find(pack)!, []));

    private static Assertion Read(ContextReader reader, string marked) =>
        reader.Read(Plain(marked), marked.IndexOf('<', StringComparison.Ordinal), marked.IndexOf('>', StringComparison.Ordinal) - 1);

    private static string Plain(string marked) =>
        marked.Replace("<", "", StringComparison.Ordinal).Replace(">", "", StringComparison.Ordinal);
}
