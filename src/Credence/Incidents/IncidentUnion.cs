namespace Credence.Incidents;

/// <summary>Several rows of a source as the one incident they tell of: a row for each offense, each person or each supplement.</summary>
public static class IncidentUnion
{
    /// <summary>
    /// Offenses, persons, arrests and narratives together; of what there can be one of, the first that is said. A person whom
    /// every row repeats counts once; two alike in the same row are two.
    /// </summary>
    public static Incident Of(IReadOnlyList<Incident> rows) => rows is [var only] ? only : new Incident(rows[0].Number, Narrative(rows))
    {
        Offenses = Together(rows, row => row.Offenses, offense => offense),
        Date = rows.Select(row => row.Date).FirstOrDefault(date => date is not null),
        Agency = First(rows, row => row.Agency),
        LocationType = First(rows, row => row.LocationType),
        IdentifiedBy = First(rows, row => row.IdentifiedBy),
        Clearance = First(rows, row => IsNone(row.Clearance) ? null : row.Clearance) ?? First(rows, row => row.Clearance),
        Arrests = Together(rows, row => row.Arrests, arrest => (arrest.Type, arrest.Date, arrest.Offense, Same(arrest.Arrestee))),
        Persons = Together(rows, row => row.Persons, Same),
    };

    private static Narrative Narrative(IReadOnlyList<Incident> rows) =>
        new(string.Join("\n\n", rows.Select(row => row.Narrative.Text).Where(text => !string.IsNullOrWhiteSpace(text)).Distinct()));

    // NIBRS data element 4: N, not cleared exceptionally. A later report may still say how.
    private static bool IsNone(string? clearance) => clearance?.Trim() is "N" or "n";

    private static string? First(IReadOnlyList<Incident> rows, Func<Incident, string?> value) =>
        rows.Select(value).FirstOrDefault(text => text is not null);

    private static (Involvement, int?, string?, string?, string?, string?) Same(Person person) =>
        (person.Involvement, person.Age, person.Sex, person.Race, person.Nationality, person.Number);

    // Null only if no row says: nothing known is not nothing there.
    private static List<T>? Together<T, TKey>(IReadOnlyList<Incident> rows, Func<Incident, IReadOnlyList<T>?> values, Func<T, TKey> same) where TKey : notnull
    {
        if (rows.All(row => values(row) is null)) return null;
        var together = new List<T>();
        var counts = new Dictionary<TKey, int>();
        foreach (var row in rows)
        {
            foreach (var alike in (values(row) ?? []).GroupBy(same))
            {
                var known = counts.GetValueOrDefault(alike.Key);
                together.AddRange(alike.Skip(known));
                counts[alike.Key] = Math.Max(known, alike.Count());
            }
        }

        return together;
    }
}
