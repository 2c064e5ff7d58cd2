using Credence.Web;

namespace Credence.Portal;

/// <summary>Style and script; a browser keeps neither.</summary>
internal static class PortalAssets
{
    public static readonly Asset Style = Asset.Of(typeof(PortalAssets).Assembly, "page.css");
    public static readonly Asset Script = Asset.Of(typeof(PortalAssets).Assembly, "page.js");
}
