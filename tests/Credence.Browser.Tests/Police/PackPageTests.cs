using Credence.Packs;

namespace Credence.Browser.Tests.Police;

public class PackPageTests(Chromium chromium)
{
    [Fact]
    public async Task Packs_are_listed_and_read_with_their_sources_and_what_is_wrong_in_ours_is_said_by_file_and_line()
    {
        var own = """
            theme: ours
            title: What our advocates ask us not to write
            rules:
              - id: ours.repeat-customer
                kind: label
                title: a nickname <script>alert('pack')</script>
                why: It makes a joke of what may be somebody else's doing.
                instead: Write how often, for what, and who was with the person.
                source: house
                pinpoint: minutes of our advisory board
                patterns: ["repeat customer|customers"]
                match: ["She is a repeat customer of this station.", "He came twice."]
                no-match: ["The store knows its customers."]
            """;
        await using var site = await PoliceSite.Start(packs: DefaultPacks.Read([new PackFile("wording/en/ours.yaml", own, IsLocal: true)]));
        var page = await chromium.Page();
        await page.Enters(site, "inv-1");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Packs" }).ClickAsync();

        var listed = await page.Locator("main").InnerTextAsync();
        Assert.Contains("wording/en/ours.yaml:4 ours.repeat-customer is not flagged in its example", listed, StringComparison.Ordinal);
        foreach (var part in (string[])["with a file of this agency", "own words", "Apache-2.0", "hhs-card"]) Assert.Contains(part, listed, StringComparison.Ordinal);

        await page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "wording-en", Exact = true }).ClickAsync();
        await page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "wording/en/ours.yaml" }).ClickAsync();
        await page.GetByText("ours.repeat-customer").ClickAsync();
        var read = await page.Locator("main").InnerTextAsync();
        foreach (var part in (string[])["<script>alert('pack')</script>", "minutes of our advisory board", "repeat customer|customers", "3, each tried by credence pack check"])
            Assert.Contains(part, read, StringComparison.Ordinal);
        Assert.Equal(404, (await page.GotoAsync(new Uri(site.Address, "/packs/nothing").ToString()))!.Status);
        Assert.Empty(site.Said);
    }
}
