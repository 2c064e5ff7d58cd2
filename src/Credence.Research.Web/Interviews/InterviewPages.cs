using Credence.Interviews;
using Credence.Research.Web.Pages;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Credence.Research.Web.Interviews;

/// <summary>The interviews, one interview to read and code, and the search by words.</summary>
internal static class InterviewPages
{
    private const int MostFound = 100;

    public static void Map(IEndpointRouteBuilder host)
    {
        host.MapGet("/", (Room room) => Answers.Page<InterviewsPage>(List(room, null)));
        host.MapPost("/interviews", TakeIn);
        host.MapGet("/interviews/{number:int}", (int number, Room room, int part = 1) => Open(room, number, part, null));
        host.MapPost("/interviews/{number:int}/codings", Code);
        host.MapPost("/interviews/{number:int}/taken-back", TakeBack);
        host.MapPost("/interviews/{number:int}/done", Finish);
        host.MapPost("/interviews/{number:int}/described", Describe);
        host.MapGet("/interviews/{number:int}/removal", (int number, Room room) => Removal(number, room, null));
        host.MapPost("/interviews/{number:int}/removal", Remove);
        host.MapPost("/interviews/{number:int}/memos", Memo);
        CodingPages.Map(host);
        host.MapGet("/search", () => Answers.Page<SearchPage>(new { }));
        host.MapPost("/search", Search);
    }

    private static object List(Room room, string? sentence) => new
    {
        Rows = room.File.List(room.Coder.Id),
        Coders = room.File.Coders(),
        Here = room.File.CodersHere(),
        Blinding = new Blinding(room.File.Assignments()),
        room.Coder,
        Sentence = sentence,
    };

