using Credence.Classification;
using Credence.Incidents;
using Credence.Police.Classification;
using Credence.Police.Encounters;
using Credence.Protection;
using Credence.Screening.Instruments;

namespace Credence.Police.Web.Roadside;

/// <summary>What an officer holds in the hand: the instrument that is asked where none is named, and the agency's policy.</summary>
public sealed class RoadsideCard(CasePacks packs)
{
    public const string Default = "hhs-card";

    public IReadOnlyList<Instrument> Instruments { get; } =
        [.. packs.Instruments.Where(one => one.Wording is not InstrumentWording.Missing).OrderByDescending(one => one.Id == Default)];

    public Policy Policy { get; } = packs.Reviewer.Review(CaseEvidence.None, []).Policy;

    /// <summary>Charges in plain words that the policy speaks of.</summary>
    public IReadOnlyList<string> Charges =>
        [.. new[] { Policy.Immunity?.Rule }.OfType<CoveredOffense>().Concat(Policy.Covered).Concat(Policy.NotCovered).SelectMany(rule => rule.Examples).Distinct()];

    /// <summary>The same for a device without a connection.</summary>
    internal byte[] Json => field ??= CardJson.Of(this);

    /// <summary>The answers with their instrument, or null if none was used or no pack has it any more.</summary>
    public Questionnaire? Asked(EncounterContent content)
    {
        var id = content.Instrument?.Split('@')[0];
        if (packs.Instruments.FirstOrDefault(one => one.Id == id) is not { } instrument) return null;
        var asked = content.Answers.Where(pair => instrument.Items.Any(item => item.Id == pair.Key))
            .Aggregate(Questionnaire.Begin(instrument), (so, pair) => so.With(pair.Key, pair.Value));
        return content.Stopped ? asked.Stop() : asked;
    }

    /// <summary>What the policy says before any charge is thought of, in the light of the answers.</summary>
    public ArrestReview Review(EncounterContent content) =>
        packs.Reviewer.Review(Asked(content) is { } asked ? CaseEvidence.Of(asked.Result()) : CaseEvidence.None, []);

    /// <summary>Every standing that answers without a connection may give a person before the policy.</summary>
    internal static IReadOnlyList<RoadsideStanding> Standings { get; } =
        [.. from concern in (bool[])[false, true] from age in (Answer[])[Answer.NotAsked, Answer.Yes, Answer.No] select new RoadsideStanding(concern, age)];

    /// <summary>What the policy says of each of its charges against a person of this standing.</summary>
    internal ArrestReview Review(RoadsideStanding standing)
    {
        var ages = packs.Classifier.Facts.Where(fact => fact.IsUnder18 && standing.Under18 is not Answer.NotAsked)
            .Select(fact => new FactAnswer(fact.Id, standing.Under18, "roadside", fact.Title));
        return packs.Reviewer.Review(CaseEvidence.Of(ages) with { InstrumentConcern = standing.IsOfConcern }, [.. Charges.Select(charge => new OffenseCode(charge))]);
    }

    /// <summary>True for an item whose yes says that the person is under 18.</summary>
    public bool IsAge(InstrumentItem item) => packs.Classifier.Facts.Any(fact => fact.IsUnder18 && item.Facts.Contains(fact.Id));
}

/// <summary>What answers say of a person before a policy: whether they raise concern, and whether the person is under 18.</summary>
internal readonly record struct RoadsideStanding(bool IsOfConcern, Answer Under18)
{
    /// <summary>By which a device finds it: concern or none, and child, adult or unknown.</summary>
    public string Key => $"{(IsOfConcern ? "concern" : "none")}-{Under18 switch { Answer.Yes => "child", Answer.No => "adult", _ => "unknown" }}";
}
