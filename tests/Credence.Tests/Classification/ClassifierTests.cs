using Credence.Classification;
using Credence.Incidents;
using Credence.Screening.Instruments;
using Credence.Testing;

namespace Credence.Tests.Classification;

public class ClassifierTests
{
    [Fact]
    public void The_girl_at_the_hotel_is_within_64A_by_her_age_alone()
    {
        var result = Of(Cast.GirlAtTheHotel.Incident);

        Assert.Equal(Support.Supported, result["nibrs-64a"].Support);
        Assert.Contains(result["nibrs-64a"].Element.WithParts(), part => part is { Element.Id: "under-18", Support: Support.Supported });
    }

    [Fact]
    public void Means_are_alternatives_so_evidence_may_attach_to_them_as_a_whole()
    {
        var result = Known.Classify(Known.Facts((Fact.CommercialSex, Answer.Yes), ("made-to", Answer.Yes)));
        var means = Assert.Single(result["nibrs-64a"].Element.WithParts(), part => part.Element.Id == "means");

        Assert.Equal(Support.Supported, means.Support);
        Assert.All(means.Parts, part => Assert.Equal(Support.Unknown, part.Support));
        Assert.IsType<OffenseProposal.Trafficking>(result.Offense);
    }

    [Fact]
    public void A_record_of_40A_with_a_known_adult_is_reviewed_because_the_means_are_unknown()
    {
        var incident = Some.Incident("", "40A") with { Persons = [new Person(Involvement.Arrestee, 30)] };
        var result = Known.Classify(new CaseEvidence { Records = [incident] });

        var review = Assert.IsType<OffenseProposal.Review>(result.Offense);
        Assert.Equal([OffenseCode.CommercialSexActs], review.Codes);
        Assert.Contains("Could you stop if you wanted to? And may I ask how old you are?", result["nibrs-64a"].Questions);
    }

    [Fact]
    public void An_adult_who_answers_no_to_every_means_is_left_to_the_person_who_classifies()
    {
        string[] means = ["force", "abduction", "fraud", "threat-of-harm", "scheme", "restraint", "abuse-of-law", "made-to", Fact.Under18InCommercialSex];
        var result = Known.Classify(Known.Facts([(Fact.CommercialSex, Answer.Yes), .. means.Select(fact => (fact, Answer.No))]));

        var other = Assert.IsType<OffenseProposal.Other>(result.Offense);
        Assert.Equal(["40A", "40B", "40C"], other.Codes.Select(code => code.Value));
    }

    [Fact]
    public void An_age_that_is_not_recorded_is_unknown_and_no_adult()
    {
        var incident = Some.Incident("", "40A") with { Persons = [new Person(Involvement.Arrestee, 30), new Person(Involvement.Arrestee)] };

        Assert.Equal(Support.Unknown, AgeOf(incident));
        Assert.Equal(Support.NotSupported, AgeOf(incident with { Persons = [new Person(Involvement.Arrestee, 30)] }));
        Assert.Equal(Support.Supported, AgeOf(incident with { Persons = [new Person(Involvement.Arrestee, 30), new Person(Involvement.Missing, 15)] }));
    }

    [Fact]
    public void A_child_in_another_sentence_than_the_commercial_sex_only_raises_the_age()
    {
        var result = Known.Classify(Known.Words("Adult female admitted to prostitution. A 9 year old boy was asleep in the next room."));

        Assert.NotEqual(Support.Supported, result["nibrs-64a"].Support);
    }

    [Fact]
    public void A_threat_by_a_boss_is_no_means_of_a_sex_trafficking()
    {
        var boss = Known.Finding("threats.violence-at-work", type: Credence.Screening.ExploitationType.Labor);
        var evidence = new CaseEvidence { Findings = [boss] }.And(Known.Facts((Fact.CommercialSex, Answer.Yes)));

        Assert.Equal(Support.Unknown, Known.Classify(evidence)["nibrs-64a"].Support);
    }

    [Fact]
    public void Massachusetts_needs_no_means_for_sex_and_federal_law_does()
    {
        var result = Known.Classify(Known.Facts((Fact.CommercialSex, Answer.Yes), ("recruited", Answer.Yes)));

        Assert.Equal(Support.Supported, result["ma-50"].InReport);
        Assert.Equal(Support.Unknown, result["us-1591-means"].InReport);
    }

