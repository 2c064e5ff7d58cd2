using Credence.Care.Persons;
using Credence.Care.Statements;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Credence.Portal.Pages;

/// <summary>What the person keeps in own words: keep, add, send a part, share, stop sharing.</summary>
internal static class NotePages
{
    // A letter of three bytes is written as nine in a form, and words that are too many are given back too.
    private const long LongestForm = StatementDesk.Longest * 9L + (1 << 20);

    public static void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet("/notes", async (Asking asking, Words say, StatementDesk desk, CancellationToken cancellation) =>
            Answers.Page<NotesPage>(new { Say = say, Notes = await desk.List(asking.Access, cancellation) }));
        inside.MapGet("/notes/new", (Words say) => Answers.Page<WritePage>(new { Say = say }));
        inside.MapPost("/notes", Keep).WithMetadata(new RequestSizeLimitAttribute(LongestForm));
        inside.MapGet("/notes/{id:guid}", async (Guid id, Asking asking, Words say, StatementDesk desk, CancellationToken cancellation) =>
            await Find(asking, desk, id, cancellation) is { } note ? (IResult)Answers.Page<NotePage>(new { Say = say, Note = note, Done = asking.Visit.TakeDone() }) : new Said(Trouble.NotFound));
        inside.MapGet("/notes/{id:guid}/more", async (Guid id, Asking asking, Words say, StatementDesk desk, CancellationToken cancellation) =>
            await Find(asking, desk, id, cancellation) is not null ? (IResult)Answers.Page<WritePage>(new { Say = say, To = (Guid?)id }) : new Said(Trouble.NotFound));
        inside.MapPost("/notes/{id:guid}/more", Add).WithMetadata(new RequestSizeLimitAttribute(LongestForm));
        inside.MapGet("/notes/{id:guid}/part", async (Guid id, Asking asking, Words say, StatementDesk desk, PersonDesk persons, CancellationToken cancellation) =>
            await Find(asking, desk, id, cancellation) is { Words: { } words } ? (IResult)Answers.Page<PartPage>(new { Say = say, Of = id, Typed = words, IsAlone = !await persons.HasFile(asking.Access, cancellation) }) : new Said(Trouble.NotFound));
        inside.MapPost("/notes/{id:guid}/part", Send).WithMetadata(new RequestSizeLimitAttribute(LongestForm));
        inside.MapPost("/notes/{id:guid}/shared", async (Guid id, Asking asking, Words say, StatementDesk desk, CancellationToken cancellation) =>
            await desk.Share(asking.Access, new StatementId(id), cancellation) ? Answers.See(say.At($"/notes/{id}")) : new Said(Trouble.NotFound));
        inside.MapPost("/notes/{id:guid}/unshared", async (Guid id, Asking asking, Words say, StatementDesk desk, CancellationToken cancellation) =>
            await desk.Unshare(asking.Access, new StatementId(id), cancellation) ? Answers.See(say.At($"/notes/{id}")) : new Said(Trouble.NotFound));
    }

    /// <summary>Why nothing was kept, in the person's language, or null.</summary>
    public static string? Refused(StatementAnswer answer, Words say, string? words) =>
        answer is not StatementAnswer.Refused ? null : string.IsNullOrWhiteSpace(words) ? say.NewEmpty : say.NewLong;

    private static async Task<IResult> Keep([FromForm] string? words, Asking asking, Words say, StatementDesk desk, CancellationToken cancellation)
    {
        var answer = await desk.Keep(asking.Access, words ?? "", cancellation);
        return Refused(answer, say, words) is { } refused ? Answers.Again<WritePage>(new { Say = say, Typed = words, Sentence = refused }) : Seen(answer, say);
    }

    private static async Task<IResult> Add(Guid id, [FromForm] string? words, Asking asking, Words say, StatementDesk desk, CancellationToken cancellation)
    {
        var answer = await desk.Add(asking.Access, new StatementId(id), words ?? "", cancellation);
        return Refused(answer, say, words) is { } refused
            ? Answers.Again<WritePage>(new { Say = say, To = (Guid?)id, Typed = words, Sentence = refused })
            : Seen(answer, say);
    }

    private static async Task<IResult> Send(Guid id, [FromForm] string? words, [FromForm] string? asks, [FromForm(Name = "do")] string? step, Asking asking, Words say, StatementDesk desk, PersonDesk persons, CancellationToken cancellation)
    {
        var chosen = Enum.TryParse<StatementAsk>(asks, out var asked) && Enum.IsDefined(asked) ? asked : StatementAsk.Nothing;
        var isAlone = !await persons.HasFile(asking.Access, cancellation);
        if (step != "send")
        {
            if (await Find(asking, desk, id, cancellation) is not { Words: not null }) return new Said(Trouble.NotFound);
            if (step == "change") return Answers.Page<PartPage>(new { Say = say, Of = id, Typed = words ?? "", Chosen = chosen, IsAlone = isAlone });
            if (!string.IsNullOrWhiteSpace(words) && words.Length <= StatementDesk.Longest) return Answers.Page<PartSeenPage>(new { Say = say, Of = id, Typed = words, Chosen = chosen });
            return Answers.Again<PartPage>(new { Say = say, Of = id, Typed = words ?? "", Chosen = chosen, IsAlone = isAlone, Sentence = string.IsNullOrWhiteSpace(words) ? say.NewEmpty : say.NewLong });
        }

        var answer = await desk.Send(asking.Access, new StatementId(id), words ?? "", chosen, cancellation);
        if (answer is StatementAnswer.Kept) asking.Visit.Done = say.Answer.PartSent;
        return Refused(answer, say, words) is { } refused
            ? Answers.Again<PartPage>(new { Say = say, Of = id, Typed = words ?? "", Sentence = refused, Chosen = chosen, IsAlone = isAlone })
            : chosen == StatementAsk.ReportAlone && answer is StatementAnswer.Kept ? Answers.See(say.At("/know"))
            : Seen(answer, say);
    }

    private static IResult Seen(StatementAnswer answer, Words say) =>
        answer is StatementAnswer.Kept kept ? Answers.See(say.At($"/notes/{kept.Id.Value}")) : new Said(Trouble.NotFound);

    private static async Task<Statement?> Find(Asking asking, StatementDesk desk, Guid id, CancellationToken cancellation) =>
        (await desk.List(asking.Access, cancellation)).FirstOrDefault(note => note.Id.Value == id);
}
