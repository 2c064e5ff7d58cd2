using Credence.Incidents;
using Credence.Screening;
using Credence.Training;

namespace Credence.Cli.Screening;

/// <summary>The casebook, screened.</summary>
internal sealed record Demo(IReadOnlyList<ScreenedInvention> Incidents, IReadOnlyList<string> Packs, TimeSpan Elapsed)
{
    public const string Invented = "INVENTED. No person, place or event here is real.";

    public IEnumerable<ScreenedInvention> At(Level level) => Incidents.Where(one => one.Result.Level == level);

    public IReadOnlyList<ScreenedInvention> Indicated => [.. Incidents.Where(one => one.Result.Level >= Level.PossibleIndication)];

    public IReadOnlyList<ScreenedInvention> Missed => [.. Indicated.Where(one => !one.SaysTrafficking)];

    /// <summary>Where a careful reader comes to another level than the program.</summary>
    public IReadOnlyList<ScreenedInvention> Disputed => [.. Incidents.Where(one => one.Result.Level != one.Invented.Level)];
}

/// <summary>An invented incident and what the screener says of it.</summary>
internal sealed record ScreenedInvention(InventedIncident Invented, ScreeningResult Result)
{
    public Incident Incident => Invented.Incident;

    public string Number => Incident.Number.Value;

    public bool SaysTrafficking => Incident.Offenses!.Any(OffenseLookup.IsTrafficking);

    /// <summary>What the level stands on, short enough for a table: the titles that the reason names.</summary>
    public string Grounds => Short(Result.Findings.Where(IsInReason).Select(finding => finding.Indicator.Title)) is { Length: > 0 } words
        ? $"somebody {words}"
        : Short(Result.Signals.Where(signal => signal.Level == Result.Level).Select(signal => signal.Title));

    private bool IsInReason(Finding finding) => Result.Reason.Contains($"[{finding.Indicator.Id}]", StringComparison.Ordinal);

    private static string Short(IEnumerable<string> titles) => string.Join("; ", titles.Distinct());
}
