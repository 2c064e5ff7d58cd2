using Credence.Cli.Studies;
using Credence.Incidents;
using Credence.Screening;
using Credence.Training;

namespace Credence.Cli.Screening;

/// <summary>The invented casebook, screened.</summary>
internal sealed record Demo(
    InventedCasebook Casebook, IReadOnlyList<ScreenedTale> Incidents, ScreenRecord Record, string Folder, TimeSpan Elapsed)
{
    public const string Invented = "INVENTED. No person, place or event here is real.";

    public const string Purpose = "demonstration; every incident is invented";

    /// <summary>The incident that the page explains: the first worker who asks for papers and is removed as a trespasser.</summary>
    public ScreenedTale Example => Incidents.First(one =>
        one.Told.Truth.Kind.Id == "labor-under-trespass" && one.Level == Level.StrongIndication && one.Deciding.Findings.Count > 1);

    /// <summary>Incidents on whose level the program and the reader differ.</summary>
    public IEnumerable<ScreenedTale> Differences => Incidents.Where(one => one.Level != one.Told.Truth.Level);

    /// <summary>How many incidents have this level.</summary>
    public int At(Level level) => Incidents.Count(one => one.Level == level);

    /// <summary>How many incidents a reader puts at one level and the program at another.</summary>
    public int Count(Level reader, Level program) => Incidents.Count(one => one.Told.Truth.Level == reader && one.Level == program);

    /// <summary>How many incidents were planted with this fault.</summary>
    public int Planted(Misclassification fault) => Incidents.Count(one => one.Told.Truth.Misclassified.Contains(fault));

    /// <summary>How many planted misses the program indicates.</summary>
    public int MissesFound => Incidents.Count(one => one.IsIndicated && one.Told.Truth.Misclassified.Contains(Misclassification.Miss));

    /// <summary>Indicated incidents by recorded code, the most first; those without a code under one dash.</summary>
    public IEnumerable<(string Code, string As, int Strong, int Possible)> Recorded() =>
        Incidents.Where(one => one.IsIndicated).GroupBy(Code)
            .OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => (same.Key, Commonest(same), same.Count(one => one.Level == Level.StrongIndication),
                same.Count(one => one.Level == Level.PossibleIndication)));

    /// <summary>The files that are there, the first to open first.</summary>
    public IEnumerable<(string Name, string Path, string What)> Files =>
        from file in new[]
        {
            (Name: "report.html", What: "the report, to be opened in a browser"),
            (Name: OutputFolder.Missed, What: "missed incidents, to be read from the top"),
            (Name: OutputFolder.Screened, What: "one result for every report"),
            (Name: CasebookCsv.FileName, What: "the export that was screened"),
            (Name: TruthCsv.FileName, What: "what is true of each incident"),
            (Name: DifferencesCsv.FileName, What: "where the reader and the program differ"),
            (Name: DemoStudy.Report, What: "the study of the three communities"),
        }
        let path = Path.Combine(Folder, file.Name)
        where File.Exists(path)
        select (file.Name, path, file.What);

    private static string Code(ScreenedTale one) =>
        one.Told.Reports[0].Offenses is { Count: > 0 } codes ? codes[0].Value : "-";

    private static string Commonest(IEnumerable<ScreenedTale> same) =>
        same.GroupBy(one => one.Told.Truth.RecordedAs).OrderByDescending(named => named.Count()).ThenBy(named => named.Key, StringComparer.Ordinal).First().Key;
}

/// <summary>An invented incident and what the screener says of its reports.</summary>
internal sealed record ScreenedTale(ToldIncident Told, IReadOnlyList<ScreeningResult> Results)
{
    /// <summary>The result that decides: of the report with the highest level.</summary>
    public ScreeningResult Deciding => Results.MaxBy(result => (result.Level, result.Score))!;

    /// <summary>The highest level of its reports.</summary>
    public Level Level => Deciding.Level;

    /// <summary>True if somebody should be screened.</summary>
    public bool IsIndicated => Level >= Level.PossibleIndication;

    /// <summary>True if the words alone have the reader's level and only a code of the record makes the difference.</summary>
    public bool DiffersByCodeAlone => Level > Told.Truth.Level && Results.Max(LevelOfWords) <= Told.Truth.Level;

    /// <summary>The report whose result decides.</summary>
    public Incident Report => Told.Reports[Results.ToList().IndexOf(Deciding)];

    private static Level LevelOfWords(ScreeningResult result) =>
        LevelRule.Clauses.FirstOrDefault(clause => clause.Id == result.Clause)?.Level ?? Level.NoneFound;
}
