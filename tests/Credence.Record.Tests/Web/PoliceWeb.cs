using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Credence.Police.Storage;
using Credence.Police.Web;
using Credence.Record.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Credence.Record.Tests.Web;

/// <summary>The pages of an invented police record on a port of this machine, asked without a browser.</summary>
internal sealed class PoliceWeb : IAsyncDisposable
{
    private readonly WebApplication _host;
    private int _visitors;

    // The packs are compiled once for all hosts of the suite.
    private static readonly Readers Shared = new(Testing.Cast.Packs);

    private PoliceWeb(RecordStore<PoliceContext> record, WebApplication host, IPEndPoint end, Uri address) =>
        (Record, _host, End, Address) = (record, host, end, address);

    public RecordStore<PoliceContext> Record { get; }

    /// <summary>Where it listens.</summary>
    public IPEndPoint End { get; }

    /// <summary>Where people find it.</summary>
    public Uri Address { get; }

    /// <summary>What the host told whoever runs it, and what it logged.</summary>
    public ConcurrentQueue<string> Said { get; private init; } = new();

    /// <summary>Every address that anybody asked for, was sent to or was offered.</summary>
    public ConcurrentDictionary<string, byte> Addresses { get; } = new(StringComparer.Ordinal);

    /// <summary>Answers without their manners.</summary>
    public ConcurrentDictionary<string, byte> Unmannered { get; } = new(StringComparer.Ordinal);

    /// <summary>Every endpoint that the host has.</summary>
    public IReadOnlyList<Route> Routes =>
        [.. ((IEndpointRouteBuilder)_host).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().SelectMany(Route.Of)];

    /// <param name="record">The record.</param>
    /// <param name="name">A name under which people come by TLS; null for this machine itself, without.</param>
    /// <param name="presses">How often an account may ask within a minute.</param>
    public static async Task<PoliceWeb> Start(RecordStore<PoliceContext> record, string? name = null, int presses = int.MaxValue)
    {
        var end = new IPEndPoint(IPAddress.Loopback, FreePort());
        var address = new Uri(name is null ? $"http://localhost:{end.Port}" : $"https://{name}");
        var said = new ConcurrentQueue<string>();
        var host = PoliceHost.Build(record, Shared, end, address, said.Enqueue, presses);
        host.Services.GetRequiredService<ILoggerFactory>().AddProvider(new Listener(said));
        await host.StartAsync();
        return new PoliceWeb(record, host, end, address) { Said = said };
    }

    /// <summary>Somebody at an address of her or his own.</summary>
    public Visitor Visitor() => new(this, $"10.0.{Interlocked.Increment(ref _visitors) / 250}.{_visitors % 250}");

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await _host.DisposeAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class Listener(ConcurrentQueue<string> said) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            said.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
