using Credence.Browser.Tests.Police;
using Credence.Care.Access;
using Credence.Care.Cards;
using Credence.Care.Consents;
using Credence.Care.Persons;
using Credence.Care.Referrals;
using Credence.Consents;
using Credence.Referrals;
using Microsoft.Playwright;
using PersonId = Credence.Record.Access.PersonId;

namespace Credence.Browser.Tests.Portal;

/// <summary>The person says yes at home, with the keyboard alone in both languages, and without scripts.</summary>
public class GivingPageTests(Chromium chromium)
{
    [Theory]
    [InlineData("", "Let them be told what they need for this", "I do. I am 18 or more", "how to reach you", "Go on", "I have read this", "I say yes and sign", "You said yes", 390, true)]
    [InlineData("/es", "Dejar que sepan lo que hace falta para esto", "Yo. Tengo 18 años o más", "cómo hablar contigo", "Seguir", "Leí esto yo", "Digo que sí y firmo", "Dijiste que sí", 1280, false)]
    public async Task A_referral_is_agreed_to_at_home_after_its_risks_were_read(
        string prefix, string link, string adult, string kind, string goOn, string read, string sign, string done, int width, bool dark)
    {
        await using var site = await PortalSite.Start();
        var (advocate, person, code) = await Served(site);
        var page = await chromium.Page(width, dark);
        await page.GotoAsync(site.At("/card"));
        await page.Locator("input[name=code]").FillAsync(code);
        await page.SetsPassphrase();
        await page.GotoAsync(site.At($"{prefix}/help"));
        await page.GetByRole(AriaRole.Link, new() { Name = link }).PressAsync("Enter");
        await Look("giving");
        Assert.True(await page.Locator("input[name=to]").First.IsCheckedAsync());
        await page.GetByLabel(adult).PressAsync("Space");
        await page.GetByLabel(kind).First.PressAsync("Space");
        await page.GetByRole(AriaRole.Button, new() { Name = goOn }).PressAsync("Enter");
        await page.WaitForURLAsync("**/agreed/new");
        Assert.Contains("Meadow Legal (invented)", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await Look("signing");
        await page.GetByLabel(read).PressAsync("Space");
        await page.GetByRole(AriaRole.Button, new() { Name = sign }).PressAsync("Enter");
        Assert.Equal(done, await page.InnerTextAsync("h1"));
        await Look("given");

        var opened = Assert.Single(await new ReferralDesk(site.Record).List(advocate, person, TestContext.Current.CancellationToken));
        Assert.Equal((ReferralState.Consented, true), (opened.Referral.State, opened.MayTell));
        Assert.True(Assert.Single(await new ConsentDesk(site.Record).List(advocate, person, TestContext.Current.CancellationToken)).How.IsOnline);
        Assert.Empty(site.Said);
        await page.Context.CloseAsync();

        async Task Look(string name) => await PageTests.Look(page, System.Text.Encoding.UTF8.GetBytes(await page.ContentAsync()), $"portal{prefix.Replace('/', '-')}-{name}", width);
    }

    [Fact]
    public async Task Without_scripts_a_minor_is_led_on_and_not_turned_away_and_an_adult_signs()
    {
        await using var site = await PortalSite.Start();
        var (_, _, code) = await Served(site);
        var page = await chromium.Page(390, scripts: false);
        await page.GotoAsync(site.At("/card"));
        await page.Locator("input[name=code]").FillAsync(code);
        await page.SetsPassphrase();
        await page.GotoAsync(site.At("/agreed"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Let someone be told" }).ClickAsync();
        await page.GetByLabel("Meadow Legal").CheckAsync();
        await page.GetByLabel("to find help for me").CheckAsync();
        await page.GetByLabel("what you need").CheckAsync();
        await page.GetByLabel("I am under 18").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send it" }).ClickAsync();

        Assert.Equal(Credence.Care.Statements.StatementAsk.Talk, Assert.Single(await site.Shared()).Asks);
        await page.GotoAsync(site.At("/agreed/new"));
        await page.GetByLabel("Meadow Legal").CheckAsync();
        await page.GetByLabel("to find help for me").CheckAsync();
        await page.GetByLabel("what you need").CheckAsync();
        await page.GetByLabel("I am 18 or more").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await page.GetByLabel("I have read this").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "I say yes and sign" }).ClickAsync();
        Assert.Equal("You said yes", await page.InnerTextAsync("h1"));
        Assert.Empty(site.Said);
        await page.Context.CloseAsync();
    }

    private static async Task<(CareAccess Advocate, PersonId Person, string Code)> Served(PortalSite site)
    {
        var advocate = await site.Advocate();
        var sheet = new FaceSheet { CalledName = "Rosa (invented)", Language = "es", Needs = [new NeededHelp(Need.Legal, Urgency.Soon)] };
        var person = (await new PersonDesk(site.Record).TakeIn(advocate, sheet, default))!.Value;
        var to = new Recipient(new OrganizationId("meadow-legal"), "Meadow Legal (invented)");
        Assert.IsType<ReferralReply.Done>(await new ReferralDesk(site.Record).Propose(advocate, person, to, null, [new NeededHelp(Need.Legal, Urgency.Soon)], [], TestContext.Current.CancellationToken));
        return (advocate, person, Assert.IsType<CardAnswer.Made>(await new CardDesk(site.Record).Make(advocate, person, default)).Code);
    }
}
