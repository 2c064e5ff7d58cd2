using System.Collections.Frozen;

namespace Credence.Care.Access;

/// <summary>Who may do what on the service side: one table, from which docs/threat-model.md is checked and every desk decides.</summary>
public static class CareRights
{
    private static readonly FrozenDictionary<CareRole, FrozenSet<CareAct>> Table = new Dictionary<CareRole, FrozenSet<CareAct>>
    {
        [CareRole.Advocate] =
        [
            CareAct.TakeIn, CareAct.OpenPerson, CareAct.WriteConsent, CareAct.GiveCard, CareAct.ReadStatement, CareAct.Send, CareAct.Refer, CareAct.KeepNeeds, CareAct.KeepWishes,
            CareAct.KeepDeclarations, CareAct.Hold, CareAct.ReadDirectory, CareAct.VerifyService,
        ],
        [CareRole.ProviderWorker] =
        [
            CareAct.TakeIn, CareAct.OpenPerson, CareAct.WriteConsent, CareAct.GiveCard, CareAct.Send, CareAct.Refer, CareAct.KeepNeeds, CareAct.ReadDirectory, CareAct.VerifyService, CareAct.SetCapacity,
        ],
        [CareRole.ProviderLead] =
        [
            CareAct.TakeIn, CareAct.OpenPerson, CareAct.WriteConsent, CareAct.GiveCard, CareAct.ReadStatement, CareAct.Send, CareAct.Refer, CareAct.KeepNeeds, CareAct.KeepWishes,
            CareAct.KeepDeclarations, CareAct.CountFeedback, CareAct.CountMeasures, CareAct.ReleaseUnderLaw, CareAct.Hold, CareAct.Approve,
            CareAct.ReadEvents, CareAct.ReadDirectory, CareAct.VerifyService, CareAct.SetCapacity, CareAct.KeepDirectory,
        ],
        [CareRole.Administrator] = [CareAct.ManageAccounts, CareAct.KeepStore, CareAct.ReadDirectory, CareAct.KeepDirectory],
    }.ToFrozenDictionary();

    public static bool May(this CareRole role, CareAct act) => Table[role].Contains(act);

    /// <summary>Whether cases exist for this role at all.</summary>
    public static bool SeesCases(this CareRole role) => role is not CareRole.Administrator;
}
