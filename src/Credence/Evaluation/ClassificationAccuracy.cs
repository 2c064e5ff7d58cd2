using Credence.Classification;
using Credence.Incidents;
using Credence.Screening;
using Credence.Statistics;

namespace Credence.Evaluation;

/// <summary>
/// What the classifier reads in summaries of prosecuted cases, against the statutes charged and the victims recorded. Every
/// case is trafficking as charged; a summary need not tell every element.
/// </summary>
public sealed record ClassificationAccuracy
{
    /// <summary>Cases by what was charged (sex, labor, both, not clear) and by what is proposed; long summaries only.</summary>
    public required IReadOnlyList<Comparison> Proposed { get; init; }

    /// <summary>Of the cases clearly sex or clearly labor for which every element of one code alone is supported, the share with the code charged.</summary>
    public required Proportion RightCode { get; init; }

    /// <summary>Of the cases clearly sex or clearly labor, the share for which every element of the code charged is supported.</summary>
    public required Proportion Supported { get; init; }

    /// <summary>The same, or reviewed as possibly the code charged.</summary>
    public required Proportion SupportedOrReview { get; init; }

    /// <summary>For each element of the code charged, the share of clear cases in which it is supported.</summary>
    public required IReadOnlyList<ElementShare> Elements { get; init; }

    /// <summary>Supported that a person in commercial sex is under 18, against victims under 18 as recorded; cases charged as sex only.</summary>
    public required ConfusionMatrix Minors { get; init; }

    /// <summary>The minors of cases charged as sex without force, fraud or coercion being supported: 64A by the age alone.</summary>
    public required int ByAgeAlone { get; init; }

    /// <summary>Classifies and compares.</summary>
    public static ClassificationAccuracy Measure(CaseGold gold, Func<Incident, ClassificationResult> classify)
    {
        var cases = gold.Cases.Where(one => one.Incident.Narrative.Length > CaseAccuracy.LongSummary)
            .Select(one => (Case: one, Result: classify(one.Incident))).ToList();
        var clear = cases.FindAll(one => one.Case.Statutes.ByList is ExploitationType.Sex or ExploitationType.Labor);
        var sex = clear.FindAll(one => one.Case.Statutes.ByList == ExploitationType.Sex);
        var oneCode = clear.FindAll(one => Codes(one.Result) is [_]);
        return new ClassificationAccuracy
        {
            Proposed = [.. cases.Select(one => new Comparison(one.Case.Incident.Number, Charged(one.Case.Statutes.ByList), Said(one.Result)))],
            RightCode = Share(oneCode, one => Codes(one.Result)[0] == CodeOf(one.Case)),
            Supported = Share(clear, one => Codes(one.Result).Contains(CodeOf(one.Case))),
            SupportedOrReview = Share(clear, one => Codes(one.Result).Contains(CodeOf(one.Case))
                || (one.Result.Offense is OffenseProposal.Review review && review.Codes.Contains(CodeOf(one.Case)))),
            Elements = [.. ElementsOf(clear, ExploitationType.Sex, "nibrs-64a"), .. ElementsOf(clear, ExploitationType.Labor, "nibrs-64b")],
            Minors = ConfusionMatrix.Of(sex.Where(one => one.Case.Minors is not null).Select(one => (IsUnder18(one.Result), one.Case.Minors > 0))),
            ByAgeAlone = sex.Count(one => IsUnder18(one.Result) && Element(one.Result["nibrs-64a"], "means").Support != Support.Supported),
        };
    }

    private static IEnumerable<ElementShare> ElementsOf(
        List<(CaseSummary Case, ClassificationResult Result)> clear, ExploitationType type, string statute)
    {
        var cases = clear.FindAll(one => one.Case.Statutes.ByList == type);
        return cases.Count == 0 ? [] : cases[0].Result[statute].Element.WithParts()
            .Where(part => part.Element.Id is "act" or "commercial-sex" or "labor" or "means" or "purpose" or "under-18")
            .Select(part => part.Element.Id).Distinct()
            .Select(id => new ElementShare(Charged(type), id, Share(cases, one => Element(one.Result[statute], id).Support == Support.Supported)));
    }

    private static bool IsUnder18(ClassificationResult result) => Element(result["nibrs-64a"], "under-18").Support == Support.Supported;

    private static ElementReading Element(StatuteReading reading, string id) => reading.Element.WithParts().First(part => part.Element.Id == id);

    private static IReadOnlyList<OffenseCode> Codes(ClassificationResult result) =>
        result.Offense is OffenseProposal.Trafficking trafficking ? trafficking.Codes : [];

    private static OffenseCode CodeOf(CaseSummary one) =>
        one.Statutes.ByList == ExploitationType.Sex ? OffenseCode.CommercialSexActs : OffenseCode.InvoluntaryServitude;

    private static string Charged(ExploitationType type) => type == ExploitationType.None ? "not clear" : type.ToString().ToLowerInvariant();

    private static string Said(ClassificationResult result) => result.Offense switch
    {
        OffenseProposal.Trafficking trafficking => string.Join(" and ", trafficking.Codes),
        OffenseProposal.Review review => $"review {string.Join(" or ", review.Codes)}",
        _ => "nothing",
    };

    private static Proportion Share<T>(List<T> cases, Func<T, bool> has) => new(cases.Count(has), cases.Count);
}

/// <summary>How often an element is supported.</summary>
/// <param name="Charged">What was charged: sex or labor.</param>
/// <param name="Element">Id of the element.</param>
/// <param name="Supported">The share of cases so charged in which it is supported.</param>
public sealed record ElementShare(string Charged, string Element, Proportion Supported);
