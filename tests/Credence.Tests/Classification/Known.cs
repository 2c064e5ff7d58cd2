using Credence.Classification;
using Credence.Packs;
using Credence.Screening;
using Credence.Screening.Instruments;
using Credence.Testing;

namespace Credence.Tests.Classification;

/// <summary>Evidence made by hand, and the classifier of the packs that ship.</summary>
internal static class Known
{
    internal static readonly Classifier Classifier = Classifier.From(Cast.Packs);

    /// <summary>Facts as somebody answered them.</summary>
    internal static CaseEvidence Facts(params (string Fact, Answer Answer)[] answers) =>
        CaseEvidence.Of(answers.Select(answer => new FactAnswer(answer.Fact, answer.Answer, "test", "answered")));

    /// <summary>What a narrative says, with nothing recorded.</summary>
    internal static CaseEvidence Words(string narrative) => CaseEvidence.Of(Cast.Screener.Screen(Some.Incident(narrative)));

    internal static ClassificationResult Classify(CaseEvidence evidence) => Classifier.Classify(evidence);

    internal static Finding Finding(string indicator, Assertion assertion = Assertion.Affirmed, ExploitationType type = ExploitationType.Both) =>
        new(new Indicator
        {
            Id = indicator,
            Title = "is in a test",
            Theme = indicator.Split('.')[0],
            Type = type,
            Dimension = Dimension.Coercion,
            Element = Element.Means,
            Strength = Strength.Strong,
            About = About.Person,
            Minor = false,
            Citation = new Citation("test", "Test", null, true),
        }, 0, 4, 0, 10, assertion);
}
