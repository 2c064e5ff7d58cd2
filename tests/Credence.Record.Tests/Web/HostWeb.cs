using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Credence.Record.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Credence.Record.Tests.Web;

/// <summary>The pages of an invented record on a port of this machine, asked without a browser.</summary>
internal abstract class HostWeb : IAsyncDisposable
{
    private readonly WebApplication _host;
    private int _visitors;

    protected HostWeb(IPEndPoint end, Uri address, ConcurrentQueue<string> said, WebApplication host)
    {
        (End, Address, Said, _host) = (end, address, said, host);
        host.Services.GetRequiredService<ILoggerFactory>().AddProvider(new Listener(said));
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint End { get; }

    /// <summary>Where people find it.</summary>
    public Uri Address { get; }

    /// <summary>What the host told whoever runs it, and what it logged.</summary>
    public ConcurrentQueue<string> Said { get; }

    /// <summary>Every address that anybody asked for, was sent to or was offered.</summary>
    public ConcurrentDictionary<string, byte> Addresses { get; } = new(StringComparer.Ordinal);

    /// <summary>Answers without their manners.</summary>
    public ConcurrentDictionary<string, byte> Unmannered { get; } = new(StringComparer.Ordinal);

    /// <summary>Every endpoint that the host has.</summary>
    public IReadOnlyList<Route> Routes =>
        [.. ((IEndpointRouteBuilder)_host).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().SelectMany(Route.Of)];

    /// <summary>The token of a link by which an account sets up its sign-in.</summary>
    public abstract Task<string?> Link(AccountId account);

    /// <summary>Somebody at an address of her or his own.</summary>
    public Visitor Visitor() => new(this, $"10.0.{Interlocked.Increment(ref _visitors) / 250}.{_visitors % 250}");

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await _host.DisposeAsync();
    }

    /// <summary>A free port of this machine, and where people find it.</summary>
    /// <param name="name">A name under which people come by TLS; null for this machine itself, without.</param>
    protected static (IPEndPoint End, Uri Address) Ends(string? name)
    {
        var end = new IPEndPoint(IPAddress.Loopback, FreePort());
        return (end, new Uri(name is null ? $"http://localhost:{end.Port}" : $"https://{name}"));
    }

    protected Task Start() => _host.StartAsync();

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
