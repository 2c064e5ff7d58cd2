using Credence.Packs;
using Credence.Screening.Instruments;
using Credence.Police.Web.Pages;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Credence.Police.Web.Packs;

/// <summary>Which packs are in force, and what they say: to be read, never changed here.</summary>
internal static class PackPages
{
    public static void Map(IEndpointRouteBuilder inside)
    {
        var packs = inside.MapGroup("").AddEndpointFilter(Places.Only("packs"));
        packs.MapGet("/packs", List);
        packs.MapGet("/packs/{id}", (string id, Asking asking, Readers readers) => Show(id, 0, asking, readers));
        packs.MapGet("/packs/{id}/{file:int}", Show);
    }

    private static async Task<IResult> List(Asking asking, Readers readers) =>
        Answers.Page<PacksPage>(new { asking.Access, readers.Library, Problems = await readers.Problems() });

    private static IResult Show(string id, int file, Asking asking, Readers readers) =>
        readers.Library.Find(id) is { } pack && file >= 0 && file < pack.Documents.Count
            ? Answers.Page<PackPage>(new { asking.Access, Pack = pack, File = file })
            : Answers.NotFound();

    /// <summary>Where a pack comes from.</summary>
    public static string Origin(Pack pack) => pack.Documents.Count(document => document.File.IsLocal) switch
    {
        0 => "ships with Credence",
        var own when own == pack.Documents.Count => "this agency's own",
        1 => "ships with Credence, with a file of this agency",
        var own => $"ships with Credence, with {own} files of this agency",
    };

    /// <summary>Whose words it holds, where the pack itself says so.</summary>
    public static string? WhoseWords(Pack pack) => pack.Kind != InstrumentPack.Kind ? null
        : InstrumentPack.From(new PackLibrary([pack], []), []) is not [{ Wording: var wording }, ..] ? null
        : wording switch
        {
            InstrumentWording.Verbatim => "exact wording",
            InstrumentWording.ToBeVerified => "wording to be verified",
            InstrumentWording.Missing => "wording not here",
            _ => "own words",
        };
}
