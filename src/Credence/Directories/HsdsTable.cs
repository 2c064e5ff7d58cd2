using System.Collections.Frozen;

namespace Credence.Directories;

/// <summary>What a field of HSDS holds.</summary>
public enum HsdsForm
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A date, such as 2031-06-14; a time may follow.</summary>
    Date,

    /// <summary>A time of day, such as 09:00.</summary>
    Time,

    /// <summary>A whole address of a web page, of http or https.</summary>
    WebAddress,

    /// <summary>One address for e-mail.</summary>
    Email,
}

/// <summary>A field of a table of HSDS.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Form">What it holds.</param>
/// <param name="IsRequired">True if HSDS requires it wherever the object stands.</param>
/// <param name="Values">The closed list of its values; empty if there is none.</param>
public sealed record HsdsField(string Name, HsdsForm Form, bool IsRequired, IReadOnlyList<string> Values);

/// <summary>How a table hangs on another.</summary>
/// <param name="Field">The field that names the other's row.</param>
/// <param name="Table">The other table.</param>
/// <param name="Member">Where the object stands in JSON: the list in its parent, or the object in the one that names it.</param>
public sealed record HsdsLink(string Field, string Table, string Member);

/// <summary>A table of HSDS 3.0, with the capacity of 3.1.</summary>
public sealed record HsdsTable
{
    /// <summary>Its name, such as service_at_location.</summary>
    public required string Name { get; init; }

    /// <summary>Its fields that hold a value of their own, by name.</summary>
    public required FrozenDictionary<string, HsdsField> Fields { get; init; }

    /// <summary>The parents in whose lists a row may stand, the nearest first; a row stands in one of them.</summary>
    public required IReadOnlyList<HsdsLink> Parents { get; init; }

    /// <summary>Rows that this one names and that others may name too, such as the organization of a service.</summary>
    public required IReadOnlyList<HsdsLink> Named { get; init; }

    /// <summary>The table of the object or the list at a key of the JSON form, or null if the key is none of HSDS.</summary>
    public HsdsTable? Below(string member) =>
        Named.FirstOrDefault(link => link.Member == member) is { } named ? HsdsTables.Find(named.Table) : HsdsTables.Children(Name).GetValueOrDefault(member);
}
