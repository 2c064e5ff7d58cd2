using Credence.Incidents;

namespace Credence.Classification;

/// <summary>What the recorded ages say of whether a person at risk is under 18.</summary>
internal static class AgeOfThoseAtRisk
{
    /// <summary>
    /// One recorded victim, missing person or arrestee under 18 supports it: a child who is recorded as arrested may be the
    /// one at risk. Only where everybody but witnesses has a recorded age, and all are 18 or over, does the record speak
    /// against it: an age that is not recorded is unknown, and unknown is no adult. Null if the record says neither.
    /// </summary>
    internal static (Standing Standing, string Says)? Of(IReadOnlyList<Person>? persons)
    {
        var known = persons?.Where(person => person.Involvement != Involvement.Witness).ToList() ?? [];
        if (known.Any(person => person is { Age: < 18, Involvement: Involvement.Victim or Involvement.Missing or Involvement.Arrestee }))
        {
            return (Standing.Supports, "a recorded person is under 18");
        }

        return known.Count > 0 && known.TrueForAll(person => person.Age >= 18)
            ? (Standing.Against, "every recorded person is 18 or over")
            : null;
    }
}