    private static async Task<IResult> TakeIn(IFormFile? file, [FromForm] string? role, [FromForm] string? site, [FromForm] Guid[]? coder, Room room, CancellationToken cancellation)
    {
        if (file is not { Length: > 0 }) { return Answers.Again<InterviewsPage>(List(room, "Found no file, expected one to take in.")); }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellation);
        return room.File.TakeIn(bytes.ToArray(), Path.GetFileName(file.FileName), Sent.Typed(role), Sent.Typed(site), [.. (coder ?? []).Select(id => new CoderId(id))]) switch
        {
            IntakeAnswer.Interview interview => Answers.See(interview.Missed > 0 ? "/names" : $"/interviews/{interview.Number}"),
            IntakeAnswer.Project project => Answers.Page<TakenPage>(new { project.Taken, project.Missed }),
            IntakeAnswer.Codes => Answers.See("/codebook"),
            IntakeAnswer.Refused refused => Answers.Again<InterviewsPage>(List(room, Words.Sentence(refused.Why))),
            _ => Answers.NotFound(),
        };
    }

    private static IResult Open(Room room, int number, int part, string? sentence, Chosen? chosen = null)
    {
        if (room.File.Find(number) is not { } transcript) { return Answers.NotFound(); }

        var blinding = new Blinding(room.File.Assignments());
        var parameters = new
        {
            Transcript = transcript,
            Sheet = CodingSheet.Of(transcript, part, room.File.Codings(transcript.Id).Where(coding => blinding.MaySee(room.Coder.Id, coding))),
            Codebook = room.File.Codebook(),
            Coders = room.File.Coders(),
            Blinding = blinding,
            room.Coder,
            Memos = room.File.Memos(transcript.Id.Value),
            CodingMemos = room.File.CodingMemos(transcript.Id).ToLookup(memo => memo.About),
            Chosen = chosen ?? Chosen.None,
            Sentence = sentence,
        };
        return sentence is null ? Answers.Page<InterviewPage>(parameters) : Answers.Again<InterviewPage>(parameters);
    }

    private static IResult Code(
        int number, [FromForm] int[]? s, [FromForm] string? numbers, [FromForm] string? words, [FromForm] string? first, [FromForm] string? past, [FromForm] string? code, [FromForm] int? part, Room room)
    {
        if (room.File.Find(number) is not { } transcript) { return Answers.NotFound(); }

        var chosen = new Chosen(s ?? [], Sent.Typed(numbers), Sent.Typed(words), Sent.Id(code));
        var marked = Sent.Number(first) is { } from && Sent.Number(past) is { } to ? new TextSpan(from, to) : (TextSpan?)null;
        var answer = chosen.SpansIn(transcript, marked);
        if (answer.Refusal is { } unclear) { return Open(room, number, part ?? 1, Words.Sentence(unclear), chosen); }

        return room.File.Code(transcript, answer.Spans, new CodeId(chosen.Code ?? Guid.Empty), room.Coder.Id) is { } refusal
            ? Open(room, number, part ?? 1, Words.Sentence(refusal), chosen)
            : Answers.See($"/interviews/{number}?part={CodingSheet.PartOf(transcript, answer.Spans[0])}#s{CodingSheet.SentenceAt(transcript, answer.Spans[0])}");
    }

    private static IResult TakeBack(int number, [FromForm] Guid coding, [FromForm] int? part, Room room) => room.File.TakeBack(new CodingId(coding), room.Coder.Id) is { } refusal
        ? Open(room, number, part ?? 1, Words.Sentence(refusal))
        : Answers.See($"/interviews/{number}?part={part ?? 1}");

    // Said first and then asked: nothing brings it back.
    private static IResult Removal(int number, Room room, string? sentence)
    {
        if (room.File.Find(number) is not { } transcript) { return Answers.NotFound(); }

        var parameters = new { Transcript = transcript, Removal = room.File.RemovalOf(transcript.Id), Sentence = sentence };
        return sentence is null ? Answers.Page<RemovalPage>(parameters) : Answers.Again<RemovalPage>(parameters);
    }

    private static IResult Remove(int number, [FromForm] string? sure, Room room) =>
        room.File.Find(number) is not { } transcript ? Answers.NotFound()
        : sure is null ? Removal(number, room, "Found no word that you are sure, expected one: check the box.")
        : room.File.RemoveTranscript(transcript.Id) is { } refusal ? Removal(number, room, Words.Sentence(refusal))
        : Answers.See("/");

    private static IResult Finish(int number, [FromForm] string? sure, Room room) => room.File.Find(number) is not { } transcript ? Answers.NotFound()
        : sure is null ? Open(room, number, 1, "Found no word that you are sure, expected one: it cannot be taken back. Check the box beside the button.")
        : room.File.Finish(transcript.Id, room.Coder.Id) is { } refusal ? Open(room, number, 1, Words.Sentence(refusal))
        : Answers.See("/");

    private static IResult Describe(int number, [FromForm] string? name, [FromForm] string? role, [FromForm] string? site, [FromForm] Guid[]? coder, Room room) =>
        room.File.Find(number) is not { } transcript ? Answers.NotFound()
        : room.File.Describe(transcript.Id, Sent.Typed(name), Sent.Typed(role), Sent.Typed(site), [.. (coder ?? []).Select(id => new CoderId(id))]) is { } refusal ? Open(room, number, 1, Words.Sentence(refusal))
        : Answers.See($"/interviews/{number}");

    private static IResult Memo(int number, [FromForm] string? text, [FromForm] string? removed, Room room)
    {
        if (room.File.Find(number) is not { } transcript) { return Answers.NotFound(); }

        var refusal = Sent.Id(removed) is { } memo ? room.File.RemoveMemo(new MemoId(memo)) : room.File.AddMemo(MemoSubject.Transcript, transcript.Id.Value, text ?? "", room.Coder.Id);
        return refusal is null ? Answers.See($"/interviews/{number}#memos") : Open(room, number, 1, Words.Sentence(refusal));
    }

    // The words are sent in a form: an address would stay in the browser's history.
    private static IResult Search([FromForm] string? words, Room room)
    {
        if (Sent.Typed(words) is not { Length: > 0 } typed) { return Answers.Again<SearchPage>(new { Sentence = "Found no words, expected some that stand in an interview." }); }

        return Answers.Page<SearchPage>(new { Looked = typed, Found = room.File.Search(typed, MostFound), Most = MostFound });
    }
}
