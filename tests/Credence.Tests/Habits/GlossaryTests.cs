using System.Text.RegularExpressions;
using Credence.Incidents;
using Credence.Testing;

namespace Credence.Tests.Habits;

public partial class GlossaryTests
{
    [Fact]
    public void Every_code_name_of_the_glossary_exists_in_the_assembly()
    {
        var names = CodeNames().ToList();
        var known = typeof(Incident).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMembers().Select(member => $"{type.Name}.{member.Name}").Append(type.Name))
            .ToHashSet();

        Assert.True(names.Count > 20, $"Only {names.Count} names were read.");
        Faults.None(names.Except(known));
    }

    [Fact]
    public void Every_row_of_the_glossary_has_a_word_a_meaning_a_source_and_a_code_name() =>
        Assert.All(Rows(), row => Assert.True(row.Length == 4 && row.All(cell => cell.Length > 0), string.Join(" | ", row)));

    private static IEnumerable<string> CodeNames() =>
        Rows().SelectMany(row => CodeName().Matches(row[^1])).Select(match => match.Groups[1].Value);

    private static IEnumerable<string[]> Rows() =>
        Repository.Text("docs/glossary.md").Split('\n')
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| word", StringComparison.Ordinal)
                && !line.StartsWith("| ---", StringComparison.Ordinal))
            .Select(line => line.Trim().Trim('|').Split(" | ").Select(cell => cell.Trim()).ToArray());

    [GeneratedRegex("`([A-Z][A-Za-z.]*)`")]
    private static partial Regex CodeName();
}
