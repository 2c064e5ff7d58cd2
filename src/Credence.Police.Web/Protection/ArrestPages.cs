using Credence.Incidents;
using Credence.Police.Access;
using Credence.Police.Encounters;
using Credence.Police.Incidents;
using Credence.Police.Protection;
using Credence.Police.Web.Roadside;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Credence.Police.Web.Protection;

/// <summary>Asking about an arrest in an incident, one's own reviews, and one review with the facts for counsel.</summary>
internal static class ArrestPages
{
    public const string NothingToTell = "There is no finding and no fact to tell counsel. None found does not mean none: call the advocate.";

    public static void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet("/incidents/{id:guid}/arrest", (Guid id, Asking asking, IncidentDesk desk, Readers readers, RoadsideCard card, CancellationToken cancellation) =>
            Form(id, null, null, asking, desk, readers, card, cancellation));
        inside.MapPost("/incidents/{id:guid}/arrest", Ask);
        inside.MapGet("/arrests", List);
        inside.MapGet("/arrests/{id:guid}", (Guid id, Asking asking, ArrestReviewDesk desk, CancellationToken cancellation) => Look(id, null, asking, desk, cancellation));
        inside.MapGet("/arrests/{id:guid}/answers", OfficerAnswers);
        inside.MapGet("/arrests/{id:guid}/packet", Packet);
        inside.MapPost("/arrests/{id:guid}/ended", (Guid id, [FromForm] ArrestEnd end, Asking asking, ArrestReviewDesk desk, CancellationToken cancellation) =>
            End(id, end, "/arrests", Look, asking, desk, cancellation));
    }

    /// <summary>One review, with why nothing was done, if nothing was.</summary>
    public static async Task<IResult> Look(Guid id, string? sentence, Asking asking, ArrestReviewDesk desk, CancellationToken cancellation)
    {
        if (await desk.Open(asking.Access, new ArrestReviewId(id), cancellation) is not { } opened) return Answers.NotFound();
        var parameters = new { asking.Access, Opened = opened, Sentence = sentence };
        return sentence is null ? Answers.Page<ArrestReviewPage>(parameters) : Answers.Again<ArrestReviewPage>(parameters);
    }

    /// <summary>Says what was done in the end, from the page of a review, here or at the roadside: <paramref name="look"/> shows it again.</summary>
    public static async Task<IResult> End(
        Guid id, ArrestEnd end, string place, Func<Guid, string?, Asking, ArrestReviewDesk, CancellationToken, Task<IResult>> look,
        Asking asking, ArrestReviewDesk desk, CancellationToken cancellation) =>
        await desk.End(asking.Access, new ArrestReviewId(id), end, cancellation) switch
        {
            ArrestAnswer.Done => Answers.See($"{place}/{id}"),
            ArrestAnswer.Refused refused => await look(id, refused.Because, asking, desk, cancellation),
            ArrestAnswer.NotInThisState => await look(id, "What was done is said already; the first word stays.", asking, desk, cancellation),
            _ => Answers.NotFound(),
        };

    // Whoever asks from an incident determines it too: the answer tells of the narrative.
    private static async Task<IResult> Form(
        Guid id, ArrestQuestion? asked, string? sentence, Asking asking, IncidentDesk desk, Readers readers, RoadsideCard card, CancellationToken cancellation)
    {
        if (!asking.Access.May(PoliceAct.Determine) || await desk.Open(asking.Access, new IncidentId(id), cancellation) is not { Incident: { } incident } opened) return Answers.NotFound();
        var recorded = (incident.Arrests ?? []).Select(arrest => arrest.Offense).OfType<OffenseCode>().Concat(incident.Offenses ?? []).Where(code => readers.Offenses.Find(code) is not null);
        var parameters = new { asking.Access, Incident = opened, Recorded = recorded.Distinct().ToList(), card.Policy, readers.Offenses, Asked = asked, Sentence = sentence };
        return sentence is null ? Answers.Page<AskArrestPage>(parameters) : Answers.Again<AskArrestPage>(parameters);
    }

    private static async Task<IResult> Ask(
        Guid id, [FromForm] IFormCollection form, Asking asking, ArrestReviewDesk reviews, IncidentDesk desk, Readers readers, RoadsideCard card, CancellationToken cancellation)
    {
        if (ArrestForm.Of(form) is not { } question) return await Form(id, null, ArrestForm.OtherMeasure, asking, desk, readers, card, cancellation);
        return await reviews.Begin(asking.Access, new IncidentId(id), question, cancellation) switch
        {
            ArrestAnswer.Reviewed reviewed => Answers.See($"/arrests/{reviewed.Id.Value}"),
            ArrestAnswer.Refused refused => await Form(id, question, refused.Because, asking, desk, readers, card, cancellation),
            _ => Answers.NotFound(),
        };
    }

    private static async Task<IResult> List(Asking asking, ArrestReviewDesk reviews, ArrestApprovalDesk approvals, RoadsideCard card, CancellationToken cancellation) =>
        !asking.Access.May(PoliceAct.ReviewArrest) ? Answers.NotFound() : Answers.Page<ArrestsPage>(new
        {
            asking.Access,
            Waiting = await approvals.Waiting(asking.Access, cancellation),
            Own = await reviews.Own(asking.Access, cancellation),
            card.Policy,
        });

    // What was answered at the roadside is opened only if the second person looks, and that is written down.
    private static async Task<IResult> OfficerAnswers(Guid id, Asking asking, ArrestReviewDesk reviews, EncounterDesk encounters, RoadsideCard card, CancellationToken cancellation) =>
        await reviews.Open(asking.Access, new ArrestReviewId(id), cancellation) is { Line: { Encounter: { } encounter } line }
        && await encounters.Open(asking.Access, encounter, cancellation) is { } opened
            ? Answers.Page<OfficerAnswersPage>(new { asking.Access, Review = line, Encounter = opened, Card = card })
            : Answers.NotFound();

    private static async Task<IResult> Packet(Guid id, Asking asking, ArrestReviewDesk desk, CancellationToken cancellation) =>
        await desk.Packet(asking.Access, new ArrestReviewId(id), cancellation) switch
        {
            PacketAnswer.Made made => Answers.Page<PacketPage>(new { asking.Access, Review = new ArrestReviewId(id), made.Packet }),
            PacketAnswer.NothingToTell => await Look(id, NothingToTell, asking, desk, cancellation),
            _ => Answers.NotFound(),
        };
}
