using Credence.Classification;

namespace Credence.Cli.Packs;

/// <summary>Shows a statute with its elements, as its pack states it.</summary>
internal static class StatutePages
{
    public static PackPage Of(Statute statute) => new(
        $"{statute.Id}: {statute.CitedAs}, {statute.Title}",
        [
            ("use", statute.Use.ToString().ToLowerInvariant()),
            ("type", statute.Type == Credence.Screening.ExploitationType.Both ? "any" : statute.Type.ToString().ToLowerInvariant()),
            ("cites", PackPage.Of(statute.Citation)),
            .. PackPage.Optional("note", statute.Note),
            .. Lines(statute.Element, 0),
            ("pack", statute.Pack),
        ],
        statute);

    private static IEnumerable<(string Key, string Text)> Lines(StatuteElement element, int depth)
    {
        var joined = element.Joining switch { Joining.All => ", all of", Joining.Any => ", any of", _ => "" };
        var facts = element.Facts.Count == 0 ? "" : $" [{string.Join(", ", element.Facts)}]";
        var hints = element.Hints.Count == 0 ? "" : $" (hints: {string.Join(", ", element.Hints)})";
        yield return (depth == 0 ? "elements" : "", $"{new string(' ', depth * 2)}{element.Title}{(element.ForCounsel ? " (for counsel)" : "")}{joined}{facts}{hints}");
        foreach (var line in element.Parts.SelectMany(part => Lines(part, depth + 1))) yield return line;
    }
}
