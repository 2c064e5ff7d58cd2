using Credence.Incidents;
using Credence.Packs;
using Credence.Screening;

namespace Credence.Tests.Screening;

/// <summary>The rule alone, with findings made by hand.</summary>
public class LevelRuleTests
{
    [Fact]
    public void One_clear_fact_affirmed_is_strong() =>
        Assert.Equal("clear-fact", ClauseFor(A("force.beaten", Strength.Strong)));

    [Theory]
    [InlineData(Assertion.Denied)]
    [InlineData(Assertion.Historical)]
    [InlineData(Assertion.Hypothetical)]
    public void A_clear_fact_that_is_not_affirmed_is_possible_never_dropped(Assertion assertion) =>
        Assert.Equal("one-sign", ClauseFor(A("force.beaten", Strength.Strong) with { Assertion = assertion }));

    [Theory]
    [InlineData(Assertion.RuledOut)]
    [InlineData(Assertion.Boilerplate)]
    [InlineData(Assertion.SomeoneElse)]
    public void What_the_writer_rules_out_weighs_nothing(Assertion assertion) =>
        Assert.Null(ClauseFor(A("force.beaten", Strength.Strong) with { Assertion = assertion }));

    [Fact]
    public void A_child_in_commercial_sex_needs_no_means()
    {
        var sells = A("trade.sells", Strength.Medium, Element.Purpose);
        var child = A("minors.age", Strength.Weak, Element.Vulnerability, minor: true, type: ExploitationType.Both);

        Assert.Equal("child-in-commercial-sex", ClauseFor(sells, child));
        Assert.Equal("one-sign", ClauseFor(sells, child with { SentenceStart = 90, SentenceEnd = 99 }));
    }

    [Theory]
    [InlineData("She is 15. She sells.", "child-in-commercial-sex")]
    [InlineData("She is 15. He sells.", "one-sign")]
    [InlineData("She is 15. Rain. She sells.", "one-sign")]
    public void A_next_sentence_that_begins_with_the_same_word_goes_on_about_the_child(string text, string clause)
    {
        var end = text.IndexOf('.', StringComparison.Ordinal);
        var begin = text.LastIndexOf('.', text.Length - 2) + 2;
        var child = A("minors.age", Strength.Weak, Element.Vulnerability, minor: true) with { Start = 0, End = end, SentenceStart = 0, SentenceEnd = end };
        var sells = A("trade.sells", Strength.Medium, Element.Purpose) with { Start = text.Length - 6, End = text.Length - 1, SentenceStart = begin, SentenceEnd = text.Length - 1 };

        Assert.Equal(clause, Judge(text, [], child, sells).Clause);
        Assert.Equal("one-sign", Judge(text, [], child with { Start = 4 }, sells).Clause);
    }

    [Theory]
    [InlineData(Involvement.Victim, 15, Level.StrongIndication, MinorStatus.Yes)]
    [InlineData(Involvement.Arrestee, 15, Level.StrongIndication, MinorStatus.Yes)]
    [InlineData(Involvement.Arrestee, 18, Level.PossibleIndication, MinorStatus.Unknown)]
    [InlineData(Involvement.Witness, 9, Level.PossibleIndication, MinorStatus.Unknown)]
    public void A_recorded_child_with_a_part_of_its_own_makes_commercial_sex_in_the_words_strong(
        Involvement part, int age, Level level, MinorStatus minor)
    {
        var result = Judge("Sold.", [new Person(part, age), new Person(Involvement.Unknown, 40)], A("trade.sells", Strength.Medium, Element.Purpose));

        Assert.Equal((level, minor), (result.Level, result.Minor));
    }

    [Theory]
    [InlineData(2, 30, "one-sign")]
    [InlineData(9, 30, "one-sign")]
    [InlineData(10, 30, "recorded-child")]
    [InlineData(9, 17, "recorded-child")]
    public void A_small_child_beside_a_grown_up_with_a_part_needs_words_of_its_own(int child, int other, string clause) =>
        Assert.Equal(clause, Judge("Sold.", [new Person(Involvement.Victim, child), new Person(Involvement.Arrestee, other)], A("trade.sells", Strength.Medium, Element.Purpose)).Clause);

    [Fact]
    public void A_recorded_child_of_no_stated_part_is_meant_where_nobody_grown_up_is_recorded() =>
        Assert.Equal("recorded-child", Judge("Sold.", [new Person(Involvement.Unknown, 15)], A("trade.sells", Strength.Medium, Element.Purpose)).Clause);

    [Fact]
    public void Means_and_purpose_of_two_themes_are_strong()
    {
        var means = A("documents.kept", Strength.Medium, Element.Means, type: ExploitationType.Both);

        Assert.Equal("means-and-purpose", ClauseFor(means, A("trade.sells", Strength.Medium, Element.Purpose)));
        Assert.Equal("one-sign", ClauseFor(means, A("documents.work", Strength.Medium, Element.Purpose)));
        Assert.Equal("one-sign", ClauseFor(means, A("trade.sells", Strength.Weak, Element.Purpose)));
        Assert.Equal("one-sign", ClauseFor(means, A("trade.sells", Strength.Medium, Element.Purpose) with { Start = means.Start, End = means.End }));
    }

