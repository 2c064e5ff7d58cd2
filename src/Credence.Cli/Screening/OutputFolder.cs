using System.Buffers;
using Credence.Cli.Reports;

namespace Credence.Cli.Screening;

/// <summary>
/// The folder of results. Files are written as <c>.partial</c> and renamed at the end; <c>run.json</c> comes last, so
/// whatever has its final name is whole. <c>checkpoint.json</c> says how much of each partial file counts.
/// </summary>
internal sealed class OutputFolder : IDisposable
{
    public const string Screened = "screened.ndjson";
    public const string Missed = "missed.csv";
    public const string Problems = "problems.csv";
    public const string Report = "report.html";
    public const string Run = "run.json";

    private const string Candidates = "missed-candidates";
    private const string Coded = "coded-incidents";
    private const string ReportIncidents = "report-incidents";
    private const string ReportIndex = "report-index";
    private const string ReportDoubts = "report-doubts";
    private const string CheckpointFile = "checkpoint.json";
    private const string Partial = ".partial";

    private static readonly string[] Final = [Screened, Missed, Problems, Report, Run];
    private static readonly string[] Written = [Screened, Candidates, Coded, Problems, ReportIncidents, ReportIndex, ReportDoubts];
    private static readonly string[] OnTheWay = [Candidates, Coded, ReportIncidents, ReportIndex, ReportDoubts];

    private readonly string _folder;
    private readonly FolderLock _lock;
    private readonly Dictionary<string, FileStream> _streams = [];

    private OutputFolder(string folder) => (_folder, _lock) = (folder, FolderLock.Take(folder));

    /// <summary>Every name that a run writes, replaces or deletes.</summary>
    private static IEnumerable<string> Names =>
        Final.Append(CheckpointFile).Concat(Final.Concat(Written).Append(CheckpointFile).Select(name => name + Partial)).Distinct();

    /// <summary>The place to go on from, or null for a run from the start.</summary>
    public Checkpoint? Start { get; private set; }

    /// <summary>The record of a complete run with these settings, if <c>--resume</c> finds one.</summary>
    public ScreenRecord? Complete { get; private set; }

