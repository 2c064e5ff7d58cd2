using Credence.Packs;
using Credence.Screening;

namespace Credence.Cli.Packs;

/// <summary>Shows an indicator as its pack states it.</summary>
internal static class IndicatorPages
{
    public static PackPage Of(Pack pack, IndicatorEntry entry)
    {
        var indicator = entry.Indicator;
        return new PackPage(
            $"{pack.Id}/{indicator.Id}",
            [
                ("says", $"The words say that somebody {indicator.Title}."),
                ("strength", indicator.Strength.ToString().ToLowerInvariant()),
                ("type", TypeOf(indicator.Type)),
                ("dimension", Words(indicator.Dimension)),
                ("element", Words(indicator.Element)),
                ("about", Words(indicator.About) + (indicator.Minor ? ", under 18" : "")),
                ("cites", PackPage.Of(indicator.Citation)),
                .. entry.Patterns.Select(pattern => (pattern.Key, pattern.Text)),
                .. entry.Match.Select(text => ("match", text)),
                .. entry.NoMatch.Select(text => ("no-match", text)),
                ("written in", $"{entry.File}, line {entry.Line}"),
                ("pack", pack.Stamp),
            ],
            Json(pack, entry));
    }

    private static object Json(Pack pack, IndicatorEntry entry) => new
    {
        Pack = pack.Stamp,
        entry.Indicator.Id,
        entry.Indicator.Title,
        entry.Indicator.Theme,
        Type = TypeOf(entry.Indicator.Type),
        entry.Indicator.Dimension,
        entry.Indicator.Element,
        entry.Indicator.Strength,
        entry.Indicator.About,
        entry.Indicator.Minor,
        entry.Indicator.Citation,
        Patterns = entry.Patterns.GroupBy(pattern => pattern.Key).ToDictionary(key => key.Key, key => key.Select(pattern => pattern.Text)),
        entry.Match,
        entry.NoMatch,
        entry.File,
        entry.Line,
    };

    private static string TypeOf(ExploitationType type) =>
        type == ExploitationType.Both ? "any" : type.ToString().ToLowerInvariant();

    // AbuseOfVulnerability is shown as "abuse of vulnerability".
    private static string Words(Enum value) =>
        string.Concat(value.ToString().Select((letter, i) => char.IsUpper(letter) ? $"{(i > 0 ? " " : "")}{char.ToLowerInvariant(letter)}" : $"{letter}"));
}
