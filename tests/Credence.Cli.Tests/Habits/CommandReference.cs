using System.CommandLine;
using System.CommandLine.Help;
using System.Text;

namespace Credence.Cli.Tests.Habits;

/// <summary>docs/cli.md, made from the command objects, so that the reference cannot say what the program does not.</summary>
internal static class CommandReference
{
    public static string Of(Command root)
    {
        var page = new StringBuilder(
            $"""
            # Commands

            Made from the command objects by a test; it fails when this page differs. To make it anew:
            `CREDENCE_APPROVE=1 dotnet test --project tests/Credence.Cli.Tests`.

            {ExitCode.Help}

            """);
        Write(page, root, "credence");
        return page.ToString();
    }

    private static void Write(StringBuilder page, Command command, string name)
    {
        page.Append($"\n## {name}\n\n```text\n{command.Description?.Trim()}\n```\n");
        WriteRows(page, "argument", command.Arguments.Where(argument => !argument.Hidden).Select(argument => (argument.Name, argument.Description)));
        WriteRows(page, "option", Options(command).Select(option => (Usage(option), option.Description)));
        foreach (var subcommand in command.Subcommands.Where(subcommand => !subcommand.Hidden)) Write(page, subcommand, $"{name} {subcommand.Name}");
    }

    private static void WriteRows(StringBuilder page, string kind, IEnumerable<(string Name, string? Description)> rows)
    {
        var lines = rows.Select(row => $"| `{Cell(row.Name)}` | {Cell(row.Description ?? "")} |\n").ToList();
        if (lines.Count > 0) page.Append($"\n| {kind} | meaning |\n| --- | --- |\n").AppendJoin("", lines);
    }

    private static IEnumerable<Option> Options(Command command) =>
        command.Options.Where(option => !option.Hidden && option is not (HelpOption or VersionOption));

    private static string Usage(Option option) =>
        string.Join(", ", option.Aliases.Append(option.Name).Order()) + (option.ValueType == typeof(bool) ? "" : $" {option.HelpName ?? "VALUE"}");

    private static string Cell(string text) => text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
}
