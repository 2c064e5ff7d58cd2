using System.Buffers;
using System.Globalization;
using Credence.Cli.Screening;
using Credence.Directories;

namespace Credence.Cli.Directories;

/// <summary>Problems of a directory: those of one kind in one field are told once, with how many rows have them; the file has each.</summary>
internal sealed class ProblemTally : IDisposable
{
    private const int MostKinds = 1000;

    private readonly Dictionary<(string File, string Field, string Found, string Expected), (long Rows, long First)> _kinds = [];
    private readonly FileStream? _file;
    private readonly ArrayBufferWriter<byte> _lines = new();

    public ProblemTally(string? path)
    {
        if (path is null) return;
        OwnFile.ExpectNew(path);
        _file = OwnFile.Open(path, FileMode.CreateNew);
        CsvLine.Write(_lines, "file", "row", "field", "found", "expected");
    }

    public long Count { get; private set; }

    public void Add(DirectoryProblem problem)
    {
        Count++;
        // The place in a list makes no other kind.
        var kind = (problem.File, FieldOf(problem.Field), problem.Found, problem.Expected);
        if (_kinds.TryGetValue(kind, out var before)) _kinds[kind] = (before.Rows + 1, before.First);
        else if (_kinds.Count < MostKinds) _kinds[kind] = (1, problem.Row);
        if (_file is null) return;
        CsvLine.Write(_lines, problem.File, CsvLine.Number(problem.Row), problem.Field, problem.Found, problem.Expected);
        if (_lines.WrittenCount > 1 << 16) Flush();
    }

    public IEnumerable<object> Json => Kinds.Select(one => (object)new { one.Key.File, one.Key.Field, one.Key.Found, one.Key.Expected, one.Value.Rows, firstRow = one.Value.First });

    public void Write(TextWriter output)
    {
        if (Count == 0)
        {
            output.WriteLine("Nothing is wrong with it.");
            return;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Count:N0} {(Count == 1 ? "problem" : "problems")}, of {_kinds.Count} {(_kinds.Count == 1 ? "kind" : "kinds")}:"));
        foreach (var ((file, field, found, expected), (rows, first)) in Kinds)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {ShownText.Of(file)}{(field.Length == 0 ? "" : ", " + ShownText.Of(field))}: found {found}, expected {expected} ({(rows == 1 ? $"row {first}" : $"{rows:N0} times, first in row {first}")})"));
    }

    public void Dispose()
    {
        if (_file is null) return;
        Flush();
        _file.Dispose();
    }

    private IEnumerable<KeyValuePair<(string File, string Field, string Found, string Expected), (long Rows, long First)>> Kinds =>
        _kinds.OrderBy(one => one.Key.File, StringComparer.Ordinal).ThenByDescending(one => one.Value.Rows).ThenBy(one => one.Key.Field, StringComparer.Ordinal);

    private void Flush()
    {
        _file!.Write(_lines.WrittenSpan);
        _lines.Clear();
    }

    private static string FieldOf(string path)
    {
        var field = path;
        for (var open = field.IndexOf('['); open >= 0; open = field.IndexOf('[')) field = field.Remove(open, field.IndexOf(']', open) - open + 1);
        return field;
    }
}
