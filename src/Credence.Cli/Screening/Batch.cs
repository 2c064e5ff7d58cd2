using System.Buffers;
using Credence.Classification;
using Credence.Cli.Classification;
using Credence.Cli.Reports;
using Credence.Incidents;
using Credence.Screening;

namespace Credence.Cli.Screening;

/// <summary>Some rows on their way through: read in order, screened beside others, written in order. Used again and again.</summary>
internal sealed class Batch
{
    private const int MostRows = 512;
    private const int MostCharacters = 1 << 18;

    private readonly List<IncidentRow> _rows = new(MostRows);
    private readonly List<IncidentRow> _printed = new(MostRows);
    private readonly List<ScreeningResult> _results = new(MostRows);
    private readonly ScreenedLine _line;
    private readonly string _purpose;
    private readonly IReadOnlyList<string> _packs;
    private readonly MisclassificationFinder? _finder;
    private readonly PrintedRow _print;
    private string _offenseHeader = "";

    public Batch(string purpose, IReadOnlyList<string> packs, PrintedRow print, MisclassificationFinder? finder)
    {
        (_purpose, _packs, _print, _finder) = (purpose, packs, print, finder);
        _line = new ScreenedLine(purpose, packs);
        Report = new ReportRows(print.Redact);
    }

    /// <summary>Lines of screened.ndjson.</summary>
    public ArrayBufferWriter<byte> Lines { get; } = new(1 << 18);

    /// <summary>Incident number, tabulator and line of missed.csv, of rows that may prove to be missed.</summary>
    public ArrayBufferWriter<byte> Candidates { get; } = new();

    /// <summary>Incident numbers, one a line, of rows whose offense codes say trafficking.</summary>
    public ArrayBufferWriter<byte> Coded { get; } = new();

    /// <summary>Indicated rows for report.html.</summary>
    public ReportRows Report { get; }

    /// <summary>Lines of problems.csv.</summary>
    public ArrayBufferWriter<byte> Problems { get; } = new();

    public IReadOnlyList<IncidentRow> Rows => _rows;

    /// <summary>The rows as they may be printed.</summary>
    public IReadOnlyList<IncidentRow> Printed => _printed;

    public IReadOnlyList<ScreeningResult> Results => _results;

    /// <summary>Rows whose codes and words part, for report.html: lines of <see cref="DoubtTally"/>.</summary>
    public ArrayBufferWriter<byte> Doubts { get; } = new();

    /// <summary>How many problems the rows have.</summary>
    public int ProblemCount { get; private set; }

    /// <summary>Takes rows from a source; false when the source has ended.</summary>
    public bool Fill(IncidentSource source)
    {
        _rows.Clear();
        _offenseHeader = source.Columns.HeaderOf(IncidentColumn.Offense);
        for (var characters = 0; _rows.Count < MostRows && characters < MostCharacters;)
        {
            if (!source.TryRead(out var row)) return false;
            _rows.Add(row);
            characters += row.Incident.Narrative.Length;
        }

        return true;
    }

    /// <summary>Screens the rows and writes what is to be written of them.</summary>
    public Batch Screen(string file, Func<Incident, ScreeningResult> screen)
    {
        Reset();
        using var writer = ScreenedLine.Writer(Lines);
        foreach (var row in _rows)
        {
            var result = Screen(row, screen, out var fault);
            var printed = _print.Of(row, _offenseHeader);
            _results.Add(result);
            _printed.Add(printed);
            _line.Write(writer, Lines, file, printed, result);
            foreach (var problem in printed.Problems) Write(file, problem);
            if (fault is not null) Write(file, fault);
            MissedFile.Sort(printed, result, file, _purpose, Candidates, Coded);
            Report.Add(printed, result, file);
            if (_finder?.Find(row.Incident, result) is { } doubt) DoubtTally.WriteLine(MissedRow.Of(doubt, "", printed), Doubts);
        }

        return this;
    }

    private void Reset()
    {
        _results.Clear();
        _printed.Clear();
        Doubts.ResetWrittenCount();
        Lines.ResetWrittenCount();
        Candidates.ResetWrittenCount();
        Coded.ResetWrittenCount();
        Problems.ResetWrittenCount();
        Report.Reset();
        ProblemCount = 0;
    }

    private void Write(string file, RowProblem problem)
    {
        ProblemCount++;
        ProblemsFile.Write(Problems, file, problem, _purpose);
    }

    // A fault in one narrative must not cost the night's run; it is reported, and the row counts as not screened.
    private ScreeningResult Screen(IncidentRow row, Func<Incident, ScreeningResult> screen, out RowProblem? fault)
    {
        fault = null;
        try
        {
            return screen(row.Incident);
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            fault = new RowProblem(row.Row, "", $"a fault of the program ({e.GetType().Name})", "a screened row; please report it");
            return NotScreened;
        }
    }

    private ScreeningResult NotScreened => new()
    {
        Level = Level.NotScreened,
        Type = ExploitationType.None,
        Minor = MinorStatus.Unknown,
        Score = 0,
        WordsSay = "Not screened: the program failed on this row.",
        Clause = null,
        IsRecordedAsTrafficking = false,
        Findings = [],
        Signals = [],
        Packs = _packs,
    };
}
