using System.Text.RegularExpressions;

namespace Credence.Record.Events;

/// <summary>What happened, as a fact in the past: incident.imported, narrative.opened, consent.withdrawn.</summary>
public readonly partial record struct EventKind
{
    public EventKind(string word) => Word = Form().IsMatch(word)
        ? word
        : throw new ArgumentException("Found no word of the form subject.happened.", nameof(word));

    public string Word { get; }

    public override string ToString() => Word;

    [GeneratedRegex(@"\A[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*\z")]
    private static partial Regex Form();
}
