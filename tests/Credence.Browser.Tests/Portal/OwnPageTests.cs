using System.Globalization;
using System.Text.RegularExpressions;
using Credence.Care.Access;
using Credence.Care.Cards;
using Credence.Care.Persons;
using Credence.Care.Referrals;
using Credence.Care.Wishes;
using Credence.Consents;
using Credence.Referrals;
using Credence.Wishes;
using Microsoft.Playwright;
using PersonId = Credence.Record.Access.PersonId;

namespace Credence.Browser.Tests.Portal;

/// <summary>What the person finds on her or his own pages: in the own language, apart from what others did, and with a passphrase that can be changed.</summary>
public class OwnPageTests(Chromium chromium)
{
    // What stays as it is in every language: names that somebody gave, and words that are the same in both.
    private static readonly string[] Same = ["Harbor House", "Meadow Legal (invented)", "Rosa (invented)", "No", "English", "Español"];

    [Fact]
    public async Task No_English_stands_on_a_Spanish_page_and_no_Spanish_on_an_English_one()
    {
        await using var site = await PortalSite.Start();
        var page = await chromium.Page(390);
        await page.GotoAsync(site.At("/card"));
        await page.Locator("input[name=code]").FillAsync(await Served(site));
        await page.SetsPassphrase();
        foreach (var place in (string[])["/", "/about", "/card", "/alone", "/back", "/home", "/file", "/looked", "/agreed", "/agreed/new", "/know", "/notes", "/notes/new", "/erase", "/secret", "/wishes", "/talks", "/help", "/treated", "/nothing"])
        {
            var (english, spanish) = (await Texts(page, site.At(place)), await Texts(page, site.At(place == "/" ? "/es" : $"/es{place}")));
            Assert.NotEmpty(english);
            Assert.Equal((place, ""), (place, string.Join(" | ", spanish.Intersect(english).Except(Same))));
        }

        // What came of a form, too: what is erased, what stays, and why.
        var asked = new List<string[]>();
        foreach (var place in (string[])["/erase", "/es/erase"])
        {
            await page.GotoAsync(site.At(place));
            await page.Locator("form button").First.ClickAsync();
            asked.Add(await Shown(page));
        }

        Assert.Contains(asked[1], text => text.Contains("Muestra lo que permitiste", StringComparison.Ordinal));
        Assert.Equal("", string.Join(" | ", asked[0].Intersect(asked[1]).Except(Same)));
        Assert.Empty(site.Said);
    }

