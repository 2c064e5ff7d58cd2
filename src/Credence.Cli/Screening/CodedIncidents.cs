using Credence.Incidents;

namespace Credence.Cli.Screening;

/// <summary>
/// Incidents that some row records as trafficking: then no row of theirs is missed, wherever it stands. The one answer for
/// missed.csv, the report and credence missed. It holds fingerprints, so that a nation's incidents fit into memory; a row
/// without a number belongs to no other.
/// </summary>
internal sealed class CodedIncidents
{
    private readonly HashSet<ulong> _incidents = [];

    /// <summary>The incident's number as files on the way hold it: on one line.</summary>
    public static string KeyOf(IncidentNumber number) => CsvLine.OneLine(number.Value);

    /// <summary>What the rows of one incident have in common; 0 for a row without a number.</summary>
    public static ulong Fingerprint(string key) => key.Length == 0 ? 0 : Cli.Fingerprint.Of(key);

    /// <summary>Keys, one a line.</summary>
    public static CodedIncidents Read(string path)
    {
        var coded = new CodedIncidents();
        foreach (var key in File.ReadLines(path)) coded.Add(key);
        return coded;
    }

    public void Add(string key)
    {
        if (key.Length > 0) _incidents.Add(Fingerprint(key));
    }

    public bool Holds(ulong incident) => incident != 0 && _incidents.Contains(incident);
}
