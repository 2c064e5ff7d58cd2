using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Credence.Care.Directories;
using Credence.Care.Web;
using Credence.Directories;
using Credence.Record.Tests.Care;
using Credence.Record.Tests.Directories;

namespace Credence.Record.Tests.Web;

/// <summary>The directory for anybody, asked without an account.</summary>
public class HsdsEndpointTests
{
    [Fact]
    public async Task The_required_endpoints_answer_as_hsds_has_them()
    {
        await using var site = await Open();
        Assert.Equal("3.0", (await site.Get("/hsds/"))!["version"]!.GetValue<string>());

        var page = (await site.Get("/hsds/services?per_page=1&page=2"))!;
        Assert.Equal("""{"total_items":2,"total_pages":2,"page_number":2,"size":1,"first_page":false,"last_page":true,"empty":false}""",
            new JsonObject(page.Where(pair => pair.Key != "contents").Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone()))).ToJsonString());
        var listed = page["contents"]![0]!.AsObject();
        Assert.Equal((CareDirectory.Law, "Meadow Legal", false), (listed.Text("id"), listed.Object("organization")?.Text("name"), listed.ContainsKey("phones")));
        Assert.Equal("555-0101", (await site.Get($"/hsds/services/{CareDirectory.Law}"))!.Objects("phones").Single().Text("number"));
    }

    [Theory]
    [InlineData("search=shelter", "s1")]
    [InlineData("search=SHÉLTER+harb", "s1")]
    [InlineData("organization_id=o2", "s2")]
    [InlineData("taxonomy_term_id=term-s2", "s2")]
    [InlineData("taxonomy_term_id=term", "")]
    [InlineData("taxonomy_id=tax-1", "s1 s2")]
    [InlineData("modified_after=2099-01-01", "")]
    [InlineData("modified_after=2020-01-01&minimal=true", "s1 s2")]
    [InlineData("full=true&search=law", "")]
    public async Task Filters_find_what_they_name(string query, string found)
    {
        await using var site = await Open();
        Assert.Equal(found, string.Join(' ', (await site.Get($"/hsds/services?{query}"))!["contents"]!.AsArray().Select(one => one!.AsObject().Text("id"))));
    }

    [Theory]
    [InlineData("/hsds/services?page=0", 400)]
    [InlineData("/hsds/services?per_page=1000", 400)]
    [InlineData("/hsds/services?modified_after=soon", 400)]
    [InlineData("/hsds/services/nothing", 404)]
    [InlineData("/hsds/services/%27%20OR%201=1", 404)]
    public async Task A_wrong_question_gets_one_sentence(string address, int status)
    {
        await using var site = await Open();
        var answer = await site.Client.GetAsync(address);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(status, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["status"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("/hsds/services?full=true")]
    [InlineData("/hsds/services")]
    [InlineData("/hsds/services/s1")]
    public async Task A_confidential_address_is_in_no_answer(string address)
    {
        await using var site = await Open();
        Assert.IsType<DirectoryAnswer.Done>(await new ListingDesk(site.Record).Hide(CareCast.Advocate, CareDirectory.Beds, default));
        Assert.IsType<DirectoryAnswer.Done>(await new ListingDesk(site.Record).Hide(CareCast.Advocate, CareDirectory.Law, default));
        var text = await site.Client.GetStringAsync(address);

        Assert.DoesNotMatch("Quay|00001|40.25|75.5", text);
        Assert.Contains("Harbor House", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_a_person_stands_behind_any_public_address()
    {
        await using var site = await Open();
        await CareCast.TakeIn(site.Record);
        foreach (var address in (string[])["/hsds/", "/hsds/services?full=true", "/hsds/services?search=rosa", "/hsds/persons", "/hsds/organizations"])
            Assert.DoesNotContain("Rosa", await (await site.Client.GetAsync(address)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(site.Said);
    }

    [Fact]
    public async Task Who_asks_too_often_waits()
    {
        await using var site = await Open();
        for (var i = 0; i < 300; i++) Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync("/hsds/")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await site.Client.GetAsync("/hsds/")).StatusCode);
    }

    private static async Task<OpenDirectory> Open()
    {
        var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var record = await CareCast.NewCareRecord(workplace);
        await record.Fill();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var end = (IPEndPoint)listener.LocalEndpoint;
        listener.Stop();
        var said = new List<string>();
        var host = CareHost.Build(record, Credence.Testing.Cast.Packs, end, new Uri($"http://localhost:{end.Port}"), said.Add);
        await host.StartAsync();
        return new OpenDirectory(workplace, record, host, new HttpClient { BaseAddress = new Uri($"http://localhost:{end.Port}") }, said);
    }

    private sealed record OpenDirectory(
        Workplace Workplace, Credence.Record.Storage.RecordStore<Credence.Care.Storage.CareContext> Record, Microsoft.AspNetCore.Builder.WebApplication Host, HttpClient Client, List<string> Said) : IAsyncDisposable
    {
        public async Task<JsonObject?> Get(string address) => JsonNode.Parse(await Client.GetStringAsync(address)) as JsonObject;

        public async ValueTask DisposeAsync()
        {
            Client.Dispose();
            await Host.StopAsync();
            await Host.DisposeAsync();
            await Workplace.DisposeAsync();
        }
    }
}
