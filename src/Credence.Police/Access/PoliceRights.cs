using System.Collections.Frozen;

namespace Credence.Police.Access;

/// <summary>Who may do what on the police side: one table, from which docs/threat-model.md is checked and every desk decides.</summary>
public static class PoliceRights
{
    private static readonly FrozenDictionary<PoliceRole, FrozenSet<PoliceAct>> Table = new Dictionary<PoliceRole, FrozenSet<PoliceAct>>
    {
        [PoliceRole.Officer] = [PoliceAct.HandOver],
        [PoliceRole.Investigator] = [PoliceAct.SeeQueue, PoliceAct.Search, PoliceAct.OpenIncident, PoliceAct.HandOver, PoliceAct.HoldIncident],
        [PoliceRole.Supervisor] =
        [
            PoliceAct.SeeQueue, PoliceAct.Search, PoliceAct.OpenIncident, PoliceAct.HandOver, PoliceAct.OpenHandover, PoliceAct.HoldIncident, PoliceAct.Propose,
            PoliceAct.Approve,
        ],
        [PoliceRole.Analyst] = [PoliceAct.SeeQueue, PoliceAct.OpenIncident, PoliceAct.Import],
        [PoliceRole.Auditor] = [PoliceAct.ReadEvents],
        [PoliceRole.Administrator] = [PoliceAct.ManageAccounts, PoliceAct.KeepStore, PoliceAct.Propose],
    }.ToFrozenDictionary();

    public static bool May(this PoliceRole role, PoliceAct act) => Table[role].Contains(act);

    /// <summary>Whether cases exist for this role at all.</summary>
    public static bool SeesCases(this PoliceRole role) => role is not (PoliceRole.Auditor or PoliceRole.Administrator);
}
