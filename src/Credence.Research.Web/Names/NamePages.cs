using Credence.Interviews;
using Credence.Interviews.Deidentification;
using Credence.Research.Web.Pages;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Credence.Research.Web.Names;

/// <summary>What may say who somebody is: proposed one by one, decided by a person, and what was missed.</summary>
internal static class NamePages
{
    public static void Map(IEndpointRouteBuilder host)
    {
        host.MapGet("/names", (Room room, int skip = 0) => Answers.Page<NamesPage>(Next(room, skip, null)));
        host.MapPost("/names", Decide);
        host.MapPost("/names/put-back", PutBack);
    }

    private static object Next(Room room, int skip, string? sentence)
    {
        var (transcripts, decisions) = (room.File.Transcripts(), room.File.Decisions());
        var proposals = IdentifierFinder.Propose(transcripts, decisions, room.Found);
        var at = proposals.Count == 0 ? 0 : Math.Clamp(skip, 0, proposals.Count - 1);
        return new
        {
            Proposal = proposals.Count == 0 ? null : proposals[at],
            Like = proposals.Count == 0 ? [] : IdentifierFinder.Like(proposals[at], proposals, decisions),
            At = at,
            Left = proposals.Count,
            Missed = room.File.FindMissed(),
            Decisions = decisions,
            Sentence = sentence,
        };
    }

    private static IResult PutBack([FromForm] string? written, Room room) => room.File.PutBack(written ?? "") is { } refusal
        ? Answers.Again<NamesPage>(Next(room, 0, Words.Sentence(refusal)))
        : Answers.See("/names");

    // The words are sent in a form and stand in no address.
    private static IResult Decide([FromForm] string? written, [FromForm] IdentifierKind? kind, [FromForm] string? pseudonym, [FromForm] string? act, [FromForm] string? place, [FromForm] int? skip, Room room)
    {
        var words = TranscriptText.Plain(written ?? "").Trim();
        if (words.Length == 0) { return Answers.Again<NamesPage>(Next(room, skip ?? 0, "Found no words, expected those that say who somebody is.")); }

        if (act == "leave")
        {
            room.File.LeaveHere(words, kind ?? IdentifierKind.Person, place ?? "");
            return Answers.See("/names");
        }

        var decision = new IdentifierDecision(words, kind ?? IdentifierKind.Person, act == "keep" ? null : pseudonym ?? "");
        return room.File.Decide(decision).Refusal is { } refusal
            ? Answers.Again<NamesPage>(Next(room, skip ?? 0, Words.Sentence(refusal)))
            : Answers.See($"/names?skip={skip ?? 0}");
    }
}
