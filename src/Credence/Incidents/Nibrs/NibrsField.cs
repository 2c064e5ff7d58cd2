namespace Credence.Incidents.Nibrs;

/// <summary>Where a value stands in a segment of the flat file.</summary>
/// <param name="Name">Its name in rules and conversions, such as incidentDate.</param>
/// <param name="Element">The FBI's data element as its error data set writes it, such as 03 or 25A.</param>
/// <param name="At">First position, from 1.</param>
/// <param name="Length">Characters.</param>
/// <param name="Times">How often it occurs.</param>
/// <param name="Every">Positions from one occurrence to the next.</param>
/// <param name="Group">The group of values that occur together, or null for a value that stands once.</param>
/// <param name="Values">The table of values it is held against, or null.</param>
public sealed record NibrsField(
    string Name, string Element, int At, int Length, int Times, int Every, string? Group, string? Values)
{
    /// <summary>First position of an occurrence, from 1.</summary>
    /// <param name="row">The occurrence, from 0.</param>
    public int Column(int row) => At + row * Every;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}

/// <summary>Values that occur together several times, such as an offender's number and the relationship to the victim.</summary>
/// <param name="Name">Its name, such as relations.</param>
/// <param name="Fields">Its values.</param>
public sealed record NibrsGroup(string Name, IReadOnlyList<NibrsField> Fields)
{
    /// <summary>How often the values occur.</summary>
    public int Times => Fields[0].Times;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
