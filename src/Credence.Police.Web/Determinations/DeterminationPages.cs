using Credence.Police.Classification;
using Credence.Police.Incidents;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Credence.Police.Web.Determinations;

/// <summary>The three determinations of an incident: what holds, what held before, and a form for each of them alone.</summary>
internal static class DeterminationPages
{
    public static void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet("/incidents/{id:guid}/determinations", Show);
        inside.MapGet("/incidents/{id:guid}/determinations/{kind}", (Guid id, string kind, Asking asking, DeterminationDesk desk, CancellationToken cancellation) =>
            DeterminationWords.Kind(kind) is { } known ? Page(id, known, null, null, asking, desk, cancellation) : Task.FromResult(Answers.NotFound()));
        inside.MapPost("/incidents/{id:guid}/determinations/{kind}", Decide);
    }

    private static async Task<IResult> Show(Guid id, Asking asking, DeterminationDesk desk, CancellationToken cancellation) =>
        await desk.Open(asking.Access, new IncidentId(id), cancellation) is { } found
            ? Answers.Page<DeterminationsPage>(new { asking.Access, Incident = new IncidentId(id), Case = found })
            : Answers.NotFound();

    private static async Task<IResult> Decide(Guid id, string kind, [FromForm] IFormCollection form, Asking asking, DeterminationDesk desk, CancellationToken cancellation)
    {
        if (DeterminationWords.Kind(kind) is not { } known) return Answers.NotFound();
        var (typed, incident) = (TypedDecision.Of(form), new IncidentId(id));
        var answer = known switch
        {
            DeterminationKind.VictimStatus => await desk.DecideVictim(asking.Access, incident, typed.Victim(), cancellation),
            DeterminationKind.OffenseCode => await desk.DecideOffense(asking.Access, incident, typed.Offense(), cancellation),
            _ => await desk.DecideCharge(asking.Access, incident, typed.Charge(), cancellation),
        };
        return answer is DeterminationAnswer.Decided
            ? Answers.See($"/incidents/{id}/determinations")
            : await Page(id, known, typed, answer, asking, desk, cancellation);
    }

    private static async Task<IResult> Page(
        Guid id, DeterminationKind kind, TypedDecision? typed, DeterminationAnswer? answer, Asking asking, DeterminationDesk desk, CancellationToken cancellation)
    {
        if (answer is DeterminationAnswer.NotFound || await desk.Open(asking.Access, new IncidentId(id), cancellation) is not { } found) return Answers.NotFound();
        var sentence = answer switch
        {
            DeterminationAnswer.Conflict conflict => DeterminationWords.Crossed(conflict.Latest, found.Proposed, conflict.Latest.By == asking.Access.Account),
            DeterminationAnswer.Refused refused => refused.Because,
            _ => null,
        };
        // What was refused was decided on what the page showed then, and still is; what crossed is shown now, and the next decision rests on it.
        var seen = answer is DeterminationAnswer.Refused ? typed!.Seen : found.Now.Where(one => one.Kind == kind).ToDictionary(one => one.Person, one => one.Number);
        var parameters = new { asking.Access, Incident = new IncidentId(id), Case = found, Kind = kind, Typed = (typed ?? new TypedDecision()) with { Seen = seen }, Sentence = sentence };
        return sentence is null ? Answers.Page<DecisionPage>(parameters) : Answers.Again<DecisionPage>(parameters);
    }
}
