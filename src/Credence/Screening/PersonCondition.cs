using Credence.Incidents;

namespace Credence.Screening;

/// <summary>What a condition asks of one recorded person.</summary>
/// <param name="Involvement">The parts it may have; empty for any.</param>
/// <param name="Age">The age it must have, or null for any.</param>
public sealed record PersonCondition(IReadOnlySet<Involvement> Involvement, AgeCondition? Age)
{
    /// <summary>True if the person is as asked.</summary>
    public bool Holds(Person person) =>
        (Involvement.Count == 0 || Involvement.Contains(person.Involvement)) && (Age?.Holds(person.Age) ?? true);

    /// <summary>True if there is a different person for each condition.</summary>
    public static bool HoldTogether(IReadOnlyList<PersonCondition> conditions, IReadOnlyList<Person> persons) =>
        HoldFrom(0, conditions, persons, new bool[persons.Count]);

    private static bool HoldFrom(
        int next, IReadOnlyList<PersonCondition> conditions, IReadOnlyList<Person> persons, bool[] taken)
    {
        if (next == conditions.Count)
        {
            return true;
        }

        for (var i = 0; i < persons.Count; i++)
        {
            if (taken[i] || !conditions[next].Holds(persons[i]))
            {
                continue;
            }

            taken[i] = true;
            if (HoldFrom(next + 1, conditions, persons, taken))
            {
                return true;
            }

            taken[i] = false;
        }

        return false;
    }
}

/// <summary>An age as a condition writes it: "under 18", "18 or over", "13 to 17" or "unknown".</summary>
/// <param name="Least">The youngest age, in years.</param>
/// <param name="Most">The oldest age, in years.</param>
/// <param name="Unknown">True if the age must not be recorded.</param>
public sealed record AgeCondition(int Least, int Most, bool Unknown = false)
{
    /// <summary>True if the age is as asked; an age that is not recorded is only "unknown".</summary>
    public bool Holds(int? age) => age is { } years ? !Unknown && years >= Least && years <= Most : Unknown;

    /// <summary>Reads the words of a condition; null if they are none of the four forms.</summary>
    public static AgeCondition? Parse(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        ["unknown"] => new(0, int.MaxValue, Unknown: true),
        ["under", var most] when int.TryParse(most, out var years) => new(0, years - 1),
        [var least, "or", "over"] when int.TryParse(least, out var years) => new(years, int.MaxValue),
        [var least, "to", var most] when int.TryParse(least, out var from) && int.TryParse(most, out var to) => new(from, to),
        _ => null,
    };
}
