using System.Buffers;
using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Credence.Cli.Screening;
using Credence.Incidents;
using Credence.Police.Incidents;
using Credence.Record.Storage;

namespace Credence.Cli.Incidents;

/// <summary>What <c>credence import</c> says: a line a file and the first problems, or JSON; all problems in a file of their own.</summary>
internal sealed class ImportReport(InvocationConfiguration shell, bool json, string? problemsFile, string purpose)
{
    private const int MostShown = 20;
    private const int AtATime = 1000;

    private readonly List<(ImportFile File, ImportRun Run, bool Before)> _files = [];
    private readonly List<(string File, RowProblem Problem)> _shown = [];
    private FileStream? _all;

    /// <summary>Problems of the files imported now.</summary>
    public long Problems { get; private set; }

    /// <summary>Adds what became of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="outcome">How its import ended.</param>
    /// <param name="problems">Gives problems of a run, after so many, so many of them.</param>
    public async Task Add(ImportFile file, ImportOutcome outcome, Func<long, int, int, Task<IReadOnlyList<ImportProblem>>> problems)
    {
        var (run, before) = outcome switch
        {
            ImportOutcome.Done done => (done.Run, false),
            ImportOutcome.DoneBefore done => (done.Run, true),
            ImportOutcome.Stopped stopped => (stopped.Run, false),
            _ => (null, false),
        };
        if (run is null) return;
        _files.Add((file, run, before));
        if (before) return;
        for (var skip = 0; skip == 0 || problemsFile is not null; skip += AtATime)
        {
            var some = await problems(run.Id, skip, problemsFile is null ? MostShown : AtATime);
            foreach (var problem in some) Add(file.Name, new RowProblem(problem.Row, problem.Column, problem.Found, problem.Expected));
            if (some.Count < AtATime) break;
        }

        Problems += run.Problems;
    }

    /// <summary>Adds problems that belong to no run.</summary>
    public void Add(IEnumerable<RowProblem> problems)
    {
        foreach (var problem in problems)
        {
            Problems++;
            Add("", problem);
        }
    }

    public void End()
    {
        if (json) WriteJson();
        else WriteText();
        _all?.Dispose();
    }

    private void Add(string file, RowProblem problem)
    {
        if (_shown.Count < MostShown) _shown.Add((file, problem));
        if (problemsFile is null) return;
        var line = new ArrayBufferWriter<byte>();
        if (_all is null)
        {
            _all = PrivateFile.Create(problemsFile);
            ProblemsFile.WriteHeader(line);
        }

        ProblemsFile.Write(line, file, problem, purpose);
        _all.Write(line.WrittenSpan);
    }

    private void WriteText()
    {
        foreach (var (file, run, before) in _files) shell.Output.WriteLine(before ? Before(file, run) : Line(file, run));
        foreach (var (file, problem) in _shown)
            shell.Output.WriteLine($"  {ShownText.Of(file)} row {problem.Row}{(problem.Column.Length == 0 ? "" : $", column {ShownText.Of(problem.Column)}")}: found {problem.Found}, expected {problem.Expected}.");
        if (Problems > _shown.Count) shell.Output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  and {Problems - _shown.Count:N0} more{(problemsFile is null ? "; --problems FILE writes all of them down" : $", all in {problemsFile}")}."));
    }

    private static string Before(ImportFile file, ImportRun run) => string.Create(
        CultureInfo.InvariantCulture, $"{ShownText.Of(file.Name)} was imported before, on {run.BeganAt:yyyy-MM-dd}: nothing to do. --again imports it once more.");

    private static string Line(ImportFile file, ImportRun run) => string.Create(
        CultureInfo.InvariantCulture,
        $"{ShownText.Of(file.Name)}: {run.Rows:N0} rows; {run.Added:N0} incidents added, {run.Changed:N0} changed, {run.Unchanged:N0} as they were; {run.Problems:N0} problems.");

    private void WriteJson()
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("files");
            foreach (var (file, run, before) in _files) Write(writer, file, run, before);
            writer.WriteEndArray();
            writer.WriteStartArray("firstProblems");
            foreach (var (file, problem) in _shown) Write(writer, file, problem);
            writer.WriteEndArray();
            writer.WriteNumber("problems", Problems);
            writer.WriteEndObject();
        }

        shell.Output.WriteLine(Encoding.UTF8.GetString(bytes.ToArray()));
    }

    private static void Write(Utf8JsonWriter writer, ImportFile file, ImportRun run, bool before)
    {
        writer.WriteStartObject();
        writer.WriteString("file", file.Name);
        writer.WriteNumber("import", run.Id);
        writer.WriteBoolean("importedBefore", before);
        writer.WriteBoolean("complete", run.State == ImportState.Done);
        writer.WriteNumber("rows", run.Rows);
        writer.WriteNumber("added", run.Added);
        writer.WriteNumber("changed", run.Changed);
        writer.WriteNumber("unchanged", run.Unchanged);
        writer.WriteNumber("problems", run.Problems);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string file, RowProblem problem)
    {
        writer.WriteStartObject();
        writer.WriteString("file", file);
        writer.WriteNumber("row", problem.Row);
        writer.WriteString("column", problem.Column);
        writer.WriteString("found", problem.Found);
        writer.WriteString("expected", problem.Expected);
        writer.WriteEndObject();
    }
}
