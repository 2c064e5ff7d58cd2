using Credence.Police.Incidents;
using Credence.Police.Storage;

namespace Credence.Police.Encounters;

/// <summary>Which encounters belong to an incident.</summary>
internal static class EncounterTies
{
    /// <summary>Those that were tied to its number. A number that two agencies of one record gave is no tie.</summary>
    public static IQueryable<RecordedEncounter> To(PoliceContext rows, IncidentId incident) => rows.Encounters.Where(encounter =>
        rows.Incidents.Any(row => row.Id == incident && row.Number == encounter.Incident) && rows.Incidents.Count(row => row.Number == encounter.Incident) == 1);
}
