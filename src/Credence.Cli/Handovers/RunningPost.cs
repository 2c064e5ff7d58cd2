using System.CommandLine;
using System.Net;
using Credence.Record.Handovers;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Credence.Cli.Handovers;

/// <summary>
/// The post of one organization while a process runs: listens for what partners send, hands it to the desk of the record, and, if it is asked, sends what waits.
/// It has a server of its own beside that of any pages, with the limits that strangers need.
/// </summary>
internal sealed class RunningPost : IAsyncDisposable
{
    /// <summary>For commands that serve pages: the post runs in the same process.</summary>
    public static readonly Option<string?> Beside = new("--handovers")
    {
        Description = "Also take in what partners send, at this address of the machine, and send what waits: as credence handover serve and credence handover send --watch do, in this process",
        HelpName = "127.0.0.1:PORT",
    };

    private const int MostConnections = 100;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _stop = new();
    private readonly WebApplication _host;
    private readonly InboxRounds _rounds;
    private readonly HandoverSender _sender = new();
    private readonly Task _work;

    private RunningPost(WebApplication host, InboxRounds rounds, Post post, bool sends, Action<string> say)
    {
        (_host, _rounds) = (host, rounds);
        _work = Task.WhenAll(rounds.Run(_stop.Token), sends ? Send(post.Delivery(_sender.Carry), say) : Task.CompletedTask);
    }

    /// <summary>Where it takes messages.</summary>
    public string At => $"{_host.Urls.First()}/{HandoverSender.Resource}";

    /// <summary>The post of the record whose pages a command serves, or null if it was not asked for one.</summary>
    public static async Task<RunningPost?> StartBeside(ParseResult parsed, PostRecord record, KeyFolder folder, CancellationToken cancellation)
    {
        if (parsed.GetValue(Beside) is not { } listen) return null;
        if (!TryEnd(listen, out var end)) throw CommandEnd.WrongUse($"{Beside.Name}: found no address of this machine itself, expected one such as 127.0.0.1:8441.");
        var name = PostRecord.NameOf(parsed, folder);
        var running = await Start(record, record.PostOf(PostKeys.Open(folder, name)), end, sends: true, parsed.InvocationConfiguration.Error.WriteLine, cancellation);
        parsed.InvocationConfiguration.Output.WriteLine($"Taking messages for {name} at {running.At}, and sending what waits");
        return running;
    }

    /// <summary>Begins to listen, to take in and perhaps to send.</summary>
    public static async Task<RunningPost> Start(PostRecord record, Post post, IPEndPoint end, bool sends, Action<string> say, CancellationToken cancellation)
    {
        var rounds = new InboxRounds((again, stop) => record.TakeIn(post, again, stop), say);
        var host = Host(end, new HandoverResource(post, rounds.Ring, say));
        try
        {
            await host.StartAsync(cancellation);
        }
        catch (IOException)
        {
            rounds.Dispose();
            await host.DisposeAsync();
            throw CommandEnd.Failed($"Found {end} in use or not allowed, expected a free port for what partners send.");
        }

        return new RunningPost(host, rounds, post, sends, say);
    }

    /// <summary>An address of this machine itself: a web server in front of it speaks TLS with the world.</summary>
    public static bool TryEnd(string text, out IPEndPoint end) => IPEndPoint.TryParse(text, out end!) && IPAddress.IsLoopback(end.Address);

    /// <summary>Goes on until it is stopped.</summary>
    public Task Until(CancellationToken cancellation) => _work.WaitAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        try
        {
            await _work;
        }
        catch (OperationCanceledException)
        {
            // What is being taken in is taken in.
        }

        await _host.StopAsync(CancellationToken.None);
        await _host.DisposeAsync();
        _sender.Dispose();
        _rounds.Dispose();
        _stop.Dispose();
    }

    private async Task Send(Delivery delivery, Action<string> say)
    {
        for (; ; await Task.Delay(Between, _stop.Token))
        {
            try
            {
                var report = await delivery.Pass(everything: false, _stop.Token);
                if (report.Expired > 0) say(FormattableString.Invariant($"Found {report.Expired:N0} that nobody took in their time; who sent them has to know."));
            }
            // A disk that is full or a server that restarts must not end what nobody looks after at night.
            catch (RecordFault fault)
            {
                say(fault.Message);
                await Task.Delay(AfterFault, _stop.Token);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                say($"Found a fault of the program ({e.GetType().Name}) while sending; it is tried again.");
                await Task.Delay(AfterFault, _stop.Token);
            }
        }
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
