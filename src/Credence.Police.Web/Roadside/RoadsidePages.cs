using System.Globalization;
using Credence.Police.Access;
using Credence.Police.Encounters;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Credence.Police.Web.Roadside;

/// <summary>An officer's own encounters: begin, ask, what it means now, needs and help, the incident's number, conflicts.</summary>
internal static class RoadsidePages
{
    public static void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet("/roadside", (Asking asking, EncounterDesk desk, RoadsideCard card, TimeProvider clock, CancellationToken cancellation) => List(null, asking, desk, card, clock, cancellation));
        inside.MapPost("/roadside", Begin);
        inside.MapGet("/roadside/{id:guid}", (Guid id, Asking asking, EncounterDesk desk, RoadsideCard card, CancellationToken cancellation) => Look(id, null, asking, desk, card, cancellation));
        inside.MapGet("/roadside/{id:guid}/questions", Questions);
        inside.MapPost("/roadside/{id:guid}/questions", Answer);
        inside.MapGet("/roadside/{id:guid}/needs", Needs);
        inside.MapPost("/roadside/{id:guid}/needs", Need);
        inside.MapPost("/roadside/{id:guid}/incident", Tie);
        inside.MapPost("/roadside/{id:guid}/settled", Settle);
    }

    private static async Task<IResult> List(
        string? sentence, Asking asking, EncounterDesk desk, RoadsideCard card, TimeProvider clock, CancellationToken cancellation)
    {
        if (!asking.Access.May(PoliceAct.KeepEncounter)) return Answers.NotFound();
        var parameters = new { asking.Access, Own = await desk.Own(asking.Access, cancellation), card.Instruments, card.Policy, Now = clock.GetUtcNow(), Sentence = sentence };
        return sentence is null ? Answers.Page<RoadsidePage>(parameters) : Answers.Again<RoadsidePage>(parameters);
    }

    // Name and time come with the form: pressed twice, it is begun once.
    private static async Task<IResult> Begin(
        [FromForm] Guid name, [FromForm] string? began, [FromForm] string? instrument,
        Asking asking, EncounterDesk desk, RoadsideCard card, TimeProvider clock, CancellationToken cancellation)
    {
        var chosen = card.Instruments.FirstOrDefault(one => one.Id == instrument);
        if (chosen is null || !DateTimeOffset.TryParse(began, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at))
            return await List("Found no instrument, expected one of these.", asking, desk, card, clock, cancellation);
        var content = new EncounterContent { Instrument = chosen.Pack, BeganAt = at };
        return await desk.Put(asking.Access, new MadeByClient(name), 1, settles: false, content, cancellation) switch
        {
            EncounterAnswer.Kept kept => Answers.See($"/roadside/{kept.Id.Value}/questions"),
            EncounterAnswer.Conflict conflict => Answers.See($"/roadside/{conflict.Id.Value}"),
            EncounterAnswer.Refused refused => await List(refused.Because, asking, desk, card, clock, cancellation),
            _ => Answers.NotFound(),
        };
    }

    private static async Task<IResult> Look(Guid id, string? sentence, Asking asking, EncounterDesk desk, RoadsideCard card, CancellationToken cancellation, string? number = null)
    {
        if (await Own(id, asking, desk, cancellation) is not { } opened) return Answers.NotFound();
        if (opened.Line.IsDisputed) return Answers.Page<ConflictPage>(new { asking.Access, Opened = opened, Card = card });
        var parameters = new { asking.Access, Opened = opened, Card = card, Sentence = sentence, Number = number };
        return sentence is null ? Answers.Page<EncounterPage>(parameters) : Answers.Again<EncounterPage>(parameters);
    }

    private static async Task<IResult> Questions(Guid id, Asking asking, EncounterDesk desk, RoadsideCard card, CancellationToken cancellation) =>
        await Own(id, asking, desk, cancellation) switch
        {
            null => Answers.NotFound(),
            { Line.IsDisputed: true } => Answers.See($"/roadside/{id}"),
            { Versions: [.., var last] } opened when card.Asked(last.Content) is { } asked => Answers.Page<QuestionsPage>(new { asking.Access, opened.Line, Asked = asked, card.Policy.Life }),
            _ => Answers.See($"/roadside/{id}"),
        };

    private static async Task<IResult> Answer(
        Guid id, [FromForm] IFormCollection form, Asking asking, EncounterDesk desk, RoadsideCard card, CancellationToken cancellation)
    {
        if (await Own(id, asking, desk, cancellation) is not { Versions.Count: > 0 } opened) return Answers.NotFound();
        var before = From(opened, RoadsideForm.Revision(form));
        if (before is null || card.Asked(before) is not { } asked) return Answers.Stale();
        var content = RoadsideForm.Answered(before, asked.Instrument, form);
        var leadsOn = card.Asked(content) is { Next: { } next } && !form.ContainsKey($"shown-{next.Id}");
        return await Keep(opened, form, content, leadsOn ? $"/roadside/{id}/questions" : $"/roadside/{id}", asking, desk, card, cancellation);
    }

    private static async Task<IResult> Needs(Guid id, Asking asking, EncounterDesk desk, CancellationToken cancellation) =>
        await Own(id, asking, desk, cancellation) switch
        {
            null => Answers.NotFound(),
            { Line.IsDisputed: false, Versions: [.., var last] } opened => Answers.Page<NeedsPage>(new { asking.Access, opened.Line, last.Content }),
            _ => Answers.See($"/roadside/{id}"),
        };

    private static async Task<IResult> Need(
        Guid id, [FromForm] IFormCollection form, Asking asking, EncounterDesk desk, RoadsideCard card, CancellationToken cancellation)
    {
        if (await Own(id, asking, desk, cancellation) is not { Versions.Count: > 0 } opened) return Answers.NotFound();
        return From(opened, RoadsideForm.Revision(form)) is { } before
            ? await Keep(opened, form, RoadsideForm.Needed(before, form), $"/roadside/{id}", asking, desk, card, cancellation)
            : Answers.Stale();
    }

    private static async Task<IResult> Tie(Guid id, [FromForm] string? number, Asking asking, EncounterDesk desk, RoadsideCard card, CancellationToken cancellation) =>
        await desk.Tie(asking.Access, new EncounterId(id), number?.Trim() ?? "", cancellation) switch
        {
            EncounterAnswer.Tied => Answers.See($"/roadside/{id}"),
            EncounterAnswer.Refused refused => await Look(id, refused.Because, asking, desk, card, cancellation, number),
            _ => Answers.NotFound(),
        };

    // The officer has both before the eyes and says which holds; the other stays in the record.
    private static async Task<IResult> Settle(
        Guid id, [FromForm] int last, [FromForm] int revision, [FromForm] int version, Asking asking, EncounterDesk desk, RoadsideCard card, CancellationToken cancellation)
    {
        if (await Own(id, asking, desk, cancellation) is not { } opened) return Answers.NotFound();
        if (opened.Versions.FirstOrDefault(one => one.Revision == revision && one.Version == version) is not { } holds) return Answers.NotFound();
        return Shown(await desk.Change(asking.Access, new EncounterId(id), last + 1, settles: true, holds.Content, cancellation), $"/roadside/{id}")
            ?? await Look(id, "That was not settled: somebody was quicker. Look again.", asking, desk, card, cancellation);
    }

    private static async Task<IResult> Keep(
        OpenedEncounter opened, IFormCollection form, EncounterContent content, string next, Asking asking, EncounterDesk desk, RoadsideCard card, CancellationToken cancellation)
    {
        var answer = await desk.Change(asking.Access, opened.Line.Id, RoadsideForm.Revision(form) + 1, settles: false, content, cancellation);
        return Shown(answer, next) ?? await Look(opened.Line.Id.Value, Sentence(answer), asking, desk, card, cancellation);
    }

    private static IResult? Shown(EncounterAnswer answer, string next) => answer switch
    {
        EncounterAnswer.Kept => Answers.See(next),
        EncounterAnswer.Conflict conflict => Answers.See($"/roadside/{conflict.Id.Value}"),
        EncounterAnswer.NotFound => Answers.NotFound(),
        _ => null,
    };

    private static string Sentence(EncounterAnswer answer) => answer switch
    {
        EncounterAnswer.Refused refused => refused.Because,
        EncounterAnswer.Erased => "The content of this encounter was erased; nothing comes back to it.",
        _ => "This page was older than the record. Nothing was changed: look at what is kept now, and send it again.",
    };

    private static EncounterContent? From(OpenedEncounter opened, int revision) =>
        opened.Versions.FirstOrDefault(one => one.Revision == revision && one.Version == 0)?.Content;

    // What a supervisor may open besides is read at the supervisor's page, not changed here.
    private static async Task<OpenedEncounter?> Own(Guid id, Asking asking, EncounterDesk desk, CancellationToken cancellation) =>
        await desk.Open(asking.Access, new EncounterId(id), cancellation) is { } opened && opened.Officer == asking.Access.Account ? opened : null;
}