    /// <summary>Opens the folder; refuses to replace a run, or to go on with another one.</summary>
    public static OutputFolder Open(ScreenOptions options, Dictionary<string, string> settings, IReadOnlyList<InputContent> contents)
    {
        var folder = new OutputFolder(options.Out);
        try
        {
            if (options.Force) folder.Clear();
            folder.Look(options, settings, contents);
            if (folder.Complete is null) folder.OpenStreams();
            return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Ends the command if a file to be read is one that a run into this folder would replace.</summary>
    public static void Spare(IReadOnlyList<string> files, string folder)
    {
        var names = Names.Append(FolderLock.Name).Select(name => Path.Combine(RealPath.Of(folder), name)).ToList();
        var replaced = names.Concat(names.Select(RealPath.Of)).ToList();
        foreach (var file in files)
        {
            var named = Path.Combine(RealPath.Of(Path.GetDirectoryName(Path.GetFullPath(file))!), Path.GetFileName(file));
            if (replaced.Exists(path => RealPath.IsSame(path, named) || RealPath.IsSame(path, RealPath.Of(file))))
                throw CommandEnd.Refused($"{file} is one of the files that --out {folder} would replace; expected another folder.");
        }
    }

    /// <summary>True if the folder holds a run, finished or not.</summary>
    public static bool HoldsRun(string folder) => Final.Append(CheckpointFile).Any(name => File.Exists(Path.Combine(folder, name)));

    public void Write(Batch batch)
    {
        Write(Screened, batch.Lines);
        Write(Candidates, batch.Candidates);
        Write(Coded, batch.Coded);
        Write(Problems, batch.Problems);
        Write(ReportIncidents, batch.Report.Incidents);
        Write(ReportIndex, batch.Report.Index);
        Write(ReportDoubts, batch.Doubts);
    }

    public void WriteProblems(ArrayBufferWriter<byte> lines) => Write(Problems, lines);

    /// <summary>Makes sure of all that was written, then says so in the checkpoint.</summary>
    public void Save(Checkpoint checkpoint)
    {
        foreach (var stream in _streams.Values) stream.Flush(flushToDisk: true);
        var lengths = _streams.ToDictionary(entry => entry.Key, entry => entry.Value.Position);
        Replace(CheckpointFile, ScreenRecord.Text.Of(checkpoint with { Lengths = lengths }));
    }

    /// <summary>Puts the files in place. Can be done again after it was interrupted anywhere.</summary>
    public ScreenRecord Finish(ScreenRecord record, ReportFile report)
    {
        CloseStreams();
        var coded = CodedIncidents.Read(PathOf(Coded + Partial));
        using (var missed = OwnFile.Open(PathOf(Missed + Partial), FileMode.Create))
        {
            var (rows, incidents) = MissedFile.Finish(PathOf(Candidates + Partial), coded, missed);
            record = record with { MissedRows = rows, MissedIncidents = incidents };
        }

        using (var page = OwnFile.Open(PathOf(Report + Partial), FileMode.Create))
            report.Write(record, PathOf(ReportIncidents + Partial), PathOf(ReportIndex + Partial), PathOf(ReportDoubts + Partial), coded, page);

        foreach (var name in new[] { Screened, Problems, Missed, Report })
            if (File.Exists(PathOf(name + Partial))) File.Move(PathOf(name + Partial), PathOf(name), overwrite: true);
        Replace(Run, record.ToJson() + "\n");
        // The checkpoint first: a run that is killed here is complete, and what is left over goes with the next --resume.
        File.Delete(PathOf(CheckpointFile));
        DeleteLeftOver();
        return record;
    }

    public void Dispose()
    {
        CloseStreams();
        _lock.Dispose();
    }

    /// <summary>True if <c>--resume</c> can go on from what is there.</summary>
    public bool CanGoOn => File.Exists(PathOf(CheckpointFile));

    private void CloseStreams()
    {
        foreach (var stream in _streams.Values) stream.Dispose();
        _streams.Clear();
    }

    private void Look(ScreenOptions options, Dictionary<string, string> settings, IReadOnlyList<InputContent> contents)
    {
        if (File.Exists(PathOf(CheckpointFile)))
        {
            if (!options.Resume) throw CommandEnd.Refused(
                $"{_folder} holds an unfinished run: --resume goes on with it, --force starts again.");
            Start = ScreenRecord.Text.Read<Checkpoint>(PathOf(CheckpointFile)) ?? throw CommandEnd.Refused(
                $"{PathOf(CheckpointFile)}: found no checkpoint that can be read; --force starts again.");
            Compare(Start.Settings, settings);
            Compare(Start.Contents, contents);
        }
        else if (Final.FirstOrDefault(name => File.Exists(PathOf(name))) is { } existing)
        {
            Complete = options.Resume && existing != Run && File.Exists(PathOf(Run))
                ? ScreenRecord.Text.Read<ScreenRecord>(PathOf(Run))
                : null;
            if (Complete is null) throw CommandEnd.Refused(
                $"{_folder} already holds {existing}: give another folder with --out, or --force to replace it.");
            Compare(Complete.Settings, settings);
            Compare([.. Complete.Inputs.Select(input => new InputContent(input.File, input.Bytes, input.Sha256))], contents);
            DeleteLeftOver();
        }
    }

    private void Compare(Dictionary<string, string> before, Dictionary<string, string> now)
    {
        foreach (var (name, value) in now)
            if (before.GetValueOrDefault(name) != value)
                throw CommandEnd.Refused(
                    $"--resume: found {name} '{value}', expected '{before.GetValueOrDefault(name)}' as in the run of {_folder}; --force starts again.");
    }

    private static void Compare(IReadOnlyList<InputContent> before, IReadOnlyList<InputContent> now)
    {
        foreach (var (was, found) in before.Zip(now))
            if (was.ChangeTo(found) is { } change) throw CommandEnd.Refused($"--resume: {change}; --force starts again.");
    }

    private void OpenStreams()
    {
        foreach (var name in Written)
        {
            if (Start?.Finishing == true) return;
            var stream = OwnFile.Open(PathOf(name + Partial), Start is null ? FileMode.Create : FileMode.Open);
            _streams.Add(name, stream);
            if (Start is null) continue;
            if (stream.Length < Start.Lengths[name]) throw CommandEnd.Refused(
                $"{PathOf(name + Partial)}: found {stream.Length} bytes, expected at least {Start.Lengths[name]}; --force starts again.");
            stream.SetLength(Start.Lengths[name]);
            stream.Seek(0, SeekOrigin.End);
        }
    }

    private void Write(string name, ArrayBufferWriter<byte> bytes)
    {
        if (bytes.WrittenCount > 0) _streams[name].Write(bytes.WrittenSpan);
    }

    private void Replace(string name, string text)
    {
        using (var stream = OwnFile.Open(PathOf(name + Partial), FileMode.Create))
        {
            stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }

        File.Move(PathOf(name + Partial), PathOf(name), overwrite: true);
    }

    private void DeleteLeftOver()
    {
        foreach (var name in OnTheWay) File.Delete(PathOf(name + Partial));
    }

    private void Clear()
    {
        foreach (var name in Names) File.Delete(PathOf(name));
    }

    private string PathOf(string name) => Path.Combine(_folder, name);
}
