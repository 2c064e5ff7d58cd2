using System.CommandLine;
using Credence.Cli.Record;
using Credence.Incidents;
using Credence.Police.Incidents;
using Credence.Police.Storage;
using Credence.Record.Storage;

namespace Credence.Cli.Incidents;

/// <summary><c>credence import FILE... --record police.db</c>: brings incident records into the police record.</summary>
internal static class ImportCommand
{
    private const string About =
        """
        Brings files of incidents into a police record and screens them on the way in: CSV, one JSON object a line, or a NIBRS flat
        file, with its narratives from a file of their own (--narratives). docs/import.md tells the whole.

        A file that was imported before is left alone. An import that was stopped or killed goes on with the same command. Incidents are
        known by agency and number: one that comes again and says something else is changed, and what it said before is kept.
        An incident may have several rows; it is the rows of the last file that brought it.
        Bad rows are passed over and told of by row and column, never by what anybody wrote; --problems writes all of them down.
        Narratives and every cell that may hold one are encrypted; numbers, codes and levels are not.
        """;

    private static readonly Argument<string[]> Files = new("FILE") { Description = "Files of incident records", Arity = ArgumentArity.OneOrMore };

    private static readonly Option<string[]> Map = new("--map")
    {
        Description = "Which header holds what, where it is not guessed: id=contact_id,narrative=text. Keys: " + string.Join(", ", ColumnMap.Keys),
        HelpName = "KEY=HEADER,…",
    };

    private static readonly Option<int> Jobs = new("--jobs")
    {
        Description = "Batches screened at a time; the result is the same for any number",
        HelpName = "N",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    private static readonly Option<bool> Again = new("--again") { Description = "Import files that were imported before, so that what they say holds again" };

    private static readonly Option<string?> Problems = new("--problems") { Description = "Write every problem into this CSV file", HelpName = "FILE" };

    private static readonly Option<string?> Narratives = CommonOptions.Narratives();
    private static readonly Option<string?> Packs = CommonOptions.Packs();
    private static readonly Option<string> Languages = CommonOptions.Languages();

    public static Command Create()
    {
        var command = new Command("import", About)
        {
            Files, RecordOptions.Record, RecordOptions.Keys, ImportingAgency.Name, ImportingAgency.Ori, RecordOptions.Purpose, Map, Narratives, Packs, Languages, Jobs, Again,
            Problems, RecordOptions.Json,
        };
        command.SetAction(parsed => Run(parsed).GetAwaiter().GetResult());
        return command;
    }

    private static async Task<int> Run(ParseResult parsed)
    {
        var map = parsed.GetValue(Map) ?? [];
        if (!ColumnMap.TryParse(map, out var columns, out var problem)) throw CommandEnd.WrongUse($"--map: {problem}");
        var jobs = parsed.GetValue(Jobs);
        if (jobs is < 1 or > 256) throw CommandEnd.WrongUse($"--jobs: found {jobs}, expected a number from 1 to 256.");
        var purpose = RecordOptions.PurposeOf(parsed);
        var place = RecordOptions.PlaceOf(parsed);
        var library = PackFolder.Library(parsed.GetValue(Packs));
        var screener = PackFolder.Screener(library, CommonOptions.ToCodes(parsed.GetRequiredValue(Languages)));
        using var interruption = new Interruption();
        using var sources = ImportSources.Find(parsed.GetValue(Files) ?? [], parsed.GetValue(Narratives), columns, string.Join(',', map), parsed.GetValue(Packs));
        var keys = RecordOptions.KeysOf(parsed);
        if ((await RecordStore.Tables(place, interruption.Token)).Count == 0) ImportingAgency.CheckNew(parsed, keys);
        var record = await PoliceRecord.Open(place, keys, TimeProvider.System, interruption.Token);
        var access = await ImportingAgency.Enter(record, parsed, purpose, interruption.Token);
        var run = new ImportRuns(record, access, new ImportScreening(screener.Screen, screener.Packs, OffenseLookup.From(library), jobs), parsed.GetValue(Again));
        var report = new ImportReport(parsed.InvocationConfiguration, parsed.GetValue(RecordOptions.Json), parsed.GetValue(Problems), parsed.GetValue(RecordOptions.Purpose)!);
        return await run.Import(sources, report, interruption.Token);
    }
}
