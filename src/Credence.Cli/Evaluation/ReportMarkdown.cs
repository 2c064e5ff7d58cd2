namespace Credence.Cli.Evaluation;

/// <summary>Writes reports as one page of Markdown (docs/accuracy.md is made so).</summary>
internal static class ReportMarkdown
{
    // A page that a person reads; --json has them all.
    private const int MostNumbers = 300;

    public static void Write(string title, string preface, IEnumerable<Report> reports, TextWriter to)
    {
        to.Write($"# {title}\n\n{preface}\n");
        foreach (var report in reports)
        {
            to.Write($"\n## {report.Title}\n");
            foreach (var section in report.Sections)
            {
                to.Write($"\n### {section.Heading}\n");
                foreach (var block in section.Blocks) { to.Write($"\n{Of(block)}\n"); }
            }
        }
    }

    private static string Of(Block block) => block switch
    {
        Paragraph paragraph => paragraph.Prose,
        Table table => string.Join('\n', [Row(table.Header), Row(table.Header.Select(_ => "---")), .. table.Rows.Select(Row)]),
        Numbers { Items.Count: 0 } none => $"{none.Caption}: none.",
        Numbers some =>
            $"{some.Caption} ({some.Items.Count}): {string.Join(", ", some.Items.Take(MostNumbers))}{More(some.Items.Count)}",
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    private static string More(int count) => count > MostNumbers ? $" and {count - MostNumbers} more (`--json` lists all)" : "";

    private static string Row(IEnumerable<string> cells) =>
        $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |";
}
