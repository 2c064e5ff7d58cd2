using Credence.Police.Access;
using Credence.Police.Approaches;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Credence.Police.Web.Approaches;

/// <summary>The advocate's page on the police record: what was put before her or him, and a yes or a no. No case.</summary>
internal static class SheetPages
{
    public static void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet("/sheets", (Asking asking, ApproachSheetDesk desk, CancellationToken cancellation) => Page(new SheetSaid(), asking, desk, cancellation));
        inside.MapPost("/sheets/{id:guid}/answered", Answer);
        inside.MapPost("/sheets/{id:guid}/withdrawn", async (Guid id, Asking asking, ApproachSheetDesk desk, CancellationToken cancellation) =>
            await Say(await desk.Withdraw(asking.Access, new ApproachId(id), cancellation), new SheetSaid(), asking, desk, cancellation));
    }

    private static async Task<IResult> Answer(Guid id, [FromForm] IFormCollection form, Asking asking, ApproachSheetDesk desk, CancellationToken cancellation)
    {
        var conditions = form["condition"].Select(one => Enum.TryParse<ApproachCondition>(one, out var known) ? known : (ApproachCondition)(-1)).ToList();
        var said = new SheetSaid { Id = new ApproachId(id), Typed = new AdvocateAnswer(form["agrees"] == "yes", form["for"].ToString(), conditions) };
        return form["agrees"].ToString() is "yes" or "no"
            ? await Say(await desk.Answer(asking.Access, said.Id, said.Typed, cancellation), said, asking, desk, cancellation)
            : await Page(said with { Sentence = "Found neither yes nor no, expected one of them." }, asking, desk, cancellation);
    }

    private static async Task<IResult> Say(ApproachAnswer answer, SheetSaid said, Asking asking, ApproachSheetDesk desk, CancellationToken cancellation) => answer switch
    {
        ApproachAnswer.Done => Answers.See("/sheets"),
        ApproachAnswer.Refused refused => await Page(said with { Sentence = refused.Because }, asking, desk, cancellation),
        ApproachAnswer.NeedsAnotherPerson => await Page(said with { Sentence = "Who asks does not answer: another advocate does." }, asking, desk, cancellation),
        ApproachAnswer.NotInThisState => await Page(said with { Sentence = "It was answered, decided or taken back already; nothing was changed." }, asking, desk, cancellation),
        _ => Answers.NotFound(),
    };

    private static async Task<IResult> Page(SheetSaid said, Asking asking, ApproachSheetDesk desk, CancellationToken cancellation)
    {
        if (!asking.Access.May(PoliceAct.AnswerApproach)) return Answers.NotFound();
        var parameters = new { asking.Access, Said = said, Sheets = await desk.Mine(asking.Access, cancellation) };
        return said.Sentence is null ? Answers.Page<SheetsPage>(parameters) : Answers.Again<SheetsPage>(parameters);
    }
}

/// <summary>What the advocate's page says once, and what was typed and not taken.</summary>
public sealed record SheetSaid
{
    public string? Sentence { get; init; }

    public ApproachId Id { get; init; }

    public AdvocateAnswer? Typed { get; init; }

    public override string ToString() => nameof(SheetSaid);
}
