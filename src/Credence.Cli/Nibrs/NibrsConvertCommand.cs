using System.CommandLine;

namespace Credence.Cli.Nibrs;

/// <summary><c>credence nibrs convert</c>: a flat file to CSV tables or JSON lines, and back.</summary>
internal static class NibrsConvertCommand
{
    private const string About =
        """
        Converts a NIBRS flat file to JSON lines or to CSV tables, and either of them back to a flat file

        --to ndjson  one object a line, by the names of docs/nibrs.md; byte for byte on the way back, whatever the file holds
        --to csv     a folder: a table for each segment level, and other-lines.csv for lines that are no well-formed
                     segment; byte for byte on the way back, unless a spreadsheet program saved a table in between (it
                     eats the zeros in front of codes). tables.json keeps how many rows and digits each had
        --to nibrs   a flat file, from an .ndjson file or from such a folder, in the order of the column "line"; a row that
                     does not fit, is damaged or out of order is said and left out, missing rows are said, and a folder
                     that lacks a table or a column is refused
        """;

    private static readonly Argument<string> Source = new("FILE")
    {
        Description = "A NIBRS flat file, an .ndjson file, or a folder of CSV tables; - is standard input, a flat file",
    };

    private static readonly Option<string> To = new("--to")
    {
        Description = "What to make: csv, ndjson or nibrs",
        HelpName = "FORM",
        Required = true,
    };

    private static readonly Option<string> Out = new("--out")
    {
        Description = "File to write, or for csv the folder; must not exist yet",
        HelpName = "PATH",
        Required = true,
    };

    private static readonly Option<bool> Force = new("--force") { Description = "Replace what --out holds" };
    private static readonly Option<string?> Packs = CommonOptions.Packs();
    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Create()
    {
        var command = new Command("convert", About) { Source, To, Out, Force, Packs, Json };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var (source, form, target) = (parsed.GetRequiredValue(Source), parsed.GetRequiredValue(To), parsed.GetRequiredValue(Out));
        if (form is not ("csv" or "ndjson" or "nibrs")) throw CommandEnd.WrongUse($"--to: found {form}, expected csv, ndjson or nibrs.");
        if ((File.Exists(target) || Directory.Exists(target)) && !parsed.GetValue(Force))
            throw CommandEnd.Refused($"{target} is there already: give another --out, or --force to replace it.");
        if (source != "-" && Screening.RealPath.IsSame(Screening.RealPath.Of(source), Screening.RealPath.Of(target)))
            throw CommandEnd.Refused($"{target} is what is to be converted; expected another --out.");
        var edition = NibrsFile.Edition(parsed.GetValue(Packs));
        var done = form == "nibrs"
            ? NibrsAssembly.Make(source, target, edition, parsed.InvocationConfiguration.Error)
            : NibrsTakingApart.Make(source, form, target, edition);
        parsed.InvocationConfiguration.Output.WriteLine(parsed.GetValue(Json)
            ? System.Text.Json.JsonSerializer.Serialize(done, System.Text.Json.JsonSerializerOptions.Web)
            : done.ToString());
        return done.LeftOut > 0 || done.TableProblems > 0 ? ExitCode.DoneWithProblems : ExitCode.Done;
    }
}

/// <summary>What a conversion did.</summary>
/// <param name="Lines">Lines written.</param>
/// <param name="Other">Of these, lines that are no well-formed segment and were kept as they stand.</param>
/// <param name="LeftOut">Rows that do not fit and were left out.</param>
/// <param name="TableProblems">What is wrong with whole tables, such as rows that are gone.</param>
internal sealed record NibrsConversion(long Lines, long Other, long LeftOut, int TableProblems = 0)
{
    public override string ToString() => Invariant(
        $"{Lines:N0} lines; {Other:N0} of them are no well-formed segment and are kept as they stand; {LeftOut:N0} rows left out.")
        + (TableProblems == 0 ? "" : Invariant($" Problems of whole tables: {TableProblems:N0}."));

    private static string Invariant(FormattableString text) => text.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
