using System.Data.Common;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using Credence.Record.SignIns;
using Credence.Record.Storage;
using Credence.Web.SignIns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace Credence.RecordBench;

/// <summary>A host that runs on a free port of this machine until it is disposed of.</summary>
internal sealed record Served(WebApplication Host, Uri Address) : IAsyncDisposable
{
    private const string Door = "/bench-in";

    /// <summary>Starts a host as it runs.</summary>
    /// <param name="build">Makes it for where it listens and where it is found.</param>
    /// <param name="reader">
    /// The handle of one who comes in by a door for this measurement alone, since signing in itself is not what is measured; null for none.
    /// </param>
    /// <param name="purpose">What that one reads for.</param>
    public static async Task<Served> Start(Func<IPEndPoint, Uri, WebApplication> build, string? reader = null, string purpose = "Casework")
    {
        var end = new IPEndPoint(IPAddress.Loopback, FreePort());
        var address = new Uri($"http://localhost:{end.Port}");
        var host = build(end, address);
        if (reader is not null) host.MapGet(Door, async (SignInManager<SignIn> signIn) =>
        {
            var account = (await signIn.UserManager.FindByNameAsync(reader))!;
            await signIn.SignInWithClaimsAsync(account, isPersistent: false, [new Claim(Session.PurposeClaim, purpose)]);
        });
        await host.StartAsync();
        return new Served(host, address);
    }

    /// <summary>What the web server and the database cost by themselves: it knows no session and no filter and reads one value of one row.</summary>
    public static Task<Served> Bare<TContext>(RecordStore<TContext> record, string sql, Action<DbCommand, string> add) where TContext : RecordContext => Start((end, _) =>
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server => server.Listen(end));
        var host = builder.Build();
        host.Run(async context =>
        {
            await using var connection = record.Dialect.Connect(record.Place);
            await connection.OpenAsync();
            await using var command = connection.Command(sql);
            add(command, context.Request.Path.Value![1..]);
            await context.Response.WriteAsync(await command.ExecuteScalarAsync() as string ?? "none");
        });
        return host;
    });

    /// <summary>The cookie of the reader who comes in by the door.</summary>
    public async Task<string> SignIn(HttpClient client, string name)
    {
        using var answer = await client.GetAsync(new Uri(Address, Door));
        return answer.Headers.GetValues("Set-Cookie").First(cookie => cookie.StartsWith($"{name}=", StringComparison.Ordinal)).Split(';')[0];
    }

    public async ValueTask DisposeAsync()
    {
        await Host.StopAsync();
        await Host.DisposeAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
