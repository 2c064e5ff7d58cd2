using Credence.Web;

namespace Credence.Police.Web.Training;

/// <summary>The script by which a device plays without a connection.</summary>
internal static class TrainingAssets
{
    public static readonly Asset Script = Asset.Of(typeof(TrainingAssets).Assembly, "training.js");
}
