using Credence.Browser.Tests.Police;
using Credence.Care.Access;
using Credence.Care.Cards;
using Credence.Care.Consents;
using Credence.Care.Wishes;
using Credence.Consents;
using Credence.Record.Access;
using Credence.Referrals;
using Credence.Wishes;
using Microsoft.Playwright;
using OrganizationId = Credence.Consents.OrganizationId;
using PersonId = Credence.Record.Access.PersonId;

namespace Credence.Browser.Tests.Care;

/// <summary>What a person lets police be told, from the inbox to the word that they were.</summary>
public class PolicePageTests(Chromium chromium)
{
    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Whoever_tells_police_sees_what_they_may_hear_and_writes_down_that_they_did(int width)
    {
        await using var site = await CareSite.Start();
        var person = await site.TakeIn();
        await Release(site, person, await site.Access("adv-1"));
        var page = await chromium.Page(width);
        await page.Enters(site, "adv-1", PurposeKind.Help);
        await page.GotoAsync(new Uri(site.Address, "/inbox").ToString());
        await PageTests.Look(page, [], "care-inbox-police", width);
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^See what, of file") }).ClickAsync();
        await PageTests.Look(page, [], "care-police", width);
        Assert.Contains("To be believed (invented).", await page.InnerTextAsync("main"), StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Button, new() { Name = "Write down that they were told" }).ClickAsync();
        Assert.Contains("Found nothing marked", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.Locator("input[name=kind][value=Wishes]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Write down that they were told" }).ClickAsync();

        Assert.Contains("Told so far:", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await PageTests.Look(page, [], "care-police-told", width);
        await page.GotoAsync(new Uri(site.Address, $"/persons/{person.Value}/timeline").ToString());
        Assert.Contains("to Riverton Police", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.GotoAsync(new Uri(site.Address, "/inbox").ToString());
        Assert.DoesNotContain("Riverton Police", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Empty(site.Said);
    }

    private static async Task Release(CareSite site, PersonId person, CareAccess advocate)
    {
        var now = site.Record.Clock.GetUtcNow();
        var desk = new ConsentDesk(site.Record, null);
        var consent = new Consent
        {
            Id = new ConsentId(Guid.NewGuid()), About = new(person.Value), Giver = Giver.Person, Signatures = [new Signature(Signer.Person, now)], From = (await desk.Addressees(advocate, default))!.Own,
            To = new Recipient(new OrganizationId("riverton-pd"), "Riverton Police"), Direction = Direction.CareToPolice, Purpose = Credence.Consents.Purpose.Investigation, Begins = now, Ends = now.AddDays(30),
            RisksShownAt = now, ToldHelpDoesNotDependOnIt = true, Kinds = new HashSet<InformationKind> { InformationKind.Wishes, InformationKind.Language }, How = new HowGiven(ConsentForm.Paper, "es"),
        };
        Assert.IsType<ConsentAnswer.Written>(await desk.Write(advocate, consent, new SigningAnswer.Person(), default));
        var wishes = new WishDesk(site.Record, Credence.Testing.Cast.Packs);
        var card = Assert.IsType<CardAnswer.Made>(await new CardDesk(site.Record).Make(advocate, person, default));
        var own = (await new SurvivorDoor(site.Record, advocate.Organization, new Passphrases(1)).Use(card.Code, Portal.PortalSite.Secret, "en", default))!.Access;
        var wish = Assert.IsType<WishReply.Kept>(await wishes.Say(own, new WishAnswer(Answering.Answered, "To be believed (invented).", ["believed"], WishPack.From(Credence.Testing.Cast.Packs, [])[0].Stamp), null, default)).Id;
        Assert.True(await wishes.Release(own, wish, default));
    }
}
