using System.Text.Json.Serialization;
using Credence.Classification;
using Credence.Evaluation;
using Credence.Incidents;
using Credence.Packs;
using Credence.Screening;
using Credence.Statistics;
using Credence.Wording;

namespace Credence.Cli.Evaluation;

/// <summary>The measures of one gold file, and how they read.</summary>
internal sealed record Evaluated(
    string Gold, object Measures, [property: JsonIgnore] Report Report, IReadOnlyList<GoldProblem> Problems);

/// <summary>Measures gold files of every kind with one set of packs, which are read when the first file needs them.</summary>
internal sealed class Evaluator(
    Func<PackLibrary> packs, IReadOnlyList<string>? languages, string contextPack, FlagJudgments judgments)
{
    // Any number does; a fixed one gives the same page twice.
    private static readonly Bootstrap Draws = new(Seed: 20260101);

    private readonly Lazy<PackLibrary> _library = new(packs);
    private Screener? _screener;
    private Classifier? _classifier;
    private WordingChecker? _checker;

    /// <summary>What stands above the reports.</summary>
    public string Preface =>
        $"Made by `credence evaluate`{With([.. _screener?.Packs ?? [], .. _classifier?.Packs ?? [], .. _checker?.Packs ?? []])}. "
        + "Shares are given as share [95 % interval] (count of all). Bootstrap intervals are of 2,000 draws from a fixed seed, "
        + "so the same packs and files give the same page. Incidents are named by number only; what they tell stays with "
        + "whoever holds the files.";

    public Evaluated Measure(string name, Gold gold)
    {
        switch (gold)
        {
            case CodedGold coded:
                var accuracy = ScreeningAccuracy.Measure(coded, Screen, Draws) with { Wording = WordingAccuracy.Measure(coded, Check) };
                return new Evaluated(name, accuracy, ScreeningReport.Of(name, accuracy), gold.Problems);
            case CaseGold cases:
                var found = CaseAccuracy.Measure(cases, Screen);
                var classified = ClassificationAccuracy.Measure(cases, Classify);
                return new Evaluated(name, new { Screening = found, Classification = classified }, CaseReport.Of(name, found, classified), gold.Problems);
            case NarrativeGold narratives:
                var rate = FlagRate.Measure(narratives, Screen, judgments);
                return new Evaluated(name, rate, FlagReport.Of(name, rate), gold.Problems);
            case AnnotatedGold annotated:
                var context = ContextAccuracy.Measure(annotated, Reader());
                return new Evaluated(name, context, ContextReport.Of(name, contextPack, context), gold.Problems);
            default:
                throw CommandEnd.WrongUse($"{name}, {((UnreadableGold)gold).Message}.");
        }
    }

    private static string With(IReadOnlyList<string> packs) =>
        packs.Count == 0 ? "" : $" with {string.Join(", ", packs.Select(pack => $"`{pack}`"))}";

    private ScreeningResult Screen(Incident incident) => (_screener ??= PackFolder.Screener(_library.Value, languages)).Screen(incident);

    private WordingResult Check(Narrative narrative) => (_checker ??= PackFolder.WordingChecker(_library.Value, languages)).Check(narrative);

    private ClassificationResult Classify(Incident incident) =>
        (_classifier ??= Classifier.From(_library.Value, [])).Classify(CaseEvidence.Of(incident, Screen(incident)));

    private Func<string, int, int, ContextReading> Reader()
    {
        if (_library.Value.Find(contextPack) is not { Kind: ContextPack.Kind } pack)
        {
            var known = _library.Value.OfKind(ContextPack.Kind).Select(p => p.Id);
            throw CommandEnd.WrongUse($"--context: found no pack {contextPack}, expected one of {string.Join(", ", known)}.");
        }

        var reader = ContextReader.Of(ContextPack.Read(pack, []));
        return (sentence, start, end) => ContextReading.Of(reader.ReadAll(sentence, start, end));
    }
}
