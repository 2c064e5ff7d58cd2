using Credence.Record.Access;
using Microsoft.AspNetCore.Http;

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

    /// <summary>Where one may go, by one's rights: a page that one may not see is not named.</summary>
    public Func<RecordAccess, IEnumerable<Place>> Places { get; init; } = _ => [];

    /// <summary>What runs on every page in the frame of one who has this access.</summary>
    public Func<RecordAccess, IReadOnlyList<Asset>> FrameScripts { get; init; } = _ => [];

    /// <summary>The words before the dot of every kind of event: chosen, never typed, so that no address of the log carries what somebody wrote.</summary>
    public IReadOnlyList<string> EventWords { get; init; } = [];

    /// <summary>How often one account may ask within a minute.</summary>
    public int MostPresses { get; init; } = WebFloor.MostPresses;

    /// <summary>The folder beside the ring where the keys of its forms are.</summary>
    public string KeyFolder { get; init; } = "web";

    /// <summary>What the cookie of its forms is called.</summary>
    public string FormCookie { get; init; } = "form";

    /// <summary>What is said where no page answers; each side says it in its own words.</summary>
    public Func<Trouble, IResult> Says { get; init; } = Answers.Of;

    public bool IsSecure => Address.Scheme == Uri.UriSchemeHttps;

    /// <summary>With the prefix that browsers bind to host and TLS, where there is TLS.</summary>
    public string CookieName(string name) => IsSecure ? $"__Host-{name}" : name;
}

/// <summary>Why no page answers.</summary>
public enum Trouble
{
    /// <summary>It does not exist, or not for the one who asks.</summary>
    NotFound,

    /// <summary>A fault of the program.</summary>
    Fault,

    /// <summary>A form from a page that is too old, or from somewhere else.</summary>
    Stale,

    TooLong,

    TooMany,
}
