namespace Credence.Record.Access;

/// <summary>Who asks, for whom, in which role and why. Each audience has its own type, so that the compiler keeps them apart.</summary>
public abstract record RecordAccess(AccountId Account, OrganizationId Organization, Purpose Purpose)
{
    /// <summary>The role's word, for the log.</summary>
    public abstract string RoleName { get; }

    /// <summary>Whether cases exist for this role at all.</summary>
    public abstract bool SeesCases { get; }

    public virtual Scope Scope => new(Organization, SeesCases);

    public sealed override string ToString() => $"{GetType().Name}({RoleName}, {Purpose.Kind})";
}
