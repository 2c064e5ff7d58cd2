namespace Credence.Record.Access;

/// <summary>
/// The upkeep of the store itself: somebody at it, whom the log names with the role, or the program when it finishes or founds what an
/// account has asked for. It opens no case.
/// </summary>
internal sealed record StewardAccess : RecordAccess
{
    public StewardAccess(RecordAccess who)
        : base(who.Account, who.Organization, who.Purpose) => RoleName = who.RoleName;

    public StewardAccess(AccountId onBehalfOf, OrganizationId of)
        : base(onBehalfOf, of, Purpose.Of(PurposeKind.Maintenance)) => RoleName = "Steward";

    public override string RoleName { get; }

    public override bool SeesCases => false;

    public override Scope Scope => Scope.Steward;
}
