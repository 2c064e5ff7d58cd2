using System.Text;
using Credence.Cli.Screening;
using Credence.Incidents;
using Credence.Packs;
using Credence.Screening;

namespace Credence.Cli.Tests;

/// <summary>A folder of its own for a test, with a screener that finds what the test wrote in capitals.</summary>
internal sealed class Workplace : IDisposable
{
    private static readonly Indicator Passport = new()
    {
        Id = "documents.passport-kept",
        Title = "has had the passport taken",
        Theme = "documents",
        Type = ExploitationType.Labor,
        Dimension = Dimension.AbuseOfVulnerability,
        Element = Element.Means,
        Strength = Strength.Strong,
        About = About.Person,
        Minor = false,
        Citation = new Citation("invented", "Invented", null, true),
    };

    public string Root { get; } = Directory.CreateTempSubdirectory("credence-").FullName;

    public string PathOf(string name) => Path.Combine(Root, name);

    public string Text(string name) => File.ReadAllText(PathOf(name));

    public string[] Lines(string name) => File.ReadAllLines(PathOf(name));

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(PathOf(name), bytes);
        return PathOf(name);
    }

    /// <summary>Rows with a number, an offense and a narrative; every tenth has a finding, every twentieth is broken.</summary>
    public string WriteIncidents(int count, string name = "incidents.csv")
    {
        var text = new StringBuilder("incident_id,offense,narrative\n");
        for (var i = 1; i <= count; i++)
        {
            text.Append($"2031-{i:000000},{(i % 7 == 0 ? "64A" : "90J")},\"Row {i}\n");
            text.Append(i % 10 == 0 ? "HE KEPT HER PASSPORT" : "nothing in it");
            text.Append(i % 20 == 0 ? " \"so\" she said\"\n" : "\"\n");
        }

        return Write(name, text.ToString());
    }

    /// <summary>Runs the command as a shell would.</summary>
    public static (int Code, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        return (CommandLine.Run(args, output, error), output.ToString(), error.ToString());
    }

    /// <summary>A run into the folder <paramref name="folder"/> with the screener of the tests.</summary>
    public ScreenRun Job(ScreenOptions options, string folder, Func<Incident, ScreeningResult>? screen = null) =>
        new(options with { Out = PathOf(folder) }, screen ?? Screen, ["invented@1.0.0"], new Progress(null, TimeProvider.System));

    public ScreenRecord Do(ScreenOptions options, string folder, Func<Incident, ScreeningResult>? screen = null) =>
        Job(options, folder, screen).Execute(TestContext.Current.CancellationToken);

    /// <summary>All that a finished run left, by file name.</summary>
    public Dictionary<string, string> Results(string folder) =>
        Directory.EnumerateFiles(PathOf(folder)).ToDictionary(path => Path.GetFileName(path)!, File.ReadAllText);

    public void Copy(string from, string to)
    {
        Directory.CreateDirectory(PathOf(to));
        foreach (var file in Directory.EnumerateFiles(PathOf(from)).Where(path => Path.GetFileName(path) != FolderLock.Name))
            File.Copy(file, Path.Combine(PathOf(to), Path.GetFileName(file)));
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static readonly OffenseLookup Offenses = OffenseLookup.From(DefaultPacks.Read());

    public static ScreeningResult Screen(Incident incident)
    {
        var text = incident.Narrative.Text;
        var at = text.IndexOf("PASSPORT", StringComparison.Ordinal);
        return new ScreeningResult
        {
            Level = text.Length == 0 ? Level.NotScreened : at < 0 ? Level.NoneFound : Level.StrongIndication,
            Type = at < 0 ? ExploitationType.None : ExploitationType.Labor,
            Minor = MinorStatus.Unknown,
            Score = at < 0 ? 0 : 4.5,
            WordsSay = at < 0 ? "No indicator was found in the words." : $"The words say that somebody {Passport.Title}.",
            Clause = null,
            IsRecordedAsTrafficking = incident.Offenses?.Any(Offenses.SaysTrafficking) == true,
            Findings = at < 0 ? [] : [new Finding(Passport, at, at + 8, 0, text.Length, Assertion.SomeoneElse)],
            Signals = at < 0 ? [] : [new Signal("invented", "an invented signal", "a rule", Level.PossibleIndication)],
            Packs = ["invented@1.0.0"],
        };
    }
}
