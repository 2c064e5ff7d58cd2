namespace Credence.Incidents.Nibrs;

/// <summary>
/// The FBI's human-trafficking return of what is recorded as 64A and 64B: by connected victim, attempts included, each
/// line by itself where an incident has both; cleared by arrest or exceptional means, and of these the ones in which
/// only persons under 18 are involved. It counts what agencies recorded, which is neither what happened nor who is
/// a victim.
/// </summary>
/// <remarks>Memory grows by eight bytes a report, by which a number that was sent twice is known.</remarks>
public sealed class TraffickingReturn
{
    private const int Grown = 18;

    private readonly HashSet<ulong> _seen = [];

    private readonly SortedDictionary<(string Ori, int Month, string Line), TraffickingCount> _counts = new(
        Comparer<(string Ori, int Month, string Line)>.Create((one, other) =>
            string.CompareOrdinal(one.Ori, other.Ori) is var byOri and not 0 ? byOri
            : one.Month != other.Month ? one.Month.CompareTo(other.Month)
            : string.CompareOrdinal(one.Line, other.Line)));

    /// <summary>The two lines of the return, with the offense code of each.</summary>
    public static IReadOnlyList<(string Line, OffenseCode Code)> Lines { get; } =
        [("A", OffenseCode.CommercialSexActs), ("B", OffenseCode.InvoluntaryServitude)];

    /// <summary>Counts by agency, month and line, in that order. Offenses count in the month of the incident, clearances in that of the clearance.</summary>
    public IEnumerable<((string Ori, int Month, string Line) Of, TraffickingCount Count)> Counts => _counts.Select(pair => (pair.Key, pair.Value));

    /// <summary>Group A reports whose number the same agency had sent before: they are counted as they were first read, once.</summary>
    public long Repeated { get; private set; }

    /// <summary>Group A incidents with one of the codes.</summary>
    public long Incidents { get; private set; }

    /// <summary>Those that have both codes, and count in both lines.</summary>
    public long IncidentsOfBoth { get; private set; }

    /// <summary>Those cleared exceptionally because the victim would not cooperate (D).</summary>
    public long VictimDeclined { get; private set; }

    /// <summary>Offense segments with one of the codes to which no victim is connected: they count nowhere.</summary>
    public long WithoutVictim { get; private set; }

    /// <summary>The sum over agencies and months of one line, or of both.</summary>
    /// <param name="line">A or B, or null for both.</param>
    public TraffickingCount Total(string? line = null) => _counts.Where(pair => line is null || pair.Key.Line == line)
        .Aggregate(new TraffickingCount(0, 0, 0), (sum, pair) => sum + pair.Value);

    /// <summary>Counts a report, if it is an incident with one of the codes.</summary>
    public void Add(NibrsReport report)
    {
        if (report.Kind != NibrsReportKind.GroupA || report.Administrative is not { Action: not 'D' } administrative) return;
        if (!_seen.Add(administrative.Identity()))
        {
            Repeated++;
            return;
        }

        var coded = Lines.Where(line => Has(report, line.Code)).ToList();
        if (coded.Count == 0) return;
        Incidents++;
        if (coded.Count > 1) IncidentsOfBoth++;
        if (administrative.Text("cleared") == "D") VictimDeclined++;
        var clearance = Clearance(report, administrative);
        foreach (var (line, code) in coded) Add(report, administrative, line, code, clearance);
    }

    private void Add(NibrsReport report, NibrsSegment administrative, string line, OffenseCode code, (int Month, bool OnlyJuveniles)? clearance)
    {
        var victims = report.Level(4).Count(victim => IsConnected(victim, code));
        if (victims == 0) WithoutVictim++;
        if (victims == 0) return;
        Add((administrative.Ori, Month(administrative, "incidentDate") ?? administrative.Submission, line), new TraffickingCount(victims, 0, 0));
        if (clearance is var (month, onlyJuveniles))
            Add((administrative.Ori, month, line), new TraffickingCount(0, victims, onlyJuveniles ? victims : 0));
    }

    private void Add((string, int, string) key, TraffickingCount count) =>
        _counts[key] = _counts.TryGetValue(key, out var sum) ? sum + count : count;

    private static bool Has(NibrsReport report, OffenseCode code) => report.Level(2).Any(offense => offense.Text("code") == code.Value);

    private static bool IsConnected(NibrsSegment victim, OffenseCode code) =>
        Enumerable.Range(0, victim.Layout.Find("code")!.Times).Any(row => victim.Text("code", row) == code.Value);

    // One clearance clears the incident: by the earliest arrest, or else exceptionally (data element 4, pages 31-32).
    private static (int Month, bool OnlyJuveniles)? Clearance(NibrsReport report, NibrsSegment administrative)
    {
        if (report.Level(6) is { Count: > 0 } arrests)
        {
            var month = arrests.Select(arrest => Month(arrest, "date")).OfType<int>().DefaultIfEmpty(administrative.Submission).Min();
            return (month, OnlyJuveniles(arrests));
        }

        return administrative.Text("cleared") is "A" or "B" or "C" or "D" or "E"
            ? (Month(administrative, "clearanceDate") ?? administrative.Submission, OnlyJuveniles(report.Level(5)))
            : null;
    }

    // Under 18, or under 18 and of unknown age.
    private static bool OnlyJuveniles(IReadOnlyList<NibrsSegment> persons)
    {
        var ages = persons.Select(person => NibrsValue.Years(person.Of(person.Layout.Find("age")!))).ToList();
        return ages.Exists(age => age < Grown) && !ages.Exists(age => age >= Grown);
    }

    private static int? Month(NibrsSegment segment, string date) =>
        NibrsValue.Date(segment.Of(segment.Layout.Find(date)!)) is { } day ? day.Year * 100 + day.Month : null;
}

/// <summary>One line of the return.</summary>
/// <param name="Offenses">Offenses, one for each connected victim, attempts included.</param>
/// <param name="Cleared">Those cleared by arrest or exceptional means.</param>
/// <param name="ClearedJuvenile">Of the cleared, those in which only persons under 18 are involved.</param>
public readonly record struct TraffickingCount(long Offenses, long Cleared, long ClearedJuvenile)
{
    /// <summary>The sum of two counts.</summary>
    public static TraffickingCount operator +(TraffickingCount one, TraffickingCount other) =>
        new(one.Offenses + other.Offenses, one.Cleared + other.Cleared, one.ClearedJuvenile + other.ClearedJuvenile);

    /// <summary>The sum of two counts.</summary>
    public static TraffickingCount Add(TraffickingCount left, TraffickingCount right) => left + right;
}
