using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Credence.Care.Directories;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;

namespace Credence.Care.Web.Directories;

/// <summary>
/// The endpoints that HSDS 3.0 requires of an API, below /hsds: what it is, its services by pages, and one service. They are for anybody, hold nothing of
/// persons, and of a confidential place no more than its town.
/// </summary>
internal static class HsdsEndpoints
{
    private const string Policy = "directory";
    private const int MostAMinute = 300;
    private const int MostOnPage = 100;

    internal static void Limit(RateLimiterOptions limits) => limits.AddPolicy(Policy, context => WebGround.Within(MostAMinute, RemoteNetwork.Of(context), TimeSpan.FromMinutes(1)));

    internal static void Map(IEndpointRouteBuilder host)
    {
        var directory = host.MapGroup("/hsds").AllowAnonymous().RequireRateLimiting(Policy);
        directory.MapGet("/", About);
        directory.MapGet("/services", Services);
        directory.MapGet("/services/{id}", Service);
    }

    private static IResult About() => Json(new JsonObject
    {
        ["version"] = "3.0", ["profile"] = "https://docs.openreferral.org/en/3.0/hsds/", ["openapi_url"] = "https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json",
    });

    private static async Task<IResult> Service(string id, PublicDirectory directory, CancellationToken cancellation) =>
        await directory.Service(id, cancellation) is { } service ? Json(service) : Sentence("There is no such service.", StatusCodes.Status404NotFound);

    private static async Task<IResult> Services(HttpRequest request, PublicDirectory directory, CancellationToken cancellation)
    {
        var asked = request.Query;
        if (Number(asked, "page", 1, 1_000_000) is not { } page) return Wrong("page", "a number from 1");
        if (Number(asked, "per_page", 20, MostOnPage) is not { } size) return Wrong("per_page", $"a number from 1 to {MostOnPage}");
        DateTimeOffset? after = null;
        if (Word(asked, "modified_after") is { } text)
        {
            if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)) return Wrong("modified_after", "a time such as 2031-06-14T09:00:00Z");
            after = time;
        }

        var filter = new DirectoryFilter
        {
            Search = Word(asked, "search"), Term = Word(asked, "taxonomy_term_id"), Taxonomy = Word(asked, "taxonomy_id"), Organization = Word(asked, "organization_id"), ModifiedAfter = after,
        };
        var found = await directory.Services(filter, (page - 1) * size, size, cancellation);
        return Json(Page(found, page, size, Word(asked, "minimal") == "true" ? Minimal : Word(asked, "full") == "true" ? service => service : Simple));
    }

    private static JsonObject Page(DirectoryPage found, int page, int size, Func<JsonObject, JsonObject> form)
    {
        var pages = (found.Total + size - 1) / size;
        return new JsonObject
        {
            ["total_items"] = found.Total, ["total_pages"] = pages, ["page_number"] = page, ["size"] = found.Services.Count,
            ["first_page"] = page == 1, ["last_page"] = page >= pages, ["empty"] = found.Services.Count == 0,
            ["contents"] = new JsonArray([.. found.Services.Select(JsonNode (service) => form(service))]),
        };
    }

    // HSDS: a list has the fields of which a service has one, and its organization and program in the same form.
    private static JsonObject Simple(JsonObject service) => new(service.Where(pair => pair.Value is not JsonArray && (pair.Value is not JsonObject || pair.Key is "organization" or "program"))
        .Select(pair => KeyValuePair.Create(pair.Key, pair.Value is JsonObject one ? (JsonNode?)Flat(one) : pair.Value?.DeepClone())));

    private static JsonObject Flat(JsonObject one) =>
        new(one.Where(pair => pair.Value is not (JsonArray or JsonObject)).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));

    private static JsonObject Minimal(JsonObject service) =>
        new() { ["id"] = service["id"]?.DeepClone(), ["last_modified"] = service["last_modified"]?.DeepClone() };

    private static string? Word(IQueryCollection asked, string name) => asked[name].FirstOrDefault() is { Length: > 0 and <= 200 } word ? word : null;

    private static int? Number(IQueryCollection asked, string name, int otherwise, int most) => Word(asked, name) is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number : null;

    private static IResult Wrong(string name, string expected) => Sentence($"{name}: found something else, expected {expected}.", StatusCodes.Status400BadRequest);

    private static IResult Sentence(string sentence, int status) => Json(new JsonObject { ["detail"] = sentence, ["status"] = status }, status);

    private static IResult Json(JsonObject content, int status = StatusCodes.Status200OK) =>
        Results.Text(content.ToJsonString(new JsonSerializerOptions(JsonSerializerDefaults.Web)), "application/json", System.Text.Encoding.UTF8, status);
}
