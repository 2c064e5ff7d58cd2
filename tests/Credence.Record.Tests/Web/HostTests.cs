using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Credence.Police.Access;
using Credence.Record.Access;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Tests.Web;

/// <summary>What is sent that no browser sends: other names, other methods, too much, too often.</summary>
public class HostTests
{
    [Theory]
    [InlineData("credence.example")]
    [InlineData("localhost.credence.example")]
    [InlineData("127.0.0.1")]
    public async Task Another_name_for_the_host_gets_nothing_and_a_name_in_other_headers_is_not_heard(string name)
    {
        await using var site = await Site.Make();
        using var visitor = site.Web.Visitor();
        var answer = await visitor.Send(HttpMethod.Get, "/sign-in", null, ("Host", name));
        Assert.Equal((HttpStatusCode.BadRequest, ""), (answer.Status, answer.Body));

        foreach (var header in (string[])["X-Forwarded-Host", "X-Host", "X-Original-URL", "X-Rewrite-URL", "Forwarded"])
        {
            var same = await visitor.Send(HttpMethod.Get, "/", null, (header, header == "Forwarded" ? $"host={name}" : name));
            Assert.Equal((HttpStatusCode.Found, "/sign-in"), (same.Status, same.Location));
            Assert.DoesNotContain(name, same.Body, StringComparison.Ordinal);
        }

        Assert.Empty(site.Web.Unmannered.Keys);
    }

    [Fact]
    public async Task A_method_in_a_header_a_form_or_an_address_is_not_believed_and_trace_repeats_nothing()
    {
        await using var site = await Site.Make();
        using var visitor = await site.Web.Visitor().Enters(Cast.At(Cast.Riverton, PoliceRole.Administrator).Account, PurposeKind.Maintenance);
        var closing = Cast.At(Cast.Riverton, PoliceRole.Officer).Account.Value.ToString();
        foreach (var header in (string[])["X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"])
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Send(HttpMethod.Get, $"/team/closed?account={closing}&_method=POST", null, (header, "POST"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Send(HttpMethod.Delete, "/team/closed", visitor.Form([("account", closing)]))).Status);
        var traced = await visitor.Send(HttpMethod.Trace, "/team");
        Assert.Equal(HttpStatusCode.NotFound, traced.Status);
        Assert.DoesNotContain("Cookie", traced.Body, StringComparison.OrdinalIgnoreCase);
        using var same = site.Web.Visitor();
        Assert.NotNull(await same.Enters(Cast.At(Cast.Riverton, PoliceRole.Officer).Account));
    }

