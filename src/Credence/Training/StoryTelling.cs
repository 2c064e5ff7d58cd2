using System.Globalization;
using System.Text;
using Credence.Incidents;

namespace Credence.Training;

/// <summary>One telling of one story: who plays, how it ends, which words are drawn.</summary>
internal sealed class StoryTelling
{
    private readonly StoryBook _book;
    private readonly Story _story;
    private readonly Draws _draws;
    private readonly WritingStyle _style;
    private readonly Dictionary<string, StoryPerson> _persons;
    private readonly Dictionary<string, string> _labels = [];
    private readonly Dictionary<string, string> _stays = [];

    public StoryTelling(StoryBook book, Story story, Draws draws)
    {
        (_book, _story, _draws) = (book, story, draws);
        _style = draws.OneOf([.. book.Styles.Where(style => style.Language == story.Language)], style => style.Weight);
        _persons = story.Parts.ToDictionary(part => part.Key, part => part.Cast(draws));
        Ending = draws.OneOf(story.Endings, ending => ending.Weight);
        Recorded = draws.OneOf(story.Recorded);
        Location = draws.OneOf(story.Locations);
        IdentifiedBy = draws.OneOf(story.IdentifiedBy);
    }

    public StoryEnding Ending { get; }

    public RecordedOffense Recorded { get; }

    public string Location { get; }

    public string IdentifiedBy { get; }

    /// <summary>The persons as recorded: whoever is arrested or cited is recorded so.</summary>
    public IReadOnlyList<Person> Persons =>
        [.. _persons.Values.Select(person => InvolvementOf(person) is { } involvement ? person.Recorded(involvement) : null).OfType<Person>()];

    /// <summary>The person at risk as recorded, or null if the story has none.</summary>
    public Person? AtRisk =>
        _persons.GetValueOrDefault(StoryCheck.PersonAtRisk) is { } person ? person.Recorded(InvolvementOf(person) ?? Involvement.Unknown) : null;

    /// <summary>What the first report says.</summary>
    public Narrative Narrative()
    {
        var told = new StringBuilder();
        Tell(_story.Narrative, told);
        if (Ending.Words is { } words)
        {
            told.Append(' ');
            Tell(words, told);
        }

        return new Narrative(_style.Write(told.ToString()));
    }

    /// <summary>What a later report says.</summary>
    public Narrative Update()
    {
        var told = new StringBuilder();
        Tell(_story.Update!, told);
        return new Narrative(_style.Write(told.ToString()));
    }

    private Involvement? InvolvementOf(StoryPerson person) =>
        person.Part.Key == StoryCheck.PersonAtRisk && Ending.IsInCustodyOrCited ? Involvement.Arrestee : person.Part.Involvement;

    private void Tell(StoryText text, StringBuilder told)
    {
        switch (text)
        {
            case StoryText.Plain plain: told.Append(plain.Letters); break;
            case StoryText.Row row: foreach (var part in row.Parts) Tell(part, told); break;
            case StoryText.Choice choice: Tell(_draws.OneOf(choice.Of), told); break;
            case StoryText.Slot { Of: var slot }: told.Append(Fill(slot)); break;
        }
    }

    private string Fill(StorySlot slot)
    {
        if (!slot.Stays) return Drawn(slot);
        if (!_stays.TryGetValue(slot.Written, out var words)) _stays.Add(slot.Written, words = Drawn(slot));
        return words;
    }

    private string Drawn(StorySlot slot)
    {
        if (slot.Person is { } key) return slot.Form is { } form ? _persons[key].Word(form) : Label(key);
        if (slot.IsNumber) return Number(slot).ToString(CultureInfo.InvariantCulture);
        var told = new StringBuilder();
        var phrases = _draws.Shuffled(_book.Group(_story, slot.Group!)!).Take(_draws.Between(slot.Least, slot.Most));
        foreach (var phrase in phrases)
        {
            if (told.Length > 0) told.Append(' ');
            Tell(phrase, told);
        }

        return told.ToString();
    }

    private int Number(StorySlot slot) => slot.Least + (_draws.Between(0, (slot.Most - slot.Least) / slot.Step) * slot.Step);

    // A writer calls one person one thing throughout, and two persons two things, unless a redaction took both names.
    private string Label(string key)
    {
        if (_labels.TryGetValue(key, out var label)) return label;
        var person = _persons[key];
        var part = InvolvementOf(person)?.ToString().ToLowerInvariant() ?? "other";
        var labels = _style.Labels[part].Select(named => named
            .Replace("{female}", person.Word("female"), StringComparison.Ordinal)
            .Replace("{woman}", person.Word("woman"), StringComparison.Ordinal)).ToList();
        var free = labels.Except(_labels.Values).ToList();
        label = _draws.OneOf(free.Count > 0 ? free : labels);
        _labels.Add(key, label);
        return label;
    }
}
