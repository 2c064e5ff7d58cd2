using System.Globalization;
using Credence.Cli.Screening;
using Credence.Screening;

namespace Credence.Cli.Reports;

/// <summary>
/// Which indicated rows are missed, and in what order they are to be read: missed first, strong before possible, the
/// higher score first, else as in the input. The missed ones stand as in missed.csv.
/// </summary>
internal sealed class ReadingOrder
{
    private readonly List<Place> _places = [];
    private readonly Dictionary<ulong, int> _rowsOf = [];

    private ReadingOrder()
    {
    }

    /// <summary>All indicated rows in the order to read them.</summary>
    public IReadOnlyList<Place> Places => _places;

    public long Missed { get; private set; }

    /// <summary>Of those, the rows whose words alone would give no level.</summary>
    public long MissedByCodeAlone { get; private set; }

    /// <summary>Rows that are missed by offense and level.</summary>
    public Dictionary<string, long[]> MissedByOffense { get; } = [];

    /// <summary>How many other indicated rows the incident has.</summary>
    public int OthersOf(Place place) => place.Incident == 0 ? 0 : _rowsOf[place.Incident] - 1;

    /// <summary>Reads the lines of <see cref="ReportRows.Index"/>; it is told which incidents some row codes as trafficking.</summary>
    public static ReadingOrder Read(IEnumerable<string> lines, CodedIncidents coded, IReadOnlyCollection<string> offenses)
    {
        var order = new ReadingOrder();
        var offset = 0L;
        foreach (var line in lines)
        {
            var cells = line.Split('\t');
            var length = int.Parse(cells[4], CultureInfo.InvariantCulture);
            var incident = CodedIncidents.Fingerprint(cells[3]);
            order.Add(cells, incident, offset, length, isMissed: cells[2] == "0" && !coded.Holds(incident), offenses);
            offset += length;
        }

        order._places.Sort();
        return order;
    }

    private void Add(string[] cells, ulong incident, long offset, int length, bool isMissed, IReadOnlyCollection<string> offenses)
    {
        var level = int.Parse(cells[0], CultureInfo.InvariantCulture);
        _places.Add(new Place(isMissed, level, double.Parse(cells[1], CultureInfo.InvariantCulture), offset, length, incident));
        if (incident != 0) _rowsOf[incident] = _rowsOf.GetValueOrDefault(incident) + 1;
        if (!isMissed) return;
        Missed++;
        if (cells[5] == "1") MissedByCodeAlone++;
        foreach (var offense in cells[6..].Select(cell => offenses.Contains(cell) ? cell : ReportTally.OtherOffenses).Distinct())
        {
            if (!MissedByOffense.TryGetValue(offense, out var levels))
                MissedByOffense.Add(offense, levels = new long[(int)Level.StrongIndication + 1]);
            levels[level]++;
        }
    }

    /// <summary>Where the JSON of a row lies, and how early it is to be read.</summary>
    internal readonly record struct Place(bool IsMissed, int Level, double Score, long Offset, int Length, ulong Incident)
        : IComparable<Place>
    {
        public int CompareTo(Place other) =>
            (other.IsMissed, other.Level, other.Score, Offset).CompareTo((IsMissed, Level, Score, other.Offset));
    }
}
