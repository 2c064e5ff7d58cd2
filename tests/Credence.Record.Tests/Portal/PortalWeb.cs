using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Credence.Care.Cards;
using Credence.Care.Storage;
using Credence.Portal;
using Credence.Record.Access;
using Credence.Record.Storage;
using Credence.Record.Tests.Care;
using Credence.Record.Tests.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Route = Credence.Record.Tests.Web.Route;

namespace Credence.Record.Tests.Portal;

/// <summary>The portal of an invented provider on a port of this machine, asked without a browser; a clock that a test moves.</summary>
internal sealed partial class PortalWeb : IAsyncDisposable
{
    public const string Secret = "a quiet walk by the lake";
    public static readonly Uri Neutral = new("https://weather.example/");

    private readonly Workplace _workplace;
    private readonly WebApplication _host;
    private int _guests;

    private PortalWeb(Workplace workplace, RecordStore<CareContext> record, WebApplication host, IPEndPoint end, Uri address) =>
        (_workplace, Record, _host, End, Address) = (workplace, record, host, end, address);

    public RecordStore<CareContext> Record { get; }

    public Workplace Workplace => _workplace;

    public IPEndPoint End { get; }

    public Uri Address { get; }

    public required MovedClock Clock { get; init; }

    public required CountedPassphrases Passphrases { get; init; }

    public List<string> Said { get; } = [];

    public IReadOnlyList<Route> Routes =>
        [.. ((IEndpointRouteBuilder)_host).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().SelectMany(Route.Of)];

    public static async Task<PortalWeb> Start(string? name = null, string law = "us-ma")
    {
        var (workplace, clock, passphrases) = (await Workplace.Make(DatabaseKind.Sqlite), new MovedClock(), new CountedPassphrases());
        var record = await CareCast.NewCareRecord(workplace, clock);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var end = (IPEndPoint)listener.LocalEndpoint;
        listener.Stop();
        var address = new Uri(name is null ? $"http://localhost:{end.Port}" : $"https://{name}");
        var portal = Credence.Portal.Portal.Of("Harbor House", Neutral, law, Testing.Cast.Packs);
        PortalWeb? web = null;
        var host = PortalHost.Build(
            record, CareCast.Harbor, portal, passphrases, end, address, said => web!.Said.Add(said), TimeSpan.FromMilliseconds(50));
        web = new PortalWeb(workplace, record, host, end, address) { Clock = clock, Passphrases = passphrases };
        await host.StartAsync();
        return web;
    }

    /// <summary>Somebody at an address of her or his own, unless another one is named.</summary>
    public Guest Guest(string? from = null) => new(this, from ?? $"10.1.0.{Interlocked.Increment(ref _guests)}");

    /// <summary>A card for this person, or for somebody whom Harbor House takes in.</summary>
    public async Task<string> Card(PersonId? person = null) =>
        Assert.IsType<CardAnswer.Made>(await new CardDesk(Record).Make(CareCast.Advocate, person ?? await CareCast.TakeIn(Record), default)).Code;

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await _host.DisposeAsync();
        await _workplace.DisposeAsync();
    }
}

/// <summary>Passphrases that are quick to hash, and counted: time would tell what is counted here.</summary>
internal sealed class CountedPassphrases() : Passphrases(1)
{
    private int _derived;

    public int Derived => _derived;

    protected override byte[] Derive(string passphrase, ReadOnlySpan<byte> salt)
    {
        Interlocked.Increment(ref _derived);
        return base.Derive(passphrase, salt);
    }
}

/// <summary>Somebody who asks the portal by HTTP alone, keeps cookies as a browser does, and sends the token of the last page with each form.</summary>
internal sealed partial class Guest(PortalWeb web, string from) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri($"http://localhost:{web.End.Port}") };

    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    public string? Token { get; set; }

    public string? Words { get; private set; }

    /// <summary>Comes in without a name.</summary>
    public async Task<Guest> Begins(string prefix = "")
    {
        await Get($"{prefix}/alone");
        Assert.Equal($"{prefix}/words", (await Post($"{prefix}/alone", ("passphrase", PortalWeb.Secret), ("again", PortalWeb.Secret))).Location);
        return await Learns(prefix);
    }

    /// <summary>Comes in by a card.</summary>
    public async Task<Guest> Uses(string code)
    {
        await Get("/card");
        Assert.Equal("/words", (await Post("/card", ("code", code), ("passphrase", PortalWeb.Secret), ("again", PortalWeb.Secret))).Location);
        return await Learns("");
    }

    /// <summary>Comes back.</summary>
    public async Task<Answered> Returns(string words, string passphrase = PortalWeb.Secret)
    {
        await Get("/back");
        var answer = await Post("/back", ("words", words), ("passphrase", passphrase));
        if (answer.Location == "/home") await Get("/home");
        return answer;
    }

    /// <summary>Keeps a note; its address.</summary>
    public async Task<string> Keeps(string words)
    {
        await Get("/notes/new");
        return (await Post("/notes", ("words", words))).Location!;
    }

    public Task<Answered> Get(string address) => Send(HttpMethod.Get, address);

    public Task<Answered> Post(string address, params (string Name, string Value)[] fields) => Send(HttpMethod.Post, address, new FormUrlEncodedContent(
        [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), .. Token is null ? [] : (KeyValuePair<string, string>[])[new("__RequestVerificationToken", Token)]]));

    public async Task<Answered> Send(HttpMethod method, string address, HttpContent? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body };
        request.Headers.Host = web.Address.Authority;
        request.Headers.Add("X-Forwarded-For", from);
        if (Cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        var message = await _http.SendAsync(request);
        var answered = new Answered(message.StatusCode, message, await message.Content.ReadAsStringAsync());
        if (message.Headers.TryGetValues("Set-Cookie", out var given))
            foreach (var cookie in given.Select(one => one.Split(';')[0].Split('=', 2)))
            {
                if (cookie[1].Length == 0) Cookies.Remove(cookie[0]);
                else Cookies[cookie[0]] = cookie[1];
            }

        if (TokenField().Match(answered.Body) is { Success: true } token) Token = token.Groups[1].Value;
        return answered;
    }

    public void Dispose() => _http.Dispose();

    private async Task<Guest> Learns(string prefix)
    {
        Words = NewWords().Match((await Get($"{prefix}/words")).Body).Groups[1].Value;
        Assert.Equal($"{prefix}/home", (await Post($"{prefix}/words")).Location);
        await Get($"{prefix}/home");
        return this;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();

    [GeneratedRegex("<p class=\"words\">([^<]+)</p>")]
    private static partial Regex NewWords();
}
