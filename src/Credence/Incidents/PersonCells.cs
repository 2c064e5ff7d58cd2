using System.Globalization;

namespace Credence.Incidents;

/// <summary>The persons of one row, from a person's own columns or from lists of ages and sexes by involvement.</summary>
internal sealed class PersonCells(IncidentColumns columns)
{
    private static readonly (Involvement Involvement, string[] Words)[] Words =
    [
        (Involvement.Victim, ["v", "vic", "vict", "victim", "victima"]),
        (Involvement.Suspect, ["s", "o", "susp", "suspect", "offender", "perpetrator", "sospechoso", "sospechosa"]),
        (Involvement.Arrestee, ["a", "arr", "arrestee", "arrested", "cited", "defendant", "detenido", "detenida", "arrestado"]),
        (Involvement.Witness, ["w", "wit", "witness", "rp", "reportingparty", "complainant", "testigo", "denunciante"]),
        (Involvement.Missing, ["m", "missing", "missingperson", "runaway", "desaparecido", "desaparecida"]),
    ];

    private readonly bool _any = columns.Used.Any(used => used.Column >= IncidentColumn.Involvement);
    private readonly string?[] _cells = new string?[(int)IncidentColumn.SuspectAge + 1];
    private readonly CellCache _cache = new();

    public void Clear()
    {
        if (_any) Array.Clear(_cells);
    }

    public void Set(IncidentColumn column, ReadOnlySpan<char> cell) => _cells[(int)column] = _cache.Text(cell);

    /// <summary>The persons, or null if no column says who was involved.</summary>
    public IReadOnlyList<Person>? ToPersons()
    {
        if (!_any) return null;
        var persons = new List<Person>();
        AddOwn(persons);
        Add(persons, Involvement.Victim, IncidentColumn.VictimAge, IncidentColumn.VictimSex);
        Add(persons, Involvement.Arrestee, IncidentColumn.ArresteeAge, IncidentColumn.ArresteeSex);
        Add(persons, Involvement.Suspect, IncidentColumn.SuspectAge, null);
        return persons;
    }

    private void AddOwn(List<Person> persons)
    {
        var involvement = Cell(IncidentColumn.Involvement);
        var (age, sex, race) = (Cell(IncidentColumn.Age), Cell(IncidentColumn.Sex), Cell(IncidentColumn.Race));
        var nationality = Cell(IncidentColumn.Nationality);
        if ((involvement ?? age ?? sex ?? race ?? nationality) is not null)
            persons.Add(new Person(InvolvementOf(involvement), AgeOf(age), sex, race) { Nationality = nationality });
    }

    // "16; 24" and "F; F" list two persons.
    private void Add(List<Person> persons, Involvement involvement, IncidentColumn ageColumn, IncidentColumn? sexColumn)
    {
        var ages = Parts(Cell(ageColumn));
        var sexes = sexColumn is { } column ? Parts(Cell(column)) : [];
        for (var i = 0; i < Math.Max(ages.Length, sexes.Length); i++)
            persons.Add(new Person(involvement, AgeOf(ages.ElementAtOrDefault(i)), sexes.ElementAtOrDefault(i)));
    }

    private string? Cell(IncidentColumn column) => _cells[(int)column];

    private static string[] Parts(string? cell) =>
        cell?.Split([',', ';', '|', '/'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static Involvement InvolvementOf(string? cell)
    {
        if (cell is null) return Involvement.Unknown;
        var folded = ColumnNames.Fold(cell).TrimEnd("0123456789".ToCharArray());
        return Words.FirstOrDefault(entry => entry.Words.Contains(folded)).Involvement;
    }

    // NIBRS writes newborns and babies as NN, NB, BB; 00 is unknown; a range such as 3035 is no age. Programs that keep
    // ages beside empty cells write 16.0.
    private static int? AgeOf(string? cell) => cell is null ? null
        : cell is "NN" or "NB" or "BB" ? 0
        : int.TryParse(cell.EndsWith(".0", StringComparison.Ordinal) ? cell.AsSpan(0, cell.Length - 2) : cell, NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age is > 0 and < 120 ? age
        : null;
}
