using Credence.Consents;
using Credence.Testing;

namespace Credence.Tests;

/// <summary>Pages below specs that run: each example is a heading, a narrative in a blockquote, and a list of what is expected.</summary>
internal static class SpecPages
{
    /// <summary>Page and example of every heading in a folder.</summary>
    public static TheoryData<string, string> Examples(string folder)
    {
        var data = new TheoryData<string, string>();
        foreach (var page in Directory.EnumerateFiles(Path.Combine(Repository.Root, "specs", folder), "*.md").Order())
        {
            foreach (var heading in File.ReadLines(page).Where(line => line.StartsWith("## ", StringComparison.Ordinal)))
            {
                data.Add(Path.GetFileNameWithoutExtension(page), heading[3..].Trim());
            }
        }

        return data;
    }

    /// <summary>The examples of one page.</summary>
    public static TheoryData<string> ExamplesOf(string folder, string page) =>
        [.. Examples(folder).Where(row => row.Data.Item1 == page).Select(row => row.Data.Item2)];

    /// <summary>The lines of one example.</summary>
    public static IReadOnlyList<string> Section(string folder, string page, string example) =>
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "specs", folder, page + ".md"))
            .SkipWhile(line => line.Trim() != "## " + example).Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal)),
    ];

    /// <summary>The words of the blockquote; empty if there is none.</summary>
    public static string Narrative(IEnumerable<string> lines) =>
        string.Join(' ', lines.Where(line => line.StartsWith('>')).Select(line => line.TrimStart('>').Trim()));

    /// <summary>The list: a key and a value each.</summary>
    public static IReadOnlyList<(string Key, string Value)> List(IEnumerable<string> lines) =>
        [.. lines.Where(line => line.StartsWith("- ", StringComparison.Ordinal)).Select(line => line[2..].Split(':', 2, StringSplitOptions.TrimEntries))
            .Select(pair => (pair[0], pair[1]))];

    /// <summary>Fails where a page has a key that no test reads: what is not read is not checked.</summary>
    public static void OnlyKeys(IEnumerable<(string Key, string Value)> list, params string[] keys) =>
        Assert.All(list, pair => Assert.True(keys.Any(key => pair.Key == key || (key.EndsWith(' ') && pair.Key.StartsWith(key, StringComparison.Ordinal))), pair.Key));

    /// <summary>The value of a closed list that a page names in words, such as "minor and parent".</summary>
    public static T Value<T>(string words)
        where T : struct, Enum =>
        EnumWord.Find<T>(words.Replace(' ', '-')) ?? throw new FormatException($"found {words}, expected one of {string.Join(", ", Enum.GetValues<T>())}");

    /// <summary>Permitted, or the reasons in words.</summary>
    public static string Words(Permission permission) => permission is Permission.Refused refused ? Words(refused.Because) : "permitted";

    /// <summary>The reasons in words.</summary>
    public static string Words(IEnumerable<Refusal> refusals) => string.Join(", ", refusals.Select(one => EnumWord.Of(one.Reason).Replace('-', ' ')).Distinct());
}
