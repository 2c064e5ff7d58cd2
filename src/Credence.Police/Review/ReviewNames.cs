using Credence.Incidents;
using Credence.Police.Incidents;
using Credence.Record.Access;

namespace Credence.Police.Review;

/// <summary>
/// Incidents and readers by the ids of the record, where the rules of reviewing ask for a number and a name: the numbers of two
/// agencies may be alike.
/// </summary>
internal static class ReviewNames
{
    public static string Of(AccountId reader) => reader.Value.ToString("N");

    public static IncidentNumber Of(IncidentId incident) => new(incident.Value.ToString("N"));

    public static AccountId Reader(string name) => new(Guid.ParseExact(name, "N"));

    public static IncidentId Incident(IncidentNumber number) => new(Guid.ParseExact(number.Value, "N"));
}
