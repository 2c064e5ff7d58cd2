namespace Credence.Cli.Evaluation;

/// <summary>Writes a report for a terminal.</summary>
internal static class ReportText
{
    private const int Width = 100;

    public static void Write(Report report, TextWriter to)
    {
        to.WriteLine(report.Title);
        to.WriteLine(new string('=', report.Title.Length));
        foreach (var section in report.Sections)
        {
            to.WriteLine();
            to.WriteLine(section.Heading);
            foreach (var block in section.Blocks) { Write(block, to); }
        }
    }

    private static void Write(Block block, TextWriter to)
    {
        switch (block)
        {
            case Paragraph paragraph: Wrap(paragraph.Prose, to); break;
            case Table table: Write(table, to); break;
            case Numbers { Items.Count: 0 } none: Wrap($"{none.Caption}: none.", to); break;
            case Numbers some: Wrap($"{some.Caption} ({some.Items.Count}): {string.Join(", ", some.Items)}", to); break;
        }
    }

    private static void Write(Table table, TextWriter to)
    {
        IReadOnlyList<string>[] lines = [table.Header, .. table.Rows];
        var widths = table.Header.Select((_, column) => lines.Max(line => line[column].Length)).ToArray();
        foreach (var line in lines)
        {
            to.WriteLine("  " + string.Join("  ", line.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }

    private static void Wrap(string text, TextWriter to)
    {
        var line = " ";
        foreach (var word in ShownText.Of(text).ReplaceLineEndings(" ").Split(' '))
        {
            if (line.Length + 1 + word.Length > Width && line.Length > 1)
            {
                to.WriteLine(line);
                line = " ";
            }

            line += " " + word;
        }

        to.WriteLine(line);
    }
}
