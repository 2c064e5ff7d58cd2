using System.Text;
using Credence.Incidents;

namespace Credence.Cli.Screening;

/// <summary>
/// Narratives that lie apart from the incidents, found by incident number. Their texts wait in a file of their own beside
/// the results, which is gone when the run ends; memory holds some fifty bytes for each narrative, however long it is.
/// </summary>
internal sealed class NarrativeFile : IDisposable
{
    private const string Spool = "narratives.partial";

    private readonly FileStream _texts;
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<ulong, (int First, int Last)> _byNumber = [];
    private byte[] _buffer = new byte[1 << 14];

    private NarrativeFile(string folder)
    {
        var path = Path.Combine(folder, Spool);
        _texts = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.Delete, 1 << 16, FileOptions.DeleteOnClose);
        // Elsewhere than on Windows an open file can go at once, so that not even a killed run leaves stories behind.
        if (!OperatingSystem.IsWindows()) File.Delete(path);
    }

    /// <summary>How many narratives there are.</summary>
    public int Count => _entries.Count;

    /// <summary>The rows whose incident was never asked for.</summary>
    public IEnumerable<long> Unused => _entries.Where(entry => !entry.IsUsed).Select(entry => entry.Row);

    /// <summary>The header under which the incident number stands.</summary>
    public string NumberHeader { get; private set; } = "";

    /// <summary>Reads them all.</summary>
    /// <param name="input">The file.</param>
    /// <param name="map">Its columns, where they are not guessed.</param>
    /// <param name="folder">The folder of the results.</param>
    /// <param name="report">Hears what is wrong in which row.</param>
    public static NarrativeFile Open(InputFile input, ColumnMap map, string folder, Action<RowProblem> report)
    {
        using var stream = input.Open();
        using var source = input.OpenSource(stream, map);
        if (source.Format == SourceFormat.Nibrs)
            throw CommandEnd.WrongUse($"--narratives: found a NIBRS file, expected narratives with their incident numbers: CSV, or one JSON object a line.");
        var narratives = new NarrativeFile(folder) { NumberHeader = source.Columns.HeaderOf(IncidentColumn.Id) };
        foreach (var problem in source.HeaderProblems) report(problem);
        while (source.TryRead(out var row))
        {
            foreach (var problem in row.Problems) report(problem);
            narratives.Add(row);
        }

        narratives._texts.Flush();
        return narratives;
    }

    /// <summary>What was written about an incident, in the order of the file; null for nothing.</summary>
    public Narrative? Find(Incident incident)
    {
        var number = Key(incident.Number.Value);
        if (number.Length == 0 || !_byNumber.TryGetValue(Fingerprint.Of(number), out var found)) return null;
        var texts = new List<string>();
        for (var at = found.First; at >= 0; at = _entries[at].Next)
            if (TextOf(at, number, Key(incident.Agency ?? "")) is { } text) texts.Add(text);
        return texts.Count == 0 ? null : new Narrative(string.Join("\n\n", texts));
    }

    public void Dispose() => _texts.Dispose();

    private void Add(IncidentRow row)
    {
        var (number, agency) = (Key(row.Incident.Number.Value), Key(row.Incident.Agency ?? ""));
        if (number.Length == 0 || string.IsNullOrWhiteSpace(row.Incident.Narrative.Text)) return;
        var entry = new Entry(_texts.Position, Put(number), Put(agency), Put(row.Incident.Narrative.Text), row.Row);
        var (hash, at) = (Fingerprint.Of(number), _entries.Count);
        if (_byNumber.TryGetValue(hash, out var known))
        {
            _entries[known.Last] = _entries[known.Last] with { Next = at };
            _byNumber[hash] = (known.First, at);
        }
        else
        {
            _byNumber[hash] = (at, at);
        }

        _entries.Add(entry);
    }

    private int Put(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        _texts.Write(bytes);
        return bytes.Length;
    }

    // Numbers are compared as they stand; two of them may share a hash. An agency counts only where both sides name one.
    private string? TextOf(int at, string number, string agency)
    {
        var entry = _entries[at];
        var length = entry.NumberLength + entry.AgencyLength + entry.TextLength;
        if (_buffer.Length < length) _buffer = new byte[2 * length];
        _texts.Position = entry.Offset;
        _texts.ReadExactly(_buffer, 0, length);
        var storedAgency = Encoding.UTF8.GetString(_buffer, entry.NumberLength, entry.AgencyLength);
        if (Encoding.UTF8.GetString(_buffer, 0, entry.NumberLength) != number) return null;
        if (agency.Length > 0 && storedAgency.Length > 0 && agency != storedAgency) return null;
        _entries[at] = entry with { IsUsed = true };
        return Encoding.UTF8.GetString(_buffer, entry.NumberLength + entry.AgencyLength, entry.TextLength);
    }

    private static string Key(string text) => text.Trim().ToUpperInvariant();

    private readonly record struct Entry(long Offset, int NumberLength, int AgencyLength, int TextLength, long Row, int Next = -1, bool IsUsed = false);
}
