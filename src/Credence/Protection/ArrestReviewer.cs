using Credence.Classification;
using Credence.Incidents;
using Credence.Packs;

namespace Credence.Protection;

/// <summary>
/// Holds charges against a policy before a possible victim is arrested, cited or warned, from evidence of any kind: answers
/// at the roadside, or findings in a report. Immutable; one serves many threads.
/// </summary>
public sealed class ArrestReviewer
{
    /// <summary>The policy that is taken where none is named.</summary>
    public const string DefaultPolicy = "model-agency";

    private static readonly IReadOnlySet<OffenseCode> Sold = new HashSet<OffenseCode> { new("40A") };

    private static readonly OffenseCode Rest = new("90Z");

    private readonly Classifier _classifier;
    private readonly OffenseLookup _offenses;
    private readonly Policy _policy;
    private readonly List<PolicyOffenses> _covered;
    private readonly List<PolicyOffenses> _notCovered;
    private readonly PolicyOffenses? _immune;

    private ArrestReviewer(Policy policy, Classifier classifier, OffenseLookup offenses)
    {
        (_policy, _classifier, _offenses) = (policy, classifier, offenses);
        _covered = [.. policy.Covered.Select(rule => new PolicyOffenses(rule, offenses))];
        _notCovered = [.. policy.NotCovered.Select(rule => new PolicyOffenses(rule, offenses))];
        _immune = policy.Immunity is { } immunity ? new PolicyOffenses(immunity.Rule, offenses) : null;
    }

    /// <summary>A reviewer with one policy of a library.</summary>
    /// <exception cref="ArgumentException">No pack is that policy.</exception>
    public static ArrestReviewer From(PackLibrary library, string policy = DefaultPolicy)
    {
        var policies = PolicyPack.From(library, []);
        return policies.FirstOrDefault(known => known.Id == policy) is { } found
            ? new ArrestReviewer(found, Classifier.From(library), OffenseLookup.From(library))
            : throw new ArgumentException($"found no policy {policy}, expected one of {string.Join(", ", policies.Select(known => known.Id))}", nameof(policy));
    }

    /// <summary>What the policy says of these charges, in the light of the evidence.</summary>
    public ArrestReview Review(CaseEvidence evidence, IReadOnlyList<OffenseCode> charges)
    {
        var classification = _classifier.Classify(evidence);
        var under18 = Under18(classification.Evidence);
        return new ArrestReview
        {
            Policy = _policy,
            Classification = classification,
            Under18 = under18,
            Charges = [.. charges.Select(charge => ReviewOf(charge, _offenses.Read(charge), classification, under18))],
            Packs = [_policy.Pack.Stamp, .. classification.Packs],
        };
    }

    private ChargeReview ReviewOf(OffenseCode charge, OffenseReading read, ClassificationResult classification, Support under18)
    {
        var immunity = _immune?.Holds(read) == true ? _policy.Immunity!.Rule : null;
        if (immunity is not null && under18 == Support.Supported)
        {
            return new ChargeReview(charge, ChargeOutcome.Immune, $"{immunity.Title}.", immunity.Citation) { IsCoveredOffense = true };
        }

        var byOffense = ByOffense(charge, read, classification);
        if (under18 == Support.NotSupported || (immunity is null && !read.Means(Sold))) return byOffense;
        return (immunity is null ? byOffense : WithoutAge(byOffense, immunity, AskOf(classification))) with { NeedsAge = under18 == Support.Unknown };
    }

    private static string AskOf(ClassificationResult classification) => classification.Evidence.Any(item => item.IsContradicted)
        ? Proposer.Contradicted
        : "The age is not known: ask, and take nobody to be an adult until it is.";

    // An unknown age never weakens what is known without it.
    private static ChargeReview WithoutAge(ChargeReview known, CoveredOffense immunity, string howToAsk)
    {
        var ask = $"{immunity.Title}. {howToAsk}";
        return known.Outcome switch
        {
            ChargeOutcome.Covered => known with { Because = $"{known.Because} {ask}", IsCoveredOffense = true },
            ChargeOutcome.AskFirst => known with { Because = $"{ask} {known.Because}", Citation = immunity.Citation, IsCoveredOffense = true },
            _ => new ChargeReview(known.Charge, ChargeOutcome.AskFirst, ask, immunity.Citation) { IsCoveredOffense = true },
        };
    }

    private ChargeReview ByOffense(OffenseCode charge, OffenseReading read, ClassificationResult classification)
    {
        if (_notCovered.Find(one => one.Holds(read))?.Rule is { } left)
        {
            return new ChargeReview(charge, ChargeOutcome.NotCovered, $"{left.Title}. {left.Why}".Trim(), left.Citation);
        }

        return _covered.Find(one => one.Holds(read))?.Rule is { } covered
            ? Covered(charge, covered, classification) with { IsCoveredOffense = true }
            : new ChargeReview(charge, ChargeOutcome.NotCovered, "The policy does not name it. Whether the person is a possible victim stays a question for the advocate.", null);
    }

    // The code of all other offenses says nothing of which: a warrant is recorded under it as well as massage without a license.
    private static string TitleOf(OffenseCode charge, CoveredOffense rule) => charge == Rest
        ? $"All other offenses (90Z), among them {char.ToLowerInvariant(rule.Title[0])}{rule.Title[1..]}"
        : rule.Title;

    private static ChargeReview Covered(OffenseCode charge, CoveredOffense rule, ClassificationResult classification) => classification switch
    {
        { Victim: VictimProposal.Possible possible } =>
            new ChargeReview(charge, ChargeOutcome.Covered, $"{TitleOf(charge, rule)}: covered for a possible victim. {possible.Because}", rule.Citation),
        { Offense: OffenseProposal.Review review } =>
            new ChargeReview(charge, ChargeOutcome.AskFirst, $"{TitleOf(charge, rule)}: covered for a possible victim. {review.Because}", rule.Citation),
        _ when rule.ScreenFirst =>
            new ChargeReview(charge, ChargeOutcome.AskFirst, $"{TitleOf(charge, rule)}: nobody is arrested for it before a screening.", rule.Citation),
        _ => new ChargeReview(charge, ChargeOutcome.NotCovered, $"{TitleOf(charge, rule)}: covered for a possible victim, and nothing known says so. None found does not mean none.", rule.Citation),
    };

    /// <summary>The person's age as said, seen or recorded; for the charge, whatever the age was found beside.</summary>
    private Support Under18(IReadOnlyList<EvidenceItem> items)
    {
        var ids = _classifier.Facts.Where(fact => fact.IsUnder18).Select(fact => fact.Id).ToHashSet();
        var standings = items.Where(item => ids.Contains(item.Fact)).Select(item => item.Standing).ToHashSet();
        return standings.Contains(Standing.Supports) ? Support.Supported
            : standings.Contains(Standing.Against) ? Support.NotSupported
            : Support.Unknown;
    }
}
