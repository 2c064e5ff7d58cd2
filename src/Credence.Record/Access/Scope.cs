namespace Credence.Record.Access;

/// <summary>How far one who asks can see: whose rows, and whether cases exist for them at all.</summary>
/// <param name="Organization">The organization whose rows are seen.</param>
/// <param name="SeesCases">False for those who run the system or read its log: then no case exists.</param>
/// <param name="Person">Set when one person asks for what is her or his own: then nobody else's rows exist.</param>
/// <param name="IsSteward">True for the upkeep of the store itself, which counts and moves rows and opens none.</param>
/// <param name="IsThePerson">True if it is that person who asks: then what she or he keeps from the organization exists too.</param>
public readonly record struct Scope(
    OrganizationId Organization, bool SeesCases, PersonId? Person = null, bool IsSteward = false, bool IsThePerson = false)
{
    /// <summary>The upkeep of the store: migrations, backups, checks of the chain.</summary>
    public static readonly Scope Steward = new(default, SeesCases: false, IsSteward: true);
}

/// <summary>A row that belongs to one organization: nobody else sees it.</summary>
public interface IOwned
{
    public OrganizationId Organization { get; }
}

/// <summary>A row of somebody's case: it exists only for those whose role sees cases.</summary>
public interface ICaseRow : IOwned;

/// <summary>A row about one person, who sees her or his own and nobody else's.</summary>
public interface IPersonRow : ICaseRow
{
    public PersonId Person { get; }
}

/// <summary>A row that a person keeps for herself or himself; for the organization it exists only while the person shares it.</summary>
public interface ISharedRow : IPersonRow
{
    public bool IsShared { get; }
}
