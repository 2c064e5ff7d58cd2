using Credence.Record.Access;

namespace Credence.Web;

/// <summary>Whose pages these are.</summary>
/// <param name="Word">One word for cookies and keys, such as police.</param>
/// <param name="Title">What a page's head says behind the name, such as "police record".</param>
/// <param name="Purposes">The purposes that one chooses from.</param>
/// <param name="Address">Where people find it; scheme and host decide what cookies and passkeys are bound to.</param>
public sealed record Side(string Word, string Title, IReadOnlyList<PurposeKind> Purposes, Uri Address)
{
    /// <summary>What has to run also where the frame of this side is not, such as a warning before signing out.</summary>
    public IReadOnlyList<Asset> Scripts { get; init; } = [];

    /// <summary>How often one account may ask within a minute.</summary>
    public int MostPresses { get; init; } = WebFloor.MostPresses;

    public bool IsSecure => Address.Scheme == Uri.UriSchemeHttps;
}
