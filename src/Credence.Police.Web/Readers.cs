using Credence.Classification;
using Credence.Consents;
using Credence.Incidents;
using Credence.Packs;
using Credence.Police.Classification;
using Credence.Police.Web.Training;
using Credence.Police.Web.Writing;
using Credence.Protection;
using Credence.Screening;
using Credence.Wording;

namespace Credence.Police.Web;

/// <summary>Who reads an incident for a page: made once from the packs, for any number of hosts, in the background, because that takes longer than the first page.</summary>
public sealed class Readers(PackLibrary library)
{
    private readonly Task<Screener> _screener = Task.Run(() => Credence.Screening.Screener.From(library));
    private readonly Task<Classifier> _classifier = Task.Run(() => Credence.Classification.Classifier.From(library));
    private readonly Task<ArrestReviewer> _arrests = Task.Run(() => ArrestReviewer.From(library));
    private readonly Task<WordingChecker> _wording = Task.Run(() => WordingChecker.From(library));
    private readonly Lazy<TrainingRoom> _training = new(() => new TrainingRoom(library));
    private readonly Lazy<CasePacks> _case = new(() => CasePacks.From(library));
    private readonly Lazy<Task<IReadOnlyList<PackProblem>>> _problems = new(() => Task.Run(() => ProblemsOf(library)));

    public PackLibrary Library { get; } = library;

    public CasePacks Case => _case.Value;

    public TrainingRoom Training => _training.Value;

    public OffenseLookup Offenses => OffenseLookup.From(Library);

    /// <summary>Reads one incident with the packs of today.</summary>
    public async Task<ReadIncident> Read(Incident incident)
    {
        var screened = (await _screener).Screen(incident);
        var evidence = CaseEvidence.Of(incident, screened);
        return new ReadIncident(
            incident, screened, (await _classifier).Classify(evidence), (await _arrests).Review(evidence, Charges(incident)), (await _wording).Check(incident.Narrative));
    }

    /// <summary>What there is to say of a text that is being written.</summary>
    public async Task<Written> Check(string text)
    {
        var narrative = new Narrative(text);
        var screened = (await _screener).Screen(new Incident(new IncidentNumber("writing"), narrative));
        return new Written(text, (await _wording).Check(narrative), WrittenQuestion.Of(screened, (await _classifier).Facts));
    }

    /// <summary>What is wrong in the files that the agency laid over the packs, by file and line.</summary>
    public Task<IReadOnlyList<PackProblem>> Problems() => _problems.Value;

    public async Task<Screener> Screener() => await _screener;

    public async Task<Classifier> Classifier() => await _classifier;

    public async Task<ArrestReviewer> Arrests() => await _arrests;

    private static IReadOnlyList<PackProblem> ProblemsOf(PackLibrary library)
    {
        var own = library.Packs.SelectMany(pack => pack.Documents).Where(document => document.File.IsLocal).Select(document => document.File.Path).ToHashSet();
        if (own.Count == 0 && library.Problems.Count == 0) return [];
        return
        [
            .. PackCheck.Run(library, onlyLocal: true), .. ClassificationCheck.Run(library), .. PolicyCheck.Run(library), .. ConsentCheck.Run(library),
            .. WordingCheck.Run(library, onlyLocal: true),
        ];
    }

    private static IReadOnlyList<OffenseCode> Charges(Incident incident) =>
        [.. (incident.Arrests ?? []).Select(arrest => arrest.Offense).OfType<OffenseCode>().Distinct()];
}

/// <summary>An incident with what the packs of today say of it.</summary>
/// <param name="Incident">What the source says.</param>
/// <param name="Screened">What was found.</param>
/// <param name="Classified">What the evidence says of the statutes.</param>
/// <param name="Arrests">What the policy says of arrests that the record names.</param>
/// <param name="Wording">Words of the narrative that judge instead of describing.</param>
public sealed record ReadIncident(Incident Incident, ScreeningResult Screened, ClassificationResult Classified, ArrestReview Arrests, WordingResult Wording)
{
    public override string ToString() => $"ReadIncident({Screened.Level})";
}
