namespace Credence.Record.Access;

/// <summary>The program itself, when it finishes or founds what an account has asked for; it opens no case.</summary>
internal sealed record StewardAccess(AccountId OnBehalfOf, OrganizationId Of) : RecordAccess(OnBehalfOf, Of, Purpose.Of(PurposeKind.Maintenance))
{
    public override string RoleName => "Steward";

    public override bool SeesCases => false;

    public override Scope Scope => Scope.Steward;
}
