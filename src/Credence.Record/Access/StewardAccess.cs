namespace Credence.Record.Access;

/// <summary>Somebody at the upkeep of the store itself: the log says who it was and in which role; no case is opened.</summary>
internal sealed record StewardAccess : RecordAccess
{
    public StewardAccess(RecordAccess who)
        : base(who.Account, who.Organization, who.Purpose) => RoleName = who.RoleName;

    public override string RoleName { get; }

    public override bool SeesCases => false;

    public override Scope Scope => Scope.Steward;
}
