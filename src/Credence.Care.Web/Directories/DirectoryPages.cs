using System.Globalization;
using Credence.Care.Access;
using Credence.Care.Directories;
using Credence.Care.Reach;
using Credence.Care.Web.Pages;
using Credence.Directories;
using Credence.Referrals;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Credence.Care.Web.Directories;

/// <summary>The directory of services: found by words, matched with what a person needs, opened, and kept true by those who make sure.</summary>
internal static class DirectoryPages
{
    private const int OnPage = 50;
    private const int MostDuplicates = 50;

    public static void Map(IEndpointRouteBuilder inside)
    {
        var directory = inside.MapGroup("").AddEndpointFilter(Places.Only("directory"));
        directory.MapGet("/directory", async (Asking asking, ReachDesk reach, TimeProvider clock, CancellationToken cancellation) => Answers.Page<MatchPage>(new
        {
            asking.Access, Asked = new MatchQuestion { Needs = [], At = await reach.Show(asking.Access, cancellation) is { } reached ? reached.Local(clock.GetUtcNow()) : clock.GetUtcNow() },
        }));
        directory.MapPost("/directory/matched", Match);
        directory.MapGet("/directory/services", (string? skip, Asking asking, DirectoryDesk desk, CancellationToken cancellation) => List("", Number(skip), asking, desk, cancellation));
        directory.MapPost("/directory/services", ([FromForm] string? words, Asking asking, DirectoryDesk desk, CancellationToken cancellation) => List(words ?? "", 0, asking, desk, cancellation));
        directory.MapGet("/directory/services/{service}", (string service, Asking asking, DirectoryDesk desk, CancellationToken cancellation) => Open(service, null, asking, desk, cancellation));
        directory.MapPost("/directory/verified", ([FromForm] string? service, Asking asking, ListingDesk desk, DirectoryDesk shown, CancellationToken cancellation) =>
            Say(service, () => desk.Verify(asking.Access, service ?? "", cancellation), asking, shown, cancellation));
        directory.MapPost("/directory/hidden", ([FromForm] string? service, Asking asking, ListingDesk desk, DirectoryDesk shown, CancellationToken cancellation) =>
            Say(service, () => desk.Hide(asking.Access, service ?? "", cancellation), asking, shown, cancellation));
        directory.MapPost("/directory/shown", ([FromForm] string? service, Asking asking, ListingDesk desk, DirectoryDesk shown, CancellationToken cancellation) =>
            Say(service, () => desk.Unhide(asking.Access, service ?? "", cancellation), asking, shown, cancellation));
        directory.MapPost("/directory/claimed", Claim);
        directory.MapPost("/directory/released", Release);
        directory.MapPost("/directory/capacity", SetCapacity);
        directory.MapGet("/directory/duplicates", (string? skip, Asking asking, DirectoryDesk desk, CancellationToken cancellation) => Duplicates(Number(skip), asking, desk, cancellation));
    }

    // What a person needs goes by POST and is kept nowhere.
    private static async Task<IResult> Match([FromForm] IFormCollection sent, Asking asking, DirectoryDesk desk, TimeProvider clock, CancellationToken cancellation)
    {
        var question = AskedMatch.Of(sent, clock.GetUtcNow());
        if (AskedMatch.Wrong(sent) is var (sentence, field)) return Answers.Again<MatchPage>(new { asking.Access, Asked = question, Sentence = sentence }, field);
        return await desk.Match(asking.Access, question, cancellation) is { } found
            ? Answers.Page<MatchPage>(new { asking.Access, Asked = question, Found = found, From = Number(sent["from"]), LeftFrom = Number(sent["left"]) }) : Answers.NotFound();
    }

    private static async Task<IResult> List(string words, int skip, Asking asking, DirectoryDesk desk, CancellationToken cancellation)
    {
        var lines = await desk.Search(asking.Access, words, skip, OnPage + 1, cancellation);
        return Answers.Page<ServicesPage>(new
        {
            asking.Access, Words = words, Lines = (IReadOnlyList<DirectoryLine>)[.. lines.Take(OnPage)], Next = lines.Count > OnPage && words.Length == 0 ? skip + OnPage : (int?)null,
        });
    }

