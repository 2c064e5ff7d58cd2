using Credence.Cli.Screening;
using Credence.Incidents;
using Credence.Screening;

namespace Credence.Cli.Reports;

/// <summary>What the report counts besides <see cref="Tally"/>; kept in the checkpoint.</summary>
internal sealed class ReportTally
{
    public const string OtherOffenses = "(others)";
    public const string NoOffense = "(none)";

    private const int MostOffenses = 1000;
    private const int MostMonths = 2400;

    /// <summary>Rows by month (12 a year, from the year 0) and level.</summary>
    public Dictionary<int, long[]> Months { get; init; } = [];

    /// <summary>Rows without a date, by level.</summary>
    public long[] Undated { get; init; } = new long[Spelling.LevelCount];

    /// <summary>Rows by recorded offense and level.</summary>
    public Dictionary<string, long[]> Offenses { get; init; } = [];

    /// <summary>Indicators of indicated rows, by <see cref="ReportSign.KeyOf"/>.</summary>
    public Dictionary<string, ReportSign> Indicators { get; init; } = [];

    /// <summary>Counts of indicated rows, by id of the indicator.</summary>
    public Dictionary<string, SignCount> Signs { get; init; } = [];

    /// <summary>Counts of indicated rows, by dimension as files spell it.</summary>
    public Dictionary<string, SignCount> Dimensions { get; init; } = [];

    /// <summary>Signals of indicated rows, by id.</summary>
    public Dictionary<string, ReportSignal> Signals { get; init; } = [];

    public void Add(Batch batch)
    {
        for (var i = 0; i < batch.Printed.Count; i++) Add(batch.Printed[i].Incident, batch.Results[i]);
    }

    /// <summary>What a row counts under by offense: each code once; nothing if the source has no column of them.</summary>
    public static IReadOnlyList<string> OffensesOf(Incident incident) => incident.Offenses switch
    {
        null => [],
        [] => [NoOffense],
        [var only] => [KeyOf(only)],
        var several => [.. several.Select(KeyOf).Distinct()],
    };

    private static string KeyOf(OffenseCode offense) => CsvLine.OneLine(offense.Value) is { Length: > 0 } key ? key : NoOffense;

    private void Add(Incident incident, ScreeningResult result)
    {
        LevelsOf(incident.Date)[(int)result.Level]++;
        foreach (var offense in OffensesOf(incident)) LevelsOf(offense)[(int)result.Level]++;
        if (result.Level < Level.PossibleIndication) return;
        Count(result.Findings, finding => finding.Indicator.Id, Signs);
        Count(result.Findings, finding => Spelling.Of(finding.Indicator.Dimension), Dimensions);
        foreach (var finding in result.Findings)
            Indicators.TryAdd(ReportSign.KeyOf(finding.Indicator), ReportSign.Of(finding.Indicator));
        foreach (var signal in result.Signals)
            Signals.TryAdd(signal.Id, new ReportSignal(signal.Title, signal.Rule, Spelling.Of(signal.Level)));
    }

    private long[] LevelsOf(DateOnly? date)
    {
        if (date is not { } day) return Undated;
        var month = (day.Year * 12) + day.Month - 1;
        if (Months.TryGetValue(month, out var levels)) return levels;
        return Months.Count < MostMonths ? Months[month] = new long[Spelling.LevelCount] : Undated;
    }

    private long[] LevelsOf(string offense)
    {
        if (Offenses.TryGetValue(offense, out var levels)) return levels;
        var key = Offenses.Count < MostOffenses ? offense : OtherOffenses;
        return Offenses.TryGetValue(key, out levels) ? levels : Offenses[key] = new long[Spelling.LevelCount];
    }

    private static void Count(IReadOnlyList<Finding> findings, Func<Finding, string> key, Dictionary<string, SignCount> counts)
    {
        foreach (var same in findings.GroupBy(key))
        {
            if (!counts.TryGetValue(same.Key, out var count)) counts.Add(same.Key, count = new SignCount());
            count.AddRow(same);
        }
    }
}

/// <summary>How often a sign, or a dimension, was found in indicated rows.</summary>
public sealed class SignCount
{
    public long Rows { get; set; }

    /// <summary>Rows in which it is affirmed at least once.</summary>
    public long Affirmed { get; set; }

    /// <summary>Findings by assertion.</summary>
    public long[] Assertions { get; init; } = new long[Spelling.AssertionCount];

    public void AddRow(IEnumerable<Finding> findings)
    {
        Rows++;
        var affirmed = false;
        foreach (var finding in findings)
        {
            Assertions[(int)finding.Assertion]++;
            affirmed |= finding.Assertion == Assertion.Affirmed;
        }

        if (affirmed) Affirmed++;
    }
}
