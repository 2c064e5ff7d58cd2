using Credence.Record.Access;

namespace Credence.Police.Access;

/// <summary>Who asks on the police side, in which role and why: the first parameter of every desk method.</summary>
public sealed record PoliceAccess : RecordAccess
{
    // Made by the door only, from an account that is open at this moment.
    internal PoliceAccess(AccountId account, OrganizationId organization, PoliceRole role, Purpose purpose)
        : base(account, organization, purpose) => Role = role;

    public PoliceRole Role { get; }

    public override string RoleName => Role.ToString();

    public override bool SeesCases => Role.SeesCases();

    public bool May(PoliceAct act) => Role.May(act);
}