    // Whoever runs the accounts knows which organization of the directory this is.
    private static async Task<IResult> Claim([FromForm] string? service, Asking asking, ListingDesk desk, DirectoryDesk shown, CancellationToken cancellation) =>
        await shown.Open(asking.Access, service ?? "", cancellation) is not { Service.Organization: { } listed } opened ? Answers.NotFound() : await desk.Claim(asking.Access, listed, cancellation) switch
        {
            DirectoryAnswer.Done => Answers.Page<ServicePage>(new { asking.Access, Opened = opened, IsClaimed = true }),
            DirectoryAnswer.Refused refused => await Open(service!, refused.Because, asking, shown, cancellation),
            _ => Answers.NotFound(),
        };

    private static async Task<IResult> Release([FromForm] string? service, Asking asking, ListingDesk desk, DirectoryDesk shown, CancellationToken cancellation) =>
        await shown.Open(asking.Access, service ?? "", cancellation) is { Service.Organization: { } listed } && await desk.Release(asking.Access, listed, cancellation) is DirectoryAnswer.Done
            ? Answers.See(ServiceAddress.Of(service!)) : Answers.NotFound();

    private static async Task<IResult> SetCapacity([FromForm] string? service, [FromForm] string? state, Asking asking, ListingDesk desk, DirectoryDesk shown, CancellationToken cancellation)
    {
        if (!Enum.TryParse<CapacityState>(state, out var said) || !Enum.IsDefined(said)) return await Open(service ?? "", "Found no word of room, expected one of these.", asking, shown, cancellation);
        return await desk.SetCapacity(asking.Access, service ?? "", said, cancellation) is DirectoryAnswer.Done ? Answers.See(ServiceAddress.Of(service!))
            : await Open(service ?? "", "Only those who work for the organization say whether there is room.", asking, shown, cancellation);
    }

    private static async Task<IResult> Say(string? service, Func<Task<DirectoryAnswer>> act, Asking asking, DirectoryDesk shown, CancellationToken cancellation) => await act() switch
    {
        DirectoryAnswer.Done => Answers.See(ServiceAddress.Of(service!)),
        DirectoryAnswer.Refused refused => await Open(service ?? "", refused.Because, asking, shown, cancellation),
        _ => Answers.NotFound(),
    };

    private static async Task<IResult> Open(string service, string? sentence, Asking asking, DirectoryDesk desk, CancellationToken cancellation)
    {
        if (await desk.Open(asking.Access, service, cancellation) is not { } opened) return Answers.NotFound();
        var parameters = new { asking.Access, Opened = opened, Sentence = sentence };
        return sentence is null ? Answers.Page<ServicePage>(parameters) : Answers.Again<ServicePage>(parameters);
    }

    private static async Task<IResult> Duplicates(int skip, Asking asking, DirectoryDesk desk, CancellationToken cancellation)
    {
        if (!asking.Access.May(CareAct.KeepDirectory)) return Answers.NotFound();
        var found = await desk.Duplicates(asking.Access, cancellation);
        var pairs = new List<(NamedDuplicate Pair, OpenedService? First, OpenedService? Second)>();
        foreach (var named in found.Skip(skip).Take(MostDuplicates))
            pairs.Add(named.Pair.Table == "service"
                ? (named, await desk.Open(asking.Access, named.Pair.First, cancellation), await desk.Open(asking.Access, named.Pair.Second, cancellation))
                : (named, null, null));
        return Answers.Page<DuplicatesPage>(new { asking.Access, Pairs = (IReadOnlyList<(NamedDuplicate, OpenedService?, OpenedService?)>)pairs, Total = found.Count, Skipped = skip });
    }

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

/// <summary>The address of a service: its id is the directory's own and may hold anything.</summary>
internal static class ServiceAddress
{
    public static string Of(string service) => $"/directory/services/{Uri.EscapeDataString(service)}";
}
