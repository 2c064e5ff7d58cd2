using System.Diagnostics.CodeAnalysis;

namespace Credence.Incidents;

/// <summary>Which header holds what: guessed from the headers, unless a <see cref="ColumnMap"/> names it.</summary>
public sealed class IncidentColumns
{
    private readonly string[] _headers;
    private readonly List<(IncidentColumn Column, int Ordinal)> _columns = [];

    private IncidentColumns(string[] headers) => _headers = headers;

    /// <summary>The headers as written.</summary>
    public IReadOnlyList<string> Headers => _headers;

    /// <summary>Columns in use with the place of each among the headers.</summary>
    public IReadOnlyList<(IncidentColumn Column, int Ordinal)> Used => _columns;

    /// <summary>Headers that occur more than once; the first of each is read.</summary>
    public IReadOnlyList<string> Repeated { get; private init; } = [];

    /// <summary>True if some header holds this.</summary>
    public bool Has(IncidentColumn column) => _columns.Exists(used => used.Column == column);

    /// <summary>The header that holds this, or the key of the column if none does.</summary>
    public string HeaderOf(IncidentColumn column)
    {
        var used = _columns.FindIndex(c => c.Column == column);
        return used < 0 ? ColumnMap.KeyOf(column) : _headers[_columns[used].Ordinal];
    }

    /// <summary>Finds the columns; refuses, with what was found and what was expected, if no narrative or number is there.</summary>
    public static bool TryFind(
        IEnumerable<string> headers,
        ColumnMap map,
        [NotNullWhen(true)] out IncidentColumns? columns,
        [NotNullWhen(false)] out SourceProblem? problem)
    {
        var names = headers.Select(header => header.Trim()).ToArray();
        columns = new IncidentColumns(names) { Repeated = RepeatedIn(names) };
        problem = columns.Take(map);
        if (problem is null)
        {
            columns.Guess();
            problem = columns.Missing(IncidentColumn.Id) ?? columns.Missing(IncidentColumn.Narrative);
        }

        if (problem is not null) columns = null;
        return problem is null;
    }

    private SourceProblem? Take(ColumnMap map)
    {
        foreach (var (column, header) in map.Named)
        {
            var ordinal = Array.FindIndex(_headers, h => h.Equals(header, StringComparison.OrdinalIgnoreCase));
            if (ordinal < 0) ordinal = Array.FindIndex(_headers, h => ColumnNames.Fold(h) == ColumnNames.Fold(header));
            if (ordinal < 0)
                return new SourceProblem(Found(), $"a column '{header}' for {ColumnMap.KeyOf(column)}, as the column map says");
            _columns.Add((column, ordinal));
        }

        return null;
    }

    private void Guess()
    {
        var mapped = _columns.Select(used => used.Column).ToHashSet();
        var taken = _columns.Select(used => used.Ordinal).ToHashSet();
        var candidates = _headers
            .Select((header, ordinal) => (Found: ColumnNames.Find(header), Ordinal: ordinal))
            .Where(c => c.Found is { } found && !mapped.Contains(found.Column) && !taken.Contains(c.Ordinal))
            .Select(c => (c.Found!.Value.Column, c.Found.Value.Rank, c.Ordinal))
            .OrderBy(c => c.Column).ThenBy(c => c.Rank).ThenBy(c => c.Ordinal);
        foreach (var (column, _, ordinal) in candidates)
            if (column == IncidentColumn.Offense ? !IsRepeat(ordinal) : !Has(column)) _columns.Add((column, ordinal));
    }

    private SourceProblem? Missing(IncidentColumn column) => Has(column)
        ? null
        : new SourceProblem(
            Found(),
            column == IncidentColumn.Id
                ? "a column of incident numbers; name it with --map id=HEADER"
                : "a column of narratives; name it with --map narrative=HEADER");

    // Where there is no header row the first row is somebody's story: then only the number of columns is said.
    private string Found()
    {
        var columns = _headers.Length == 1 ? "column" : "columns";
        if (!_headers.All(LooksLikeHeader)) return $"{_headers.Length} {columns} without a row of headers";
        return _headers.Any(header => ColumnNames.Find(header) is not null)
            ? $"the {columns} {string.Join(", ", _headers.Take(40))}"
            : $"{_headers.Length} {columns} without a header that Credence knows";
    }

    private static bool LooksLikeHeader(string header) =>
        header.Length is > 0 and <= 40
        && header.Count(char.IsWhiteSpace) < 5
        && header.Count(char.IsAsciiDigit) < 4
        && header.Any(char.IsLetter);

    private bool IsRepeat(int ordinal) =>
        Array.FindIndex(_headers, h => h.Equals(_headers[ordinal], StringComparison.OrdinalIgnoreCase)) < ordinal;

    private static string[] RepeatedIn(string[] headers) =>
        [.. headers.Where(h => h.Length > 0).GroupBy(h => h, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1).Select(group => group.Key)];
}
