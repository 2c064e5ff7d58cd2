namespace Credence.Consents;

/// <summary>A person in one record. Police and care number people apart, so that two numbers can never be laid side by side.</summary>
/// <param name="Value">Made at the edge, by chance; it says nothing of the person.</param>
public readonly record struct PersonId(Guid Value);

/// <summary>One consent.</summary>
/// <param name="Value">Made at the edge, by chance.</param>
public readonly record struct ConsentId(Guid Value);

/// <summary>An agency or a provider, by the short name that both sides know it by, such as harbor-house.</summary>
/// <param name="Value">The short name.</param>
public readonly record struct OrganizationId(string Value)
{
    /// <summary>The short name.</summary>
    public override string ToString() => Value;
}

/// <summary>Who may receive: one organization by name, and perhaps one person in it; never "partners" or "providers".</summary>
/// <param name="Organization">The organization.</param>
/// <param name="Name">The name that the person read before signing.</param>
public sealed record Recipient(OrganizationId Organization, string Name)
{
    /// <summary>The organization only.</summary>
    public override string ToString() => $"Recipient({Organization})";
}
