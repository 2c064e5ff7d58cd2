namespace Credence.Record.Access;

/// <summary>An agency, a provider, an oversight body or a research group.</summary>
public readonly record struct OrganizationId(Guid Value);

/// <summary>One who signs in.</summary>
public readonly record struct AccountId(Guid Value);

/// <summary>A person in the service record; made of chance alone (version 4), so that it tells nobody when.</summary>
public readonly record struct PersonId(Guid Value);
