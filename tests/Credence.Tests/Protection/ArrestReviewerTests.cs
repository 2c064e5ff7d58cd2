using Credence.Classification;
using Credence.Incidents;
using Credence.Protection;
using Credence.Screening.Instruments;
using Credence.Testing;
using Credence.Tests.Classification;
using CsCheck;

namespace Credence.Tests.Protection;

public class ArrestReviewerTests
{
    private static readonly ArrestReviewer Reviewer = ArrestReviewer.From(Cast.Packs);
    private static readonly Decider Officer = new("patrol", "12");
    private static readonly Decider Supervisor = new("supervisor", "3");
    private static readonly DateOnly Day = new(2031, 6, 14);

    [Fact]
    public void The_farm_worker_is_not_arrested_for_trespass()
    {
        var incident = Cast.FarmWorker.Incident;
        var review = Reviewer.Review(CaseEvidence.Of(incident, Cast.Screener.Screen(incident)), incident.Offenses!);

        Assert.Equal(ChargeOutcome.Covered, Assert.Single(review.Charges).Outcome);
        Assert.True(review.IsPossibleVictim);
    }

    [Fact]
    public void At_the_roadside_answers_alone_are_evidence()
    {
        var card = Questionnaire.Begin(InstrumentPack.From(Cast.Packs, []).First(instrument => instrument.Id == "hhs-card"))
            .With("papers", Answer.Yes).With("can-leave-job", Answer.No);
        var review = Review(CaseEvidence.Of(card.Result()), "90Z");

        Assert.Equal(ChargeOutcome.Covered, review.Charges[0].Outcome);
    }

    [Fact]
    public void Nobody_under_18_is_arrested_for_selling_sex_whatever_else_is_known()
    {
        var review = Review(Age(Answer.Yes), "40A");

        Assert.Equal(ChargeOutcome.Immune, review.Charges[0].Outcome);
        Assert.True(review.IsPossibleVictim);
    }

    [Fact]
    public void An_unknown_age_asks_first() => Assert.Equal(ChargeOutcome.AskFirst, Review(CaseEvidence.None, "40A").Charges[0].Outcome);

    [Fact]
    public void An_adult_is_screened_before_an_arrest_for_selling_sex() =>
        Assert.Equal(ChargeOutcome.AskFirst, Review(Age(Answer.No), "40A").Charges[0].Outcome);

    [Theory]
    [InlineData("90J")]
    [InlineData("35A")]
    [InlineData("23C")]
    public void Nothing_known_is_no_possible_victim_and_no_all_clear(string charge)
    {
        var review = Review(CaseEvidence.None, charge);

        Assert.Equal(ChargeOutcome.NotCovered, review.Charges[0].Outcome);
        Assert.Contains("None found does not mean none", review.Charges[0].Because, StringComparison.Ordinal);
    }

    [Fact]
    public void A_grave_offense_is_left_to_others_and_the_person_stays_a_possible_victim()
    {
        var review = Review(Known.Facts((Fact.CommercialSex, Answer.Yes), ("force", Answer.Yes)), "09A");

        Assert.Equal(ChargeOutcome.NotCovered, review.Charges[0].Outcome);
        Assert.True(review.IsPossibleVictim);
    }

    [Theory]
    [InlineData("testimony")]
    [InlineData("own-safety")]
    [InlineData("until-advocate")]
    [InlineData("no-shelter")]
    public void A_refused_reason_comes_with_what_to_do_instead_and_whom_to_call(string reason)
    {
        var refused = Assert.IsType<ReasonAnswer.Refused>(Review(CaseEvidence.None, "40A").Ask(reason)).Reason;

        Assert.NotEmpty(refused.Instead);
        Assert.NotEmpty(refused.Call);
    }

    [Fact]
    public void A_reason_on_no_list_is_no_reason()
    {
        Assert.IsType<ReasonAnswer.NotListed>(Review(CaseEvidence.None, "40A").Ask("because"));
        Assert.IsType<ReasonAnswer.NeedsApproval>(Review(CaseEvidence.None, "40A").Ask("warrant"));
    }

    [Fact]
    public void An_exception_needs_a_second_person_in_the_right_role_and_a_listed_reason()
    {
        var review = Review(CaseEvidence.None, "90J");

        var given = Assert.IsType<ExceptionAnswer.Approved>(review.Approve("warrant", Officer, Supervisor, Day)).Exception;
        Assert.Equal(("warrant", "model-agency@1.0.0"), (given.Reason.Id, given.Policy));
        Assert.IsType<ExceptionAnswer.Refused>(review.Approve("warrant", Supervisor, Supervisor, Day));
        Assert.IsType<ExceptionAnswer.Refused>(review.Approve("warrant", Officer, new Decider("patrol", "13"), Day));
        Assert.IsType<ExceptionAnswer.Refused>(review.Approve("own-safety", Officer, Supervisor, Day));
    }

