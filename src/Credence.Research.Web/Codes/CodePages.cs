using Credence.Interviews;
using Credence.Research.Web.Pages;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Credence.Research.Web.Codes;

/// <summary>The codebook, and one code of it.</summary>
internal static class CodePages
{
    public static void Map(IEndpointRouteBuilder host)
    {
        host.MapGet("/codebook", (Room room) => Answers.Page<CodebookPage>(Book(room, null)));
        host.MapPost("/codebook", Add);
        host.MapGet("/codebook/{id:guid}", (Guid id, Room room) => Open(id, room, null));
        host.MapPost("/codebook/{id:guid}", Change);
        host.MapPost("/codebook/{id:guid}/removed", Remove);
        host.MapPost("/codebook/{id:guid}/memos", Memo);
    }

    private static object Book(Room room, string? sentence) => new { Codebook = room.File.Codebook(), Counts = room.File.CodingsByCode(room.Coder.Id), Sentence = sentence };

    private static IResult Add([FromForm] string? name, [FromForm] string? parent, Room room)
    {
        var code = new Code(new CodeId(Guid.NewGuid()), Sent.Typed(name)) { Parent = Sent.Id(parent) is { } above ? new CodeId(above) : null };
        return room.File.Keep(code) is { } refusal ? Answers.Again<CodebookPage>(Book(room, Words.Sentence(refusal))) : Answers.See($"/codebook/{code.Id.Value}");
    }

    private static IResult Open(Guid id, Room room, string? sentence)
    {
        var book = room.File.Codebook();
        if (book.Find(new CodeId(id)) is not { } code) { return Answers.NotFound(); }

        var parameters = new { Codebook = book, Code = code, Memos = room.File.Memos(id), Coders = room.File.Coders(), Sentence = sentence };
        return sentence is null ? Answers.Page<CodePage>(parameters) : Answers.Again<CodePage>(parameters);
    }

    private static IResult Change(
        Guid id, [FromForm] string? name, [FromForm] string? parent, [FromForm] string? definition, [FromForm] string? measure, [FromForm] string? color, [FromForm] string? heading, Room room)
    {
        if (room.File.Codebook().Find(new CodeId(id)) is not { } code) { return Answers.NotFound(); }

        var changed = code with
        {
            Name = Sent.Typed(name),
            Parent = Sent.Id(parent) is { } above ? new CodeId(above) : null,
            Definition = Sent.Typed(definition),
            Measure = Sent.Typed(measure) is { Length: > 0 } speaks ? speaks : null,
            // A browser has no empty color: black is what it sends for none.
            Color = color is { Length: 7 } and not "#000000" && color[0] == '#' && color[1..].All(char.IsAsciiHexDigit) ? color : code.Color is null || color == "#000000" ? null : code.Color,
            IsCodable = heading is null,
        };
        return room.File.Keep(changed) is { } refusal ? Open(id, room, Words.Sentence(refusal)) : Answers.See("/codebook");
    }

    private static IResult Remove(Guid id, Room room) => room.File.Remove(new CodeId(id)) is { } refusal ? Open(id, room, Words.Sentence(refusal)) : Answers.See("/codebook");

    private static IResult Memo(Guid id, [FromForm] string? text, [FromForm] string? removed, Room room)
    {
        if (room.File.Codebook().Find(new CodeId(id)) is null) { return Answers.NotFound(); }

        var refusal = Sent.Id(removed) is { } memo ? room.File.RemoveMemo(new MemoId(memo)) : room.File.AddMemo(MemoSubject.Code, id, text ?? "", room.Coder.Id);
        return refusal is null ? Answers.See($"/codebook/{id}#memos") : Open(id, room, Words.Sentence(refusal));
    }
}
