using System.CommandLine;
using System.Net;
using Microsoft.AspNetCore.Builder;

namespace Credence.Cli.Serving;

/// <summary>Where the pages of a record are served, and how long: what every command that serves pages does alike.</summary>
internal static class Listening
{
    public static readonly Option<string?> Address = new("--address")
    {
        Description = "Where people find it, such as https://credence.city.gov; http://localhost:PORT if left out. Cookies and passkeys are bound to it",
        HelpName = "URL",
    };

    public static Option<string> On(int port) => new("--listen")
    {
        Description = "Where to listen, on this machine",
        HelpName = "127.0.0.1:PORT",
        DefaultValueFactory = _ => $"127.0.0.1:{port}",
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

    public static async Task Start(WebApplication host, IPEndPoint end, CancellationToken cancellation)
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

    public static async Task UntilStopped(WebApplication host, CancellationToken cancellation)
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
