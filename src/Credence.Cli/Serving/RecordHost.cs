using System.CommandLine;
using System.Net;
using Credence.Cli.Record;
using Credence.Record.Storage;
using Microsoft.AspNetCore.Builder;

namespace Credence.Cli.Serving;

/// <summary>What serving is for either side: where to listen, where people find it, the first links, and waiting until it is stopped.</summary>
internal static class RecordHost
{
    public static readonly Option<string?> Place = new("--record")
    {
        Description = "The record: a file of its own, or postgresql://user@host:port/database (the password from PGPASSWORD or a .pgpass file)",
        HelpName = "PLACE",
    };

    public static readonly Option<string?> Address = new("--address")
    {
        Description = "Where people find it, such as https://credence.city.gov; http://localhost:PORT if left out. Cookies and passkeys are bound to it",
        HelpName = "URL",
    };

    public static readonly Option<string[]> Link = new("--link")
    {
        Description = "Also print a link for this account, which puts new keys in the place of its old ones; whoever starts this command holds all keys of the record already",
        HelpName = "HANDLE",
    };

    /// <summary>Where to listen; each side has a port of its own.</summary>
    public static Option<string> Listen(int port) => new("--listen")
    {
        Description = "Where to listen, on this machine", HelpName = "127.0.0.1:PORT", DefaultValueFactory = _ => $"127.0.0.1:{port}",
    };

    public static (IPEndPoint End, Uri Address) Ends(ParseResult parsed, Option<string> listen)
    {
        if (!IPEndPoint.TryParse(parsed.GetValue(listen)!, out var end) || !IPAddress.IsLoopback(end.Address) || end.Port == 0)
            throw CommandEnd.WrongUse("--listen: found no address of this machine itself, expected one such as 127.0.0.1:8430; a web server in front of it speaks TLS with the world.");
        if (parsed.GetValue(Address) is not { } text) return (end, new Uri($"http://localhost:{end.Port}"));
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { AbsolutePath: "/", Query: "", UserInfo: "" }
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? (end, address)
            : throw CommandEnd.WrongUse("--address: found no address, expected one such as https://credence.city.gov, without a path; http only for localhost.");
    }

    /// <summary>The place of a record of this side; refused if it is of the other.</summary>
    public static async Task<string> PlaceOf(ParseResult parsed, string side, CancellationToken cancellation)
    {
        var place = parsed.GetValue(Place)!;
        return await OpenRecord.SideAt(RecordOptions.PlaceOf(place), cancellation) == side ? place
            : throw CommandEnd.Refused(side == "police"
                ? $"{RecordOptions.PlaceOf(place)}: found a record of the service side, expected one of police."
                : $"{RecordOptions.PlaceOf(place)}: found a record of police, expected one of the service side.");
    }

    /// <summary>Runs a host until it is stopped.</summary>
    public static async Task<int> Run<TContext>(
        ParseResult parsed, RecordStore<TContext> record, WebApplication host, string title, IPEndPoint end, Uri address, bool linksForAll, CancellationToken cancellation)
        where TContext : RecordContext
    {
        await Start(host, end, cancellation);
        var output = parsed.InvocationConfiguration.Output;
        output.WriteLine($"The pages of the {title}: {address}");
        foreach (var (handle, role, token) in await EntryLinksAtHost.Of(record, parsed.GetValue(Link) ?? [], everybody: linksForAll, cancellation))
            output.WriteLine($"To sign in first as {handle} ({role}): {new Uri(address, $"/entry/{token}")}");
        output.WriteLine("Ctrl+C ends it.");
        output.Flush();
        await Wait(host, cancellation);
        record.Witness();
        return ExitCode.Interrupted;
    }

    private static async Task Start(WebApplication host, IPEndPoint end, CancellationToken cancellation)
    {
        try
        {
            await host.StartAsync(cancellation);
        }
        catch (IOException)
        {
            throw CommandEnd.Failed($"Found {end} in use or not allowed, expected a free port; --listen names another.");
        }
    }

    private static async Task Wait(WebApplication host, CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        catch (OperationCanceledException)
        {
            // What is being written is written.
            await host.StopAsync(CancellationToken.None);
        }
    }
}
