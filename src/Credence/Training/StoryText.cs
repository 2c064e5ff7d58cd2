namespace Credence.Training;

/// <summary>
/// A text of a story with what may vary in it: <c>(a|b)</c> is one of these, <c>[a|b]</c> may stand there, and
/// <c>{street}</c> is filled by somebody who knows it.
/// </summary>
internal abstract class StoryText
{
    /// <summary>Reads a text.</summary>
    /// <exception cref="FormatException">A bracket is missing or too many; the message says what was found and expected.</exception>
    public static StoryText Parse(string text) => new StoryTextParser(text).Parse();

    /// <summary>The slots in it, wherever they stand.</summary>
    public IEnumerable<StorySlot> Slots => this switch
    {
        Slot slot => [slot.Of],
        Row row => row.Parts.SelectMany(part => part.Slots),
        Choice choice => choice.Of.SelectMany(part => part.Slots),
        _ => [],
    };

    /// <summary>Words as they are.</summary>
    internal sealed class Plain(string letters) : StoryText
    {
        public string Letters => letters;
    }

    /// <summary>One part after the other.</summary>
    internal sealed class Row(IReadOnlyList<StoryText> parts) : StoryText
    {
        public IReadOnlyList<StoryText> Parts => parts;
    }

    /// <summary>One of several.</summary>
    internal sealed class Choice(IReadOnlyList<StoryText> of) : StoryText
    {
        public IReadOnlyList<StoryText> Of => of;
    }

    /// <summary>A place to be filled.</summary>
    internal sealed class Slot(StorySlot of) : StoryText
    {
        public StorySlot Of => of;
    }
}
