using Credence.Record.Access;
using Credence.Record.Keys;

namespace Credence.Care.Persons;

/// <summary>A person whom an organization serves. Who it is, is sealed under a key of the person's own.</summary>
public sealed class RecordedPerson : IPersonRow
{
    public required PersonId Person { get; init; }

    public required OrganizationId Organization { get; init; }

    /// <summary>Name, contact, language and what else tells who it is, sealed.</summary>
    public required byte[] Identity { get; set; }

    public required DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; set; }

    public ContentState Content { get; set; }
}
