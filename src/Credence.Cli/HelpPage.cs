using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Credence.Cli;

/// <summary>Help of every command: all of its own text, one line for each command below it, and the exit codes.</summary>
internal sealed class HelpPage : SynchronousCommandLineAction
{
    private readonly HelpAction _page = new();

    public override int Invoke(ParseResult parsed)
    {
        foreach (var below in parsed.CommandResult.Command.Subcommands) below.Description = FirstLine(below.Description);
        var code = _page.Invoke(parsed);
        parsed.InvocationConfiguration.Output.WriteLine(ExitCode.Help);
        return code;
    }

    private static string? FirstLine(string? text) => text?.Split('\n')[0].TrimEnd();
}
