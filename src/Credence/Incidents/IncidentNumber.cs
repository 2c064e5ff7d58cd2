namespace Credence.Incidents;

/// <summary>The number an agency gave an incident (NIBRS data element 2); the one handle that lists may carry.</summary>
/// <param name="Value">The number as written by the agency.</param>
public readonly record struct IncidentNumber(string Value)
{
    /// <summary>The number as written.</summary>
    public override string ToString() => Value;
}
