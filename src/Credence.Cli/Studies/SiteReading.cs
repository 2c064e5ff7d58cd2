using Credence.Cli.Screening;
using Credence.Evaluation.Measures;
using Credence.Incidents;
using Credence.Incidents.Nibrs;
using Credence.Screening;
using Credence.Wording;

namespace Credence.Cli.Studies;

/// <summary>Reads and screens the files of one site: a row for each incident, without words.</summary>
internal sealed class SiteReading(StudyPacks packs, ColumnMap map)
{
    private const int AtATime = 512;

    private readonly Dictionary<IncidentNumber, int> _places = [];
    private readonly List<ReadIncident> _incidents = [];
    private readonly WordingTally _wording = new();

    /// <summary>Rows without a number, which belong to no incident and are left out.</summary>
    public int WithoutNumber { get; private set; }

    public long Rows { get; private set; }

    public long Problems { get; private set; }

    /// <summary>Nothing of it is withheld yet: the report protects it with its other tables.</summary>
    public IReadOnlyList<WordingRates> Wording => _wording.Rates(least: 0);

    public void Read(StudySite site, Progress progress, CancellationToken cancellation)
    {
        var inputs = InputFile.FindAll([.. site.Files.Select(file => file.Path)], map, NoInput, packs.Nibrs);
        var (bytes, before) = (inputs.Sum(input => input.Length), 0L);
        foreach (var input in inputs)
        {
            using var stream = input.Open();
            using var source = input.OpenSource(stream, map, packs.Nibrs);
            Problems += source.HeaderProblems.Count;
            for (var rows = Next(source); rows.Count > 0; rows = Next(source))
            {
                cancellation.ThrowIfCancellationRequested();
                Add(rows);
                progress.Report(before + stream.BytesRead, bytes, Rows);
            }

            before += stream.BytesRead;
        }

        if (_incidents.Count == 0) throw WithoutIncidents(site);
    }

    /// <summary>Ends the command where a file of the site cannot be read, or where no row of any has an incident number.</summary>
    public static void ExpectIncidents(StudySite site, ColumnMap map, NibrsInput nibrs)
    {
        var found = false;
        foreach (var input in InputFile.FindAll([.. site.Files.Select(file => file.Path)], map, NoInput, nibrs))
        {
            using var stream = input.Open();
            using var source = input.OpenSource(stream, map, nibrs);
            while (!found && source.TryRead(out var row)) found = row.Incident.Number.Value.Length > 0;
        }

        if (!found) throw WithoutIncidents(site);
    }

    private static CommandEnd WithoutIncidents(StudySite site) => CommandEnd.Refused($"{site.Name}: found no incident with a number, expected at least one.");

    /// <summary>The incidents as measures see them, in the order in which they came.</summary>
    public IEnumerable<MeasureRow> RowsOf(string site) =>
        _incidents.Select(read => MeasureRow.Of(site, IncidentUnion.Of(read.Reports), read.Level, read.Type, packs.Offenses));

    /// <summary>What coders read of some incidents: the narratives, each once, and the persons as recorded.</summary>
    public static Dictionary<IncidentNumber, Incident> Narratives(StudySite site, IReadOnlySet<IncidentNumber> wanted, ColumnMap map, NibrsInput nibrs)
    {
        var reports = new Dictionary<IncidentNumber, List<Incident>>();
        foreach (var input in InputFile.FindAll([.. site.Files.Select(file => file.Path)], map, NoInput, nibrs))
        {
            using var stream = input.Open();
            using var source = input.OpenSource(stream, map, nibrs);
            while (source.TryRead(out var row))
            {
                if (!wanted.Contains(row.Incident.Number)) continue;
                if (!reports.TryGetValue(row.Incident.Number, out var same)) reports.Add(row.Incident.Number, same = []);
                same.Add(row.Incident);
            }
        }

        return reports.ToDictionary(pair => pair.Key, pair => IncidentUnion.Of(pair.Value));
    }

    private static List<IncidentRow> Next(IncidentSource source)
    {
        var rows = new List<IncidentRow>(AtATime);
        while (rows.Count < AtATime && source.TryRead(out var row)) rows.Add(row);
        return rows;
    }

    private void Add(List<IncidentRow> rows)
    {
        var read = rows.AsParallel().AsOrdered()
            .Select(row => (row.Incident, Result: packs.Screener.Screen(row.Incident), Wording: packs.Wording.Check(row.Incident.Narrative))).ToList();
        for (var i = 0; i < rows.Count; i++)
        {
            Rows++;
            Problems += rows[i].Problems.Count;
            var (incident, result, wording) = read[i];
            _wording.Add(incident, wording, result.Level >= Level.PossibleIndication || result.IsRecordedAsTrafficking);
            if (incident.Number.Value.Length == 0) WithoutNumber++;
            else Add(incident with { Narrative = new Narrative("") }, result);
        }
    }

    private void Add(Incident report, ScreeningResult result)
    {
        if (_places.TryAdd(report.Number, _incidents.Count)) _incidents.Add(new ReadIncident());
        var read = _incidents[_places[report.Number]];
        read.Reports.Add(report);
        if (read.Reports.Count > 1 && (result.Level, result.Score).CompareTo((read.Level, read.Score)) <= 0) return;
        (read.Level, read.Score, read.Type) = (result.Level, result.Score, result.Type);
    }

    // A study is read again and again: standard input was refused when it was set up.
    private static Stream NoInput() => Stream.Null;

    private sealed class ReadIncident
    {
        public List<Incident> Reports { get; } = new(1);

        public Level Level { get; set; }

        public double Score { get; set; }

        public ExploitationType Type { get; set; }
    }
}
