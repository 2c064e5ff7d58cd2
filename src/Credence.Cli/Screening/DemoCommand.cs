using System.CommandLine;
using System.Diagnostics;
using Credence.Incidents;
using Credence.Packs;
using Credence.Screening;
using Credence.Training;

namespace Credence.Cli.Screening;

/// <summary><c>credence demo</c>: screens the invented casebook that ships with the program, and shows the result.</summary>
internal static class DemoCommand
{
    private const string About =
        """
        Screens an invented casebook and shows what was found; nothing in it is real

        With --out, writes the casebook as casebook.csv, and what credence screen makes of it, for a look at the files.
        """;

    private static readonly Option<string?> Out = new("--out")
    {
        Description = "Folder for casebook.csv and the files of credence screen",
        HelpName = "DIR",
    };

    private static readonly Option<bool> Force = new("--force") { Description = "Replace the demonstration that the folder holds" };

    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Create()
    {
        var command = new Command("demo", About) { Out, Force, Json };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var library = DefaultPacks.Read();
        var (casebook, screener) = (Casebook.From(library), Screener.From(library));
        var demo = Screen(casebook, screener);
        var output = parsed.InvocationConfiguration.Output;
        var folder = parsed.GetValue(Out);
        if (folder is not null) WriteFiles(folder, parsed.GetValue(Force), casebook, screener);
        if (parsed.GetValue(Json)) DemoJson.Write(output, demo);
        else new DemoPage(Terminal.On(output)).Show(demo, folder);
        return ExitCode.Done;
    }

    private static Demo Screen(Casebook casebook, Screener screener)
    {
        var began = Stopwatch.GetTimestamp();
        var screened = casebook.Incidents
            .Select(invented => new ScreenedInvention(invented, screener.Screen(invented.Incident)))
            .OrderByDescending(one => one.Result.Level).ThenByDescending(one => one.Result.Score)
            .ToList();
        return new Demo(screened, screener.Packs, Stopwatch.GetElapsedTime(began));
    }

    private static void WriteFiles(string folder, bool force, Casebook casebook, Screener screener)
    {
        FolderLock.Take(folder).Dispose();
        var export = Path.Combine(folder, "casebook.csv");
        if (!force && (File.Exists(export) || OutputFolder.HoldsRun(folder))) throw CommandEnd.Refused(
            $"{folder} already holds a casebook or a run: give another folder with --out, or --force to replace it.");
        File.WriteAllBytes(export, CasebookCsv.Of(casebook));
        var options = new ScreenOptions
        {
            Files = [export],
            Out = folder,
            Purpose = "demonstration; every incident is invented",
            Notice = Demo.Invented,
            Force = force,
        };
        var run = new ScreenRun(options, screener.Screen, screener.Packs, Progress.To(TextWriter.Null))
        {
            Offenses = OffenseLookup.From(DefaultPacks.Read()),
        };
        run.Execute(CancellationToken.None);
    }
}
