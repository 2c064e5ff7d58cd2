using System.Globalization;

namespace Credence.Incidents;

/// <summary>A person of an incident with words by which she or he is told from the others in it.</summary>
/// <param name="Name">The part and the number, such as victim 001: two records with the same are the same person.</param>
/// <param name="Person">The person as recorded.</param>
public sealed record NamedPerson(string Name, Person Person)
{
    /// <summary>
    /// The persons of an incident, in its order. Numbers are unique only within one part; who has none is named by the next number that
    /// is free in her or his part.
    /// </summary>
    public static IReadOnlyList<NamedPerson> Of(IReadOnlyList<Person>? persons)
    {
        var recorded = (persons ?? []).Select(person => (person.Involvement, person.Number)).ToHashSet();
        var last = new Dictionary<Involvement, int>();
        string Next(Involvement part)
        {
            string number;
            do number = (last[part] = last.GetValueOrDefault(part) + 1).ToString(CultureInfo.InvariantCulture);
            while (recorded.Contains((part, number)));
            return number;
        }

        return [.. (persons ?? []).Select(person => new NamedPerson($"{Part(person.Involvement)} {person.Number ?? Next(person.Involvement)}", person))];
    }

    private static string Part(Involvement involvement) => involvement is Involvement.Unknown ? "person" : involvement.ToString().ToLowerInvariant();

    /// <summary>Says the name only.</summary>
    public override string ToString() => $"NamedPerson({Name})";
}
