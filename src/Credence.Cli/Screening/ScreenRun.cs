using System.Buffers;
using Credence.Classification;
using Credence.Cli.Reports;
using Credence.Incidents;
using Credence.Incidents.Nibrs;
using Credence.Screening;

namespace Credence.Cli.Screening;

/// <summary>
/// One run of <c>credence screen</c>: reads in order, screens in parallel, writes in order. One thread reads and writes;
/// it waits when as many batches are under way as there are jobs, so memory does not grow with the file.
/// </summary>
internal sealed class ScreenRun(
    ScreenOptions options, Func<Incident, ScreeningResult> screen, IReadOnlyList<string> packs, Progress progress)
{
    private readonly Stack<Batch> _idle = [];
    private readonly Queue<Task<Batch>> _underWay = [];
    private readonly TimeProvider _time = TimeProvider.System;
    private List<ScreenedInput> _done = [];
    private Dictionary<string, string> _settings = [];
    private IReadOnlyList<InputContent> _contents = [];
    private Tally _tally = new();
    private ReportTally _report = new();
    private long _bytesBefore;
    private long? _bytesInAll;
    private long _saved;
    private NibrsInput? _nibrs;

    /// <summary>Where standard input comes from.</summary>
    public Func<Stream> StandardInput { get; init; } = Console.OpenStandardInput;

    /// <summary>How NIBRS files are read.</summary>
    public NibrsInput Nibrs { get; init; } = NibrsInput.Shipped;

    /// <summary>Says in the report what codes of offenses mean.</summary>
    public OffenseLookup? Offenses { get; init; }

    /// <summary>Finds for the report where codes and words part.</summary>
    public MisclassificationFinder? Finder { get; init; }

    // One batch more than jobs, so that no job waits while this thread writes.
    private int AtATime => options.Jobs == 1 ? 1 : options.Jobs + 1;

    public TimeSpan Elapsed => progress.Elapsed;

    /// <summary>Screens all files; ends with a place to go on from if it is cancelled.</summary>
    public ScreenRecord Execute(CancellationToken cancellation)
    {
        var inputs = InputFile.FindAll(options.Files, options.Map, StandardInput, Nibrs);
        var narratives = options.Narratives is { } path ? InputFile.FindAll([path], options.Map, StandardInput) : [];
        if (narratives.Any(input => input.IsStandardInput)) throw CommandEnd.WrongUse("--narratives: found standard input, expected a file.");
        if (narratives.Count > 0 && !inputs.Any(input => input.Format is null or SourceFormat.Nibrs))
            throw CommandEnd.WrongUse("--narratives: found no NIBRS file to join them to, expected one among the files.");
        if (options.Resume && inputs.Any(input => input.IsStandardInput))
            throw CommandEnd.WrongUse("--resume: found standard input, expected files: only a file can be read again.");
        OutputFolder.Spare([.. inputs.Concat(narratives).Where(input => !input.IsStandardInput).Select(input => input.Path)], options.Out);
        _settings = options.Settings(packs);
        _contents = [.. inputs.Concat(narratives).Select(input => new InputContent(input.Name, input.Length ?? 0, input.Sha256))];
        _bytesInAll = inputs.Any(input => input.IsStandardInput) ? null : inputs.Sum(input => input.Length);
        using var output = OutputFolder.Open(options, _settings, _contents);
        return output.Complete ?? Screen(inputs, narratives, output, cancellation);
    }

    private ScreenRecord Screen(
        IReadOnlyList<InputFile> inputs, IReadOnlyList<InputFile> narratives, OutputFolder output, CancellationToken cancellation)
    {
        try
        {
            Begin(output);
            using var joined = narratives is [var file] ? Join(file, inputs, output) : null;
            for (var i = _done.Count; i < inputs.Count; i++)
                Screen(inputs[i], i == output.Start?.Done.Count ? output.Start.Row : 0, output, cancellation);
            if (output.Start?.Finishing != true) End(joined, narratives, output);
            return output.Finish(Record(), new ReportFile(options, _report, Offenses));
        }
        catch (IOException e)
        {
            var kept = output.CanGoOn && !inputs.Any(input => input.IsStandardInput);
            throw CommandEnd.Failed($"Found no way to read or write: {e.Message}{(kept ? " What was done is kept; --resume goes on." : "")}");
        }
        finally
        {
            progress.Clear();
        }
    }

    private void Begin(OutputFolder output)
    {
        _done = [.. output.Start?.Done ?? []];
        _tally = output.Start?.Tally ?? new Tally();
        _report = output.Start?.Report ?? new ReportTally();
        _bytesBefore = _done.Sum(input => input.Bytes);
        if (output.Start is not null) return;
        var header = new ArrayBufferWriter<byte>();
        ProblemsFile.WriteHeader(header);
        output.WriteProblems(header);
        Save(output, 0);
    }

    private void End(NarrativeFile? joined, IReadOnlyList<InputFile> narratives, OutputFolder output)
    {
        foreach (var row in joined?.Unused ?? [])
            Write([new RowProblem(row, joined!.NumberHeader, "a narrative of an incident that no NIBRS file here holds", "an incident of that number")], narratives[0], output);
        Save(output, 0, finishing: true);
    }

    // What is wrong in the narratives is written once; a run that goes on has it written already.
    private NarrativeFile Join(InputFile file, IReadOnlyList<InputFile> inputs, OutputFolder output)
    {
        var narratives = NarrativeFile.Open(file, options.Map, options.Out, problem =>
        {
            if (output.Start is null) Write([problem], file, output);
        });
        if (output.Start is null) Save(output, 0);
        _nibrs = Nibrs with { NarrativeOf = narratives.Find };
        foreach (var done in inputs.Take(_done.Count)) ReadThrough(done);
        return narratives;
    }

    // So that the narratives of what was screened before are known to be used.
    private void ReadThrough(InputFile input)
    {
        using var stream = input.Open();
        using var source = input.OpenSource(stream, options.Map, _nibrs);
        while (source.TryRead(out _)) { }
    }

    private void Screen(InputFile input, long row, OutputFolder output, CancellationToken cancellation)
    {
        using var stream = input.Open();
        using var source = input.OpenSource(stream, options.Map, _nibrs ?? Nibrs);
        if (row == 0) WriteHeaderProblems(input, source, output);
        for (var skipped = 0L; skipped < row; skipped++)
            if (!source.TryRead(out _)) throw CommandEnd.Refused($"--resume: {input.Name} has fewer rows than before; --force starts again.");
        for (var more = true; more || _underWay.Count > 0;)
        {
            while (more && _underWay.Count < AtATime) more = Start(input, source);
            var batch = _underWay.Dequeue().GetAwaiter().GetResult();
            output.Write(batch);
            _tally.Add(batch);
            _report.Add(batch);
            row += batch.Rows.Count;
            _idle.Push(batch);
            progress.Report(_bytesBefore + stream.BytesRead, _bytesInAll, _tally.Rows);
            Look(output, row, cancellation);
        }

        if (row == 0) WriteNoRows(input, output);
        _bytesBefore += stream.BytesRead;
        _done.Add(Describe(input, source, stream, row));
        Save(output, 0);
    }

    private bool Start(InputFile input, IncidentSource source)
    {
        var print = new PrintedRow(Offenses ?? OffenseLookup.Shipped, options.Redact);
        var batch = _idle.TryPop(out var idle) ? idle : new Batch(options.Purpose, packs, print, Finder);
        var more = batch.Fill(source);
        _underWay.Enqueue(options.Jobs == 1
            ? Task.FromResult(batch.Screen(input.Name, screen))
            : Task.Run(() => batch.Screen(input.Name, screen)));
        return more;
    }

    private void Look(OutputFolder output, long row, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            Save(output, row);
            throw new CommandEnd(ExitCode.Interrupted, $"Interrupted after {_tally.Rows} rows; --resume goes on from there.");
        }

        if (_time.GetElapsedTime(_saved) >= options.CheckpointEvery) Save(output, row);
    }

    private void Save(OutputFolder output, long row, bool finishing = false)
    {
        output.Save(new Checkpoint
        {
            Settings = _settings,
            Contents = _contents,
            Done = _done,
            Row = row,
            Lengths = [],
            Tally = _tally,
            Report = _report,
            Finishing = finishing,
        });
        _saved = _time.GetTimestamp();
    }

    private void WriteHeaderProblems(InputFile input, IncidentSource source, OutputFolder output) =>
        Write(source.HeaderProblems, input, output);

    private void WriteNoRows(InputFile input, OutputFolder output) =>
        Write([new RowProblem(1, "", "no rows", "incidents below the row of headers")], input, output);

    private void Write(IReadOnlyList<RowProblem> problems, InputFile input, OutputFolder output)
    {
        var lines = new ArrayBufferWriter<byte>();
        foreach (var problem in problems) ProblemsFile.Write(lines, input.Name, problem, options.Purpose);
        _tally.Problems += problems.Count;
        output.WriteProblems(lines);
    }

    private static ScreenedInput Describe(InputFile input, IncidentSource source, HashingStream stream, long rows) => new()
    {
        File = input.Name,
        Bytes = stream.BytesRead,
        Sha256 = stream.Sha256(),
        Encoding = source.Encoding.ToString(),
        Format = source.Format.ToString(),
        Columns = [.. source.Columns.Used.Select(used =>
            $"{ColumnMap.KeyOf(used.Column)}={source.Columns.Headers[used.Ordinal]}")],
        Rows = rows,
    };

    private ScreenRecord Record() => new()
    {
        Credence = ScreenRecord.Version,
        Purpose = options.Purpose,
        Packs = packs,
        Settings = _settings,
        Inputs = _done,
        Counts = _tally,
        MissedRows = 0,
        MissedIncidents = 0,
        Complete = true,
    };
}
