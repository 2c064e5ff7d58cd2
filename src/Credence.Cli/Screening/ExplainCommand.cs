using System.CommandLine;
using Credence.Incidents;

namespace Credence.Cli.Screening;

/// <summary><c>credence explain TEXT</c>: one narrative, what was found in it and why its level is what it is.</summary>
internal static class ExplainCommand
{
    private const int Largest = 1 << 20;

    private static readonly Argument<string> Text = new("TEXT")
    {
        Description = "The narrative in quotes, a file that holds one narrative, or - for standard input",
    };

    private static readonly Option<string[]> Offenses = new("--offense")
    {
        Description = "Offense codes as recorded, such as 40A",
        HelpName = "CODE",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string?> Packs = CommonOptions.Packs();
    private static readonly Option<string> Languages = CommonOptions.Languages();
    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Create()
    {
        var command = new Command(
            "explain",
            "Shows one narrative with its findings, what the sentence says about each, and the rule that made the level")
        {
            Text, Offenses, Packs, Languages, Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var narrative = Read(parsed.GetRequiredValue(Text));
        var library = PackFolder.Library(parsed.GetValue(Packs));
        var screener = PackFolder.Screener(library, CommonOptions.ToCodes(parsed.GetRequiredValue(Languages)));
        var codes = parsed.GetValue(Offenses) ?? [];
        var incident = new Incident(new IncidentNumber("explained"), new Narrative(narrative))
        {
            Offenses = codes.Length == 0 ? null : [.. codes.SelectMany(OffenseCell.Parts).Select(code => new OffenseCode(code))],
        };
        var result = screener.Screen(incident);
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(Json)) output.WriteLine(ExplainedJson.Of(narrative, result));
        else ExplainedText.Write(narrative, result, output);
        return ExitCode.Done;
    }

    /// <summary>A narrative from what was typed: its own words, a file that holds it, or standard input.</summary>
    internal static string Read(string given)
    {
        var text = given == "-" ? Decode("standard input", Console.OpenStandardInput())
            : File.Exists(given) ? Decode(given, File.OpenRead(given))
            : LooksLikePath(given) ? throw CommandEnd.WrongUse($"{given}: found no such file, expected one; a narrative has several words.")
            : given;
        return string.IsNullOrWhiteSpace(text) ? throw CommandEnd.WrongUse("Found an empty text, expected a narrative.") : text;
    }

    private static bool LooksLikePath(string given) =>
        Directory.Exists(given) || (!given.Any(char.IsWhiteSpace) && given.AsSpan().ContainsAny('/', '\\', '.'));

    private static string Decode(string name, Stream stream)
    {
        using var source = stream;
        var bytes = new byte[Largest + 1];
        var length = source.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (length > Largest) throw CommandEnd.WrongUse($"{name}: found over 1 MB, expected one narrative. For many: credence screen {name}");
        var guess = TextGuess.Of(bytes.AsSpan(0, length));
        if (guess.NotText is { } kind) throw CommandEnd.WrongUse($"{name}: found {kind}, expected one narrative as text.");
        return IsTable(name)
            ? throw CommandEnd.WrongUse($"{name}: found a table, expected one narrative. For a table: credence screen {name}")
            : guess.Decode(bytes.AsSpan(0, length));
    }

    private static bool IsTable(string name) =>
        Path.GetExtension(name).ToLowerInvariant() is ".csv" or ".tsv" or ".ndjson" or ".jsonl";
}
