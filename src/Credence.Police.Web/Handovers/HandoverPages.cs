using Credence.Consents;
using Credence.Police.Access;
using Credence.Police.Handovers;
using Credence.Police.Incidents;
using Credence.Referrals;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Credence.Police.Web.Handovers;

/// <summary>What was handed over, the copy of it, and taking a consent back.</summary>
internal static class HandoverPages
{
    private const int OnAPage = 50;

    public static void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet("/handovers", (Guid? incident, int? skip, Asking asking, AgencyPost posts, CancellationToken cancellation) => List(incident, skip ?? 0, null, asking, posts, cancellation));
        inside.MapGet("/handovers/{id:guid}", Open);
        inside.MapGet("/handovers/withdrawal/{consent:guid}", (Guid consent, Asking asking) => May(asking) ? Answers.Page<WithdrawalPage>(new { asking.Access, Consent = consent }) : Answers.NotFound());
        inside.MapPost("/handovers/withdrawn", Withdraw);
        NewHandoverPages.Map(inside);
    }

    public static bool May(Asking asking) => asking.Access.May(PoliceAct.HandOver);

    private static async Task<IResult> List(Guid? incident, int skip, string? sentence, Asking asking, AgencyPost posts, CancellationToken cancellation)
    {
        if (!May(asking)) return Answers.NotFound();
        var (post, from) = (posts.Of(asking.Access), Math.Max(skip, 0));
        IReadOnlyList<HandoverLine> lines = post is not { Desk: var desk } ? []
            : incident is { } of ? await desk.List(asking.Access, new IncidentId(of), from, OnAPage + 1, cancellation)
            : await desk.Recent(asking.Access, from, OnAPage + 1, cancellation);
        var parameters = new
        {
            asking.Access, HasPost = post is not null, Incident = incident, Lines = (IReadOnlyList<HandoverLine>)[.. lines.Take(OnAPage)], Earlier = lines.Count > OnAPage ? from + OnAPage : (int?)null, Sentence = sentence,
        };
        return sentence is null ? Answers.Page<HandoversPage>(parameters) : Answers.Again<HandoversPage>(parameters);
    }

    private static async Task<IResult> Open(Guid id, Asking asking, AgencyPost posts, CancellationToken cancellation) =>
        posts.Of(asking.Access) is { Desk: var desk } && await desk.Open(asking.Access, new HandoverId(id), cancellation) is { } content
            ? Answers.Page<HandoverCopyPage>(new { asking.Access, Content = content })
            : Answers.NotFound();

    private static async Task<IResult> Withdraw([FromForm] string? consent, Asking asking, AgencyPost posts, CancellationToken cancellation)
    {
        if (!May(asking)) return Answers.NotFound();
        return Guid.TryParse(consent?.Trim(), out var id) && posts.Of(asking.Access) is { Desk: var desk }
            && await desk.Withdraw(asking.Access, new ConsentId(id), cancellation) is { } done
                ? Answers.Page<WithdrawalPage>(new { asking.Access, Consent = id, Done = done })
                : await List(null, 0, "Found no consent of this number by which this agency handed over, expected the number on the person's paper.", asking, posts, cancellation);
    }
}
