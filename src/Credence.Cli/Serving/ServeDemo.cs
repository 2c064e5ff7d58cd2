using System.CommandLine;
using System.Net;
using Credence.Care.Access;
using Credence.Care.Cards;
using Credence.Care.Web;
using Credence.Police.Web;
using Credence.Portal;
using Credence.Record.Storage;
using Microsoft.AspNetCore.Builder;

namespace Credence.Cli.Serving;

/// <summary><c>credence serve --demo</c>: both invented records, the post between them, and all three kinds of pages. docs/tour.md walks through it.</summary>
internal static class ServeDemo
{
    private const int Police = 8430, Care = 8440, OwnPages = 8450;

    private static readonly Uri Away = new("https://www.weather.gov/");

    public static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        void Say(string sentence) => parsed.InvocationConfiguration.Error.WriteLine(sentence);
        var packs = PackFolder.Library(null);
        var (police, care) = (await DemoRecord.Open(packs, Say, cancellation), await DemoCareRecord.Open(packs, cancellation));
        using var post = await DemoPost.Link(police, care, Say, cancellation);
        var provider = (await SurvivorDoor.OrganizationOf(care, null, cancellation))!;
        await using var policeHost = PoliceHost.Build(police, new Readers(packs), End(Police), At(Police), Say);
        await using var careHost = CareHost.Build(care, packs, End(Care), At(Care), Say);
        await using var portalHost = PortalHost.Build(
            care, provider.Id, Portal.Portal.Of(provider.Name, Away, "us", packs), new Passphrases(), End(OwnPages), At(OwnPages), Say);
        (WebApplication Host, int Port)[] hosts = [(policeHost, Police), (careHost, Care), (portalHost, OwnPages)];
        foreach (var (host, port) in hosts) await Listening.Start(host, End(port), cancellation);
        var output = parsed.InvocationConfiguration.Output;
        output.WriteLine("Everything here is invented. Three hosts, two records, and a post between them:");
        await Tell(output, police, "The police record", Police, cancellation);
        await Tell(output, care, "The service record", Care, cancellation);
        output.WriteLine($"The person's own pages: {At(OwnPages)}");
        output.WriteLine("  without a name, or by a card that adv-2 makes on the page of a file");
        output.WriteLine("Ctrl+C ends it; started again, it goes on where it was.");
        output.Flush();
        await post.Run(cancellation);
        foreach (var (host, _) in hosts) await host.StopAsync(CancellationToken.None);
        police.Witness();
        care.Witness();
        return ExitCode.Interrupted;
    }

    private static async Task Tell<TContext>(TextWriter output, RecordStore<TContext> record, string title, int port, CancellationToken cancellation) where TContext : RecordContext
    {
        output.WriteLine($"{title}: {At(port)}");
        foreach (var (handle, role, token) in await EntryLinksAtHost.Of(record, [], everybody: true, cancellation))
            output.WriteLine($"  to sign in first as {handle} ({role}): {new Uri(At(port), $"/entry/{token}")}");
    }

    private static IPEndPoint End(int port) => new(IPAddress.Loopback, port);

    private static Uri At(int port) => new($"http://localhost:{port}");
}
