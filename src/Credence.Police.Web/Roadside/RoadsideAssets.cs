using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Credence.Police.Web.Training;
using Credence.Web;

namespace Credence.Police.Web.Roadside;

/// <summary>Style and scripts of the roadside.</summary>
internal static class RoadsideAssets
{
    public static readonly Asset Style = Asset.Of(typeof(RoadsideAssets).Assembly, "roadside.css");
    public static readonly Asset Sealed = Asset.Of(typeof(RoadsideAssets).Assembly, "sealed.js");
    public static readonly Asset Script = Asset.Of(typeof(RoadsideAssets).Assembly, "roadside.js");

    /// <summary>What runs on every page of somebody who may have something that waits on the device, in this order.</summary>
    public static readonly IReadOnlyList<Asset> Scripts = [Sealed, TrainingAssets.Practice, Script];

    public static readonly Asset Icon = Asset.Of(typeof(RoadsideAssets).Assembly, "roadside-icon.svg");

    /// <summary>By which a device puts the roadside beside its other programs.</summary>
    public static readonly Asset Manifest = Asset.Of("roadside.webmanifest", new JsonObject
    {
        ["name"] = "Credence at the roadside", ["short_name"] = "Roadside", ["start_url"] = "/roadside", ["scope"] = "/roadside", ["display"] = "standalone",
        ["background_color"] = "#fbfaf7", ["theme_color"] = "#1f4f78",
        ["icons"] = new JsonArray(new JsonObject { ["src"] = Icon.Address, ["type"] = "image/svg+xml", ["sizes"] = "any" }),
    }.ToJsonString());

    private static readonly Asset WorkerBody = Asset.Of(typeof(RoadsideAssets).Assembly, "worker.js");

    /// <summary>The worker of a device. It changes when anything changes that it keeps, and then keeps that.</summary>
    /// <param name="card">The questions and the policy's steps, as they are sent.</param>
    /// <param name="scenarios">The scenarios, as they are sent.</param>
    public static byte[] Worker(byte[] card, byte[] scenarios)
    {
        string[] shell =
        [
            "/roadside/offline", "/roadside/card.json", "/roadside/training", "/roadside/training.json",
            Style.Address, .. Scripts.Select(script => script.Address), TrainingAssets.Script.Address, Asset.Style.Address,
        ];
        var program = typeof(RoadsideAssets).Assembly.ManifestModule.ModuleVersionId.ToByteArray();
        var version = Convert.ToHexStringLower(SHA256.HashData([.. card, .. scenarios, .. Encoding.UTF8.GetBytes(string.Concat(shell)), .. program]))[..16];
        var list = new JsonArray([.. shell.Select(address => JsonValue.Create(address))]);
        return [.. Encoding.UTF8.GetBytes($"const version = \"{version}\", shell = {list.ToJsonString()};\n"), .. WorkerBody.Bytes.Span];
    }
}
