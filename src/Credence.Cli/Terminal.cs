using Spectre.Console;

namespace Credence.Cli;

/// <summary>Where a command shows its pages: color and the window's width on a terminal, plain text of a fixed width elsewhere.</summary>
internal static class Terminal
{
    private const int WidthElsewhere = 100;

    public static IAnsiConsole On(TextWriter output)
    {
        var isTerminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        if (!isTerminal) console.Profile.Width = WidthElsewhere;
        return console;
    }
}
