using System.Globalization;
using System.Text.Json.Nodes;
using Credence.Incidents;

namespace Credence.Directories;

/// <summary>A file of a package.</summary>
/// <param name="Name">Its name, such as services.csv.</param>
/// <param name="Open">Opens it; a package is read more than once.</param>
public sealed record PackageFile(string Name, Func<TextReader> Open);

/// <summary>A CSV of a package, read row by row as often as it is asked for.</summary>
internal sealed class PackageTable
{
    private readonly PackageFile _file;
    private readonly bool _isOld;

    internal PackageTable(PackageFile file, string stem, bool isOld)
    {
        (_file, _isOld, Stem) = (file, isOld, stem);
        Table = stem == HsdsUpgrade.Eligibility ? null : HsdsUpgrade.TableOf(stem, isOld);
    }

    internal string Stem { get; }

    internal string File => _file.Name;

    /// <summary>The table of HSDS, or null where it has none.</summary>
    internal HsdsTable? Table { get; }

    internal string Name => Table?.Name ?? Stem;

    /// <summary>Every row with its number in a spreadsheet. Problems are told only where somebody hears them.</summary>
    internal IEnumerable<(long Row, JsonObject Content)> Rows(Action<DirectoryProblem>? problems = null)
    {
        var source = new SourceText(_file.Open());
        var line = source.Peek(1 << 16);
        var end = line.IndexOfAny('\r', '\n');
        using var records = new CsvRecords(source, Delimiter.Guess(end < 0 ? line : line[..end]), 0);
        if (!records.Read()) yield break;
        var headers = Headers(records, problems);
        records.Expect(headers.Count, Math.Max(0, headers.IndexOf("id")));
        for (long row = 2; records.Read(); row++)
        {
            if (records.Damage is { } damage) problems?.Invoke(new DirectoryProblem(File, row, "", damage, "a row of CSV; read as far as it could be"));
            yield return (row, Row(records, headers, row, problems));
        }
    }

    private List<string> Headers(CsvRecords records, Action<DirectoryProblem>? problems)
    {
        var headers = new List<string>();
        for (var at = 0; at < records.FieldCount; at++)
        {
            var name = records.Field(at).Trim().TrimStart('\uFEFF').ToString();
            if (name.Length > 0 && headers.Contains(name))
            {
                problems?.Invoke(new DirectoryProblem(File, 1, name, "this header a second time", "it once; the second is kept under another name"));
                name = string.Create(CultureInfo.InvariantCulture, $"{name}_{at + 1}");
            }

            headers.Add(name.Length > 0 ? name : string.Create(CultureInfo.InvariantCulture, $"column_{at + 1}"));
        }

        return headers;
    }

    private JsonObject Row(CsvRecords records, List<string> headers, long row, Action<DirectoryProblem>? problems)
    {
        var content = new JsonObject();
        for (var at = 0; at < records.FieldCount; at++)
        {
            var cell = records.Field(at);
            if (cell.IsWhiteSpace()) continue;
            if (at < headers.Count) content[headers[at]] = cell.ToString();
            else content[string.Create(CultureInfo.InvariantCulture, $"column_{at + 1}")] = cell.ToString();
        }

        if (records.FieldCount > headers.Count)
            problems?.Invoke(new DirectoryProblem(File, row, "", $"{records.FieldCount} cells", $"{headers.Count}; the others are kept"));
        if (_isOld) HsdsUpgrade.Row(Stem, content);
        return content;
    }
}
