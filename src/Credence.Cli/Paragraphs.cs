using Spectre.Console;

namespace Credence.Cli;

/// <summary>Text in lines no wider than the window, each indented, later lines of a paragraph a little more.</summary>
internal static class Paragraphs
{
    private const int Hanging = 2;

    public static void Write(IAnsiConsole console, int indent, string text, string style = "")
    {
        var width = Math.Max(40, console.Profile.Width);
        foreach (var line in Lines(ShownText.Of(text), indent, width))
            console.MarkupLine(style.Length == 0 ? Markup.Escape(line) : $"[{style}]{Markup.Escape(line)}[/]");
    }

    private static IEnumerable<string> Lines(string text, int indent, int width)
    {
        var line = new string(' ', indent);
        var isEmpty = true;
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (!isEmpty && line.Length + 1 + word.Length > width)
            {
                yield return line;
                (line, isEmpty) = (new string(' ', indent + Hanging), true);
            }

            line += isEmpty ? word : $" {word}";
            isEmpty = false;
        }

        if (!isEmpty) yield return line;
    }
}
