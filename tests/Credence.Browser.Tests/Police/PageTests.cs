using System.Text.RegularExpressions;
using Credence.Police.Classification;
using Credence.Police.Encounters;
using Credence.Police.Protection;
using Credence.Record.Access;
using Credence.Review;
using Credence.Screening.Instruments;
using Credence.Testing;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Credence.Browser.Tests.Police;

/// <summary>Every page, at the width of a phone and of a desk, light and dark: nothing that axe finds, nothing wider than the screen, nothing large.</summary>
public partial class PageTests(Chromium chromium)
{
    private const int MostBytes = 60_000;
    private const int Desk = 1280;

    [Theory]
    [InlineData(390, false)]
    [InlineData(1280, true)]
    public async Task Every_page_of_every_role_is_clean_fits_and_is_small(int width, bool dark)
    {
        Assert.SkipUnless(!dark || LongRun.IsAsked, LongRun.WhySkipped);
        await using var site = await PoliceSite.Start();
        await site.Import();
        await site.Partner();
        foreach (var person in (await Pages(site)).GroupBy(one => one.Handle))
        {
            var page = await chromium.Page(width, dark);
            await page.Enters(site, person.Key);
            foreach (var (handle, purpose, pages) in person)
            {
                await page.GotoAsync(new Uri(site.Address, "/purpose").ToString());
                await page.Chooses(purpose);
                foreach (var address in pages)
                {
                    var answer = await page.GotoAsync(new Uri(site.Address, address).ToString());
                    Assert.Equal(200, answer!.Status);
                    await Look(page, await answer.BodyAsync(), $"{handle}{Ids().Replace(address, "").Replace('/', '-')}-{Array.IndexOf(pages, address)}", width);
                }
            }

            if (person.Key == "off-1") await LookAtStates(page, site, width);
            await page.Context.CloseAsync();
        }

        Assert.Empty(site.Said);
    }

