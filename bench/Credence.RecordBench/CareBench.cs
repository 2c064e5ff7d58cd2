using System.Globalization;
using Credence.Bench;
using Credence.Care.Web;
using Credence.Directories;
using Credence.Record.Storage;
using Credence.Testing;
using PersonId = Credence.Record.Access.PersonId;

namespace Credence.RecordBench;

/// <summary>The pages of a service record among many files, beside an endpoint that reads one row and no more; then those of its portal.</summary>
internal static class CareBench
{
    private const int Services = 10_000;
    private const int Full = 200;
    private static readonly TimeSpan Behind = TimeSpan.FromDays(20);

    private static readonly BenchPage[] Pages =
    [
        new("inbox", "/inbox"), new("persons", "/persons"), new("a person", "/persons/*"), new("needs", "/persons/*/needs"), new("consents", "/persons/*/consents"),
        new("a consent to be filled in", "/persons/*/consents/new"), new("referrals of a person", "/persons/*/referrals"), new("a provider to be proposed", "/persons/*/referrals/new"),
        new("referrals that wait", "/referrals"), new("wishes", "/persons/*/wishes"), new("what was done with a file", "/persons/*/timeline"), new("statements", "/statements"),
        new("directory, first page", "/directory/services"),
    ];

    /// <param name="server">An ordinary user's address, or null for an embedded file.</param>
    /// <param name="persons">How many files there are.</param>
    /// <param name="seconds">How long 32 ask for a page at once.</param>
    public static async Task Run(string? server, int persons, int seconds)
    {
        // What is filled in has waited for some weeks by now.
        await using var care = await BenchCare.Make(server, new PastClock(Behind));
        await CareFilling.Fill(care, InventedDirectory.Services(Services).Select(service => new DirectoryEntry("service", service, "invented", 1)));
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        var full = await new CareFilling(care).Fill(persons, Full);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{persons:N0} files and {Services:N0} services, filled in {System.Diagnostics.Stopwatch.GetElapsedTime(began).TotalSeconds:0} s"));
        var record = await care.Today();
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
        var pages = new BenchPages(client, seconds);
        await CareSide(record, pages, client, full);
        await PortalBench.Run(care, record, pages, client, full);
    }

    private static async Task CareSide(RecordStore<Credence.Care.Storage.CareContext> record, BenchPages pages, HttpClient client, IReadOnlyList<PersonId> full)
    {
        await using var bare = await Served.Bare(record, """SELECT "EntryId" FROM directory_entries WHERE "Table" = 'service' AND "EntryId" = @id""", (command, id) => command.Add("id", id));
        await using var site = await Served.Start(
            (end, address) => CareHost.Build(record, Cast.Packs, end, address, Console.Error.WriteLine, presses: int.MaxValue), BenchCare.Reader, "Help");
        var guest = new BenchGuest(client, site.Address, "127.0.0.1", await site.SignIn(client, "care"));
        await guest.Get("/directory");
        var services = Enumerable.Range(0, 500).Select(number => new Asker($"s{number}", guest.Cookies)).ToList();
        var persons = full.Select(person => new Asker(person.Value.ToString(), guest.Cookies)).ToList();
        PageTable.Head(record, "Pages of the service record");
        await PageTable.Row(pages, bare.Address, new BenchPage("an endpoint that reads one row", "/*"), [.. services.Select(one => one with { Cookie = "none=1" })]);
        foreach (var page in Pages) await PageTable.Row(pages, site.Address, page, persons);
        await PageTable.Row(pages, site.Address, new BenchPage("services that say two words", "/directory/services", guest.Form(("words", "service 77"))), persons);
        await PageTable.Row(pages, site.Address, new BenchPage("what may help, matched", "/directory/matched", guest.Form(("need-Shelter", "Now"), ("need-Legal", "Soon"), ("age", "34"), ("language", "es"), ("offset", "-5"))), persons);
        await PageTable.Row(pages, site.Address, new BenchPage("a service", "/directory/services/*"), services);
    }
}
