using Credence.Interviews;
using Credence.Research.Web.Pages;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Credence.Research.Web.Interviews;

/// <summary>One coding and the memos on it; it does not exist for a coder who codes blind and may not see it yet.</summary>
internal static class CodingPages
{
    public static void Map(IEndpointRouteBuilder host)
    {
        host.MapGet("/interviews/{number:int}/codings/{id:guid}", (int number, Guid id, Room room) => Open(room, number, id, null));
        host.MapPost("/interviews/{number:int}/codings/{id:guid}", Memo);
    }

    private static IResult Open(Room room, int number, Guid id, string? sentence)
    {
        if (Find(room, number, id) is not ({ } transcript, { } coding)) { return Answers.NotFound(); }

        var book = room.File.Codebook();
        if (book.Find(coding.Code) is not { } code) { return Answers.NotFound(); }

        var parameters = new { Transcript = transcript, Coding = coding, Code = code, Codebook = book, Coders = room.File.Coders(), Memos = room.File.Memos(id), Sentence = sentence };
        return sentence is null ? Answers.Page<CodingPage>(parameters) : Answers.Again<CodingPage>(parameters);
    }

    private static IResult Memo(int number, Guid id, [FromForm] string? text, [FromForm] string? removed, Room room)
    {
        if (Find(room, number, id) is not (_, { } coding)) { return Answers.NotFound(); }

        var refusal = Sent.Id(removed) is { } memo ? room.File.RemoveMemo(new MemoId(memo)) : room.File.AddMemo(coding, text ?? "", room.Coder.Id);
        return refusal is null ? Answers.See($"/interviews/{number}/codings/{id}#memos") : Open(room, number, id, Words.Sentence(refusal));
    }

    private static (Transcript Transcript, Coding Coding)? Find(Room room, int number, Guid id) =>
        room.File.Find(number) is { } transcript && room.File.Find(new CodingId(id)) is { } coding && coding.Transcript == transcript.Id
        && new Blinding(room.File.Assignments()).MaySee(room.Coder.Id, coding) ? (transcript, coding) : null;
}
