// Two types of the same name: rows are found by those of the record, messages and consents speak with those of the ground floor.
global using OrganizationId = Credence.Record.Access.OrganizationId;
global using PersonId = Credence.Record.Access.PersonId;

namespace Credence.Care.Access;

/// <summary>Ids as consents and messages write them; an organization goes by its short name.</summary>
internal static class LastingIds
{
    internal static Credence.Consents.PersonId Lasting(this PersonId person) => new(person.Value);
}
