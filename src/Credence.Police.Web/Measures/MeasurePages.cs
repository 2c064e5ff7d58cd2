using Credence.Police.Measures;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Credence.Police.Web.Measures;

/// <summary>The measures of the record, and for whoever may open incidents those behind a figure.</summary>
internal static class MeasurePages
{
    public static void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet("/measures", Count);
        inside.MapGet("/measures/{measure}", Behind);
    }

    private static async Task<IResult> Count(Asking asking, MeasureDesk desk, CancellationToken cancellation, string? unit = null, string? from = null, string? to = null)
    {
        var filter = MeasureAddress.Filter(unit, from, to);
        return await desk.Count(asking.Access, filter, cancellation) is { } counted
            ? Answers.Page<MeasuresPage>(new { asking.Access, Filter = filter, Counted = counted })
            : Answers.NotFound();
    }

    private static async Task<IResult> Behind(
        string measure, Asking asking, MeasureDesk desk, CancellationToken cancellation,
        string? by = null, string? group = null, string? answer = null, string? unit = null, string? from = null, string? to = null, long after = 0)
    {
        var filter = MeasureAddress.Filter(unit, from, to);
        return MeasureAddress.Figure(measure, by, group, answer) is { } figure && await desk.Behind(asking.Access, filter, figure, after, cancellation) is { } behind
            ? Answers.Page<BehindPage>(new { asking.Access, Filter = filter, Figure = figure, Behind = behind })
            : Answers.NotFound();
    }
}
