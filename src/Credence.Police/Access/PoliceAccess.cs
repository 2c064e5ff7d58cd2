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

    /// <summary>Whether reviews exist for the one who asks: who reads in them, and who runs them.</summary>
    public bool SeesReviews => May(PoliceAct.Read) || RunsReviews;

    /// <summary>Who runs a review sees all of the agency's; who reads sees those she or he reads in.</summary>
    internal bool RunsReviews => May(PoliceAct.BeginReview) || May(PoliceAct.Adjudicate);
}
