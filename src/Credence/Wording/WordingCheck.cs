using Credence.Incidents;
using Credence.Packs;

namespace Credence.Wording;

/// <summary>Checks what a schema cannot: that patterns of wording packs can be read and that every example does what its pack says.</summary>
public static class WordingCheck
{
    /// <summary>Every problem, beside those of shape, in order of file and line.</summary>
    /// <param name="library">The packs.</param>
    /// <param name="onlyLocal">True to run the examples of an agency's files only.</param>
    public static IReadOnlyList<PackProblem> Run(PackLibrary library, bool onlyLocal = false)
    {
        var problems = new List<PackProblem>();
        foreach (var pack in library.OfKind(WordingPack.Kind))
        {
            var local = pack.Documents.Where(document => !onlyLocal || document.File.IsLocal).Select(document => document.File.Path).ToHashSet();
            var entries = WordingPack.Read(pack, problems).Entries.Where(entry => local.Contains(entry.File)).ToList();
            if (pack.Language is { } language)
            {
                problems.AddRange(ExamplesThatFail(entries, WordingChecker.From(library, [language])));
            }
            else
            {
                problems.Add(new PackProblem(pack.Documents[0].File.Path, 1, "found no language, expected the code of the language that the pack reads"));
            }
        }

        return [.. problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)];
    }

    private static IEnumerable<PackProblem> ExamplesThatFail(IEnumerable<WordingEntry> entries, WordingChecker checker)
    {
        bool Flags(WordingEntry entry, string text) => checker.Check(new Narrative(text)).Flags.Any(flag => flag.Rule.Id == entry.Rule.Id);
        foreach (var entry in entries)
        {
            foreach (var text in entry.Match.Where(text => !Flags(entry, text)))
            {
                yield return new PackProblem(entry.File, entry.Line, $"{entry.Rule.Id} is not flagged in its example \"{text}\", expected it to be");
            }

            foreach (var text in entry.NoMatch.Where(text => Flags(entry, text)))
            {
                yield return new PackProblem(entry.File, entry.Line, $"{entry.Rule.Id} is flagged in its counter-example \"{text}\", expected it not to be");
            }
        }
    }
}
