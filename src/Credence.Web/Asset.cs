using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Credence.Web;

/// <summary>A style sheet, a script or a picture of our own. Its address carries its hash, so that a browser keeps it until it changes.</summary>
public sealed class Asset
{
    public static readonly Asset Style = Of(typeof(Asset).Assembly, "site.css");
    public static readonly Asset Passkey = Of(typeof(Asset).Assembly, "passkey.js");

    private readonly byte[] _bytes;
    private readonly string _type;

    private Asset(byte[] bytes, string name, string type) =>
        (_bytes, _type, Address) = (bytes, type, $"/assets/{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}/{name}");

    public string Address { get; }

    /// <summary>The text of it, for whoever has to send it under another address.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>An asset embedded as assets/NAME.</summary>
    public static Asset Of(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream($"assets/{name}")
            ?? throw new InvalidOperationException($"Found no asset {name} in the program.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new Asset(bytes, name, TypeOf(name));
    }

    /// <summary>An asset that is made when the program starts, because it names others.</summary>
    public static Asset Of(string name, string text) => new(System.Text.Encoding.UTF8.GetBytes(text), name, TypeOf(name));

    public void Map(IEndpointRouteBuilder routes) => routes.MapGet(Address, Send);

    /// <summary>The same for a browser that shall keep nothing: it is asked for with each page.</summary>
    public void MapUnkept(IEndpointRouteBuilder routes) => routes.MapGet(Address, () => Results.Bytes(_bytes, _type));

    private IResult Send(HttpResponse response)
    {
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(_bytes, _type);
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".webmanifest" => "application/manifest+json",
        _ => throw new InvalidOperationException($"Found an asset {name} of a kind that has no media type here."),
    };
}
