using System.CommandLine;
using System.Net;
using Credence.Cli.Record;
using Credence.Record.Handovers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Credence.Cli.Handovers;

/// <summary><c>credence handover serve</c>: takes messages in over HTTP until it is stopped.</summary>
internal static class ServeCommand
{
    private const int MostConnections = 100;

    private static readonly Option<string> Listen = new("--listen")
    {
        Description = "Where to listen, on this machine: a web server in front of it speaks TLS with the world",
        HelpName = "127.0.0.1:PORT",
        Required = true,
    };

    public static Command Create() => RecordCommand.Of("serve", "Takes messages in over HTTP until it is stopped, gives a receipt for each, and hands them to the desk of the record.", Run, Listen, PostRecord.Name);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        if (!IPEndPoint.TryParse(parsed.GetValue(Listen)!, out var end) || !IPAddress.IsLoopback(end.Address))
            throw CommandEnd.WrongUse("--listen: found no address of this machine itself, expected one such as 127.0.0.1:8443; a web server in front of it speaks TLS with the world.");
        var record = await PostRecord.Open(parsed, cancellation);
        var post = record.PostOf(parsed);
        Action<string> say = parsed.InvocationConfiguration.Error.WriteLine;
        using var rounds = new InboxRounds((again, stop) => record.TakeIn(post, again, stop), say);
        await using var host = Host(end, new HandoverResource(post, rounds.Ring, say));
        await host.StartAsync(cancellation);
        parsed.InvocationConfiguration.Output.WriteLine($"Taking messages for {post.Keys.Name} at {host.Urls.First()}/{HandoverSender.Resource}");
        try
        {
            await rounds.Run(cancellation);
        }
        catch (OperationCanceledException)
        {
            // What is being taken in is taken in.
        }

        await host.StopAsync(CancellationToken.None);
        return ExitCode.Interrupted;
    }

    // Empty: no settings from the folder where it was started, no log, nothing but what stands here.
    private static WebApplication Host(IPEndPoint end, HandoverResource resource)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = HandoverResource.Longest;
            server.Limits.MaxConcurrentConnections = MostConnections;
            server.Listen(end, listen => listen.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddRoutingCore();
        HandoverReceiver.AddTo(builder.Services);
        var host = builder.Build();
        host.UseRateLimiter();
        HandoverReceiver.Map(host, resource);
        return host;
    }
}
