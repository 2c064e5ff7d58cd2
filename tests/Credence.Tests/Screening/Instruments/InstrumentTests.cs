using Credence.Packs;
using Credence.Screening.Instruments;
using Credence.Testing;
using CsCheck;

namespace Credence.Tests.Screening.Instruments;

public class InstrumentTests
{
    private static readonly IReadOnlyList<Instrument> Shipped = InstrumentPack.From(Cast.Packs, []);

    [Fact]
    public void Refused_and_unknown_are_answers_and_never_a_no()
    {
        var asked = Answered("hhs-card", ("threatened", Answer.Refused), ("papers", Answer.Unknown));
        var result = asked.Result();

        Assert.Empty(result.Facts);
        Assert.Contains(result.Open, item => item.Id == "threatened");
        Assert.DoesNotContain(result.NotAsked, item => item.Id == "threatened");
    }

    [Fact]
    public void A_no_to_being_paid_is_the_concern()
    {
        var result = Answered("hhs-card", ("paid", Answer.No)).Result();

        Assert.Equal("paid", Assert.Single(result.Concerns).Id);
        Assert.Contains(result.Facts, fact => fact is { Fact: "financial-harm", Answer: Answer.Yes });
        Assert.Contains(Answered("hhs-card", ("paid", Answer.Yes)).Result().Facts, fact => fact is { Fact: "financial-harm", Answer: Answer.No });
    }

    [Theory]
    [InlineData(Answer.Yes, Answer.Yes, ScreenOutcome.Met)]
    [InlineData(Answer.Yes, Answer.Unknown, ScreenOutcome.Open)]
    [InlineData(Answer.Unknown, Answer.Refused, ScreenOutcome.Open)]
    [InlineData(Answer.Yes, Answer.No, ScreenOutcome.NotMet)]
    [InlineData(Answer.No, Answer.No, ScreenOutcome.NotMet)]
    public void A_rule_of_two_is_met_not_met_or_open(Answer first, Answer second, ScreenOutcome expected)
    {
        var instrument = Find("sscst");
        var asked = instrument.Items.Skip(2).Aggregate(Questionnaire.Begin(instrument), (all, item) => all.With(item.Id, Answer.No))
            .With(instrument.Items[0].Id, first).With(instrument.Items[1].Id, second);

        Assert.Equal(expected, asked.Result().Outcome);
    }

    [Fact]
    public void What_is_ours_beside_an_instrument_is_not_counted()
    {
        var asked = Find("ahtst").Items.Aggregate(Questionnaire.Begin(Find("ahtst")), (all, item) => all.With(item.Id, item.IsCounted ? Answer.No : Answer.Yes));

        Assert.Equal(ScreenOutcome.NotMet, asked.Result().Outcome);
        Assert.Equal(2, asked.Instrument.Items.Count(item => !item.IsCounted));
    }

    [Fact]
    public void A_person_may_stop_at_any_point_and_go_on_later()
    {
        var asked = Answered("hhs-card", ("accompanied", Answer.Yes)).Stop();

        Assert.Null(asked.Next);
        Assert.Equal("not-speaking", asked.GoOn().Next!.Id);
        Assert.Equal("accompanied", asked.With("accompanied", Answer.NotAsked).GoOn().Next!.Id);
    }

    [Fact]
    public void An_item_behind_an_answer_is_asked_only_on_that_way()
    {
        var first = Find("hhs-card").Items[0];
        var branching = Find("hhs-card") with
        {
            Items = [first, first with { Id = "why", When = new ItemCondition(first.Id, [Answer.Yes]) }, first with { Id = "last" }],
        };

        Assert.Equal("why", Questionnaire.Begin(branching).With(first.Id, Answer.Yes).Next!.Id);
        Assert.Equal("last", Questionnaire.Begin(branching).With(first.Id, Answer.No).Next!.Id);
        Assert.DoesNotContain(Questionnaire.Begin(branching).With(first.Id, Answer.Yes).With("why", Answer.Yes).With(first.Id, Answer.No).Result().Concerns, item => item.Id == "why");
    }

