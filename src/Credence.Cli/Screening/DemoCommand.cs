using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;
using Credence.Classification;
using Credence.Cli.Studies;
using Credence.Incidents;
using Credence.Packs;
using Credence.Screening;
using Credence.Training;

namespace Credence.Cli.Screening;

/// <summary><c>credence demo</c>: tells an invented casebook, screens it, and shows the result.</summary>
internal static class DemoCommand
{
    // The year of the study.
    private const int DefaultSeed = 2019;

    private const string About =
        $"""
        Makes an invented casebook, screens it, and shows what was found; nothing in it is real

        Three invented communities with 420, 193 and 258 incidents that have to do with trafficking, among 8,000 others.
        Writes casebook.csv, an export like that of a records system; casebook-truth.csv, what a careful reader knows of
        each incident; casebook-differences.csv, where the program and that reader differ; and the files of credence screen.
        The folder is {DemoFolder.Default} unless --out names another. An earlier demonstration in it is replaced; anything
        else is refused.
        """;

    private static readonly Option<string> Out = new("--out")
    {
        Description = "Folder for the casebook and the files of credence screen",
        HelpName = "DIR",
        DefaultValueFactory = _ => DemoFolder.Default,
    };

    private static readonly Option<ulong> Seed = new("--seed")
    {
        Description = "Which casebook: the same number makes the same files",
        HelpName = "N",
        DefaultValueFactory = _ => DefaultSeed,
    };

    private static readonly Option<string?> Packs = CommonOptions.Packs();

    private static readonly Option<bool> Force = new("--force") { Description = "Write into a folder that holds something else" };

    private static readonly Option<bool> Study = new("--study")
    {
        Description = "Make a study of the three communities as well, with invented coders who err at a stated rate, in the folder study",
    };

    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Create()
    {
        var command = new Command("demo", About) { Out, Seed, Packs, Study, Force, Json };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        using var interruption = new Interruption();
        var library = PackFolder.Library(parsed.GetValue(Packs));
        var casebook = PackFolder.Storyteller(library).Tell(parsed.GetValue(Seed));
        var folder = parsed.GetValue(Out)!;
        var export = DemoFolder.Begin(folder, parsed.GetValue(Force), casebook);
        var demo = Screen(casebook, library, export, folder, interruption.Token);
        DemoFolder.Write(folder, DifferencesCsv.FileName, DifferencesCsv.Of(demo));
        if (parsed.GetValue(Study)) DemoStudy.Make(casebook, folder, parsed.GetValue(Packs), interruption.Token);
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(Json)) DemoJson.Write(output, demo);
        else new DemoPage(Terminal.On(output)).Show(demo);
        return ExitCode.Done;
    }

    private static Demo Screen(InventedCasebook casebook, PackLibrary library, string export, string folder, CancellationToken cancellation)
    {
        var (screener, offenses) = (Screener.From(library), OffenseLookup.From(library));
        var began = Stopwatch.GetTimestamp();
        var results = new ConcurrentDictionary<(IncidentNumber, DateOnly?), ScreeningResult>();
        ScreeningResult ScreenAndKeep(Incident incident) => results[(incident.Number, incident.Date)] = screener.Screen(incident);
        var options = new ScreenOptions
        {
            Files = [export],
            Out = folder,
            Purpose = Demo.Purpose,
            Notice = Demo.Invented,
            Jobs = Environment.ProcessorCount,
            Force = true,
        };
        var run = new ScreenRun(options, ScreenAndKeep, screener.Packs, Progress.To(TextWriter.Null))
        {
            Offenses = offenses,
            Finder = MisclassificationFinder.From(library),
        };
        var record = Execute(run, cancellation);
        var screened = casebook.Incidents
            .Select(told => new ScreenedTale(told, [.. told.Reports.Select(report => results[(report.Number, report.Date)])])).ToList();
        return new Demo(casebook, screened, record, folder, Stopwatch.GetElapsedTime(began));
    }

    private static ScreenRecord Execute(ScreenRun run, CancellationToken cancellation)
    {
        try
        {
            return run.Execute(cancellation);
        }
        catch (CommandEnd end) when (end.ExitCode == ExitCode.Interrupted)
        {
            throw new CommandEnd(ExitCode.Interrupted, "Interrupted; credence demo starts again from the beginning.");
        }
    }
}
