using Credence.Web;

namespace Credence.Police.Web.Training;

/// <summary>The scripts by which a device plays without a connection, and sends that it did.</summary>
internal static class TrainingAssets
{
    public static readonly Asset Script = Asset.Of(typeof(TrainingAssets).Assembly, "training.js");
    public static readonly Asset Practice = Asset.Of(typeof(TrainingAssets).Assembly, "practice.js");
}
