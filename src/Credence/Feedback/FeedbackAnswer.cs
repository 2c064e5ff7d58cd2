using System.Text.RegularExpressions;
using Credence.Referrals;

namespace Credence.Feedback;

/// <summary>
/// What is asked about how a person was treated. After the four parts of procedural justice (voice, neutrality, respect, trustworthy motives), in our own words:
/// adapted, not validated.
/// </summary>
public enum FeedbackItem
{
    /// <summary>They listened to me.</summary>
    Listened,

    /// <summary>They took what I said seriously.</summary>
    TakenSeriously,

    /// <summary>They told me what happens next, and why.</summary>
    Explained,

    /// <summary>They treated me with respect.</summary>
    Respect,

    /// <summary>They decided by facts, not by who I am.</summary>
    Fair,

    /// <summary>They cared whether I was safe.</summary>
    Safety,

    /// <summary>I could say no.</summary>
    CouldSayNo,

    /// <summary>I could understand and be understood in my language.</summary>
    Understood,
}

/// <summary>An answer to one item: from 1, not at all, to 5, wholly.</summary>
/// <param name="Item">The item.</param>
/// <param name="Answering">Whether it was answered.</param>
/// <param name="Mark">1 to 5; null if it was not answered.</param>
public sealed record FeedbackMark(FeedbackItem Item, Answering Answering, int? Mark = null);

/// <summary>How a person was treated by a unit. No words: whoever has more to say keeps a statement, which is hers or his alone.</summary>
/// <param name="Unit">The unit, as a code such as riverton-pd/patrol.</param>
/// <param name="Marks">The answers.</param>
public sealed partial record FeedbackAnswer(string Unit, IReadOnlyList<FeedbackMark> Marks)
{
    /// <summary>Found and expected, in one sentence; null if it can be kept.</summary>
    public string? WhyNot() =>
        !IsUnit(Unit) ? "Found no code of a unit, expected small letters, digits, hyphens and one stroke, such as riverton-pd/patrol."
        : Marks.All(one => one.Mark is null) ? "Found no answer, expected one at least."
        : Marks.Select(one => one.Item).Distinct().Count() != Marks.Count ? "Found an item twice, expected each once."
        : Marks.Any(one => (one.Answering == Answering.Answered) != (one.Mark is >= 1 and <= 5)) ? "Found a mark beside no answer, or another than 1 to 5, expected a mark for each answer."
        : null;

    /// <summary>Whether a text is the code of a unit.</summary>
    public static bool IsUnit(string text) => Code().IsMatch(text);

    /// <summary>The code by which a unit of this name is spoken of: small letters, digits and single hyphens.</summary>
    public static string UnitOf(string name) =>
        string.Join('-', new string([.. name.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The type and nothing else.</summary>
    public override string ToString() => nameof(FeedbackAnswer);

    [GeneratedRegex(@"\A(?=.{1,80}\z)[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?\z")]
    private static partial Regex Code();
}

/// <summary>One item of a unit.</summary>
/// <param name="Item">The item.</param>
/// <param name="Persons">How many persons answered it; null where they are too few to say.</param>
/// <param name="Mean">The mean, to one place; null with it.</param>
public sealed record FeedbackLine(FeedbackItem Item, int? Persons, double? Mean);

/// <summary>What persons say of a unit, as far as nobody can be recognized in it.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Lines">Every item.</param>
public sealed record FeedbackSummary(string Unit, IReadOnlyList<FeedbackLine> Lines)
{
    /// <summary>Fewer persons than these are not told of: not their answers, and not how many they are. The number is ours.</summary>
    public const int Least = 10;

    /// <summary>Of one answer a person. Where all of them say the same, even ten would tell what each has said: then nothing is told.</summary>
    public static FeedbackSummary Of(string unit, IReadOnlyCollection<FeedbackAnswer> answers) => new(unit,
    [
        .. Enum.GetValues<FeedbackItem>().Select(item =>
        {
            var marks = answers.Where(one => one.Unit == unit).SelectMany(one => one.Marks).Where(one => one.Item == item).Select(one => one.Mark).OfType<int>().ToList();
            return marks.Count < Least || marks.Distinct().Count() == 1 ? new FeedbackLine(item, null, null) : new FeedbackLine(item, marks.Count, Math.Round(marks.Average(), 1));
        }),
    ]);
}
