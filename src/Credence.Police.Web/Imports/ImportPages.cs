using Credence.Incidents;
using Credence.Police.Access;
using Credence.Police.Incidents;
using Credence.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Credence.Police.Web.Imports;

/// <summary>Bringing a file in: send it, look how it is read, begin, watch, see what was wrong.</summary>
internal static class ImportPages
{
    private const long Longest = 4L << 30;
    private const int OnPage = 200;

    public static void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet("/imports", (Asking asking, ImportDesk desk, ImportRoom room, CancellationToken cancellation) => List(asking, desk, room, null, cancellation));
        inside.MapPost("/imports/files", Send).DisableAntiforgery();
        inside.MapGet("/imports/files/{id:guid}", (Guid id, Asking asking, Spool spool) => Look(id, null, asking, spool));
        inside.MapPost("/imports/files/{id:guid}", (Guid id, [FromForm] string? map, Asking asking, Spool spool) => Look(id, map, asking, spool));
        inside.MapPost("/imports/files/{id:guid}/begun", Begin);
        inside.MapPost("/imports/stopped", Stop);
        inside.MapGet("/imports/{run:long}", Problems);
    }

    private static async Task<IResult> List(Asking asking, ImportDesk desk, ImportRoom room, string? sentence, CancellationToken cancellation)
    {
        if (!asking.Access.May(PoliceAct.Import)) return Answers.NotFound();
        var parameters = new { asking.Access, Runs = await desk.Runs(asking.Access, 50, cancellation), Progress = room.Progress(asking.Access), Sentence = sentence };
        return sentence is null ? Answers.Page<ImportsPage>(parameters) : Answers.Again<ImportsPage>(parameters);
    }

    // Read as it comes, so that it is on the disk encrypted only; the token of the form is its first part, and looked at here.
    private static async Task<IResult> Send(HttpContext context, Asking asking, Spool spool, ImportDesk desk, ImportRoom room, IAntiforgery forms, CancellationToken cancellation)
    {
        if (!asking.Access.May(PoliceAct.Import)) return Answers.NotFound();
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = Longest + (1 << 20);
        var boundary = MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) ? HeaderUtilities.RemoveQuotes(type.Boundary).Value : null;
        if (string.IsNullOrEmpty(boundary)) return Answers.Stale();
        var parts = new MultipartReader(boundary, context.Request.Body);
        if (await parts.ReadNextSectionAsync(cancellation) is not { } token) return Answers.Stale();
        context.Request.Headers["RequestVerificationToken"] = await token.ReadAsStringAsync(cancellation);
        if (!await forms.IsRequestValidAsync(context)) return Answers.Stale();
        if (await parts.ReadNextSectionAsync(cancellation) is not { } part || part.AsFileSection() is not { FileStream: { } sent, FileName: { Length: > 0 } name })
            return await List(asking, desk, room, "Found no file, expected one: CSV, one JSON object a line, or a NIBRS flat file.", cancellation);
        return await spool.Keep(asking.Access.Account, name, sent, Longest, cancellation) is { } file
            ? Answers.See($"/imports/files/{file.Id}")
            : await List(asking, desk, room, "Found a file of more than 4 GB, expected a shorter one; credence import takes files of any size.", cancellation);
    }

    private static IResult Look(Guid id, string? map, Asking asking, Spool spool)
    {
        if (!asking.Access.May(PoliceAct.Import) || spool.Find(asking.Access.Account, id) is not { } file) return Answers.NotFound();
        var text = map?.Trim() ?? "";
        if (Columns(text, out var problem) is not { } columns) return Answers.Again<PreviewPage>(new { asking.Access, Id = id, File = file.Name, Map = text, Sentence = problem });
        var (source, wrong) = file.Read(columns);
        if (source is null) return Answers.Again<PreviewPage>(new { asking.Access, Id = id, File = file.Name, Map = text, Sentence = wrong });
        using (source) return Answers.Page<PreviewPage>(new { asking.Access, Id = id, File = file.Name, Map = text, Preview = Preview.Of(source) });
    }

    private static async Task<IResult> Begin(
        Guid id, [FromForm] string? map, Asking asking, Spool spool, ImportRoom room, ImportDesk desk, CancellationToken cancellation)
    {
        if (!asking.Access.May(PoliceAct.Import) || spool.Find(asking.Access.Account, id) is not { } file) return Answers.NotFound();
        var text = map?.Trim() ?? "";
        if (Columns(text, out var problem) is not { } columns) return await List(asking, desk, room, problem, cancellation);
        return room.Begin(asking.Access, file, text, columns)
            ? Answers.See("/imports")
            : await List(asking, desk, room, "Found another import under way, expected one at a time; nothing was done.", cancellation);
    }

    private static IResult Stop(Asking asking, ImportRoom room, [FromForm] string? stop)
    {
        if (!asking.Access.May(PoliceAct.Import) || stop is null) return Answers.NotFound();
        room.Stop(asking.Access);
        return Answers.See("/imports");
    }

    private static async Task<IResult> Problems(long run, Asking asking, ImportDesk desk, CancellationToken cancellation, int skip = 0)
    {
        if (!asking.Access.May(PoliceAct.Import)) return Answers.NotFound();
        var problems = await desk.Problems(asking.Access, run, Math.Max(skip, 0), OnPage + 1, cancellation);
        return Answers.Page<ProblemsPage>(new { asking.Access, Run = run, Skip = skip, Problems = problems.Take(OnPage).ToList(), HasMore = problems.Count > OnPage });
    }

    private static ColumnMap? Columns(string text, out string? problem)
    {
        problem = null;
        if (text.Length == 0) return ColumnMap.Empty;
        if (ColumnMap.TryParse([text], out var columns, out var wrong)) return columns;
        problem = $"Columns: {wrong}";
        return null;
    }
}
