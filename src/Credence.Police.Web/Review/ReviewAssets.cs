using Credence.Web;

namespace Credence.Police.Web.Review;

/// <summary>The script that gives reading its keys.</summary>
internal static class ReviewAssets
{
    public static readonly Asset Script = Asset.Of(typeof(ReviewAssets).Assembly, "reading.js");
}