    [Fact]
    public void Weak_signs_add_up_only_across_themes_and_about_a_person()
    {
        var street = A("street.waves", Strength.Weak);
        var area = A("place.area", Strength.Weak, about: About.Place);

        Assert.Null(ClauseFor(street));
        Assert.Null(ClauseFor(area, A("hotel.room", Strength.Weak, about: About.Place)));
        Assert.Null(ClauseFor(street, A("street.loiters", Strength.Weak)));
        Assert.Equal("two-weak-signs", ClauseFor(street, area));
    }

    [Fact]
    public void A_buyer_alone_or_an_accused_alone_is_none()
    {
        var accused = A("accused.record", Strength.Medium, about: About.Accused);

        Assert.Null(ClauseFor(A("buyers.sting", Strength.Medium, about: About.Buyer)));
        Assert.Null(ClauseFor(accused));
        Assert.Equal("accused-and-companion", ClauseFor(accused, A("companion.passenger", Strength.Weak, about: About.Companion)));
    }

    [Fact]
    public void Two_of_the_ILO_dimensions_are_strong_together()
    {
        var coercion = new[] { "a.one", "b.two", "c.three" }.Select(id => A(id, Strength.Medium, dimension: Dimension.Coercion)).ToList();
        var exploitation = new[] { "d.one", "e.two" }.Select(id => A(id, Strength.Medium, dimension: Dimension.Exploitation)).ToList();
        var sameWords = A("f.three", Strength.Weak, dimension: Dimension.Exploitation) with { Start = exploitation[0].Start, End = exploitation[0].End };

        Assert.Equal("one-sign", ClauseFor([.. coercion, .. exploitation]));
        Assert.Equal("one-sign", ClauseFor([.. coercion, .. exploitation, sameWords]));
        Assert.Equal("two-dimensions", ClauseFor([.. coercion, .. exploitation, A("f.three", Strength.Weak, dimension: Dimension.Exploitation)]));
    }

    [Fact]
    public void Type_is_both_only_when_neither_outweighs_the_other()
    {
        var sex = A("trade.sells", Strength.Medium);
        var labor = A("farm.works", Strength.Medium, type: ExploitationType.Labor);

        Assert.Equal(ExploitationType.Both, TypeOf(sex, labor));
        Assert.Equal(ExploitationType.Sex, TypeOf(sex, labor with { Indicator = labor.Indicator with { Strength = Strength.Weak } }));
        Assert.Equal(ExploitationType.Labor, TypeOf(labor));
        Assert.Equal(ExploitationType.Both, TypeOf(A("held.locked-in", Strength.Strong, type: ExploitationType.Both)));
    }

    [Fact]
    public void A_narrative_that_no_pack_can_read_is_not_screened_and_never_none_found()
    {
        Assert.Equal(Level.NotScreened, Judge(wasRead: false).Level);
        Assert.Equal(Level.NoneFound, Judge(wasRead: true).Level);
    }

    [Fact]
    public void Codes_can_raise_a_level_but_never_lower_it()
    {
        var signal = new Signal("x", "the codes speak", "rule", Level.PossibleIndication);
        var incident = new Incident(new IncidentNumber("1"), new Narrative("…"));

        Assert.Equal(Level.PossibleIndication, Judgement.Of(incident, [], [signal], true).Level);
        Assert.Equal(Level.PossibleIndication, Judgement.Of(incident, [], [signal], false).Level);
        Assert.Equal(Level.StrongIndication, Judgement.Of(incident, [A("force.beaten", Strength.Strong)], [signal], true).Level);
    }

    private static string? ClauseFor(params Finding[] findings) => LevelRule.Apply(new Evidence(findings))?.Clause.Id;

    private static ExploitationType TypeOf(params Finding[] findings) => new Evidence(findings).Type();

    private static ScreeningResult Judge(string text, Person[] persons, params Finding[] findings) =>
        Judgement.Of(new Incident(new IncidentNumber("1"), new Narrative(text)) { Persons = persons }, findings, [], true);

    private static ScreeningResult Judge(bool wasRead) =>
        Judgement.Of(new Incident(new IncidentNumber("1"), new Narrative("…")), [], [], wasRead);

    private static Finding A(
        string id, Strength strength, Element element = Element.None, bool minor = false,
        ExploitationType type = ExploitationType.Sex, About about = About.Person, Dimension dimension = Dimension.Exploitation) =>
        new(new Indicator
        {
            Id = id,
            Title = "does something",
            Theme = id[..id.IndexOf('.', StringComparison.Ordinal)],
            Type = type,
            Dimension = dimension,
            Element = element,
            Strength = strength,
            About = about,
            Minor = minor,
            Citation = new Citation("x", "X", null, true),
        }, 10 * ++_found, (10 * _found) + 5, 0, int.MaxValue, Assertion.Affirmed);

    [ThreadStatic]
    private static int _found;
}
