using System.Text.Json;
using System.Text.Json.Nodes;
using Credence.Police.Encounters;
using Credence.Police.Training;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Credence.Police.Web.Training;

/// <summary>What a device without a connection plays with, and where it sends that something was finished: two numbers, no choice.</summary>
internal static class TrainingPhonePages
{
    private const int LongestBody = 1000;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/roadside/training", () => Answers.Page<OfflineTrainingPage>(new { }));
        pages.MapGet("/roadside/training.json", (TrainingRoom room) => Results.Bytes(room.Json, "application/json"));
        pages.MapPut("/roadside/training/{name:guid}", Put);
    }

    // How it went stands in the body: an address is written into logs.
    private static async Task<IResult> Put(Guid name, Asking asking, TrainingRoom room, TrainingDesk desk, HttpContext context, CancellationToken cancellation)
    {
        if (await Read(context.Request, cancellation) is not { Scenario: { } scenario } finished || room.Find(scenario) is null) return Say(StatusCodes.Status422UnprocessableEntity, false);
        return await desk.Finish(asking.Access, new MadeByClient(name), scenario, finished.Right, finished.Of, cancellation) is PracticeAnswer.Kept
            ? Say(StatusCodes.Status200OK, true)
            : Say(StatusCodes.Status422UnprocessableEntity, false);
    }

    private static async Task<Finished?> Read(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength is not <= LongestBody) return null;
        try
        {
            return await JsonSerializer.DeserializeAsync<Finished>(request.Body, JsonSerializerOptions.Web, cancellation);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IResult Say(int status, bool isKept) => Results.Content(new JsonObject { ["isKept"] = isKept }.ToJsonString(), "application/json", statusCode: status);

    /// <summary>What a device says of a play that was finished there.</summary>
    private sealed record Finished(string? Scenario, int Right, int Of);
}
