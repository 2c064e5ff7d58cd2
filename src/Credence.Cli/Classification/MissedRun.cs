using System.Text.Json;
using Credence.Classification;
using Credence.Cli.Screening;
using Credence.Incidents;
using Credence.Incidents.Nibrs;
using Credence.Screening;

namespace Credence.Cli.Classification;

/// <summary>Goes over files once and keeps what is to be read, in the order in which to read it.</summary>
internal sealed class MissedRun : IDisposable
{
    private readonly ReadingOrder _found = new();
    private readonly CodedIncidents _coded = new();
    private readonly Dictionary<CodeDoubt, long> _counts = Enum.GetValues<CodeDoubt>().ToDictionary(kind => kind, _ => 0L);

    /// <summary>How rows are printed.</summary>
    public PrintedRow Print { get; init; } = new(OffenseLookup.Shipped, Redact: false);

    public long Rows { get; private set; }

    /// <summary>Rows with a problem.</summary>
    public long Problems { get; private set; }

    /// <summary>Rows recorded as trafficking whose words could not be read.</summary>
    public long CodedUnread { get; private set; }

    /// <summary>Rows of a source without a column of offenses: nothing says what they are recorded as.</summary>
    public long WithoutOffenses { get; private set; }

    /// <summary>Rows of each kind; a row of two kinds counts in both.</summary>
    public IReadOnlyDictionary<CodeDoubt, long> Counts => _counts;

    public int Listed => _found.Count;

    public IEnumerable<MissedRow> Found => _found.Lines().Select(line => JsonSerializer.Deserialize<MissedRow>(line, MissedRow.Json)!);

    /// <summary>What NIBRS files are read by, narratives included.</summary>
    public NibrsInput? Nibrs { get; init; }

    public void Execute(IReadOnlyList<InputFile> files, ColumnMap columns, Screener screener, MisclassificationFinder finder, CancellationToken stop)
    {
        foreach (var file in files)
        {
            using var stream = file.Open();
            using var source = file.OpenSource(stream, columns, Nibrs);
            while (source.TryRead(out var row))
            {
                stop.ThrowIfCancellationRequested();
                Take(row, file.Name, screener, finder);
            }
        }

        // A later row of the same incident may carry the code: then nothing was missed.
        _found.Remove((kind, incident) => MissedWords.KindsOfMissed.Contains(MissedWords.Id((CodeDoubt)kind)) && _coded.Holds(incident));
        foreach (var kind in Found.SelectMany(found => found.Kinds)) _counts[Enum.GetValues<CodeDoubt>().First(known => MissedWords.Id(known) == kind)]++;
    }

    public void Dispose() => _found.Dispose();

    private void Take(IncidentRow row, string file, Screener screener, MisclassificationFinder finder)
    {
        Rows++;
        var printed = Print.Of(row, "");
        Problems += printed.Problems.Count > 0 ? 1 : 0;
        WithoutOffenses += row.Incident.Offenses is null ? 1 : 0;
        var result = screener.Screen(row.Incident);
        var incident = CodedIncidents.KeyOf(row.Incident.Number);
        if (result.IsRecordedAsTrafficking)
        {
            _coded.Add(incident);
            CodedUnread += result.WasRead ? 0 : 1;
        }

        if (finder.Find(row.Incident, result) is { } found)
            _found.Add((int)found.Kinds[0], (int)found.Level, found.Score, CodedIncidents.Fingerprint(incident), JsonSerializer.Serialize(MissedRow.Of(found, file, printed), MissedRow.Json));
    }
}
