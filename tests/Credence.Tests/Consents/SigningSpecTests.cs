using System.Globalization;
using Credence.Classification;
using Credence.Consents;
using Credence.Testing;

namespace Credence.Tests.Consents;

/// <summary>The pages who-signs and without-consent of specs/consent are the tests.</summary>
public class SigningSpecTests
{
    private static readonly IReadOnlyList<ConsentLaw> Laws = ConsentLawPack.From(Cast.Packs, []);
    private static readonly DateTimeOffset Now = Releases.Day("2031-06-15");
    private static readonly Decider Counsel = new("counsel", "C-1");

    public static TheoryData<string> Signers() => SpecPages.ExamplesOf("consent", "who-signs");

    public static TheoryData<string> Demands() => SpecPages.ExamplesOf("consent", "without-consent");

    [Theory]
    [MemberData(nameof(Signers))]
    public void Who_signs(string example)
    {
        var list = SpecPages.List(SpecPages.Section("consent", "who-signs", example));
        SpecPages.OnlyKeys(list, "where", "age", "service", "emancipated", "parent", "guardian", "lives-apart", "manages-own-money", "mature-enough", "signs", "asks");
        var law = Laws.Single(one => one.Jurisdiction == list.First(pair => pair.Key == "where").Value);
        var answer = law.WhoSigns(list.Aggregate(new SigningFacts(), With));

        Assert.Equal(list.First(pair => pair.Key == "signs").Value, answer switch
        {
            SigningAnswer.Person => "the person",
            SigningAnswer.MinorAlone { Rule: var rule, Stamp: var stamp } when stamp.EndsWith(rule.Id, StringComparison.Ordinal) => "the minor alone",
            SigningAnswer.MinorAndParent => "the minor and a parent",
            SigningAnswer.Guardian => "the guardian",
            SigningAnswer.Ask => "first ask",
            _ => "nobody who is there",
        });
        Assert.All(list.Where(pair => pair.Key == "asks"), pair => Assert.Contains(pair.Value, Assert.IsType<SigningAnswer.Ask>(answer).Questions));
    }

    [Theory]
    [MemberData(nameof(Demands))]
    public void Without_consent(string example)
    {
        var list = SpecPages.List(SpecPages.Section("consent", "without-consent", example));
        SpecPages.OnlyKeys(list, "demand", "where", "counsel finds", "would tell", "told", "answer");
        var where = list.FirstOrDefault(pair => pair.Key == "where").Value ?? "us";
        var parts = list.First(pair => pair.Key == "demand").Value.Split(", ", 2);
        var demand = new Demand(SpecPages.Value<DemandKind>(parts[0]), where, parts.ElementAtOrDefault(1), Releases.Kinds(InformationKind.Services));
        var kinds = ReleaseSpecTests.KindsOf(list.FirstOrDefault(pair => pair.Key == "would tell").Value ?? "services").ToList();
        var found = list.FirstOrDefault(pair => pair.Key == "counsel finds").Value;
        var counsel = found is null ? null : new CounselReview(Counsel, Now, found == "nothing" ? null : found);

        var answer = CompelledRelease.Answer(demand, kinds, Laws.Single(law => law.Jurisdiction == where), counsel, NoticeOf(list), Now);

        Assert.Equal(list.First(pair => pair.Key == "answer").Value, answer switch
        {
            CompelledAnswer.Allowed => "allowed",
            CompelledAnswer.ToCounsel => "to counsel",
            _ => "refused",
        });
        if (answer is CompelledAnswer.Allowed allowed) Assert.Equal(found ?? parts[1], allowed.Release.Mandate);
    }

    private static Notice? NoticeOf(IReadOnlyList<(string Key, string Value)> list) => list.FirstOrDefault(pair => pair.Key == "told").Value switch
    {
        null => new Notice.Told(Now),
        "tried" => new Notice.Attempted([Now.AddDays(-2), Now.AddDays(-1), Now]),
        "dangerous" => new Notice.Dangerous(NoticeDanger.SomebodyListens, new Decider("advocate", "A-7"), Now),
        _ => null,
    };

    private static SigningFacts With(SigningFacts facts, (string Key, string Value) pair) => pair.Key switch
    {
        "age" => facts with { Age = int.Parse(pair.Value, CultureInfo.InvariantCulture) },
        "service" => facts with { Service = SpecPages.Value<ServiceKind>(pair.Value) },
        "emancipated" => facts with { IsEmancipated = pair.Value == "yes" },
        "parent" => facts with { Parent = SpecPages.Value<ParentStanding>(pair.Value) },
        "guardian" => facts with { HasCourtGuardian = true, IsGuardianSuspected = pair.Value == "suspected" },
        "where" or "signs" or "asks" => facts,
        _ => facts with { Conditions = facts.Conditions.Append(KeyValuePair.Create(pair.Key, pair.Value == "yes")).ToDictionary() },
    };
}
