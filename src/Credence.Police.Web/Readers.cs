using Credence.Classification;
using Credence.Incidents;
using Credence.Packs;
using Credence.Protection;
using Credence.Screening;

namespace Credence.Police.Web;

/// <summary>Who reads an incident for a page: made once from the packs, in the background, because that takes longer than the first page.</summary>
public sealed class Readers(PackLibrary library)
{
    private readonly Task<Screener> _screener = Task.Run(() => Credence.Screening.Screener.From(library));
    private readonly Task<Classifier> _classifier = Task.Run(() => Credence.Classification.Classifier.From(library));
    private readonly Task<ArrestReviewer> _arrests = Task.Run(() => ArrestReviewer.From(library));

    public PackLibrary Library { get; } = library;

    public OffenseLookup Offenses => OffenseLookup.From(Library);

    /// <summary>Reads one incident with the packs of today.</summary>
    public async Task<ReadIncident> Read(Incident incident)
    {
        var screened = (await _screener).Screen(incident);
        var evidence = CaseEvidence.Of(incident, screened);
        return new ReadIncident(incident, screened, (await _classifier).Classify(evidence), (await _arrests).Review(evidence, Charges(incident)));
    }

    public async Task<Screener> Screener() => await _screener;

    public async Task<Classifier> Classifier() => await _classifier;

    public async Task<ArrestReviewer> Arrests() => await _arrests;

    private static IReadOnlyList<OffenseCode> Charges(Incident incident) =>
        [.. (incident.Arrests ?? []).Select(arrest => arrest.Offense).OfType<OffenseCode>().Distinct()];
}

/// <summary>An incident with what the packs of today say of it.</summary>
/// <param name="Incident">What the source says.</param>
/// <param name="Screened">What was found.</param>
/// <param name="Classified">What the evidence says of the statutes.</param>
/// <param name="Arrests">What the policy says of arrests that the record names.</param>
public sealed record ReadIncident(Incident Incident, ScreeningResult Screened, ClassificationResult Classified, ArrestReview Arrests)
{
    public override string ToString() => $"ReadIncident({Screened.Level})";
}
