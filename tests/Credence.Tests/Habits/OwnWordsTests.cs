using System.Text.RegularExpressions;
using Credence.Testing;

namespace Credence.Tests.Habits;

public partial class OwnWordsTests
{
    private const string List = "packs/own-words/words-we-do-not-use.yaml";

    private static readonly Regex Unused = new(
        $@"\b(?:{string.Join('|', Words().OrderByDescending(word => word.Length).Select(Regex.Escape))})\b", RegexOptions.IgnoreCase);

    [Fact]
    public void Papers_and_titles_of_packs_do_not_use_words_that_judge_a_person()
    {
        var lines = Papers().Concat(Titles()).ToList();
        var wrong = lines.Where(line => Unused.IsMatch(Unquoted(line.Text))).Select(line => $"{line.File}: {line.Text.Trim()}");

        Assert.True(lines.Count > 300, $"Only {lines.Count} lines were read.");
        Faults.None(wrong);
    }

    [Theory]
    [InlineData("Officers met a prostitute.", true)]
    [InlineData("He said he was an ILLEGAL ALIEN", true)]
    [InlineData("The label \"prostitute\" and the pattern `hooker*` are quoted.", false)]
    [InlineData("She was charged with prostitution.", false)]
    public void A_word_is_noticed_where_it_is_used_and_not_where_it_is_quoted(string line, bool noticed) =>
        Assert.Equal(noticed, Unused.IsMatch(Unquoted(line)));

    private static IEnumerable<string> Words() =>
        from Match entry in Entry().Matches(Repository.Text(List))
        from word in entry.Groups[1].Value.Split('|')
        select word.Trim();

    // Lines indented as code show examples; STYLE.md needs its bad ones.
    private static IEnumerable<(string File, string Text)> Papers() =>
        from file in Directory.EnumerateFiles(Repository.Root, "*.md").Select(Repository.Relative).Concat(Repository.Files("docs", "*.md"))
        from line in Repository.Text(file).Split('\n')
        where !line.StartsWith("    ", StringComparison.Ordinal)
        select (file, line);

    private static IEnumerable<(string File, string Text)> Titles() =>
        from file in Repository.Files("packs", "*.yaml")
        from line in Repository.Text(file).Split('\n')
        where Title().IsMatch(line)
        select (file, line);

    private static string Unquoted(string line) => Quoted().Replace(line, " ");

    [GeneratedRegex(@"^ *- word: (.+)$", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex(@"^\s*title:")]
    private static partial Regex Title();

    [GeneratedRegex("`[^`]*`|\"[^\"]*\"|“[^”]*”")]
    private static partial Regex Quoted();
}