    [Theory]
    [InlineData("b12")]
    [InlineData(" B12 ")]
    [InlineData("b12\t")]
    [InlineData("B-12")]
    [InlineData("B 0012")]
    [InlineData("Badge no. B12")]
    [InlineData("b\u200b12")]
    [InlineData("\uff22\uff11\uff12")]
    public void Nobody_approves_her_own_exception_by_typing_her_badge_another_way(string badge)
    {
        var review = Review(CaseEvidence.None, "90J");

        Assert.IsType<ExceptionAnswer.Refused>(review.Approve("warrant", new Decider("patrol", "B12"), new Decider("supervisor", badge), Day));
        Assert.IsType<ExceptionAnswer.Approved>(review.Approve("warrant", new Decider("patrol", "B12"), new Decider("supervisor", "B13"), Day));
    }

    [Theory]
    [InlineData("0123", "123", true)]
    [InlineData("#123", "123", true)]
    [InlineData("P-0123", "p123", true)]
    [InlineData("000", "0", true)]
    [InlineData("123", "1230", false)]
    [InlineData("B12", "C12", false)]
    [InlineData("B12", "12", false)]
    [InlineData("B10", "BO", false)]
    [InlineData("NORA1", "RA1", false)]
    public void A_badge_is_one_person_in_every_spelling_and_letters_make_another(string one, string other, bool same)
    {
        Assert.Equal(same, new Decider("patrol", one).IsSamePerson(new Decider("supervisor", other)));
        Assert.Equal(same, new Decider("patrol", other).IsSamePerson(new Decider("supervisor", one)));
    }

    [Theory]
    [InlineData("40A")]
    [InlineData("prostitution")]
    public void There_is_no_exception_for_selling_sex_while_the_age_is_not_known(string charge)
    {
        var refused = Assert.IsType<ExceptionAnswer.Refused>(Review(CaseEvidence.None, charge).Approve("warrant", Officer, Supervisor, Day));

        Assert.Contains("The age is not known", refused.Because, StringComparison.Ordinal);
        Assert.IsType<ExceptionAnswer.Approved>(Review(Age(Answer.No), charge).Approve("warrant", Officer, Supervisor, Day));
    }

    [Fact]
    public void An_age_that_is_said_and_denied_is_unknown_and_asked_again()
    {
        var review = Review(Age(Answer.No).And(Known.Words("A 16 year old female stated she is prostituting at the motel.")), "40A");

        Assert.Equal(Support.Unknown, review.Under18);
        Assert.NotEqual(ChargeOutcome.NotCovered, review.Charges[0].Outcome);
        Assert.Contains("The evidence says both", review.Charges[0].Because, StringComparison.Ordinal);
        Assert.IsType<ExceptionAnswer.Refused>(review.Approve("warrant", Officer, Supervisor, Day));
    }

    [Fact]
    public void Nobody_under_18_is_an_exception() =>
        Assert.IsType<ExceptionAnswer.Refused>(Review(Age(Answer.Yes), "40A").Approve("warrant", Officer, Supervisor, Day));

    [Fact]
    public void A_policy_without_exceptions_has_none() => Assert.IsType<ExceptionAnswer.Refused>(
        ArrestReviewer.From(Cast.Packs, "osce-non-punishment").Review(CaseEvidence.None, [new OffenseCode("30A")]).Approve("warrant", Officer, Supervisor, Day));

    [Fact]
    public void A_policy_that_is_not_there_is_refused_with_those_that_are() =>
        Assert.Contains("model-agency", Assert.Throws<ArgumentException>(() => ArrestReviewer.From(Cast.Packs, "nobody")).Message, StringComparison.Ordinal);

    [Fact]
    public void More_evidence_of_trafficking_never_makes_an_arrest_easier() =>
        Gen.Select(Gen.OneOf(Known.Classifier.Facts.Select(fact => fact.Id).ToArray()).List[0, 5], Gen.OneOf("40A", "90J", "35A", "40B", "09A", "40C"),
            Gen.OneOf("force", "fraud", "made-to", Fact.CommercialSex, Fact.Labor, Fact.Under18InCommercialSex)).Sample((facts, charge, more) =>
        {
            var evidence = Known.Facts([.. facts.Select(fact => (fact, Answer.Yes))]);
            var before = Review(evidence, charge).Charges[0].Outcome;
            var after = Review(evidence.And(Known.Facts((more, Answer.Yes))), charge).Charges[0].Outcome;
            return after <= before || (before == ChargeOutcome.Covered && after == ChargeOutcome.AskFirst);
        }, iter: 150);

