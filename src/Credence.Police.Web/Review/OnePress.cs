using Credence.Police.Review;
using Credence.Review;
using Credence.Screening;
using Microsoft.AspNetCore.Http;

namespace Credence.Police.Web.Review;

/// <summary>An answer that is given with one press.</summary>
/// <param name="Value">What a form sends.</param>
/// <param name="Key">The key that presses it.</param>
/// <param name="Says">What its button says.</param>
/// <param name="Victim">Whether there is a possible victim.</param>
/// <param name="Type">Of what.</param>
internal sealed record OnePress(string Value, string Key, string Says, VictimAnswer Victim, ExploitationType Type)
{
    public static readonly IReadOnlyList<OnePress> All =
    [
        new("no", "N", "No possible victim", VictimAnswer.No, ExploitationType.None),
        new("unsure", "U", "Not sure", VictimAnswer.Unsure, ExploitationType.None),
        new("sex", "S", "Possible: commercial sex", VictimAnswer.Yes, ExploitationType.Sex),
        new("labor", "L", "Possible: labor", VictimAnswer.Yes, ExploitationType.Labor),
        new("both", "B", "Possible: both, or not said which", VictimAnswer.Yes, ExploitationType.Both),
    ];

    /// <summary>The judgement that a form sends; null if it has none of these answers.</summary>
    public static Judgement? Of(IFormCollection form) =>
        All.FirstOrDefault(one => one.Value == form["answer"]) is not { } press ? null
        : new Judgement(new ReadingId(Id(form, "id") ?? Guid.Empty), press.Victim, press.Type)
        {
            Elements = Noted.Of(form).Elements,
            Affected = Noted.Of(form).Affected,
            Note = Noted.Of(form).Note,
            Replaces = Id(form, "replaces") is { } own ? new ReadingId(own) : null,
        };

    private static Guid? Id(IFormCollection form, string field) => Guid.TryParse(form[field], out var id) ? id : null;
}

/// <summary>What a reader notes beside an answer. It does not print itself: it tells of a person.</summary>
public sealed record Noted(IReadOnlyList<Element> Elements, string Affected, string Note)
{
    public static readonly Noted Nothing = new([], "", "");

    /// <summary>What a form says, so that nothing typed is lost when it is shown again.</summary>
    public static Noted Of(IFormCollection form) => new(
        [.. form["element"].Select(Element).Where(element => element is not Credence.Screening.Element.None)], Text(form["affected"]), Text(form["note"]));

    public static Noted Of(KeptReading reading) => new(reading.Elements, reading.Affected ?? "", reading.Note ?? "");

    public override string ToString() => nameof(Noted);

    private static Element Element(string? word) => Enum.TryParse<Element>(word, out var element) && Enum.IsDefined(element) ? element : default;

    // A form writes the ends of lines in its own way.
    private static string Text(string? typed) => (typed ?? "").ReplaceLineEndings("\n").Trim();
}
