namespace Credence.Consents;

/// <summary>Places where a law binds, by short names: us-ma lies in us.</summary>
internal static class Jurisdiction
{
    /// <summary>Whether the law of one place binds in another.</summary>
    internal static bool Binds(string law, string place) => place == law || place.StartsWith(law + "-", StringComparison.Ordinal);
}
