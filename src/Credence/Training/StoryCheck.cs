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
        StoryText[] texts = [.. ((StoryText?[])[story.Narrative, story.Update, .. story.Endings.Select(ending => ending.Words)]).OfType<StoryText>()];
        var extent = new StoryExtent(book, story);
        foreach (var problem in Unknown(book, story, texts).Concat(texts.SelectMany(extent.ProblemsOf))) yield return problem;
    }

    // Each group is looked at once, however often and however deep it is named.
    private static IEnumerable<string> Unknown(StoryBook book, Story story, IEnumerable<StoryText> texts)
    {
        var (open, seen) = (new Queue<StoryText>(texts), new HashSet<string>());
        while (open.TryDequeue(out var text))
        {
            foreach (var slot in text.Slots)
            {
                if (slot.Group is { } group && book.Group(story, group) is { } phrases && seen.Add(group)) phrases.ToList().ForEach(open.Enqueue);
                if (ProblemOf(book, story, slot) is { } problem) yield return $"found {{{slot.Written}}}, expected {problem}";
            }
        }
    }

    private static string? ProblemOf(StoryBook book, Story story, StorySlot slot) => slot switch
    {
        { Person: { } person } when !story.Parts.Any(part => part.Key == person) => $"one of its persons: {string.Join(", ", story.Parts.Select(part => part.Key))}",
        { Form: { } form } when !StoryPerson.Forms.Contains(form) => $"one of {string.Join(", ", StoryPerson.Forms)} behind the dot",
        { Group: { } group } when book.Group(story, group) is not { } => "a group of phrases",
        { Group: { } group } when slot.Most > book.Group(story, group)!.Count => $"at most the {book.Group(story, group)!.Count} phrases that {group} has",
        _ => null,
    };

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
