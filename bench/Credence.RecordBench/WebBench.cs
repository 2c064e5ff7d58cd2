using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using Credence.Incidents;
using Credence.Police.Incidents;
using Credence.Police.Web;
using Credence.Record.SignIns;
using Credence.Record.Storage;
using Credence.Testing;
using Credence.Web.SignIns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Credence.RecordBench;

/// <summary>The pages among many incidents, one request after another and 32 at a time, beside an endpoint that reads one row and no more.</summary>
internal static class WebBench
{
    private const int Requests = 300;
    private const int Known = 2_000;

    private static readonly (string Name, string Path)[] Pages =
    [
        ("queue, missed", "/incidents"), ("queue, all", "/incidents?all=on"), ("queue, strong, of a minor", "/incidents?level=StrongIndication&minor=Minor"), ("incident", "/incidents/*"),
    ];

    public static async Task Run(Export export, string? server)
    {
        await using var record = await BenchRecord.Make(server);
        var screening = new ImportScreening(Cast.Screener.Screen, Cast.Screener.Packs, OffenseLookup.From(Cast.Packs), Environment.ProcessorCount);
        await new ImportDesk(record.Store).Import(record.Access, new ImportFile("bench.csv", "bench", export.Open), screening, null, default);
        var ids = await Ids(record);
        await using var bare = await Bare(record);
        await using var site = await Site(record);
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        var cookie = await SignIn(client, site.Address);
        await Measure(server, export.Rows, "an endpoint that reads one row", client, bare.Address, "/*", ids, "none=1");
        foreach (var (name, path) in Pages) await Measure(server, export.Rows, name, client, site.Address, path, ids, cookie);
    }

    private static async Task Measure(string? server, int rows, string name, HttpClient client, Uri address, string path, IReadOnlyList<Guid> ids, string cookie)
    {
        var (took, bytes, random) = (new List<double>(), 0L, new Random(7));
        for (var i = -20; i < Requests; i++)
        {
            using var asked = new HttpRequestMessage(HttpMethod.Get, new Uri(address, path.Replace("*", ids[random.Next(ids.Count)].ToString(), StringComparison.Ordinal)));
            asked.Headers.Add("Cookie", cookie);
            var began = Stopwatch.GetTimestamp();
            using var answer = await client.SendAsync(asked);
            var body = await answer.Content.ReadAsByteArrayAsync();
            if (answer.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"{name}: found {(int)answer.StatusCode}, expected a page.");
            if (i < 0) continue;
            took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            bytes = Math.Max(bytes, body.Length);
        }

        var crowd = await Wrk(address, path, ids, cookie);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {(server is null ? "SQLite" : "PostgreSQL")} | {rows:N0} | {name} | {ImportBench.Median(took):0.0} | {took.Order().ElementAt(Requests * 99 / 100):0.0} | {bytes / 1000.0:0.0} | {crowd} |"));
    }

    // Debian's wrk, where it is installed.
    private static async Task<string> Wrk(Uri address, string path, IReadOnlyList<Guid> ids, string cookie)
    {
        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, $$"""
            local ids = { {{string.Join(", ", ids.Select(id => $"\"{id}\""))}} }
            local path = "{{path}}"
            local at = 0
            function request()
              at = at % #ids + 1
              return wrk.format("GET", (path:gsub("%*", ids[at])), { ["Cookie"] = "{{cookie}}" })
            end
            function done(summary, latency)
              local e = summary.errors
              print(string.format("| %.0f | %.1f | %.1f | %d", summary.requests * 1e6 / summary.duration, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
                e.connect + e.read + e.write + e.status + e.timeout))
            end
            """);
        try
        {
            using var wrk = Process.Start(new ProcessStartInfo("wrk", ["-t2", "-c32", "-d10s", "--timeout", "10s", "-s", script, address.ToString()]) { RedirectStandardOutput = true })!;
            var said = await wrk.StandardOutput.ReadToEndAsync();
            await wrk.WaitForExitAsync();
            return said.Split('\n').Last(line => line.StartsWith('|'))[2..];
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "no wrk here | | |";
        }
        finally
        {
            File.Delete(script);
        }
    }

    // The pages, and a door for this measurement alone: signing in itself is not what is measured.
    private static async Task<Served> Site(BenchRecord record)
    {
        var end = new IPEndPoint(IPAddress.Loopback, FreePort());
        var address = new Uri($"http://localhost:{end.Port}");
        // One account asks for all of them here: what one person may ask within a minute is not what is measured.
        var host = PoliceHost.Build(record.Store, new Readers(Cast.Packs), end, address, Console.Error.WriteLine, presses: int.MaxValue);
        host.MapGet("/bench-in", async (SignInManager<SignIn> signIn) =>
        {
            var account = (await signIn.UserManager.FindByNameAsync(BenchRecord.Reader))!;
            await signIn.SignInWithClaimsAsync(account, isPersistent: false, [new Claim(Session.PurposeClaim, "Casework")]);
        });
        await host.StartAsync();
        return new Served(host, address);
    }

    private static async Task<Served> Bare(BenchRecord record)
    {
        var end = new IPEndPoint(IPAddress.Loopback, FreePort());
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server => server.Listen(end));
        var host = builder.Build();
        host.Run(async context =>
        {
            await using var connection = record.Store.Dialect.Connect(record.Store.Place);
            await connection.OpenAsync();
            await using var command = connection.Command("""SELECT "Number" FROM incidents WHERE "Id" = @id""").Add("id", Guid.Parse(context.Request.Path.Value![1..]));
            await context.Response.WriteAsync(await command.ExecuteScalarAsync() as string ?? "none");
        });
        await host.StartAsync();
        return new Served(host, new Uri($"http://localhost:{end.Port}"));
    }

    private static async Task<string> SignIn(HttpClient client, Uri address)
    {
        using var answer = await client.GetAsync(new Uri(address, "/bench-in"));
        return answer.Headers.GetValues("Set-Cookie").First(cookie => cookie.StartsWith("police=", StringComparison.Ordinal)).Split(';')[0];
    }

    private static async Task<IReadOnlyList<Guid>> Ids(BenchRecord record)
    {
        await using var rows = record.Store.Enter(record.Access);
        var ids = await rows.Incidents.OrderBy(row => row.Id).Select(row => row.Id).Take(Known).ToListAsync();
        return [.. ids.Select(id => id.Value)];
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed record Served(WebApplication Host, Uri Address) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Host.StopAsync();
            await Host.DisposeAsync();
        }
    }
}
