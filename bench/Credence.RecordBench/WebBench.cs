using System.Globalization;
using Credence.Incidents;
using Credence.Police.Incidents;
using Credence.Police.Web;
using Credence.Record.Storage;
using Credence.Testing;
using Microsoft.EntityFrameworkCore;

namespace Credence.RecordBench;

/// <summary>The pages among many incidents, one request after another and 32 at a time, beside an endpoint that reads one row and no more.</summary>
internal static class WebBench
{
    private const int Known = 2_000;
    private const int Crowd = 10;

    private static readonly BenchPage[] Pages =
    [
        new("queue, missed", "/incidents"), new("queue, all", "/incidents?all=on"), new("queue, strong, of a minor", "/incidents?level=StrongIndication&minor=Minor"), new("incident", "/incidents/*"),
    ];

    public static async Task Run(Export export, string? server)
    {
        await using var record = await BenchRecord.Make(server);
        var screening = new ImportScreening(Cast.Screener.Screen, Cast.Screener.Packs, OffenseLookup.From(Cast.Packs), Environment.ProcessorCount);
        await new ImportDesk(record.Store).Import(record.Access, new ImportFile("bench.csv", "bench", export.Open), screening, null, default);
        var ids = await Ids(record);
        await using var bare = await Served.Bare(record.Store, """SELECT "Number" FROM incidents WHERE "Id" = @id""", (command, id) => command.Add("id", Guid.Parse(id)));
        // One account asks for all of them here: what one person may ask within a minute is not what is measured.
        await using var site = await Served.Start(
            (end, address) => PoliceHost.Build(record.Store, new Readers(Cast.Packs), end, address, Console.Error.WriteLine, presses: int.MaxValue), BenchRecord.Reader);
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        var (pages, cookie) = (new BenchPages(client, Crowd), await site.SignIn(client, "police"));
        await Row(bare.Address, new BenchPage("an endpoint that reads one row", "/*"), "none=1");
        foreach (var page in Pages) await Row(site.Address, page, cookie);

        async Task Row(Uri address, BenchPage page, string cookies)
        {
            var cells = await pages.Measure(address, page, [.. ids.Select(id => new Asker(id.ToString(), cookies))]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {(server is null ? "SQLite" : "PostgreSQL")} | {export.Rows:N0} | {page.Name} | {cells}"));
        }
    }

    private static async Task<IReadOnlyList<Guid>> Ids(BenchRecord record)
    {
        await using var rows = record.Store.Enter(record.Access);
        var ids = await rows.Incidents.OrderBy(row => row.Id).Select(row => row.Id).Take(Known).ToListAsync();
        return [.. ids.Select(id => id.Value)];
    }
}
