namespace Credence.Training;

/// <summary>
/// How long a telling can get, reckoned without telling it: phrases that hold each other multiply, and a pack of ten
/// lines must not fill the memory.
/// </summary>
internal sealed class StoryExtent(StoryBook book, Story story)
{
    private const int Deepest = 20;
    private const long MostLetters = 20_000;

    private readonly Dictionary<string, Extent> _known = [];
    private readonly HashSet<string> _open = [];
    private readonly List<string> _problems = [];
    private readonly int _longestLabel = book.Styles.SelectMany(style => style.Labels.Values).SelectMany(labels => labels)
        .Select(label => label.Length).DefaultIfEmpty().Max();

    /// <summary>What makes a text endless, too deep or too long; none for a text that can be told.</summary>
    public IReadOnlyList<string> ProblemsOf(StoryText text)
    {
        _problems.Clear();
        if (Of(text).Letters > MostLetters) _problems.Add($"found a text that can grow beyond {MostLetters} letters, expected fewer phrases inside each other");
        return [.. _problems];
    }

    // Each part counts one more than its letters, so that phrases without letters have an end too.
    private Extent Of(StoryText text) => text switch
    {
        StoryText.Plain plain => new Extent(plain.Letters.Length + 1, 0),
        StoryText.Row row => row.Parts.Select(Of).Aggregate(new Extent(1, 0), (sum, part) => sum.Then(part)),
        StoryText.Choice choice => Longest(choice.Of),
        StoryText.Slot { Of.Group: { } group } slot => OfGroup(group).Times(slot.Of.Most),
        StoryText.Slot { Of.Person: not null } => new Extent(_longestLabel + 10, 0),
        _ => new Extent(10, 0),
    };

    private Extent Longest(IEnumerable<StoryText> texts) => texts.Select(Of).Aggregate(new Extent(1, 0), (most, text) => most.Or(text));

    private Extent OfGroup(string group)
    {
        if (_known.TryGetValue(group, out var known)) return known;
        if (book.Group(story, group) is not { } phrases) return new Extent(1, 0);
        if (!_open.Add(group)) return Refused($"found {group} inside itself, expected phrases with an end");
        var inside = _open.Count > Deepest ? new Extent(1, Deepest) : Longest(phrases);
        _open.Remove(group);
        var extent = inside with { Depth = inside.Depth + 1 };
        return _known[group] = extent.Depth > Deepest
            ? Refused($"found {group} with phrases inside each other, expected at most {Deepest}")
            : extent;
    }

    private Extent Refused(string problem)
    {
        _problems.Add(problem);
        return new Extent(1, 0);
    }

    private readonly record struct Extent(long Letters, int Depth)
    {
        public Extent Then(Extent next) => new(Math.Min(MostLetters + 1, Letters + next.Letters), Math.Max(Depth, next.Depth));

        public Extent Or(Extent other) => new(Math.Max(Letters, other.Letters), Math.Max(Depth, other.Depth));

        public Extent Times(int times) => this with { Letters = Math.Min(MostLetters + 1, 1 + (Letters * times)) };
    }
}
