using Credence.Incidents;
using Credence.Packs;
using YamlDotNet.RepresentationModel;

namespace Credence.Training;

/// <summary>Checks what a schema cannot: that stories can be told with what the pack holds.</summary>
public static class StoryCheck
{
    internal const string PersonAtRisk = "v";

    /// <summary>Every problem of the packs of stories, in order of file and line.</summary>
    public static IReadOnlyList<PackProblem> Run(PackLibrary library)
    {
        var problems = new List<PackProblem>();
        StoryBook.Read(library, problems);
        return [.. problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)];
    }

    internal static void Run(StoryBook book, Pack pack, List<PackProblem> problems)
    {
        foreach (var story in book.Stories)
        {
            foreach (var problem in ProblemsOf(book, story).Distinct()) problems.Add(At(pack, story.Id, $"{story.Id}: {problem}"));
        }

        foreach (var twice in book.Stories.GroupBy(story => story.Id).Where(same => same.Count() > 1))
            problems.Add(At(pack, twice.Key, $"found the story {twice.Key} a second time, expected a new id"));
        foreach (var kind in book.Kinds.Where(kind => !book.Stories.Any(story => story.Kind == kind)))
            problems.Add(At(pack, kind.Id, $"found the kind {kind.Id} without a story, expected one"));
        foreach (var kind in book.Kinds)
        {
            foreach (var unknown in kind.Shares.Keys.Except(book.Communities.Select(community => community.Id)))
                problems.Add(At(pack, kind.Id, $"{kind.Id}: found a share of {unknown}, expected a community that a file lists"));
        }
    }

    private static IEnumerable<string> ProblemsOf(StoryBook book, Story story)
    {
        if (!book.Styles.Any(style => style.Language == story.Language))
            yield return $"found the language {story.Language}, expected one that a style writes";
        foreach (var ending in story.Endings.Where(ending => ending.Arrest != ArrestKind.None))
        {
            if (!story.Parts.Any(part => part.Key == PersonAtRisk)) yield return "found an ending with an arrest, expected a person v whom it is about";
        }

        if (story.Parts.Any(part => part is { Key: PersonAtRisk, Involvement: Involvement.Arrestee }) && story.Endings.Any(ending => !ending.IsInCustodyOrCited))
            yield return "found v recorded as arrestee and an ending without an arrest or a citation, expected both to say the same";
        StoryText?[] texts = [story.Narrative, story.Update, .. story.Endings.Select(ending => ending.Words)];
        foreach (var problem in texts.OfType<StoryText>().SelectMany(text => Unknown(book, story, text, []))) yield return problem;
    }

    private static IEnumerable<string> Unknown(StoryBook book, Story story, StoryText text, HashSet<string> inside)
    {
        foreach (var slot in text.Slots)
        {
            if (slot.Person is { } person && !story.Parts.Any(part => part.Key == person))
                yield return $"found {{{slot.Written}}}, expected one of its persons: {string.Join(", ", story.Parts.Select(part => part.Key))}";
            if (slot.Form is { } form && !StoryPerson.Forms.Contains(form))
                yield return $"found {{{slot.Written}}}, expected one of {string.Join(", ", StoryPerson.Forms)} behind the dot";
            if (slot.Group is not { } group) continue;
            if (book.Group(story, group) is not { } phrases) yield return $"found {{{slot.Written}}}, expected a group of phrases";
            else if (slot.Most > phrases.Count) yield return $"found {{{slot.Written}}}, expected at most the {phrases.Count} phrases that {group} has";
            else if (!inside.Add(group)) yield return $"found {group} inside itself, expected phrases with an end";
            else
            {
                foreach (var problem in phrases.SelectMany(phrase => Unknown(book, story, phrase, inside))) yield return problem;
                inside.Remove(group);
            }
        }
    }

    private static PackProblem At(Pack pack, string id, string problem)
    {
        foreach (var document in pack.Documents)
        {
            var node = document.Root.AllNodes.OfType<YamlMappingNode>().FirstOrDefault(node => node.Text("id") == id);
            if (node is not null) return document.ProblemAt(node, problem);
        }

        return new PackProblem(pack.Documents[0].File.Path, 1, problem);
    }
}