    [Theory]
    [InlineData("drug-control", true)]
    [InlineData("documents-held", true)]
    [InlineData("debt-bondage", true)]
    [InlineData("impairment", true)]
    [InlineData("fraud", true)]
    [InlineData("abuse-of-law", true)]
    [InlineData("financial-harm", false)]
    public void The_Uniform_Acts_coercion_is_wider_than_the_federal_one(string fact, bool supported)
    {
        var result = Known.Classify(Known.Facts((fact, Answer.Yes)));

        Assert.Equal(supported, result["uniform-coercion"].Support == Support.Supported);
        Assert.Equal(fact == "abuse-of-law", result["us-coercion"].Support == Support.Supported);
    }

    [Fact]
    public void A_child_needs_no_means_under_Palermo_and_an_adult_does()
    {
        var work = Known.Facts(("recruited", Answer.Yes), (Fact.Labor, Answer.Yes), ("financial-harm", Answer.Yes));

        Assert.Equal(Support.Unknown, Known.Classify(work)["un-trafficking"].Support);
        Assert.Equal(Support.Supported, Known.Classify(work.And(Known.Facts(("under-18-work", Answer.Yes))))["un-trafficking-child"].Support);
    }

    [Fact]
    public void What_counsel_must_say_leaves_an_offense_unknown_and_a_definition_supported()
    {
        var result = Known.Classify(Known.Facts((Fact.CommercialSex, Answer.Yes), ("recruited", Answer.Yes), ("force", Answer.Yes)));
        var offense = result["us-1591-means"];

        Assert.Equal((Support.Unknown, Support.Supported), (offense.Support, offense.InReport));
        Assert.Equal(2, offense.ForCounsel.Count);
        Assert.Empty(offense.Questions);
        Assert.Equal(Support.Supported, result["us-severe-sex"].Support);
    }

    [Fact]
    public void The_bare_fact_of_work_or_of_a_threat_proposes_nothing()
    {
        Assert.IsType<OffenseProposal.Nothing>(Known.Classify(Known.Facts((Fact.Labor, Answer.Yes))).Offense);
        Assert.IsType<OffenseProposal.Nothing>(Known.Classify(Known.Facts(("threat-of-harm", Answer.Yes))).Offense);
        Assert.IsType<OffenseProposal.Review>(Known.Classify(Known.Facts((Fact.Labor, Answer.Yes), ("threat-of-harm", Answer.Yes))).Offense);
    }

    [Fact]
    public void Support_outweighs_a_no_because_people_who_are_controlled_say_no()
    {
        var evidence = Known.Facts((Fact.CommercialSex, Answer.Yes), ("force", Answer.Yes)).And(Known.Facts(("force", Answer.No)));
        var force = Known.Classify(evidence)["nibrs-64a"].Element.WithParts().First(part => part.Element.Id == "force");

        Assert.Equal(Support.Supported, force.Support);
        Assert.NotEmpty(force.Against);
    }

    [Fact]
    public void An_age_that_the_words_say_and_an_answer_denies_is_reviewed_and_said_in_words()
    {
        var words = Known.Words("A 16 year old female stated she is prostituting at the motel.");
        var adult = Known.Facts((Fact.Under18InCommercialSex, Answer.No));
        var result = Known.Classify(words.And(adult));

        Assert.Equal(Support.Unknown, result["nibrs-64a"].Element.WithParts().First(part => part.Element.Id == "under-18").Support);
        Assert.Contains("The evidence says both", Assert.IsType<OffenseProposal.Review>(result.Offense).Because, StringComparison.Ordinal);
        Assert.Equal(result.Offense.Because, Known.Classify(adult.And(words)).Offense.Because);
        Assert.IsType<OffenseProposal.Trafficking>(Known.Classify(words).Offense);
    }

    [Fact]
    public void Recorded_adults_do_not_contradict_the_child_of_whom_the_words_speak()
    {
        var incident = Some.Incident("A 16 year old female stated she is prostituting at the motel.", "40A") with { Persons = [new Person(Involvement.Suspect, 34)] };

        Assert.IsType<OffenseProposal.Trafficking>(Of(incident).Offense);
    }

    [Fact]
    public void A_result_names_its_packs() =>
        Assert.Equal(["facts@1.1.0", "statutes@1.0.0"], Known.Classify(CaseEvidence.None).Packs);

    private static ClassificationResult Of(Incident incident) => Known.Classify(CaseEvidence.Of(incident, Cast.Screener.Screen(incident)));

    private static Support AgeOf(Incident incident) => Known.Classify(new CaseEvidence { Records = [incident] })["nibrs-64a"].Element.WithParts()
        .First(part => part.Element.Id == "under-18").Support;
}
