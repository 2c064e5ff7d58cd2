using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Credence.Record.Access;
using Credence.Testing;

namespace Credence.Record.Tests.Web;

/// <summary>What a host answered.</summary>
internal sealed record Answered(HttpStatusCode Status, HttpResponseMessage Message, string Body)
{
    public string? Location => Message.Headers.Location?.ToString();

    public override string ToString() => $"{(int)Status} {Location} {Body.Length}";
}

/// <summary>Somebody who asks by HTTP alone, keeps cookies as a browser does, and sends the token of the last page with each form.</summary>
internal sealed partial class Visitor(HostWeb web, string from) : IDisposable
{
    public const string Password = "several quiet words here";

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        BaseAddress = new Uri($"http://localhost:{web.End.Port}"), Timeout = TimeSpan.FromSeconds(30),
    };

    public Dictionary<string, string> Cookies { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The token of the last page that had a form.</summary>
    public string? Token { get; set; }

    /// <summary>The key of the authenticator that this one set up.</summary>
    public string? Secret { get; private set; }

    /// <summary>Somebody who has the same cookies now.</summary>
    public Visitor Copy()
    {
        var copy = web.Visitor();
        foreach (var (name, value) in Cookies) copy.Cookies[name] = value;
        return copy;
    }

    /// <summary>Comes by a link, sets up a password with an authenticator, and chooses a purpose unless there is none.</summary>
    public async Task<Visitor> Enters(AccountId account, PurposeKind? purpose = PurposeKind.Casework)
    {
        await Comes((await web.Link(account))!);
        Assert.Equal("/purpose", (await SetsUp(Password)).Location);
        if (purpose is { } kind) await Chooses(kind);
        return this;
    }

    /// <summary>Uses a link, and looks at the page where a sign-in is set up.</summary>
    public async Task Comes(string link)
    {
        await Get($"/entry/{link}");
        Assert.Equal("/setup", (await Post("/entry", ("token", link))).Location);
        Secret = Key().Match((await Get("/setup")).Body).Groups[1].Value;
    }

    public Task<Answered> SetsUp(string password) => Post("/setup/password", ("password", password), ("code", Authenticator.Code(Secret!)));

    public async Task Chooses(PurposeKind purpose)
    {
        await Get("/purpose");
        Assert.Equal("/", (await Post("/purpose", ("kind", purpose.ToString()))).Location);
        await Get("/account");
    }

    public Task<Answered> Get(string address) => Send(HttpMethod.Get, address);

    public Task<Answered> Post(string address, params (string Name, string Value)[] fields) => Send(HttpMethod.Post, address, Form(fields));

    public HttpContent Form(IEnumerable<(string Name, string Value)> fields) => new FormUrlEncodedContent(
        [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), .. Token is null ? [] : (KeyValuePair<string, string>[])[new("__RequestVerificationToken", Token)]]);

    public async Task<Answered> Send(HttpMethod method, string address, HttpContent? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body };
        request.Headers.Host = web.Address.Authority;
        // A host that will not read so much says so before it is sent, and not into a broken line.
        if (body?.Headers.ContentLength > 1 << 20) request.Headers.ExpectContinue = true;
        request.Headers.Add("X-Forwarded-For", from);
        if (Cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var message = await _http.SendAsync(request);
        var answered = new Answered(message.StatusCode, message, await message.Content.ReadAsStringAsync());
        Take(message.Headers);
        if (TokenField().Match(answered.Body) is { Success: true } token) Token = token.Groups[1].Value;
        web.Addresses.TryAdd(address, 0);
        if (answered.Location is { } location) web.Addresses.TryAdd(location, 0);
        foreach (var wrong in AnswerManners.Wrong(web, message)) web.Unmannered.TryAdd($"{method} {Ids().Replace(address, "{id}")} ({(int)message.StatusCode}): {wrong}", 0);
        return answered;
    }

    public void Dispose() => _http.Dispose();

    private void Take(HttpResponseHeaders headers)
    {
        if (!headers.TryGetValues("Set-Cookie", out var given)) return;
        foreach (var cookie in given.Select(one => one.Split(';')[0].Split('=', 2)))
        {
            if (cookie[1].Length == 0) Cookies.Remove(cookie[0]);
            else Cookies[cookie[0]] = cookie[1];
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();

    [GeneratedRegex("<code>([A-Z2-7]{16,})</code>")]
    private static partial Regex Key();

    [GeneratedRegex("[0-9a-f-]{36}")]
    private static partial Regex Ids();
}
