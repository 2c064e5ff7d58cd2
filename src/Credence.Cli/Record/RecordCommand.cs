using System.CommandLine;

namespace Credence.Cli.Record;

/// <summary>Makes a command on a record: its own options, then those of all of them.</summary>
internal static class RecordCommand
{
    public static Command Of(string name, string about, Func<ParseResult, CancellationToken, Task<int>> run, params Symbol[] own)
    {
        var command = new Command(name, about);
        foreach (var symbol in own)
        {
            if (symbol is Argument argument) command.Add(argument);
            else command.Add((Option)symbol);
        }

        foreach (var option in (Option[])[RecordOptions.Record, RecordOptions.Keys, RecordOptions.Json]) command.Add(option);
        command.SetAction(async parsed =>
        {
            using var interruption = new Interruption();
            return await run(parsed, interruption.Token);
        });
        return command;
    }
}
