using Credence.Interviews;
using Credence.Interviews.Deidentification;
using Credence.Interviews.Qda;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Credence.Research.Web.Results;

/// <summary>What comes of coding: agreement, the matrix with quotations, files for other programs.</summary>
internal static class ResultPages
{
    private const int OnPage = 50;

    public static void Map(IEndpointRouteBuilder host)
    {
        host.MapGet("/agreement", (Room room, string? unit = null) => Agreement(room, unit == "paragraph" ? PassageKind.Paragraph : PassageKind.Sentence));
        host.MapGet("/matrix", Matrix);
        host.MapGet("/themes/{id:guid}", (Guid id, Room room, int part = 1) => Theme(id, part, room));
        host.MapGet("/exchange", (Room room) => Answers.Page<ExchangePage>(Exchanged(room, null)));
        host.MapPost("/exchange/project", Project);
        host.MapPost("/exchange/codebook", Codebook);
    }

    private static IResult Agreement(Room room, PassageKind kind)
    {
        var project = room.File.Read();
        return Answers.Page<AgreementPage>(new { Reports = AgreementReport.Of(project, kind, seed: 1), project.Codebook, Kind = kind });
    }

    private static IResult Matrix(Room room)
    {
        var project = room.File.Read();
        return Answers.Page<MatrixPage>(new { Matrix = CodeMatrix.Of(project, room.Coder.Id), project.Codebook });
    }

    private static IResult Theme(Guid id, int part, Room room)
    {
        var project = room.File.Read();
        if (project.Codebook.Find(new CodeId(id)) is not { } code) { return Answers.NotFound(); }

        List<Quotation> all = [.. CodeMatrix.Of(project, room.Coder.Id).QuotationsOf(code.Id)];
        var parts = Math.Max(1, (all.Count + OnPage - 1) / OnPage);
        var shown = Math.Clamp(part, 1, parts);
        return Answers.Page<ThemePage>(new { Code = code, project.Codebook, Quotations = all.Skip((shown - 1) * OnPage).Take(OnPage).ToList(), All = all.Count, Part = shown, Parts = parts, project.Coders });
    }

    private static object Exchanged(Room room, string? sentence)
    {
        var originals = room.File.WasReplaced ? room.File.Read(carried: true).Carried?.Originals.Count() ?? 0 : 0;
        return new { Missed = room.File.Missed(), Originals = originals, Undecided = IdentifierFinder.Propose(room.File.Transcripts(), room.File.Decisions(), room.Found).Count, Sentence = sentence };
    }

    private static IResult Project([FromForm] string? missed, [FromForm] string? originals, Room room)
    {
        if (room.File.Export(room.Coder.Id, missed is not null, originals is "with" ? Originals.With : Originals.Without) is not ExportAnswer.Written written)
        {
            return Answers.Again<ExchangePage>(Exchanged(room, "Found names that were replaced elsewhere and still stand, expected a word from you: check the box to write the file all the same."));
        }

        var stream = new MemoryStream();
        QdaArchive.Write(written.Project, stream);
        stream.Position = 0;
        return Microsoft.AspNetCore.Http.Results.File(stream, "application/zip", "interviews.qdpx");
    }

    private static IResult Codebook(Room room)
    {
        var project = room.File.Read();
        var stream = new MemoryStream();
        QdaCodebook.Write(project.Codebook, project.Id, ProjectFile.Origin, stream);
        stream.Position = 0;
        return Microsoft.AspNetCore.Http.Results.File(stream, "application/xml", "codebook.qdc");
    }
}
