using Credence.Classification;
using Credence.Incidents;
using Credence.Screening;
using Credence.Screening.Instruments;
using Credence.Testing;
using CsCheck;

namespace Credence.Tests.Classification;

public class ClassifierPropertyTests
{
    private static readonly string[] FactIds = [.. Known.Classifier.Facts.Select(fact => fact.Id)];

    private static readonly string[] Ages = [.. Known.Classifier.Facts.Where(fact => fact.IsUnder18).Select(fact => fact.Id)];

    private static readonly string[] Indicators = [.. Cast.Packs.OfKind(IndicatorPack.Kind)
        .SelectMany(pack => IndicatorPack.Read(pack, []).Entries).Select(entry => entry.Indicator.Id).Distinct()];

    private static readonly Gen<FactAnswer> Answered = Gen.Select(Gen.OneOf(FactIds), Gen.Enum<Answer>(),
        (fact, answer) => new FactAnswer(fact, answer, "test", "answered"));

    private static readonly Gen<Finding> Found = Gen.Select(Gen.OneOf(Indicators), Gen.Enum<Assertion>(), Gen.Enum<ExploitationType>(),
        Known.Finding);

    private static readonly Gen<Incident> Record = Gen.Select(
        Gen.OneOf("40A", "40B", "40C", "90J", "210").List[0, 2],
        Gen.Select(Gen.Enum<Involvement>(), Gen.Int[-1, 40], (part, age) => new Person(part, age < 0 ? null : age)).List[0, 3],
        (codes, persons) => Some.Incident(null, [.. codes]) with { Persons = persons });

    private static readonly Gen<CaseEvidence> Evidence = Gen.Select(Answered.List[0, 8], Found.List[0, 8], Record.List[0, 2],
        (answers, findings, records) => new CaseEvidence { Answers = answers, Findings = findings, Records = records });

    [Fact]
    public void More_support_never_turns_supported_into_unknown_or_not() =>
        Gen.Select(Evidence, Gen.OneOf(FactIds)).Sample((evidence, fact) =>
        {
            var before = Known.Classify(evidence);
            var after = Known.Classify(evidence.And(Known.Facts((fact, Answer.Yes))));
            return before.Statutes.Zip(after.Statutes).All(pair =>
                pair.First.Element.WithParts().Zip(pair.Second.Element.WithParts()).All(parts => parts.Second.Support >= parts.First.Support));
        }, iter: 150);

    [Fact]
    public void No_order_of_evidence_changes_a_result() =>
        Evidence.Sample(evidence => Print(evidence) == Print(new CaseEvidence
        {
            Answers = [.. evidence.Answers.Reverse()],
            Findings = [.. evidence.Findings.Reverse()],
            Records = [.. evidence.Records.Reverse()],
        }), iter: 200);

    [Fact]
    public void Evidence_said_twice_is_said_once() =>
        Evidence.Sample(evidence => Print(evidence) == Print(evidence.And(evidence)), iter: 100);

    [Fact]
    public void A_minor_in_commercial_sex_needs_no_proof_of_means() =>
        Answered.Where(other => other.Answer != Answer.No || !Ages.Contains(other.Fact)).List[0, 10].Sample(others =>
        {
            var known = Known.Facts((Fact.CommercialSex, Answer.Yes), (Fact.Under18InCommercialSex, Answer.Yes));
            var result = Known.Classify(known.And(CaseEvidence.Of(others)));
            return result["nibrs-64a"].Support == Support.Supported
                && result.Offense is OffenseProposal.Trafficking { Codes: var codes } && codes.Contains(OffenseCode.CommercialSexActs);
        }, iter: 150);

    [Fact]
    public void An_age_answered_both_ways_is_unknown_whatever_else_is_known() =>
        Gen.Select(Evidence, Gen.OneOf(Ages), Gen.OneOf(Ages)).Sample((others, yes, no) =>
        {
            var both = others.And(Known.Facts((yes, Answer.Yes), (no, Answer.No)));
            return Known.Classify(both).Statutes.SelectMany(statute => statute.Element.WithParts())
                .Where(part => part.Element.Id == "under-18").All(part => part.Support == Support.Unknown);
        }, iter: 150);

    [Fact]
    public void Unknown_means_or_unknown_age_never_yields_40A() =>
        Evidence.Sample(evidence =>
        {
            var result = Known.Classify(evidence);
            var elements = result["nibrs-64a"].Element.WithParts().ToList();
            var isOpen = elements.Any(part => part.Element.Id is "means" or "under-18" && part.Support == Support.Unknown);
            return !isOpen || result.Offense is not OffenseProposal.Other { Codes: var codes } || !codes.Contains(new OffenseCode("40A"));
        }, iter: 400);

    [Fact]
    public void Even_with_every_other_fact_answered_no_the_unknown_age_or_means_is_reviewed() =>
        Gen.OneOf(MeansAndAge()).Sample(open =>
        {
            var answers = MeansAndAge().Where(fact => fact != open).Select(fact => (fact, Answer.No)).Append((Fact.CommercialSex, Answer.Yes)).ToArray();
            return Known.Classify(Known.Facts(answers)).Offense is OffenseProposal.Review;
        });

    [Fact]
    public void What_is_denied_past_feared_ruled_out_boilerplate_or_of_others_supports_nothing() =>
        Gen.Select(Gen.OneOf(Indicators), Gen.Enum<Assertion>().Where(assertion => assertion != Assertion.Affirmed), (indicator, assertion) =>
            Known.Finding(indicator, assertion)).List[1, 8].Sample(findings =>
            Known.Classify(new CaseEvidence { Findings = findings }).Evidence.All(item => item.Standing == Standing.Raises), iter: 150);

    private static string[] MeansAndAge() =>
        [.. Known.Classify(CaseEvidence.None)["nibrs-64a"].Element.Parts[1].WithParts().Where(part => part.Element.Joining == Joining.Leaf)
            .SelectMany(part => part.Element.Facts).Distinct()];

    private static string Print(CaseEvidence evidence)
    {
        var result = Known.Classify(evidence);
        return string.Join('\n', result.Statutes.SelectMany(statute => statute.Element.WithParts())
            .Select(part => $"{part.Element.Id} {part.Support} {Items(part.SupportedBy)} {Items(part.Against)} {Items(part.RaisedBy)}")
            .Append($"{result.Offense.GetType().Name} {result.Offense.Because} {result.Victim}"));
    }

    private static string Items(IReadOnlyList<EvidenceItem> items) => string.Join(",", items.Select(item => $"{item.Fact}/{item.Reference}/{item.Says}"));
}
