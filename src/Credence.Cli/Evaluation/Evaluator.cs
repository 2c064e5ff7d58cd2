using System.Text.Json.Serialization;
using Credence.Evaluation;
using Credence.Packs;
using Credence.Screening;
using Credence.Statistics;

namespace Credence.Cli.Evaluation;

/// <summary>The measures of one gold file, and how they read.</summary>
internal sealed record Evaluated(
    string Gold, object Measures, [property: JsonIgnore] Report Report, IReadOnlyList<GoldProblem> Problems);

/// <summary>Measures gold files of every kind with one set of packs.</summary>
internal sealed class Evaluator(PackLibrary library, string contextPack, FlagJudgments judgments)
{
    // Any number does; a fixed one gives the same page twice.
    private static readonly Bootstrap Draws = new(Seed: 20260101);

    private readonly Screener _screener = Screener.From(library);

    /// <summary>What stands above the reports.</summary>
    public string Preface =>
        $"Made by `credence evaluate` with {string.Join(", ", _screener.Packs.Select(pack => $"`{pack}`"))}. "
        + "Shares are given as share [95 % interval] (count of all). Bootstrap intervals are of 2,000 draws from a fixed seed, "
        + "so the same packs and files give the same page. Incidents are named by number only; what they tell stays with "
        + "whoever holds the files.";

    public Evaluated Measure(string name, Gold gold)
    {
        switch (gold)
        {
            case CodedGold coded:
                var accuracy = ScreeningAccuracy.Measure(coded, _screener.Screen, Draws);
                return new Evaluated(name, accuracy, ScreeningReport.Of(name, accuracy), gold.Problems);
            case CaseGold cases:
                var found = CaseAccuracy.Measure(cases, _screener.Screen, Draws);
                return new Evaluated(name, found, CaseReport.Of(name, found), gold.Problems);
            case NarrativeGold narratives:
                var rate = FlagRate.Measure(narratives, _screener.Screen, judgments);
                return new Evaluated(name, rate, FlagReport.Of(name, rate), gold.Problems);
            case AnnotatedGold annotated:
                var context = ContextAccuracy.Measure(annotated, Reader(), Draws);
                return new Evaluated(name, context, ContextReport.Of(name, contextPack, context), gold.Problems);
            default:
                throw new WrongUseException($"{name}, {((UnreadableGold)gold).Message}.");
        }
    }

    private Func<string, int, int, ContextReading> Reader()
    {
        if (library.Find(contextPack) is not { Kind: ContextPack.Kind } pack)
        {
            var known = library.OfKind(ContextPack.Kind).Select(p => p.Id);
            throw new WrongUseException($"--context: found no pack {contextPack}, expected one of {string.Join(", ", known)}.");
        }

        var reader = ContextReader.Of(ContextPack.Read(pack, []));
        return (sentence, start, end) => ContextReading.Of(reader.ReadAll(sentence, start, end));
    }
}
