using System.Globalization;
using Credence.Incidents;

namespace Credence.Training;

/// <summary>A part in a story, before anybody plays it.</summary>
internal sealed class StoryPart
{
    /// <summary>The letter by which the text speaks of the person; v is the person at risk.</summary>
    public required string Key { get; init; }

    /// <summary>The part in the record, or null if the person is in the text only.</summary>
    public required Involvement? Involvement { get; init; }

    /// <summary>The youngest age, or null where no age is recorded.</summary>
    public int? Youngest { get; init; }

    /// <summary>The oldest age.</summary>
    public int? Oldest { get; init; }

    /// <summary>F, M, or TF and TM for transgender women and men; each as likely as the others.</summary>
    public required IReadOnlyList<string> Sexes { get; init; }

    /// <summary>Somebody for the part.</summary>
    public StoryPerson Cast(Draws draws) =>
        new(this, Youngest is { } youngest ? draws.Between(youngest, Oldest ?? youngest) : null, draws.OneOf(Sexes));
}

/// <summary>Somebody who plays a part in one incident.</summary>
internal sealed class StoryPerson(StoryPart part, int? age, string sex)
{
    /// <summary>The words for a person that a story may use behind the dot.</summary>
    public static readonly IReadOnlyList<string> Forms = ["she", "him", "his", "himself", "female", "woman", "age"];

    public StoryPart Part => part;

    public bool IsFemale => sex is "F" or "TF";

    /// <summary>As recorded: no age where it is unknown, the sex as a letter.</summary>
    public Person Recorded(Involvement involvement) => new(involvement, age, IsFemale ? "F" : "M");

    /// <summary>A word for the person.</summary>
    /// <exception cref="ArgumentException">No such word.</exception>
    public string Word(string form) => form switch
    {
        "she" => IsFemale ? "she" : "he",
        "him" => IsFemale ? "her" : "him",
        "his" => IsFemale ? "her" : "his",
        "himself" => IsFemale ? "herself" : "himself",
        "female" => Transgender + (IsFemale ? "female" : "male"),
        "woman" => Transgender + (age < 18 ? (IsFemale ? "girl" : "boy") : IsFemale ? "woman" : "man"),
        "age" => age?.ToString(CultureInfo.InvariantCulture) ?? "unknown",
        _ => throw new ArgumentException($"No word for a person: {form}.", nameof(form)),
    };

    private string Transgender => sex is "TF" or "TM" ? "transgender " : "";
}