    [Fact]
    public void Any_answers_lead_to_an_end() =>
        Gen.Select(Gen.OneOf(Shipped.ToArray()), Gen.Enum<Answer>().Where(answer => answer != Answer.NotAsked).Array[40]).Sample((instrument, answers) =>
        {
            var asked = Questionnaire.Begin(instrument);
            var steps = 0;
            while (asked.Next is { } item)
            {
                asked = asked.With(item.Id, answers[steps++]);
            }

            return steps <= instrument.Items.Count && asked.Result().NotAsked.Count == 0;
        });

    [Theory]
    [InlineData("raft", 0, 0.011, 0.037, 3)]
    [InlineData("qyit", 0, 0.088, 0.26, 2)]
    [InlineData("sscst", 1, 0.123, 0.202, 3)]
    public void Predictive_values_are_those_of_the_references(string id, int study, double prevalence, double positive, int digits) =>
        Assert.Equal(positive, Find(id).Studies[study].At(prevalence).Positive.Value, digits);

    [Fact]
    public void A_negative_has_the_published_value_where_one_is_published() =>
        Assert.Equal(0.961, Find("sscst").Studies[1].At(0.123).Negative.Value, 3);

    [Fact]
    public void Predictive_values_lie_in_their_ranges_and_grow_with_prevalence() =>
        Gen.Double[0.001, 0.9].Sample(prevalence =>
        {
            var study = Find("sscst").Studies[0];
            var (here, more) = (study.At(prevalence), study.At(prevalence + 0.05));
            return here.Positive.Interval.Contains(here.Positive.Value) && here.Negative.Interval.Contains(here.Negative.Value)
                && more.Positive.Value > here.Positive.Value && more.Negative.Value < here.Negative.Value;
        });

    [Fact]
    public void Wording_that_is_not_free_is_not_here()
    {
        Assert.All((string[])["raft", "qyit", "sscst"], id =>
        {
            Assert.Equal(InstrumentWording.Missing, Find(id).Wording);
            Assert.All(Find(id).Items, item => Assert.Null(item.Ask));
        });
        Assert.All(Shipped.Where(instrument => instrument.Wording != InstrumentWording.Missing), instrument =>
            Assert.All(instrument.Items.Where(item => item.IsCounted), item => Assert.NotNull(item.Ask)));
    }

    [Fact]
    public void The_card_is_the_publishers_word_for_word()
    {
        var card = Find("hhs-card");

        Assert.Equal(InstrumentWording.Verbatim, card.Wording);
        Assert.Equal(17, card.Items.Count(item => item.IsCounted));
        Assert.Equal("Do you have to ask permission to eat/sleep/go to the bathroom?", card.Items.First(item => item.Id == "permission").Ask);
    }

    [Fact]
    public void An_agencys_wording_fits_the_items_or_is_refused()
    {
        const string Wording = "wording:\n  unsafe-work: \"One?\"\n  tricked: \"Two?\"\n  afraid-to-leave: \"Three?\"\n  sex-for-value: \"Four?\"\n";
        var problems = new List<PackProblem>();

        var raft = InstrumentPack.From(Overlaid(Wording), problems).First(instrument => instrument.Id == "raft");

        Assert.Empty(problems);
        Assert.Equal((InstrumentWording.Agency, "Two?"), (raft.Wording, raft.Items[1].Ask));
        InstrumentPack.From(Overlaid(Wording.Replace("tricked", "forced", StringComparison.Ordinal)), problems);
        Assert.Contains("found wording for", Assert.Single(problems).Problem, StringComparison.Ordinal);
    }

    private static PackLibrary Overlaid(string wording) => DefaultPacks.Read([new PackFile("instruments/raft/wording.yaml", wording, IsLocal: true)]);

    private static Questionnaire Answered(string id, params (string Item, Answer Answer)[] answers) =>
        answers.Aggregate(Questionnaire.Begin(Find(id)), (asked, answer) => asked.With(answer.Item, answer.Answer));

    private static Instrument Find(string id) => Shipped.First(instrument => instrument.Id == id);
}
