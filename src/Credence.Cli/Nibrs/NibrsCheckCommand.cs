using System.CommandLine;
using System.Globalization;
using Credence.Incidents.Nibrs;

namespace Credence.Cli.Nibrs;

/// <summary><c>credence nibrs check FILE…</c>: what the FBI's edits would reject, and lines that cannot be read.</summary>
internal static class NibrsCheckCommand
{
    private const string About =
        """
        Says what the FBI would reject in NIBRS flat files, and which lines cannot be read

        Each error comes with its line and position, the agency, the incident number, the data element, the FBI's error
        number, and what is wrong in our words; never with the value that stands there. docs/nibrs.md lists the FBI's
        messages that are covered and those that need what only the FBI knows. With --json, one object a line: line,
        column, segment (null where the FBI reports it of the incident as a whole), ori, incidentNumber, offense, person,
        loss, element, error, warning, says.
        """;

    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "NIBRS flat files, each a submission of its own; - is standard input",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string[]> Start = new("--start")
    {
        Description = "From which day agencies report in NIBRS, which the errors 093, 173 and 720 need: ZZ0010000=2018-02-01",
        HelpName = "ORI=DATE,…",
    };

    private static readonly Option<bool> Warnings = new("--warnings") { Description = "Say warnings about the quality of data as well" };
    private static readonly Option<string?> Packs = CommonOptions.Packs();
    private static readonly Option<bool> Json = new("--json") { Description = "Write one JSON object a line" };

    public static Command Create()
    {
        var command = new Command("check", About) { Files, Start, Warnings, Packs, Json };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var edition = NibrsFile.Edition(parsed.GetValue(Packs));
        var starts = Starts(parsed.GetValue(Start) ?? []);
        var output = parsed.InvocationConfiguration.Output;
        var found = false;
        foreach (var path in parsed.GetValue(Files)!)
        {
            using var file = NibrsFile.Open(path, edition);
            var page = new NibrsCheckPage(file.Name, output, parsed.GetValue(Json));
            var checker = new NibrsChecker(edition, starts, parsed.GetValue(Warnings));
            var reports = new NibrsReports(file.Reader);
            while (reports.TryRead(out var report)) page.Write(report, checker.Check(report));
            page.End();
            found |= page.HasErrors;
        }

        return found ? ExitCode.DoneWithProblems : ExitCode.Done;
    }

    private static Dictionary<string, DateOnly> Starts(string[] texts)
    {
        var starts = new Dictionary<string, DateOnly>();
        foreach (var text in texts.SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            if (text.Split('=') is not [{ Length: 9 } ori, var day]
                || !DateOnly.TryParseExact(day, ["yyyy-MM-dd", "yyyy-MM"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                throw CommandEnd.WrongUse($"--start: found {text}, expected an ORI of nine characters and a day, such as ZZ0010000=2018-02-01.");
            starts[ori.ToUpperInvariant()] = date;
        }

        return starts;
    }
}
