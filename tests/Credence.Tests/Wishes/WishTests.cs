using Credence.Packs;
using Credence.Referrals;
using Credence.Testing;
using Credence.Wishes;

namespace Credence.Tests.Wishes;

public class WishTests
{
    private static readonly IReadOnlyList<WishPack> Packs = WishPack.From(Cast.Packs, []);
    private static readonly WishPack English = Packs.Single(pack => pack.Language == "en");

    [Fact]
    public void Own_words_are_enough_and_options_need_the_pack_that_was_shown()
    {
        Assert.Null(new WishAnswer(Answering.Answered, "That my sister is safe (invented).", [], null).WhyNot(null));
        Assert.Null(new WishAnswer(Answering.Answered, null, ["believed", "nothing-now"], English.Stamp).WhyNot(English));
        Assert.NotNull(new WishAnswer(Answering.Answered, null, ["believed"], null).WhyNot(null));
        Assert.NotNull(new WishAnswer(Answering.Answered, null, ["believed"], "wishes-en@0.9.0").WhyNot(English));
        Assert.Contains("revenge", new WishAnswer(Answering.Answered, null, ["revenge"], English.Stamp).WhyNot(English), StringComparison.Ordinal);
        Assert.NotNull(new WishAnswer(Answering.Answered, null, ["believed", "believed"], English.Stamp).WhyNot(English));
        Assert.NotNull(new WishAnswer(Answering.Answered, new string('x', WishAnswer.Longest + 1), [], null).WhyNot(null));
    }

    [Fact]
    public void No_answer_and_would_rather_not_say_are_kept_and_not_asked_is_not()
    {
        Assert.Null(new WishAnswer(Answering.NoAnswer, null, [], null).WhyNot(null));
        Assert.Null(new WishAnswer(Answering.DeclinedToAnswer, null, [], null).WhyNot(null));
        Assert.NotNull(new WishAnswer(Answering.NotAsked, null, [], null).WhyNot(null));
        Assert.NotNull(new WishAnswer(Answering.Answered, " ", [], null).WhyNot(null));
        Assert.NotNull(new WishAnswer(Answering.DeclinedToAnswer, "invented", [], null).WhyNot(null));
    }

    [Fact]
    public void A_wish_that_was_not_honored_says_why()
    {
        var deed = new WishDeed(default, "We asked the court (invented).", "the advocate", Honoring.Honored);

        Assert.Null(deed.Problem);
        Assert.NotNull((deed with { Honoring = Honoring.NotHonored }).Problem);
        Assert.Null((deed with { Honoring = Honoring.PartlyHonored, Why = "only for a year" }).Problem);
        Assert.NotNull((deed with { By = "" }).Problem);
        Assert.NotNull((deed with { What = " " }).Problem);
        Assert.DoesNotContain("court", deed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Three_kinds_of_silence_are_three_numbers_and_an_answer_counts_whenever_it_came() => Assert.Equal(
        new WishTally(NotAsked: 1, NoAnswer: 1, DeclinedToAnswer: 2, Answered: 1),
        WishTally.Of([[], [Answering.NoAnswer], [Answering.NoAnswer, Answering.DeclinedToAnswer], [Answering.DeclinedToAnswer], [Answering.Answered, Answering.NoAnswer]]));

    [Fact]
    public void Both_languages_offer_the_same_in_the_same_order_and_say_beforehand_where_it_is_kept()
    {
        Assert.Equal([], WishCheck.Run(Cast.Packs));
        Assert.Equal(["en", "es"], Packs.Select(pack => pack.Language));
        Assert.Equal(Packs[0].Options.Select(option => (option.Id, option.Kind)), Packs[1].Options.Select(option => (option.Id, option.Kind)));
        Assert.All(Packs, pack => Assert.True(pack is { Question.Length: > 0, Beforehand.Length: > 0 }));
        Assert.Contains("Police do not see it", English.Beforehand, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pack_that_offers_less_than_another_language_is_a_problem()
    {
        var local = DefaultPacks.Read([new PackFile("wishes/es/wishes.yaml", """
            question: ¿Qué sería la justicia?
            wishes:
              - { id: believed, kind: recognition, text: Que me crean., source: credence, pinpoint: wishes }
              - { id: believed, kind: recognition, text: Que me crean., source: credence, pinpoint: wishes }
            """, IsLocal: true)]);

        var sentences = WishCheck.Run(local).Select(problem => problem.ToString()).ToList();
        Assert.Contains(sentences, sentence => sentence.Contains("found the option believed a second time", StringComparison.Ordinal));
        Assert.Contains(sentences, sentence => sentence.Contains("expected what the other languages offer", StringComparison.Ordinal));
        Assert.Contains(sentences, sentence => sentence.Contains("found no option of safety", StringComparison.Ordinal));
    }
}
