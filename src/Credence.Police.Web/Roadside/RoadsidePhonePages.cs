using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Credence.Police.Access;
using Credence.Police.Encounters;
using Credence.Police.Web.Training;
using Credence.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Credence.Police.Web.Roadside;

/// <summary>What a device without a connection keeps, and where it sends what was answered.</summary>
internal static class RoadsidePhonePages
{
    private const int LongestContent = 1 << 16;

    public static void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet("/roadside/offline", (Asking asking) => Keeps(asking) ? Answers.Page<OfflinePage>(new { }) : Answers.NotFound());
        inside.MapGet("/roadside/card.json", (Asking asking, RoadsideCard card) => Keeps(asking) ? Results.Bytes(card.Json, "application/json") : Answers.NotFound());
        inside.MapGet("/roadside/worker.js", Worker);
        inside.MapGet("/roadside/session", Session);
        inside.MapPut("/roadside/phone/{name:guid}/{revision:int}", Put);
    }

    private static IResult Worker(Asking asking, RoadsideCard card, TrainingRoom room, HttpResponse response)
    {
        if (!Keeps(asking)) return Answers.NotFound();
        response.Headers["Service-Worker-Allowed"] = "/roadside";
        return Results.Bytes(RoadsideAssets.Worker(card.Json, room.Json), "text/javascript; charset=utf-8");
    }

    // A device that several use sends each one's answers under that one's sign-in only; whose they are it knows by a number without meaning.
    private static IResult Session(Asking asking, IAntiforgery forms, HttpContext context) => Keeps(asking)
        ? Say(StatusCodes.Status200OK, new JsonObject
        {
            ["token"] = forms.GetAndStoreTokens(context).RequestToken,
            ["who"] = Convert.ToHexStringLower(SHA256.HashData(asking.Access.Account.Value.ToByteArray()))[..16],
        })
        : Answers.NotFound();

    private static async Task<IResult> Put(
        Guid name, int revision, Asking asking, EncounterDesk desk, HttpContext context, CancellationToken cancellation)
    {
        if (!Keeps(asking)) return Answers.NotFound();
        if (context.Request.ContentLength is not <= LongestContent) return Refused("Found more than an encounter is, expected answers, needs and offers only.");
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, cancellation);
        if (EncounterContent.TryRead(body.ToArray()) is not { } content) return Refused("Found a field that is not asked for, expected answers, needs and offers only.");
        return await desk.Put(asking.Access, new MadeByClient(name), revision, settles: false, content, cancellation) switch
        {
            EncounterAnswer.Kept kept => Say(StatusCodes.Status200OK, new JsonObject { ["isKept"] = true, ["at"] = $"/roadside/{kept.Id.Value}" }),
            EncounterAnswer.Conflict conflict => Say(StatusCodes.Status409Conflict, new JsonObject
            {
                ["said"] = "The record has another version of this one. Both are kept there: look at both, and say which holds.", ["at"] = $"/roadside/{conflict.Id.Value}",
            }),
            EncounterAnswer.OutOfOrder early => Say(StatusCodes.Status409Conflict, new JsonObject { ["said"] = "A step before it has not come yet. Nothing was kept.", ["expected"] = early.Expected }),
            EncounterAnswer.Erased => Refused("The content of this encounter was erased in the record; nothing comes back to it."),
            EncounterAnswer.Refused refused => Refused(refused.Because),
            _ => Answers.NotFound(),
        };
    }

    private static bool Keeps(Asking asking) => asking.Access.May(PoliceAct.KeepEncounter);

    private static IResult Refused(string because) => Say(StatusCodes.Status422UnprocessableEntity, new JsonObject { ["said"] = because });

    private static IResult Say(int status, JsonObject said) => Results.Content(said.ToJsonString(), "application/json", statusCode: status);
}
