using System.Text.RegularExpressions;
using Credence.Testing;

namespace Credence.Tests.Habits;

public partial class DocsTests
{
    [Fact]
    public void Every_link_in_the_papers_leads_to_a_file_that_exists()
    {
        var links = Papers().SelectMany(LinksOf).ToList();
        var broken = links.Where(link => !Path.Exists(link.Target)).Select(link => $"{link.Paper}: {link.Written}");

        Assert.True(links.Count > 20, $"Only {links.Count} links were read.");
        Faults.None(broken);
    }

    [Fact]
    public void Every_paper_in_docs_can_be_reached_from_the_readme()
    {
        var reached = new HashSet<string>();
        var open = new Queue<string>(["README.md"]);
        while (open.TryDequeue(out var paper))
        {
            if (!reached.Add(paper)) continue;
            foreach (var link in LinksOf(paper).Select(link => Repository.Relative(link.Target)).Where(Papers().Contains))
            {
                open.Enqueue(link);
            }
        }

        Faults.None(Repository.Files("docs", "*.md").Except(reached));
    }

    private static List<string> Papers() =>
        [.. Directory.EnumerateFiles(Repository.Root, "*.md").Select(Repository.Relative),
            .. Repository.Files("docs", "*.md"), .. Repository.Files("specs", "*.md")];

    private static IEnumerable<(string Paper, string Written, string Target)> LinksOf(string paper) =>
        from Match link in Link().Matches(Repository.Text(paper))
        let written = link.Groups[1].Value
        where !written.Contains(':', StringComparison.Ordinal) && !written.StartsWith('#')
        let file = written.Split('#')[0]
        select (paper, written, Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Repository.Path(paper))!, file)));

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
