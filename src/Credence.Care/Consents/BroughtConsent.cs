using Credence.Consents;

namespace Credence.Care.Consents;

/// <summary>A consent that the person gave elsewhere, as far as it came here with what it allowed to tell.</summary>
/// <param name="Id">The consent, as whoever told numbers it.</param>
/// <param name="From">Who told, by the name that a page shows.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Kinds">What may be told.</param>
/// <param name="CameAt">When something was told here by it for the first time.</param>
/// <param name="Ends">When it ends by itself.</param>
/// <param name="WithdrawnAt">When the person took it back, or null.</param>
public sealed record BroughtConsent(
    ConsentId Id, Recipient From, Purpose Purpose, IReadOnlyList<InformationKind> Kinds, DateTimeOffset CameAt, DateTimeOffset Ends, DateTimeOffset? WithdrawnAt)
{
    public override string ToString() => nameof(BroughtConsent);
}
