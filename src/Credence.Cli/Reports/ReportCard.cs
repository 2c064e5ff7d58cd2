namespace Credence.Cli.Reports;

/// <summary>An indicated row at its place in the report.</summary>
/// <param name="Place">Its place in the order to read, from 1; links carry it, never the incident's number.</param>
/// <param name="Missed">True if no code of the incident says trafficking.</param>
/// <param name="Others">How many other indicated rows the incident has.</param>
/// <param name="Incident">The row.</param>
public sealed record ReportCard(int Place, bool Missed, int Others, ReportIncident Incident)
{
    /// <summary>One of each element and no words in it: the script copies it.</summary>
    internal static ReportCard Specimen { get; } = new(0, true, 0, new ReportIncident
    {
        Number = "",
        File = "",
        Row = 0,
        Level = ReportWords.Levels[0].Spelled,
        Type = ReportWords.Types[0].Spelled,
        Minor = ReportWords.Minors[0].Spelled,
        Reason = "",
        Findings = [new ReportFinding("", ReportWords.Assertions[0].Spelled, true), new ReportFinding("", ReportWords.Assertions[0].Spelled, false)],
        Signals = [""],
        Narrative = [new ReportPiece("", [0])],
    });
}
