using System.Collections.Frozen;

namespace Credence.Police.Access;

/// <summary>Who may do what on the police side: one table, from which docs/threat-model.md is checked and every desk decides.</summary>
public static class PoliceRights
{
    private static readonly FrozenDictionary<PoliceRole, FrozenSet<PoliceAct>> Table = new Dictionary<PoliceRole, FrozenSet<PoliceAct>>
    {
        [PoliceRole.Officer] = [PoliceAct.HandOver, PoliceAct.KeepEncounter, PoliceAct.ReviewArrest, PoliceAct.Practice],
        [PoliceRole.Investigator] =
        [
            PoliceAct.SeeQueue, PoliceAct.Search, PoliceAct.OpenIncident, PoliceAct.Read, PoliceAct.HandOver, PoliceAct.KeepEncounter,
            PoliceAct.ReviewArrest, PoliceAct.Determine, PoliceAct.AskApproach, PoliceAct.HoldIncident, PoliceAct.Practice, PoliceAct.CountMeasures,
        ],
        [PoliceRole.Supervisor] =
        [
            PoliceAct.SeeQueue, PoliceAct.Search, PoliceAct.OpenIncident, PoliceAct.BeginReview, PoliceAct.Read, PoliceAct.Adjudicate,
            PoliceAct.HandOver, PoliceAct.OpenHandover, PoliceAct.KeepEncounter, PoliceAct.ReviewArrest, PoliceAct.ApproveArrest, PoliceAct.Determine,
            PoliceAct.AskApproach, PoliceAct.DecideApproach, PoliceAct.HoldIncident, PoliceAct.Propose,
            PoliceAct.Approve, PoliceAct.Practice, PoliceAct.AssignPractice, PoliceAct.CountMeasures,
        ],
        [PoliceRole.Analyst] = [PoliceAct.SeeQueue, PoliceAct.OpenIncident, PoliceAct.BeginReview, PoliceAct.Read, PoliceAct.Import, PoliceAct.CountMeasures],
        [PoliceRole.Auditor] = [PoliceAct.ReadEvents, PoliceAct.CountMeasures],
        [PoliceRole.Administrator] = [PoliceAct.ManageAccounts, PoliceAct.KeepStore, PoliceAct.Propose],
        [PoliceRole.Advocate] = [PoliceAct.AnswerApproach],
    }.ToFrozenDictionary();

    public static bool May(this PoliceRole role, PoliceAct act) => Table[role].Contains(act);

    /// <summary>Whether cases exist for this role at all. An advocate has what is put before her or him, at that desk only.</summary>
    public static bool SeesCases(this PoliceRole role) => role is not (PoliceRole.Auditor or PoliceRole.Administrator or PoliceRole.Advocate);
}