    [Fact]
    public async Task What_was_asked_can_be_taken_back_only_once_it_was_asked_and_who_looked_stands_apart_from_what_one_did()
    {
        await using var site = await PortalSite.Start();
        var page = await chromium.Page(390, scripts: false);
        await page.GotoAsync(site.At("/card"));
        await page.Locator("input[name=code]").FillAsync(await Served(site));
        await page.SetsPassphrase();
        await page.GotoAsync(site.At("/erase"));
        Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { Name = "I do not want that any more" }).CountAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask to erase it" }).ClickAsync();
        await page.GotoAsync(site.At("/erase"));
        Assert.Contains("You asked on", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "I do not want that any more" }).ClickAsync();
        await page.GotoAsync(site.At("/erase"));
        Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { Name = "I do not want that any more" }).CountAsync());

        await page.GotoAsync(site.At("/file"));
        Assert.Contains("Spanish", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.GotoAsync(site.At("/looked"));
        // What was done alike on one day is one line with its number.
        Assert.Equal(25, (await page.Locator("ol.entries > li p:first-child").AllInnerTextsAsync()).Sum(line => Regex.Match(line, @"\((\d+)\)\.$") is { Success: true } times ? int.Parse(times.Groups[1].Value, CultureInfo.InvariantCulture) : 1));
        Assert.DoesNotContain("came in with a card", await page.Locator("ol.entries").InnerTextAsync(), StringComparison.Ordinal);
        // Everything of one day is one line.
        Assert.Contains("asked to erase", await page.Locator("ul.entries > li").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await page.Locator("ul.entries > li").CountAsync() <= 2);
        await page.GetByRole(AriaRole.Link, new() { Name = "Older ones" }).ClickAsync();
        Assert.True(await page.Locator("ol.entries > li").CountAsync() > 0);
        Assert.Equal(0, await page.Locator("ul.entries").CountAsync());
    }

    [Fact]
    public async Task A_secret_sentence_is_changed_by_one_who_knows_the_old_one_and_puts_out_whoever_else_is_inside()
    {
        const string Another = "rain on the tin roof";
        await using var site = await PortalSite.Start();
        var page = await chromium.Page(390, scripts: false);
        await page.GotoAsync(site.At("/alone"));
        var words = await page.SetsPassphrase();
        var other = await chromium.Page(390, scripts: false);
        await other.ComesBack(site, words);

        await page.GetByRole(AriaRole.Link, new() { Name = "Change my secret sentence" }).ClickAsync();
        await Change(page, "something else entirely", Another);
        Assert.Contains("That is not the secret sentence you have now", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("something else entirely", await page.ContentAsync(), StringComparison.Ordinal);
        await Change(page, PortalSite.Secret, "password");
        Assert.Contains("too short", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        await Change(page, PortalSite.Secret, Another);
        Assert.Contains("You have a new secret sentence", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.GotoAsync(site.At("/notes"));
        Assert.Equal("My notes", await page.Locator("h1").InnerTextAsync());

        await other.GotoAsync(site.At("/notes"));
        Assert.Equal(site.Neutral.ToString(), other.Url);
        await other.GotoAsync(site.At("/back"));
        await other.Locator("input[name=words]").FillAsync(words);
        await other.Locator("input[name=passphrase]").FillAsync(Another);
        await other.Locator("main button").ClickAsync();
        await other.WaitForURLAsync("**/home");
        Assert.Empty(site.Said);
    }

    private static async Task Change(IPage page, string old, string passphrase)
    {
        // The browser's own checks would stop a short one.
        await page.Locator("input[name=old]").FillAsync(old);
        await page.Locator("input[name=passphrase]").FillAsync(passphrase.PadRight(12, '1'));
        await page.Locator("input[name=again]").FillAsync(passphrase.PadRight(12, '1'));
        await page.Locator("main form button").ClickAsync();
    }

    // A person for whom much was done: a consent, a referral, a wish, and more readings than one page has.
    private static async Task<string> Served(PortalSite site)
    {
        var (advocate, persons) = (await site.Advocate(), new PersonDesk(site.Record));
        var sheet = new FaceSheet { CalledName = "Rosa (invented)", Language = "es", IsUnder18 = false, Needs = [new NeededHelp(Need.Shelter, Urgency.Now)], Contacts = [new SafeContact(ContactWay.Text, "555-0101", null, false, false)] };
        var person = (await persons.TakeIn(advocate, sheet, default))!.Value;
        for (var times = 0; times < 25; times++) Assert.NotNull(await persons.Open(advocate, person, default));
        await Consents(site, advocate, person);
        var to = new Recipient(new OrganizationId("meadow-legal"), "Meadow Legal (invented)");
        Assert.IsType<ReferralReply.Done>(await new ReferralDesk(site.Record, null).Propose(advocate, person, to, null, [new NeededHelp(Need.Legal, Urgency.Soon)], [], default));
        Assert.IsType<WishReply.Kept>(await new WishDesk(site.Record, Credence.Testing.Cast.Packs).Write(advocate, person, new WishAnswer(Answering.NoAnswer, null, [], null), null, default));
        await new RestorativeDesk(site.Record).Meet(advocate, person, Guid.NewGuid(), Gate.PersonWants, "the facilitator", default);
        return Assert.IsType<CardAnswer.Made>(await new CardDesk(site.Record).Make(advocate, person, default)).Code;
    }

    private static async Task Consents(PortalSite site, CareAccess advocate, PersonId person)
    {
        var now = site.Record.Clock.GetUtcNow();
        var desk = new Credence.Care.Consents.ConsentDesk(site.Record, null);
        var own = (await desk.Addressees(advocate, default))!.Own;
        var consent = new Consent
        {
            Id = new ConsentId(Guid.NewGuid()), About = new(person.Value), Giver = Giver.Person, Signatures = [new Signature(Signer.Person, now)], From = own,
            To = new Recipient(new OrganizationId("meadow-legal"), "Meadow Legal (invented)"), Direction = Direction.CareToCare, Purpose = Credence.Consents.Purpose.Referral, Begins = now, Ends = now.AddDays(30),
            RisksShownAt = now, ToldHelpDoesNotDependOnIt = true, Kinds = new HashSet<InformationKind> { InformationKind.Needs, InformationKind.Contact }, How = new HowGiven(ConsentForm.Paper, "es"),
        };
        Assert.IsType<Credence.Care.Consents.ConsentAnswer.Written>(await desk.Write(advocate, consent, new SigningAnswer.Person(), default));
    }

    private static async Task<string[]> Texts(IPage page, string address)
    {
        await page.GotoAsync(address);
        return await Shown(page);
    }

    // Every text and every label that is read aloud; what has no three letters in a row, such as a day, is in no language.
    private static Task<string[]> Shown(IPage page) => page.EvaluateAsync<string[]>("""
        () => {
            const told = [document.title];
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) told.push(walker.currentNode.textContent.trim());
            for (const labeled of document.querySelectorAll('[aria-label], [placeholder], [title]')) told.push(labeled.ariaLabel ?? labeled.placeholder ?? labeled.title);
            return told.filter(text => /\p{L}{2}/u.test(text.replace('UTC', '')));
        }
        """);
}
