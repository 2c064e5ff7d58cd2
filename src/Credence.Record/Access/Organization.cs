namespace Credence.Record.Access;

/// <summary>What an organization is to the record.</summary>
public enum OrganizationKind
{
    PoliceAgency,
    ServiceProvider,
    Oversight,
    Research,
}

/// <summary>An organization that keeps or reads a record.</summary>
public sealed class Organization
{
    public required OrganizationId Id { get; init; }

    public required OrganizationKind Kind { get; init; }

    public required string Name { get; set; }

    /// <summary>Of a police agency: its ORI, if it has one.</summary>
    public string? Ori { get; set; }

    /// <summary>The short name by which partners, consents and messages know it, such as harbor-house; null until it has a post.</summary>
    public string? ShortName { get; set; }
}
