using Credence.Packs;

namespace Credence.Cli.Packs;

/// <summary>What is shown of a pack or of one of its items: lines of a name and its text, and the same as JSON.</summary>
internal sealed record PackPage(string Heading, IReadOnlyList<(string Key, string Text)> Lines, object Json)
{
    private const int Indent = 13;

    public static PackPage Of(Pack pack, IEnumerable<(string Id, string Title)> items)
    {
        var listed = items.ToList();
        return new PackPage(
            $"{pack.Stamp}: {pack.Title}",
            [
                ("kind", pack.Kind + (pack.Language is { } language ? $", language {language}" : "")),
                ("license", pack.License),
                .. Optional("notes", pack.Notes),
                .. pack.Sources.Values.Select(source => ("source", $"{source.Key}: {source.Title}. {source.Publisher}{Unverified(source.Verified)}")),
                .. listed.Select(item => ("", $"{item.Id}: {item.Title}")),
            ],
            new
            {
                pack.Id,
                pack.Kind,
                pack.Language,
                pack.Version,
                pack.Title,
                pack.License,
                pack.Notes,
                Sources = pack.Sources.Values,
                Items = listed.Select(item => new { item.Id, item.Title }),
            });
    }

    public static string Of(Citation citation) =>
        $"{citation.Title}{(citation.Pinpoint is { } pinpoint ? $": {pinpoint}" : "")}{Unverified(citation.Verified)}";

    public static IEnumerable<(string Key, string Text)> Optional(string key, string? text) => text is null ? [] : [(key, text.Trim())];

    public void Write(TextWriter output)
    {
        output.WriteLine(Heading);
        foreach (var (key, text) in Lines)
        {
            output.WriteLine($"  {key.PadRight(Indent)} {text.Replace("\n", $"\n{new string(' ', Indent + 3)}", StringComparison.Ordinal)}");
        }
    }

    private static string Unverified(bool verified) => verified ? "" : " (to be verified)";
}
