using System.Net;
using System.Text.RegularExpressions;

namespace Credence.RecordBench;

/// <summary>Somebody who fills in forms: keeps cookies as a browser does, and sends the token of the last page with each form.</summary>
/// <param name="client">Keeps no cookies and follows nothing.</param>
/// <param name="site">Whose forms.</param>
/// <param name="from">The address that the web server in front would name.</param>
internal sealed partial class BenchGuest(HttpClient client, Uri site, string from)
{
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);
    private string _token = "";

    public BenchGuest(HttpClient client, Uri site, string from, string cookie) : this(client, site, from) => Keep(cookie);

    public string Cookies => string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));

    public Task<string> Get(string path) => Send(HttpMethod.Get, path, null);

    public Task<string> Post(string path, params (string Name, string Value)[] fields) => Send(HttpMethod.Post, path, Form(fields));

    /// <summary>A form as it is sent, with the token.</summary>
    public string Form(params (string Name, string Value)[] fields) =>
        string.Join('&', fields.Append(("__RequestVerificationToken", _token)).Select(field => $"{field.Item1}={Uri.EscapeDataString(field.Item2)}"));

    private async Task<string> Send(HttpMethod method, string path, string? form)
    {
        using var asked = new HttpRequestMessage(method, new Uri(site, path));
        if (_cookies.Count > 0) asked.Headers.Add("Cookie", Cookies);
        asked.Headers.Add("X-Forwarded-For", from);
        if (form is not null) asked.Content = new StringContent(form, null, "application/x-www-form-urlencoded");
        using var answer = await client.SendAsync(asked);
        if (answer.Headers.TryGetValues("Set-Cookie", out var given)) foreach (var cookie in given) Keep(cookie);
        var body = await answer.Content.ReadAsStringAsync();
        if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.SeeOther)) throw new InvalidOperationException($"{path}: found {(int)answer.StatusCode}, expected a page.");
        if (Token().Match(body) is { Success: true } token) _token = token.Groups[1].Value;
        return answer.StatusCode == HttpStatusCode.OK ? body : answer.Headers.Location!.ToString();
    }

    private void Keep(string cookie)
    {
        var parts = cookie.Split(';')[0].Split('=', 2);
        if (parts[1].Length == 0) _cookies.Remove(parts[0]);
        else _cookies[parts[0]] = parts[1];
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
