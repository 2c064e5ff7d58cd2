using System.Globalization;

namespace Credence.Incidents;

/// <summary>Makes an <see cref="Incident"/> from the cells of one row. Repeated cells (codes, agencies) are made once.</summary>
internal sealed class IncidentBuilder
{
    /// <summary>Characters a field may have (2^20).</summary>
    public const int LongestField = 1 << 20;

    /// <summary>Characters an offense may have. A longer one is somebody's story in the wrong column, and offenses are printed.</summary>
    public const int LongestOffense = 120;

    private readonly CellCache _cells = new();
    private readonly PersonCells _persons;
    private readonly IncidentColumns _columns;
    private readonly List<OffenseCode> _offenses = [];
    private readonly List<RowProblem> _problems = [];
    private readonly bool _hasOffenses;
    private long _row;
    private RowKind _kind;
    private string _number = "";
    private string _narrative = "";
    private DateOnly? _date;
    private string? _agency;
    private string? _location;
    private string? _identifiedBy;
    private string? _clearance;

    public IncidentBuilder(IncidentColumns columns)
    {
        _columns = columns;
        _persons = new PersonCells(columns);
        _hasOffenses = columns.Has(IncidentColumn.Offense);
    }

    public void Begin(long row)
    {
        _row = row;
        _kind = RowKind.Report;
        _number = _narrative = "";
        _date = null;
        _agency = _location = _identifiedBy = _clearance = null;
        _offenses.Clear();
        _problems.Clear();
        _persons.Clear();
    }

    public void Set(IncidentColumn column, ReadOnlySpan<char> cell)
    {
        if (cell.Length > LongestField)
        {
            ReportDamage(
                _columns.HeaderOf(column),
                $"a field of {cell.Length} characters",
                $"at most {LongestField}; the field is not read");
            return;
        }

        Take(column, cell);
    }

    public string HeaderOf(IncidentColumn column) => _columns.HeaderOf(column);

    public void Report(string column, string found, string expected) =>
        _problems.Add(new RowProblem(_row, column, found, expected));

    /// <summary>Reports a problem for which a part of the row is lost or in the wrong place.</summary>
    public void ReportDamage(string column, string found, string expected)
    {
        _kind = RowKind.Damaged;
        Report(column, found, expected);
    }

    public IncidentRow End()
    {
        if (_number.Length == 0 && !_problems.Exists(problem => problem.Column == _columns.HeaderOf(IncidentColumn.Id)))
            Report(_columns.HeaderOf(IncidentColumn.Id), "no incident number", "a number in every row");
        var incident = new Incident(new IncidentNumber(_number), new Narrative(_narrative))
        {
            Offenses = !_hasOffenses ? null : _offenses.Count == 0 ? [] : _offenses.ToArray(),
            Date = _date,
            Agency = _agency,
            LocationType = _location,
            IdentifiedBy = _identifiedBy,
            Clearance = _clearance,
            Persons = _persons.ToPersons(),
        };
        return new IncidentRow(_row, incident, _problems.Count == 0 ? [] : _problems.ToArray()) { Kind = _kind };
    }

    private void Take(IncidentColumn column, ReadOnlySpan<char> cell)
    {
        switch (column)
        {
            case IncidentColumn.Id: SetNumber(cell.Trim()); break;
            case IncidentColumn.Narrative: _narrative = cell.ToString(); break;
            case IncidentColumn.Offense: AddOffenses(cell.Trim()); break;
            case IncidentColumn.Date: _date = DateCell.Read(cell); break;
            case IncidentColumn.Agency: _agency = _cells.Text(cell.Trim()); break;
            case IncidentColumn.Location: _location = _cells.Text(cell.Trim()); break;
            case IncidentColumn.IdentifiedBy: _identifiedBy = _cells.Text(cell.Trim()); break;
            case IncidentColumn.Clearance: _clearance = ExceptionalClearance.CodeOf(_cells.Text(cell.Trim())); break;
            default: _persons.Set(column, cell.Trim()); break;
        }
    }

    // Where a row is broken, its first cell may be the end of somebody's story: that must not pass for a number.
    private void SetNumber(ReadOnlySpan<char> cell)
    {
        if (cell.IsEmpty || CsvRecords.IsNumber(cell)) _number = cell.ToString();
        else Report(_columns.HeaderOf(IncidentColumn.Id), $"{cell.Length} characters", "an incident number; it is not read");
    }

    // One cell may list several codes: "40A; 35A".
    private void AddOffenses(ReadOnlySpan<char> cell)
    {
        if (_cells.Text(cell) is not { } text) return;
        foreach (var offense in OffenseCell.Parts(text))
        {
            if (offense.Length > LongestOffense)
                Report(_columns.HeaderOf(IncidentColumn.Offense), $"{offense.Length} characters", "the code or name of an offense; it is not read");
            else if (_cells.Text(offense) is { } code) _offenses.Add(new OffenseCode(code));
        }
    }
}

/// <summary>Strings of cells that occur again and again; a bounded number of them.</summary>
internal sealed class CellCache
{
    private const int Most = 4096;
    private const int Longest = 64;

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    public CellCache() => _bySpan = _known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The cell as a string, or null if it is empty.</summary>
    public string? Text(ReadOnlySpan<char> cell)
    {
        if (cell.IsEmpty) return null;
        if (cell.Length > Longest) return cell.ToString();
        if (_bySpan.TryGetValue(cell, out var known)) return known;
        var text = cell.ToString();
        if (_known.Count < Most) _known.Add(text);
        return text;
    }
}

/// <summary>A date as exports write it: 2024-05-01, 5/1/2024, 20240501, each with or without a time behind it.</summary>
internal static class DateCell
{
    private static readonly string[] Formats =
        ["yyyy-M-d", "yyyy/M/d", "M/d/yyyy", "M-d-yyyy", "yyyyMMdd", "M/d/yy", "d/M/yyyy", "d.M.yyyy"];

    /// <summary>The day, or null if the cell holds none; where day and month could be either, the month is first.</summary>
    public static DateOnly? Read(ReadOnlySpan<char> cell)
    {
        var day = cell.Trim();
        var end = day.IndexOfAny(' ', 'T');
        if (end > 0) day = day[..end];
        return DateOnly.TryParseExact(day, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;
    }
}