    [Fact]
    public async Task A_form_that_is_too_long_too_wide_or_none_changes_nothing_and_is_no_fault()
    {
        await using var site = await Site.Make();
        using var visitor = await site.Web.Visitor().Enters(Cast.At(Cast.Riverton, PoliceRole.Investigator).Account);
        await visitor.Get("/search");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await visitor.Post("/search", ("words", new string('a', 2 << 20)))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Post("/search", [.. Enumerable.Range(0, 5000).Select(number => ($"field{number}", "x"))])).Status);
        using var json = new StringContent("{\"words\":\"passport\"}", Encoding.UTF8, "application/json");
        Assert.Contains((await visitor.Send(HttpMethod.Post, "/search", json)).Status, (HttpStatusCode[])[HttpStatusCode.BadRequest, HttpStatusCode.UnsupportedMediaType]);
        using var endless = new StreamContent(new MemoryStream(new byte[3 << 20]));
        endless.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        using var chunked = new PushedContent(endless);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Send(HttpMethod.Post, "/search", chunked)).Status);
        Assert.Empty(site.Web.Said);
        Assert.Empty(site.Web.Unmannered.Keys);
    }

    [Fact]
    public async Task A_fault_says_nothing_of_itself_but_its_kind_to_whoever_runs_the_host()
    {
        await using var site = await Site.Make();
        using var visitor = await site.Web.Visitor().Enters(Cast.At(Cast.Riverton, PoliceRole.Investigator).Account);
        await using (var rows = site.Web.Record.Enter(Scope.Steward)) await rows.Database.ExecuteSqlAsync($"ALTER TABLE incidents RENAME TO quillfeather");
        var answer = await visitor.Get("/incidents");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.Status);
        Assert.Contains("Something failed", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)sqlite|no such|incidents|SELECT| at Credence", answer.Body.Split("<main")[1]);
        Assert.DoesNotMatch("(?i)no such|SELECT|quillfeather| at ", Assert.Single(site.Web.Said));
        Assert.Empty(site.Web.Unmannered.Keys);
    }

    [Fact]
    public async Task Two_lengths_of_one_message_are_one_too_many()
    {
        await using var site = await Site.Make();
        foreach (var lengths in (string[])["Content-Length: 5\r\nContent-Length: 6", "Content-Length: 5\r\nTransfer-Encoding: chunked, identity", "Transfer-Encoding: gzip"])
            Assert.StartsWith("HTTP/1.1 4", await Raw(site.Web.End, $"POST /sign-in HTTP/1.1\r\nHost: {site.Web.Address.Authority}\r\n{lengths}\r\n\r\nhello"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 400", await Raw(site.Web.End, $"GET /sign-in HTTP/1.1\r\nHost: {site.Web.Address.Authority}\r\nHost: other\r\n\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_too_often_waits_a_minute_each_account_and_each_address_at_the_door_by_itself()
    {
        await using var site = await Site.Make(presses: 20);
        using var officer = await site.Web.Visitor().Enters(Cast.At(Cast.Riverton, PoliceRole.Officer).Account);
        using var investigator = await site.Web.Visitor().Enters(Cast.At(Cast.Riverton, PoliceRole.Investigator).Account);
        Answered? last = null;
        for (var presses = 0; presses < 21; presses++) last = await officer.Get("/account");
        Assert.Equal((HttpStatusCode.TooManyRequests, "60"), (last!.Status, last.Message.Headers.RetryAfter?.ToString()));
        Assert.Contains("Wait a minute", last.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await investigator.Get("/account")).Status);

        using var stranger = site.Web.Visitor();
        for (var presses = 0; presses < 31; presses++) last = await stranger.Send(HttpMethod.Get, "/entry/guessed", null, ("X-Forwarded-For", $"203.0.113.{presses}, 10.9.9.9"));
        // The front server writes the last address; what stands before it anybody can write.
        Assert.Equal(HttpStatusCode.TooManyRequests, last.Status);
        Assert.NotEqual(HttpStatusCode.TooManyRequests, (await site.Web.Visitor().Get("/entry/guessed")).Status);
        // A whole station comes from one address: to look at the door, and to hold a passkey to it, is no guess.
        foreach (var _ in Enumerable.Range(0, 40)) last = await stranger.Send(HttpMethod.Get, "/sign-in", null, ("X-Forwarded-For", "10.9.9.9"));
        Assert.Equal(HttpStatusCode.OK, last.Status);
        Assert.Empty(site.Web.Unmannered.Keys);
    }

    [Fact]
    public async Task Under_tls_cookies_are_bound_to_the_host_and_every_answer_says_that_tls_stays()
    {
        await using var site = await Site.Make("credence.city.example");
        using var visitor = await site.Web.Visitor().Enters(Cast.At(Cast.Riverton, PoliceRole.Investigator).Account);
        foreach (var address in (string[])["/", "/incidents", "/search", "/account", "/nothing", "/sign-in"]) await visitor.Get(address);
        Assert.Equal(["__Host-form", "__Host-police"], visitor.Cookies.Keys.Order());
        Assert.Empty(site.Web.Unmannered.Keys);
    }

    private static async Task<string> Raw(IPEndPoint end, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(end);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        var answer = new byte[4096];
        return Encoding.ASCII.GetString(answer, 0, await client.GetStream().ReadAsync(answer));
    }

    // Says no length before it comes.
    private sealed class PushedContent : HttpContent
    {
        private readonly HttpContent _inner;

        public PushedContent(HttpContent inner)
        {
            _inner = inner;
            Headers.ContentType = inner.Headers.ContentType;
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => _inner.CopyToAsync(stream);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
