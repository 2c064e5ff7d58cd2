using Credence.Classification;
using Credence.Incidents;
using Credence.Protection;
using Credence.Screening.Instruments;
using Credence.Testing;
using Credence.Tests.Classification;

namespace Credence.Tests;

/// <summary>The pages of specs/classification, specs/protection and specs/instruments are the tests: a lawyer and an advocate can review them.</summary>
public class CaseSpecTests
{
    private static readonly IReadOnlyList<Instrument> Instruments = InstrumentPack.From(Cast.Packs, []);
    private static readonly string[] Given = ["offenses", "age", "policy", "instrument"];

    public static TheoryData<string, string> Classifications() => SpecPages.Examples("classification");

    public static TheoryData<string, string> Protections() => SpecPages.Examples("protection");

    public static TheoryData<string, string> Questionnaires() => SpecPages.Examples("instruments");

    [Theory]
    [MemberData(nameof(Classifications))]
    public void Classification(string page, string example)
    {
        var lines = SpecPages.Section("classification", page, example);
        var result = Known.Classify(Evidence(lines));
        var expected = SpecPages.List(lines).Where(pair => !IsGiven(pair.Key)).ToList();

        Assert.NotEmpty(expected);
        Assert.All(expected, pair => Assert.Equal(pair.Value, Said(pair.Key, pair.Value, result)));
    }

    [Theory]
    [MemberData(nameof(Protections))]
    public void Protection(string page, string example)
    {
        var lines = SpecPages.Section("protection", page, example);
        var list = SpecPages.List(lines);
        var reviewer = ArrestReviewer.From(Cast.Packs, list.FirstOrDefault(pair => pair.Key == "policy").Value ?? ArrestReviewer.DefaultPolicy);
        var charges = list.Where(pair => pair.Key.StartsWith("charge ", StringComparison.Ordinal)).Select(pair => new OffenseCode(pair.Key[7..])).ToList();
        var review = reviewer.Review(Evidence(lines), charges);
        var expected = list.Where(pair => !IsGiven(pair.Key)).ToList();

        Assert.NotEmpty(expected);
        Assert.All(expected, pair => Assert.Equal(pair.Value, Said(pair.Key, review)));
    }

    [Theory]
    [MemberData(nameof(Questionnaires))]
    public void Questionnaire(string page, string example)
    {
        var list = SpecPages.List(SpecPages.Section("instruments", page, example));
        var asked = Credence.Screening.Instruments.Questionnaire.Begin(Instruments.First(one => one.Id == list.First(pair => pair.Key == "instrument").Value));
        var result = list.Where(pair => pair.Key.StartsWith("answer ", StringComparison.Ordinal))
            .Aggregate(asked, (all, pair) => all.With(pair.Key[7..], AnswerOf(pair.Value))).Result();

        Assert.Equal(list.First(pair => pair.Key == "outcome").Value, Words(result.Outcome));
        if (list.FirstOrDefault(pair => pair.Key == "raises concern").Value is { } concern) Assert.Equal(concern == "yes", result.RaisesConcern);
    }

    private static bool IsGiven(string key) => Given.Contains(key) || key.StartsWith("fact ", StringComparison.Ordinal) || key.StartsWith("answer ", StringComparison.Ordinal);

    private static CaseEvidence Evidence(IReadOnlyList<string> lines)
    {
        var (narrative, list) = (SpecPages.Narrative(lines), SpecPages.List(lines));
        var codes = list.FirstOrDefault(pair => pair.Key == "offenses").Value?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        var incident = Some.Incident(narrative, codes);
        var evidence = narrative.Length > 0 ? CaseEvidence.Of(incident, Cast.Screener.Screen(incident)) : new CaseEvidence { Records = [incident] };
        foreach (var (key, value) in list)
        {
            evidence = key.Split(' ') switch
            {
                ["age"] => evidence.And(Age(int.Parse(value, System.Globalization.CultureInfo.InvariantCulture))),
                ["fact", var fact] => evidence.And(Known.Facts((fact, AnswerOf(value)))),
                ["answer", var item] when item.Contains('/', StringComparison.Ordinal) => evidence.And(Answered(item.Split('/'), AnswerOf(value))),
                _ => evidence,
            };
        }

        return evidence;
    }

    private static CaseEvidence Age(int years) =>
        Known.Facts([.. Known.Classifier.Facts.Where(fact => fact.IsUnder18).Select(fact => (fact.Id, years < 18 ? Answer.Yes : Answer.No))]);

    private static CaseEvidence Answered(string[] item, Answer answer) => CaseEvidence.Of(
        Credence.Screening.Instruments.Questionnaire.Begin(Instruments.First(one => one.Id == item[0])).With(item[1], answer).Result());

    private static Answer AnswerOf(string word) => Enum.Parse<Answer>(word, ignoreCase: true);

    private static string Said(string key, string value, ClassificationResult result) => key.Split('/') switch
    {
        ["proposes"] => result.Offense switch
        {
            OffenseProposal.Trafficking { Codes: var codes } => string.Join(" and ", codes),
            OffenseProposal.Review { Codes: var codes } => $"review {string.Join(" or ", codes)}",
            OffenseProposal.Other => "another code",
            _ => "nothing",
        },
        ["victim"] => result.Victim is VictimProposal.Possible ? "possible" : "nothing",
        ["asks"] => result.Statutes.SelectMany(reading => reading.Questions).FirstOrDefault(question => question == value) ?? "no such question",
        [var statute] => Words(result[statute].InReport),
        [var statute, var element] => Words(result[statute].Element.WithParts().First(part => part.Element.Id == element).Support),
        _ => key,
    };

    private static string Said(string key, ArrestReview review) => key.Split(' ') switch
    {
        ["charge", var charge] => Words(review.Charges.First(one => one.Charge.Value == charge).Outcome),
        ["reason", var reason] => review.Ask(reason) switch
        {
            ReasonAnswer.Refused { Reason: { Instead.Count: > 0, Call.Count: > 0 } } => "refused",
            ReasonAnswer.NeedsApproval => "needs approval",
            _ => "not listed",
        },
        ["exception", var reason, "by", var role, var badge, "approved", "by", var approver, var number] =>
            review.Approve(reason, new Decider(role, badge), new Decider(approver, number), new DateOnly(2031, 6, 14)) is ExceptionAnswer.Approved ? "approved" : "refused",
        _ => key,
    };

    // AskFirst is "ask first" on a page.
    private static string Words(Enum value) =>
        string.Concat(value.ToString().Select((letter, i) => char.IsUpper(letter) ? $"{(i > 0 ? " " : "")}{char.ToLowerInvariant(letter)}" : $"{letter}"));
}
