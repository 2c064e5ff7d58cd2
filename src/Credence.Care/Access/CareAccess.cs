using Credence.Record.Access;

namespace Credence.Care.Access;

/// <summary>Who of the staff asks on the service side, in which role and why.</summary>
public sealed record CareAccess : RecordAccess
{
    // Made by the door only, from an account that is open at this moment.
    internal CareAccess(AccountId account, OrganizationId organization, CareRole role, Purpose purpose)
        : base(account, organization, purpose) => Role = role;

    public CareRole Role { get; }

    public override string RoleName => Role.ToString();

    public override bool SeesCases => Role.SeesCases();

    public bool May(CareAct act) => Role.May(act);
}

/// <summary>A person who looks at what is her or his own, and at nothing else.</summary>
public sealed record SurvivorAccess : RecordAccess
{
    /// <summary>What the log calls the person.</summary>
    internal const string Role = "Survivor";

    internal SurvivorAccess(PersonId person, OrganizationId organization)
        : base(new AccountId(person.Value), organization, Purpose.Of(PurposeKind.RequestOfThePerson)) => Person = person;

    public PersonId Person { get; }

    public override string RoleName => Role;

    public override bool SeesCases => true;

    public override Scope Scope => base.Scope with { Person = Person, IsThePerson = true };
}
