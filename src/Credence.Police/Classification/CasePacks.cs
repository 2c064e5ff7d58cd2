using System.Text.RegularExpressions;
using Credence.Classification;
using Credence.Incidents;
using Credence.Packs;
using Credence.Police.Encounters;
using Credence.Protection;
using Credence.Screening;
using Credence.Screening.Instruments;

namespace Credence.Police.Classification;

/// <summary>The packs by which cases of the record are read, and the policy of the agency. Made once; one serves many threads.</summary>
public sealed partial class CasePacks
{
    private readonly PackLibrary _library;

    private CasePacks(PackLibrary library, string policy)
    {
        _library = library;
        (Screener, Classifier, Reviewer) = (Screener.From(library), Classifier.From(library), ArrestReviewer.From(library, policy));
        Instruments = InstrumentPack.From(library, []);
    }

    public Screener Screener { get; }

    public Classifier Classifier { get; }

    public ArrestReviewer Reviewer { get; }

    public IReadOnlyList<Instrument> Instruments { get; }

    /// <summary>The packs of a library, with the policy that the agency adopted.</summary>
    /// <exception cref="ArgumentException">No pack is that policy.</exception>
    public static CasePacks From(PackLibrary library, string policy = ArrestReviewer.DefaultPolicy) => new(library, policy);

    /// <summary>What is wrong with a content, in one sentence without what was answered; null if nothing is.</summary>
    internal string? Problem(EncounterContent content)
    {
        var instrument = InstrumentOf(content);
        if (content.Instrument is { } stamp && !Stamp().IsMatch(stamp)) return "Found no instrument with its version, expected such as hhs-card@1.0.0.";
        if (content.Instrument is null ? content.Answers.Count > 0 || content.Stopped : instrument is null)
            return "Found an instrument that the packs in use do not have, or answers to none, expected one of them.";
        if (content.Answers.Keys.Any(item => !Form().IsMatch(item) || (instrument!.Pack == content.Instrument && !Has(instrument, item))))
            return "Found an answer to no item of the instrument, expected its items only.";
        if (content.Facts.Keys.Any(fact => Classifier.Facts.All(known => known.Id != fact))) return "Found a fact that no pack has, expected ids of facts.";
        if (content.Answers.Values.Concat(content.Facts.Values).Any(answer => !Enum.IsDefined(answer))) return "Found another answer, expected yes, no, unknown or refused.";
        if (content.Needs.Any(one => !Enum.IsDefined(one.Need) || (one.Urgency is { } urgency && !Enum.IsDefined(urgency)) || !Enum.IsDefined(one.State))) return "Found a need that is on no list, expected one of the list.";
        return content.Needs.Select(one => one.Need).Distinct().Count() == content.Needs.Count ? null : "Found a need twice, expected each once.";
    }

    /// <summary>The instrument with its answers; null if none was used.</summary>
    internal Questionnaire? Asked(EncounterContent content)
    {
        if (InstrumentOf(content) is not { } instrument) return null;
        var asked = content.Answers.Where(pair => Has(instrument, pair.Key)).Aggregate(Questionnaire.Begin(instrument), (so, pair) => so.With(pair.Key, pair.Value));
        return content.Stopped ? asked.Stop() : asked;
    }

    internal CaseEvidence EvidenceOf(EncounterContent content) => (Asked(content) is { } asked ? CaseEvidence.Of(asked.Result()) : CaseEvidence.None)
        .And(CaseEvidence.Of(FactsOf(content.Facts, "observed")))
        // Answers to items that the packs no longer have say something that nobody has read here: until then the person counts as a possible victim.
        .And(new CaseEvidence { InstrumentConcern = InstrumentOf(content) is { } instrument && content.Answers.Keys.Any(item => !Has(instrument, item)) });

    /// <summary>What somebody says of facts, in the words of their pack; those that no pack has are left out.</summary>
    internal IEnumerable<FactAnswer> FactsOf(IReadOnlyDictionary<string, Answer> known, string reference) =>
        from fact in Classifier.Facts
        where known.ContainsKey(fact.Id) && known[fact.Id] is not Answer.NotAsked
        let answer = known[fact.Id]
        select new FactAnswer(fact.Id, answer, reference, $"answered {answer.ToString().ToLowerInvariant()}: {fact.Title}");

    /// <summary>Whether anything knows what a charge is. What nothing knows is no charge: somebody's name may stand there.</summary>
    internal bool Knows(OffenseCode charge) => KnownCharge.Is(charge, _library);

    private Instrument? InstrumentOf(EncounterContent content) =>
        content.Instrument?.Split('@') is [var id, _] ? Instruments.FirstOrDefault(instrument => instrument.Id == id) : null;

    private static bool Has(Instrument instrument, string item) => instrument.Items.Any(known => known.Id == item);

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+){0,7}\z")]
    private static partial Regex Form();

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+){0,7}@[0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,4}\z")]
    private static partial Regex Stamp();
}
