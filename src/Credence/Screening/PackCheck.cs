using Credence.Incidents.Nibrs;
using Credence.Packs;
using Credence.Text;
using YamlDotNet.RepresentationModel;

namespace Credence.Screening;

/// <summary>Checks what a schema cannot: that patterns can be read and that every example does what its pack says.</summary>
public static class PackCheck
{
    /// <summary>Every problem of the library, of shape and of meaning, in order of file and line.</summary>
    /// <param name="library">The packs.</param>
    /// <param name="onlyLocal">True to run the examples of an agency's files only.</param>
    public static IReadOnlyList<PackProblem> Run(PackLibrary library, bool onlyLocal = false)
    {
        bool Includes(PackDocument document) => !onlyLocal || document.File.IsLocal;
        var problems = new List<PackProblem>(library.Problems);
        var contexts = library.OfKind(ContextPack.Kind).Select(pack => ContextPack.Read(pack, problems)).ToList();
        foreach (var context in contexts)
        {
            problems.AddRange(CuesWithoutEffect(context, Includes));
        }

        foreach (var pack in library.OfKind(IndicatorPack.Kind).Select(pack => IndicatorPack.Read(pack, problems)))
        {
            if (contexts.FirstOrDefault(context => context.Pack.Id == $"context-{pack.Pack.Language}") is { } context)
            {
                problems.AddRange(ExamplesThatFail(pack, context, Includes));
            }
            else
            {
                problems.Add(new PackProblem(pack.Pack.Documents[0].File.Path, 1, $"found no context pack context-{pack.Pack.Language}, expected one beside the indicators"));
            }
        }

        foreach (var pack in library.OfKind(NibrsEdition.Kind))
        {
            NibrsEdition.Check(pack, library, problems);
        }

        problems.AddRange(SignalCheck.Run(library));
        return [.. problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)];
    }

    /// <summary>Dates of birth in examples are held against this day.</summary>
    private static readonly DateOnly DayOfExamples = new(2026, 1, 1);

    private static IEnumerable<PackProblem> ExamplesThatFail(
        IndicatorPack pack, ContextPack context, Func<PackDocument, bool> includes)
    {
        var files = pack.Pack.Documents.Where(includes).Select(document => document.File.Path).ToHashSet();
        var entries = pack.Entries.Where(entry => files.Contains(entry.File)).ToArray();
        var vocabulary = VocabularyBuilder.Build(LanguageReader.WordsOf(entries, context));
        var reader = new LanguageReader(entries, context, vocabulary);
        var tokenizer = new Tokenizer(vocabulary);
        var work = new Workspace { Day = DayOfExamples };
        bool Finds(IndicatorEntry entry, string text)
        {
            var findings = new List<Finding>();
            tokenizer.Read(text, work.Tokens);
            reader.Find(text, work, findings);
            return findings.Any(finding => finding.Indicator.Id == entry.Indicator.Id);
        }

        foreach (var entry in entries)
        {
            foreach (var text in entry.Match.Where(text => !Finds(entry, text)))
            {
                yield return new PackProblem(entry.File, entry.Line, $"{entry.Indicator.Id} is not found in its example \"{text}\", expected it to be");
            }

            foreach (var text in entry.NoMatch.Where(text => Finds(entry, text)))
            {
                yield return new PackProblem(entry.File, entry.Line, $"{entry.Indicator.Id} is found in its counter-example \"{text}\", expected it not to be");
            }
        }
    }

    private static IEnumerable<PackProblem> CuesWithoutEffect(ContextPack pack, Func<PackDocument, bool> includes)
    {
        var reader = ContextReader.Of(pack);
        foreach (var (cue, document) in pack.Sourced.Where(pair => pair.Cue.Category is not null && includes(pair.Document)))
        {
            foreach (var example in cue.Examples.Where(example => Reads(reader, example, cue) != true))
            {
                yield return document.ProblemAt(example, $"the words in < > are not read as {cue.Category}, expected them to be");
            }

            foreach (var example in cue.Counter.Where(example => Reads(reader, example, cue) != false))
            {
                yield return document.ProblemAt(example, $"the words in < > are read as {cue.Category}, expected them not to be");
            }
        }
    }

    /// <summary>
    /// Whether the marked words get the cue's category; for cues that end or mask others, whether they do not.
    /// Null if no words are marked.
    /// </summary>
    private static bool? Reads(ContextReader reader, YamlScalarNode example, Cue cue)
    {
        var text = example.Value!;
        var (open, close) = (text.IndexOf('<', StringComparison.Ordinal), text.IndexOf('>', StringComparison.Ordinal) - 1);
        if (open < 0 || close <= open)
        {
            return null;
        }

        var plain = text.Replace("<", "", StringComparison.Ordinal).Replace(">", "", StringComparison.Ordinal);
        var reached = cue.Category == Assertion.Affirmed
            ? reader.Read(plain, open, close) == Assertion.Affirmed
            : reader.ReadAll(plain, open, close).Contains(cue.Category!.Value);
        return cue.Direction is CueDirection.Terminate or CueDirection.Pseudo ? !reached : reached;
    }
}
