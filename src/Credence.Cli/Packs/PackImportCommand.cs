using System.CommandLine;
using System.Text;
using Credence.Cli.Classification;
using Credence.Incidents;
using Credence.Screening.Instruments;

namespace Credence.Cli.Packs;

/// <summary><c>credence pack import INSTRUMENT FILE</c>: brings in the wording of an instrument that an agency may use.</summary>
internal static class PackImportCommand
{
    private const int Largest = 1 << 18;

    private const string About =
        """
        Brings in the wording of an instrument that is not here, from a copy that the agency may use

        FILE has one item a line, in the order of the instrument; empty lines are passed over. The wording is written as a
        pack file into the folder of --into, and is used with --packs. It stays with the agency.
        """;

    public static Command Create()
    {
        var name = new Argument<string>("INSTRUMENT") { Description = "The instrument, such as raft" };
        var file = new Argument<string>("FILE") { Description = "Text with one item a line" };
        var into = new Option<string>("--into") { Description = "Folder of the agency's own packs", HelpName = "DIR", Required = true };
        var from = new Option<string?>("--from") { Description = "Where the copy comes from and who allowed its use; written into the file", HelpName = "TEXT" };
        var json = CommonOptions.Json();
        var command = new Command("import", About) { name, file, into, from, json };
        command.SetAction(parsed =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var instrument = AnswersFile.InstrumentOf(parsed.GetRequiredValue(name), PackFolder.Library(null));
            var lines = Lines(parsed.GetRequiredValue(file));
            var path = Write(instrument, lines, parsed.GetRequiredValue(into), parsed.GetValue(from));
            if (parsed.GetValue(json)) PackCommand.WriteJson(output, new { instrument.Id, Items = lines.Count, File = path });
            else output.WriteLine($"{lines.Count} items of {instrument.Id} are in {path}. Use them: credence ask {instrument.Id} --packs {parsed.GetRequiredValue(into)}");
            return ExitCode.Done;
        });
        return command;
    }

    private static List<string> Lines(string path)
    {
        if (!File.Exists(path)) throw CommandEnd.WrongUse($"{path}: found no such file, expected one item a line.");
        if (new FileInfo(path).Length > Largest) throw CommandEnd.WrongUse($"{path}: found over 256 KB, expected one item a line.");
        var bytes = File.ReadAllBytes(path);
        var guess = TextGuess.Of(bytes);
        if (guess.NotText is { } kind) throw CommandEnd.WrongUse($"{path}: found {kind}, expected text with one item a line.");
        return [.. guess.Decode(bytes).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];
    }

    private static string Write(Instrument instrument, List<string> lines, string folder, string? from)
    {
        var items = instrument.Items;
        if (lines.Count != items.Count)
            throw CommandEnd.WrongUse($"Found {lines.Count} lines, expected {items.Count}: {string.Join(", ", items.Select(item => item.Id))}.");
        var path = Path.Combine(folder, "instruments", instrument.Id, "wording.yaml");
        OwnFile.ExpectNew(path);
        var text = new StringBuilder($"# The wording of {instrument.Id}, brought in by the agency. It stays with the agency.\n");
        text.Append($"wording-from: {Quoted(from ?? "not stated")}\nwording:\n");
        for (var i = 0; i < items.Count; i++) text.Append($"  {items[i].Id}: {Quoted(lines[i])}\n");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text.ToString());
        return path;
    }

    private static string Quoted(string text) =>
        $"\"{string.Concat(text.Where(letter => !char.IsControl(letter))).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
