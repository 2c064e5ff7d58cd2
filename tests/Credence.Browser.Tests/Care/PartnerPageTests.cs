using System.Text.Json.Nodes;
using Credence.Browser.Tests.Police;
using Credence.Care.Directories;
using Credence.Directories;
using Credence.Record.Access;
using Credence.Record.Handovers;
using Credence.Record.Keys;
using Microsoft.Playwright;

namespace Credence.Browser.Tests.Care;

/// <summary>What an administrator says of others: what a partner is called, and that a service is the organization's own, or not any more.</summary>
public class PartnerPageTests(Chromium chromium)
{
    [Fact]
    public async Task A_partner_gets_a_name_and_a_service_is_claimed_and_given_back()
    {
        await using var site = await CareSite.Start();
        var keeper = await site.Access("admin-1", PurposeKind.Maintenance);
        var police = PostKeys.OpenOrCreate(new KeyFolder(Directory.CreateTempSubdirectory("credence-card-").FullName), HostName.Of("riverton-pd"), Side.Police, new OrganizationId(Guid.NewGuid()), null);
        var post = Post.Of(site.Record, PostKeys.OpenOrCreate(site.Record.Vault.Folder, HostName.Of("harbor-house"), Side.Care, keeper.Organization, null));
        Assert.Equal(CardAnswer.Added, await post.Partners.Add(keeper, police.Card, police.Card.Fingerprint, TestContext.Current.CancellationToken));
        using var shelf = new DirectoryShelf(Credence.Testing.Cast.Packs);
        var service = new DirectoryEntry("service", JsonNode.Parse("""{"id":"s1","name":"Emergency Shelter","status":"active","organization":{"id":"o1","name":"Harbor House","description":"d"},"languages":[{"id":"l1","code":"es"}]}""")!.AsObject(), "services.json", 1);
        await new DirectoryDesk(site.Record, shelf).Import(keeper, "example-211", [service], TestContext.Current.CancellationToken);
        var page = await chromium.Page(390);
        await page.Enters(site, "admin-1", PurposeKind.Maintenance);

        await page.GotoAsync(new Uri(site.Address, "/agency").ToString());
        await page.GetByText("What a partner is called").ClickAsync();
        await PageTests.Look(page, [], "care-partner", 390);
        await page.Locator("input[name=called]").FillAsync("Riverton Police Department");
        await page.GetByRole(AriaRole.Button, new() { Name = "Call it so" }).ClickAsync();
        await Assertions.Expect(page.Locator("ul.rows li").First).ToContainTextAsync("Riverton Police Department");

        await page.GotoAsync(new Uri(site.Address, "/directory/services").ToString());
        await page.GetByRole(AriaRole.Link, new() { Name = "Emergency Shelter" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Spanish");
        await page.GetByText("This is a service of our own organization").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "It is ours" }).ClickAsync();
        await page.GetByText("It is not our own any more").ClickAsync();
        await PageTests.Look(page, [], "care-claimed", 390);
        await page.GetByRole(AriaRole.Button, new() { Name = "Take it back" }).ClickAsync();
        await Assertions.Expect(page.GetByText("This is a service of our own organization")).ToBeVisibleAsync();
        Assert.Empty(site.Said);
        await page.Context.CloseAsync();
    }
}
