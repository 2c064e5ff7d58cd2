using Credence.Police.Access;
using Credence.Police.Incidents;
using Credence.Police.Search;
using Credence.Police.Web.Pages;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Credence.Police.Web.Incidents;

/// <summary>The queue, one incident, and the search by words.</summary>
internal static class IncidentPages
{
    private const int OnPage = 50;
    private const int MostFound = 100;

    public static void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet("/incidents", Queue);
        inside.MapGet("/incidents/{id:guid}", Open);
        var search = inside.MapGroup("").AddEndpointFilter(Places.Only("search"));
        search.MapGet("/search", (Asking asking) => Answers.Page<SearchPage>(new { asking.Access }));
        search.MapPost("/search", Search);
    }

    private static async Task<IResult> Queue(
        Asking asking, IncidentDesk desk, CancellationToken cancellation,
        string? all = null, string? level = null, string? type = null, string? minor = null, string? from = null, string? to = null, string? after = null)
    {
        if (!asking.Access.May(PoliceAct.SeeQueue)) return Answers.NotFound();
        var filter = QueueAddress.Filter(all, level, type, minor, from, to);
        var lines = await desk.Queue(asking.Access, filter, QueueAddress.Place(after), OnPage, cancellation);
        var counts = await desk.Count(asking.Access, filter, cancellation);
        return Answers.Page<QueuePage>(new { asking.Access, Filter = filter, Lines = lines, Counts = counts, Next = lines.Count == OnPage ? lines[^1] : null });
    }

    private static async Task<IResult> Open(Guid id, Asking asking, IncidentDesk desk, Readers readers, CancellationToken cancellation)
    {
        if (await desk.Open(asking.Access, new IncidentId(id), cancellation) is not { } opened) return Answers.NotFound();
        var read = opened.Incident is { } incident ? await readers.Read(incident) : null;
        var history = await desk.History(asking.Access, opened.Id, HistoryView.Most + 1, cancellation);
        return Answers.Page<IncidentPage>(new { asking.Access, Opened = opened, Read = read, History = history, readers.Offenses });
    }

    // The words are sent in a form: an address would stay in the browser's history.
    private static async Task<IResult> Search([FromForm] string? words, Asking asking, SearchDesk desk, CancellationToken cancellation) =>
        await desk.Search(asking.Access, words ?? "", MostFound, cancellation) switch
        {
            SearchAnswer.Found found => Answers.Page<SearchPage>(new { asking.Access, Words = words, Found = found }),
            SearchAnswer.NoWords => Answers.Again<SearchPage>(new { asking.Access, Sentence = "Found no word, expected one or more that stand in a narrative." }),
            _ => Answers.NotFound(),
        };
}