    [Theory]
    [InlineData("trespass")]
    [InlineData("Trespassing")]
    [InlineData("curfew")]
    [InlineData("possession of drugs")]
    [InlineData("drugs")]
    [InlineData("false ID")]
    [InlineData("selling sex")]
    public void Words_of_the_policys_headings_are_covered_like_their_codes(string charge) =>
        Assert.Equal(ChargeOutcome.Covered, Review(Exploited, charge).Charges[0].Outcome);

    [Theory]
    [InlineData("murder")]
    [InlineData("buying sex")]
    [InlineData("driving under the influence of drugs")]
    public void Words_that_mean_another_offense_are_not_covered(string charge) =>
        Assert.Equal(ChargeOutcome.NotCovered, Review(Exploited, charge).Charges[0].Outcome);

    [Theory]
    [InlineData("ZZZ", false)]
    [InlineData("99Z", false)]
    [InlineData("false ID", true)]
    [InlineData("90J", true)]
    [InlineData("Shoplifting", true)]
    public void What_nothing_knows_is_no_charge(string charge, bool isKnown) => Assert.Equal(isKnown, KnownCharge.Is(new OffenseCode(charge), Cast.Packs));

    [Fact]
    public void An_unknown_age_never_weakens_what_holds_for_an_adult()
    {
        var charge = Review(Known.Facts((Fact.CommercialSex, Answer.Yes), ("force", Answer.Yes)), "40A").Charges[0];

        Assert.Equal(ChargeOutcome.Covered, charge.Outcome);
        Assert.Contains("covered for a possible victim", charge.Because, StringComparison.Ordinal);
        Assert.Contains("The age is not known", charge.Because, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("13A")]
    [InlineData("trespass")]
    public void Somebody_under_18_gets_the_steps_for_a_child_whatever_the_charge(string charge)
    {
        var review = Review(Age(Answer.Yes), charge);

        Assert.True(review.AsksForCare);
        Assert.Superset(review.Policy.Immunity!.Instead.ToHashSet(), review.Steps.ToHashSet());
    }

    [Fact]
    public void A_reason_for_offenses_that_are_not_covered_serves_for_no_other()
    {
        Assert.IsType<ExceptionAnswer.Refused>(Review(Exploited, "40A").Approve("grave-offense", Officer, Supervisor, Day));
        Assert.IsType<ExceptionAnswer.Refused>(Review(CaseEvidence.None, "90J", "09A").Approve("grave-offense", Officer, Supervisor, Day));
        Assert.IsType<ExceptionAnswer.Approved>(Review(Exploited, "09A").Approve("grave-offense", Officer, Supervisor, Day));
    }

    [Fact]
    public void The_Spanish_policy_has_the_rules_of_the_English_one()
    {
        var policies = PolicyPack.From(Cast.Packs, []);

        Assert.Equal(Rules(policies.First(policy => policy.Id == "model-agency")), Rules(policies.First(policy => policy.Id == "model-agency-es")));
    }

    private static IEnumerable<string> Rules(Policy policy) =>
    [
        .. policy.Covered.Concat(policy.NotCovered).Append(policy.Immunity!.Rule)
            .Select(rule => $"{rule.Id} {string.Join(",", rule.Offenses)} {string.Join(",", rule.InWords)} {rule.ScreenFirst} {rule.Citation.Source}"),
        .. policy.RefusedReasons.Select(reason => $"{reason.Id} {reason.Instead.Count} {reason.Call.Count} {reason.Citation.Source}"),
        .. policy.Exceptions!.Reasons.Select(reason => $"{reason.Id} {reason.OnlyNotCovered}"),
        string.Join(",", policy.Exceptions.Approvers),
        $"{policy.Purpose.Count} {policy.PossibleVictim.Count} {policy.Before.Count} {policy.Release.Count} {policy.Vacatur.Count} {policy.Measures.Count} {policy.FillIn.Count} {policy.Immunity.Instead.Count}",
    ];

    private static CaseEvidence Exploited => Known.Facts((Fact.CommercialSex, Answer.Yes), ("force", Answer.Yes), (Fact.Under18InCommercialSex, Answer.No));

    private static CaseEvidence Age(Answer under18) => Known.Facts((Fact.Under18InCommercialSex, under18));

    private static ArrestReview Review(CaseEvidence evidence, params string[] charges) =>
        Reviewer.Review(evidence, [.. charges.Select(charge => new OffenseCode(charge))]);
}
