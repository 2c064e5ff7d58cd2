using System.Text.RegularExpressions;
using Credence.Incidents;
using Credence.Testing;
using Credence.Wording;

namespace Credence.Tests.Wording;

/// <summary>The pages of specs/wording are the tests: each example's blockquote is checked and compared with its list.</summary>
public sealed partial class WordingSpecTests
{
    private static readonly WordingChecker Checker = WordingChecker.From(Cast.Packs);

    public static TheoryData<string, string> Examples() => SpecPages.Examples("wording");

    [Theory]
    [MemberData(nameof(Examples))]
    public void Page(string page, string example)
    {
        var lines = SpecPages.Section("wording", page, example);
        var narrative = SpecPages.Narrative(lines);
        var expected = SpecPages.List(lines);
        var result = Checker.Check(new Narrative(narrative));
        var found = string.Join(", ", result.Flags.Select(flag => $"{flag.Rule.Id} \"{narrative[flag.Start..flag.End]}\""));

        Assert.True(result.WasRead);
        Assert.NotEmpty(expected);
        SpecPages.OnlyKeys(expected, "flags", "flags not");
        Assert.All(expected, pair => Assert.True(Holds(pair.Key, pair.Value, narrative, result), $"{pair.Key}: {pair.Value}; found {found}"));
    }

    private static bool Holds(string key, string value, string narrative, WordingResult result)
    {
        if (value == "nothing") { return result.Flags.Count == 0; }

        var parts = Expectation().Match(value);
        var at = narrative.IndexOf(parts.Groups["words"].Value, StringComparison.Ordinal);
        var isFlagged = parts.Success && at >= 0 && result.Flags.Any(flag => flag.Rule.Id == parts.Groups["id"].Value
            && (parts.Groups["words"].Length == 0 || (flag.Start < at + parts.Groups["words"].Length && at < flag.End)));
        return isFlagged == (key == "flags");
    }

    [GeneratedRegex("^(?<id>[a-z.-]+)( \"(?<words>.+)\")?$")]
    private static partial Regex Expectation();
}
