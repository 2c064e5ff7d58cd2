using System.CommandLine;
using Credence.Incidents;

namespace Credence.Cli.Screening;

/// <summary><c>credence explain TEXT</c>: one narrative, what was found in it and why its level is what it is.</summary>
internal static class ExplainCommand
{
    private const long LargestFile = 1 << 20;

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
            Offenses = codes.Length == 0 ? null : [.. codes.Select(code => new OffenseCode(code))],
        };
        var result = screener.Screen(incident);
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(Json)) output.WriteLine(ExplainedJson.Of(narrative, result));
        else ExplainedText.Write(narrative, result, output);
        return ExitCode.Done;
    }

    private static string Read(string text)
    {
        if (text == "-") return Console.In.ReadToEnd();
        if (!File.Exists(text)) return text;
        return new FileInfo(text).Length <= LargestFile
            ? File.ReadAllText(text)
            : throw CommandEnd.WrongUse($"{text}: found a file over 1 MB, expected one narrative. For many: credence screen {text}");
    }
}
