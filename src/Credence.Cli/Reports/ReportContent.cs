using Credence.Cli.Screening;
using Credence.Incidents;
using Credence.Screening;

namespace Credence.Cli.Reports;

/// <summary>All that the pages of the report say; they ask for it by injection.</summary>
internal sealed class ReportContent(
    ScreenRecord record, ScreenOptions options, ReportTally tally, ReadingOrder order, OffenseLookup? offenses)
{
    private static readonly ReportSign NoSign = new("", "", ReportWords.Strengths[0].Spelled, ReportWords.Dimensions[0].Spelled, "");
    private static readonly ReportSignal NoSignal = new("", "", "");

    public ScreenRecord Record => record;

    public ReportTally Tally => tally;

    public ReadingOrder Order => order;

    public required DoubtTally Doubts { get; init; }

    public string Purpose { get; } = ShownText.Of(record.Purpose);

    public string? Notice { get; } = options.Notice is { Length: > 0 } notice ? ShownText.Of(notice) : null;

    public bool Redacted => options.Redact;

    /// <summary>False if no input has a column of offenses: then nothing can be called missed.</summary>
    public bool HasOffenses { get; } =
        record.Inputs.Any(input => input.Columns.Any(column => column.StartsWith("offense=", StringComparison.Ordinal)));

    /// <summary>In which order the incidents stand.</summary>
    public string OrderInWords => HasOffenses ? "the missed ones first" : "in the order to read them";

    /// <summary>The title of what is counted by offense.</summary>
    public string OffensesInWords => HasOffenses ? "Missed, by recorded offense" : "By recorded offense: no column was found";

    /// <summary>True if some input is a NIBRS file, whose codes show some things and cannot show others.</summary>
    public bool HasNibrs { get; } = record.Inputs.Any(input => input.Format == nameof(SourceFormat.Nibrs));

    /// <summary>Rows that are possible or strong.</summary>
    public long Indicated => order.Places.Count;

    public long Missed => order.Missed;

    /// <summary>How many of them are in the file; the rest are told where they are.</summary>
    public required int Embedded { get; init; }

    /// <summary>The first ones, which are there without scripts too.</summary>
    public required IReadOnlyList<ReportCard> First { get; init; }

    public long LevelOf(Level level) => record.Counts.Levels[Spelling.Of(level)];

    public ReportSign SignOf(ReportFinding finding) => tally.Indicators.GetValueOrDefault(finding.Indicator, NoSign);

    public ReportSignal SignalOf(string id) => tally.Signals.GetValueOrDefault(id, NoSignal);

    /// <summary>What a NIBRS code means; null for an agency's own words, which speak for themselves.</summary>
    public string? MeaningOf(string offense) => offenses?.Find(new OffenseCode(offense.ToUpperInvariant()))?.Offense;

    /// <summary>An offense as recorded, with what the code means.</summary>
    public string InWords(string offense) => offense switch
    {
        ReportTally.NoOffense => "no offense recorded",
        ReportTally.OtherOffenses => "all other words",
        _ => $"{ShownText.Of(offense)}{(MeaningOf(offense) is { } meaning ? $" {meaning}" : "")}",
    };

    public static string ClauseText(string? id) => LevelRule.Clauses.FirstOrDefault(clause => clause.Id == id)?.Text ?? "";
}
