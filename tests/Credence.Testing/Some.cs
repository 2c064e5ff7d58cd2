using Credence.Incidents;

namespace Credence.Testing;

/// <summary>Values for a test that does not care which.</summary>
public static class Some
{
    private static int _last;

    /// <summary>A number no other value of this run has.</summary>
    public static int Int() => Interlocked.Increment(ref _last);

    /// <summary>An incident number no other incident of this run has.</summary>
    public static IncidentNumber IncidentNumber() => new($"2031-{Int():000000}");

    /// <summary>A sentence with nothing in it.</summary>
    public static Narrative Narrative() => new("Officer took a report of a bicycle missing from a porch.");

    /// <summary>An incident with a narrative of your own, or one with nothing in it.</summary>
    public static Incident Incident(string? narrative = null, params string[] offenses) =>
        new(IncidentNumber(), narrative is null ? Narrative() : new Narrative(narrative))
        {
            Offenses = [.. offenses.Select(code => new OffenseCode(code))],
        };
}