    [Theory]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    public async Task The_pages_before_the_door_are_clean_too(int width, bool dark)
    {
        await using var site = await PoliceSite.Start();
        var page = await chromium.Page(width, dark);
        var link = await site.Link("inv-1");
        foreach (var address in (string[])["/sign-in", "/sign-in/code", link.AbsolutePath])
        {
            var answer = await page.GotoAsync(new Uri(site.Address, address).ToString());
            await Look(page, await answer!.BodyAsync(), $"outside{address.Replace('/', '-')[..Math.Min(address.Length, 12)]}", width);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await Look(page, [], "outside-setup", width);
    }

    private static async Task<(string Handle, PurposeKind Purpose, string[] Addresses)[]> Pages(PoliceSite site)
    {
        var reviewed = await Reviewed(site);
        await site.Import(ProtectionScene.Third);
        var protection = await ProtectionScene.Make(site);
        return
        [
            ("inv-1", PurposeKind.Casework, ["/incidents", $"/incidents/{await site.Incident("2031-1")}", "/search", "/purpose", "/account", .. protection.Investigator]),
            ("admin-1", PurposeKind.Maintenance, ["/team", "/agency"]),
            ("sup-1", PurposeKind.Casework, ["/team", "/training/team", "/packs", "/packs/wording-en", "/packs/wording-en/1", "/packs/statutes/1", "/packs/hhs-card/1", .. protection.Supervisor]),
            ("adv-1", PurposeKind.Help, ["/sheets"]),
            ("ana-1", PurposeKind.Review, ["/imports", "/imports/1", "/measures", "/measures/coded-trafficking?answer=no"]),
            ("aud-1", PurposeKind.Audit, ["/events", "/events?kind=incident&from=2031-01-01", "/events?to=2001-01-01", "/arrests/exceptions"]),
            .. reviewed,
            ("off-1", PurposeKind.Casework, ["/purpose", "/roadside", .. await Roadside(site), .. protection.Officer, "/training", "/training/traffic-stop", "/handovers", "/handovers/new", "/writing"]),
        ];
    }

    // What only a form leads to: text with its flags, a page for the person who signs, a handover that is listed, what comes of taking it back.
    private static async Task LookAtStates(IPage page, PoliceSite site, int width)
    {
        await page.Locator("textarea").FillAsync("The victim claims that her boss keeps her passport.");
        await page.Presses("Check");
        await page.Locator("[data-checked] mark").WaitForAsync();
        await Look(page, [], "off-1-writing-checked", width);
        foreach (var language in (string[])["en", "es"])
        {
            await page.GotoAsync(new Uri(site.Address, "/handovers/new").ToString());
            await page.Locator("input[name=recipient]").FillAsync("Harbor House");
            await page.Locator("select[name=need-Shelter]").SelectOptionAsync("Now");
            await page.Locator("input[name=contact]").FillAsync("555-0101");
            await page.Locator("input[name=age]").FillAsync("34");
            await page.Locator("input[name=explained]").FillAsync(language);
            await page.Presses("Go on");
            await Look(page, [], $"off-1-signing-{language}", width);
            if (language == "en") await page.SignsInAgain(site);
        }

        await page.Locator("input[name=read-Person]").CheckAsync();
        await page.Presses("Firmo");
        await Look(page, [], "off-1-handed-over", width);
        var consent = await page.Locator(".number").InnerTextAsync();
        await page.SignsInAgain(site);
        await page.GotoAsync(new Uri(site.Address, "/handovers").ToString());
        await Look(page, [], "off-1-handovers-listed", width);
        await page.GotoAsync(new Uri(site.Address, $"/handovers/withdrawal/{consent}").ToString());
        await Look(page, [], "off-1-withdrawal", width);
        await page.Presses("Take it back");
        await Look(page, [], "off-1-withdrawn", width);
    }

    // One has read both incidents, another the first: they differ on it, and who runs the review has drawn an audit of a second one.
    private static async Task<(string Handle, PurposeKind Purpose, string[] Addresses)[]> Reviewed(PoliceSite site)
    {
        var (review, audited) = (await site.Review(1, "inv-1", "inv-2"), await site.Review(0, "inv-2"));
        await site.Read(review, "inv-1", VictimAnswer.Yes, VictimAnswer.No);
        await site.Read(review, "inv-2", VictimAnswer.No);
        await site.Read(audited, "inv-2", VictimAnswer.Yes);
        await site.DrawAudit(audited);
        var (own, incident) = ($"/reviews/{review.Value}", await site.Incident("2031-1"));
        return
        [
            ("inv-1", PurposeKind.Review, ["/reviews", own, $"{own}/reading", $"{own}/reading/{incident}"]),
            ("inv-2", PurposeKind.Review, [$"{own}/reading"]),
            ("sup-1", PurposeKind.Review, ["/reviews", "/reviews/new", own, $"/reviews/{audited.Value}", $"{own}/differences", $"{own}/differences/{incident}"]),
        ];
    }

    private static async Task<string[]> Roadside(PoliceSite site)
    {
        var packs = CasePacks.From(Cast.Packs);
        var (access, desk, name) = (await site.Access("off-1"), new EncounterDesk(site.Record, packs), new MadeByClient(Guid.NewGuid()));
        var content = new EncounterContent { Instrument = packs.Instruments.Single(one => one.Id == "hhs-card").Pack, Answers = new Dictionary<string, Answer> { ["papers"] = Answer.Yes } };
        var kept = Assert.IsType<EncounterAnswer.Kept>(await desk.Put(access, name, 1, settles: false, content, default)).Id;
        var question = new ArrestQuestion { Name = new(Guid.NewGuid()), Charges = [new("90J")], Reason = "no-shelter" };
        var review = Assert.IsType<ArrestAnswer.Reviewed>(await new ArrestReviewDesk(site.Record, packs).Begin(access, kept, question, default)).Id;
        var disputed = new MadeByClient(Guid.NewGuid());
        await desk.Put(access, disputed, 1, settles: false, content, default);
        var both = Assert.IsType<EncounterAnswer.Conflict>(await desk.Put(access, disputed, 1, settles: false, content with { Stopped = true }, default)).Id;
        var own = $"/roadside/{kept.Value}";
        return [own, $"{own}/questions", $"{own}/needs", $"{own}/arrest", $"/roadside/reviews/{review.Value}", $"/roadside/{both.Value}"];
    }

    [GeneratedRegex("/[0-9a-f-]{36}")]
    private static partial Regex Ids();

    internal static async Task Look(IPage page, byte[] body, string name, int width)
    {
        var found = await page.RunAxe();
        Assert.True(found.Violations.Length == 0, string.Join("\n", found.Violations.Select(one => $"{page.Url}: {one.Id} {one.Help} {one.Nodes[0].Html}")));
        await Fits(page, name, width);
        Assert.True(body.Length < MostBytes, $"{name} has {body.Length} bytes.");
        if (Environment.GetEnvironmentVariable("CREDENCE_SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}.png"), FullPage = true });
        if (width >= Desk) return;
        // The same page on a desk, without asking for it again.
        await page.SetViewportSizeAsync(Desk, 900);
        await Fits(page, name, Desk);
        await page.SetViewportSizeAsync(width, 900);
    }

    private static async Task Fits(IPage page, string name, int width) =>
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), $"{name} is wider than {width}.");
}
