using System.Globalization;
using System.Text.RegularExpressions;

namespace Credence.Training;

/// <summary>
/// A place in a story to be filled: <c>{street}</c> by one of its phrases, <c>{street#1}</c> by the same one wherever it
/// stands, <c>{v.she}</c> by a word for a person, <c>{2-9}</c> and <c>{100-500 by 20}</c> by a number, and
/// <c>{2-3 of signs}</c> by two or three different phrases in any order.
/// </summary>
internal sealed partial class StorySlot
{
    private StorySlot(string written) => Written = written;

    /// <summary>As it stands in the text, without its braces.</summary>
    public string Written { get; }

    /// <summary>The group of phrases it names, or null.</summary>
    public string? Group { get; private init; }

    /// <summary>The person it speaks of, or null.</summary>
    public string? Person { get; private init; }

    /// <summary>The word for the person, such as she, or null for what the writer calls the person.</summary>
    public string? Form { get; private init; }

    /// <summary>True if every place of this spelling gets the same words.</summary>
    public bool Stays { get; private init; }

    /// <summary>The least of a number, or how many phrases at least.</summary>
    public int Least { get; private init; } = 1;

    /// <summary>The most of a number, or how many phrases at most.</summary>
    public int Most { get; private init; } = 1;

    /// <summary>The step of a number.</summary>
    public int Step { get; private init; } = 1;

    /// <summary>True if it is a number.</summary>
    public bool IsNumber => Group is null && Person is null;

    /// <summary>Reads what stands between braces, or gives null.</summary>
    public static StorySlot? Parse(string written)
    {
        var match = WrittenForm().Match(written);
        if (!match.Success) return null;
        int Number(string name, int otherwise) => match.Groups[name] is { Success: true } found
            ? int.Parse(found.ValueSpan, CultureInfo.InvariantCulture)
            : otherwise;
        string? Name(string name) => match.Groups[name] is { Success: true } found ? found.Value : null;
        var slot = new StorySlot(written)
        {
            Group = Name("group"),
            Person = Name("person"),
            Form = Name("form"),
            Stays = match.Groups["same"].Success,
            Least = Number("least", 1),
            Most = Number("most", Number("least", 1)),
            Step = Number("step", 1),
        };
        return slot.Least <= slot.Most && slot.Step > 0 ? slot : null;
    }

    [GeneratedRegex("""
        ^(?:
          (?<person>[a-z]) (?:\.(?<form>[a-z]+))?
        | (?:(?<least>[0-9]{1,6})(?:-(?<most>[0-9]{1,6}))?\ of\ )? (?<group>[a-z][a-z0-9]*(?:-[a-z0-9]+)+ | [a-z][a-z0-9]+) (?<same>\#[0-9])?
        | (?<least>[0-9]{1,6})-(?<most>[0-9]{1,6}) (?:\ by\ (?<step>[0-9]{1,6}))? (?<same>\#[0-9])?
        )$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex WrittenForm();
}
