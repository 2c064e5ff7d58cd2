using System.Text.RegularExpressions;
using Credence.Screening;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using UglyToad.PdfPig;

namespace Credence.Browser.Tests.Reports;

public sealed partial class ReportTests(Chromium chromium)
{
    private const string Cards = "#list article";

    [Theory]
    [InlineData(390, false)]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    public async Task Axe_finds_nothing_and_nothing_runs_over_the_side(int width, bool dark)
    {
        var page = await chromium.Page(width, dark);
        // Many cards once; a few show the other widths and colors as well.
        using var report = new InventedReport(width == 390 && !dark ? 3 : 1);
        await page.GotoAsync(report.Url);
        await OpenAll(page);

        var violations = (await page.RunAxe()).Violations.Select(one => $"{one.Id}: {one.Nodes[0].Html}");
        var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");

        Assert.Empty(violations);
        Assert.InRange(wide, 1, width);
    }

    [Fact]
    public async Task On_a_phone_every_column_of_offenses_can_be_seen()
    {
        var page = await chromium.Page(390);
        using var report = new InventedReport();
        await page.GotoAsync(report.Url);

        var cut = await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('.by-offense, .by-offense caption, .by-offense th, .inputs, .inputs *')].filter(e => e.getBoundingClientRect().right > 390).map(e => e.textContent)");

        Assert.Empty(cut);
        Assert.Equal(5, await page.Locator(".by-offense >> nth=0 >> thead th").CountAsync());
    }

    [Fact]
    public async Task What_decides_stands_first_and_is_printed_and_the_rest_is_folded()
    {
        var page = await chromium.Page();
        using var report = new InventedReport(1);
        await page.GotoAsync(report.Url);
        var card = page.Locator(Cards).Filter(new() { HasText = "more sign" }).First;

        Assert.True(await card.Locator("[data-slot=findings] .decides").CountAsync() > 0);
        Assert.Equal(0, await card.Locator("[data-slot=rest] .decides").CountAsync());
        Assert.Equal(await card.Locator("[data-slot=findings] li").CountAsync(), await card.Locator("[data-slot=findings] .decides").CountAsync());
        Assert.Null(await card.Locator("[data-slot=more]").GetAttributeAsync("open"));
        Assert.True(await page.Locator($"{Cards} .signals li").CountAsync() > 0);
        Assert.Equal(0, await page.Locator($"{Cards} [data-slot=codes]:visible").CountAsync());
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.True(await card.Locator("[data-slot=findings] li").First.IsVisibleAsync());
        Assert.False(await card.Locator("[data-slot=more]").IsVisibleAsync());
    }

    [Fact]
    public async Task It_asks_no_network_for_anything_and_breaks_no_rule_of_its_own_policy()
    {
        var page = await chromium.Page();
        using var report = new InventedReport();
        var (asked, said) = (new List<string>(), new List<string>());
        page.Request += (_, request) => asked.Add(request.Url);
        page.Console += (_, message) => said.Add(message.Text);
        page.PageError += (_, error) => said.Add(error);
        await page.GotoAsync(report.Url);
        await page.SelectOptionAsync("[name=level]", "PossibleIndication");
        await page.ClickAsync("a[href='#time']");

        Assert.Equal([report.Url], asked);
        Assert.Empty(said);
    }

    [Fact]
    public async Task Without_scripts_the_rules_the_first_incidents_and_the_plots_can_be_read()
    {
        var page = await chromium.Page(scripts: false);
        using var report = new InventedReport();
        await page.GotoAsync(report.Url);

        var text = await page.InnerTextAsync("main");
        Assert.All(UseOfFindings.Rules, rule => Assert.Contains(rule, text, StringComparison.Ordinal));
        Assert.Equal(25, await page.Locator(Cards).CountAsync());
        Assert.StartsWith("The first 25 are shown.", await page.InnerTextAsync("#count"), StringComparison.Ordinal);
        Assert.Equal(4, await page.GetByRole(AriaRole.Img).CountAsync());
        Assert.True(await page.IsHiddenAsync("#filter"));
    }

    [Fact]
    public async Task The_script_shows_an_incident_as_the_page_was_written()
    {
        using var report = new InventedReport(more: "INVENTED-D,,64B,\"His passport was taken.\"\nINVENTED-D,,,\"He denied his passport was taken.\"\n");
        var (written, shown) = (await chromium.Page(scripts: false), await chromium.Page());
        await written.GotoAsync(report.Url);
        await shown.GotoAsync(report.Url);

        var expected = await Html(written);
        Assert.Equal(25, expected.Count);
        Assert.Equal(expected, await Html(shown));
    }

    [Fact]
    public async Task The_filter_works_with_the_keyboard_alone()
    {
        var page = await chromium.Page();
        using var report = new InventedReport();
        await page.GotoAsync(report.Url);
        var all = await Count(page);

        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the incidents", await Focused(page));
        await page.Keyboard.PressAsync("Enter");
        await TabTo(page, "level");
        await page.Keyboard.PressAsync("P");
        var possible = await Count(page);
        await TabTo(page, "number");
        await page.Keyboard.TypeAsync("-2");
        var third = await Count(page);

        Assert.InRange(possible, 1, all - 1);
        Assert.Equal(possible, third * 3);
        Assert.All(await page.Locator($"{Cards} .level").AllTextContentsAsync(), level => Assert.Equal("Possible indication", level));
        await TabTo(page, "");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#count")).ToContainTextAsync($"of {all}.");
    }

    [Fact]
    public async Task Every_filter_leaves_what_fits_and_says_how_many()
    {
        var page = await chromium.Page();
        using var report = new InventedReport(more: "INVENTED-D,,64B,\"His passport was taken.\"\n");
        await page.GotoAsync(report.Url);
        await page.SelectOptionAsync("[name=size]", "500");

        await Leaves(page, "missed", "no", "Human Trafficking");
        await Leaves(page, "offense", "64B", "64B Human Trafficking, Involuntary Servitude");
        await Leaves(page, "type", "labor", "labor");
        await Leaves(page, "minor", "yes", "yes");
        await Leaves(page, "assertion", "denied", "denied");
        await page.FillAsync("[name=from]", "2031-07-01");
        Assert.All(await page.Locator("#list [data-slot=date]").AllTextContentsAsync(), date => Assert.True(string.CompareOrdinal(date, "2031-07") > 0, date));
        await page.FillAsync("[name=number]", "no such number");
        Assert.StartsWith("None of the ", await page.InnerTextAsync("#count"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task N_and_P_go_from_incident_to_incident_over_the_ends_of_pages()
    {
        var page = await chromium.Page();
        using var report = new InventedReport();
        await page.GotoAsync($"{report.Url}#i25");

        Assert.StartsWith("25. ", await Focused(page), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("n");
        Assert.StartsWith("26. ", await Focused(page), StringComparison.Ordinal);
        Assert.StartsWith("Page 2 of", await page.InnerTextAsync("#page"), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("p");
        Assert.StartsWith("25. ", await Focused(page), StringComparison.Ordinal);
        await page.FocusAsync("[name=number]");
        await page.Keyboard.TypeAsync("n");
        Assert.Equal("n", await page.InputValueAsync("[name=number]"));
    }

    [Fact]
    public async Task What_somebody_wrote_stays_text()
    {
        const string Attack = "</script><script>window.hit=1</script><img src=x onerror=window.hit=1><!--incidents--><style>*{color:red}</style>";
        var more = $"\"</title></script><b>\u202Egpj\",2031-01-01,\"{Attack}\u202E\",\"His passport was taken. {Attack} \u2066 and \u0001 more.\"\n";
        var page = await chromium.Page();
        using var report = new InventedReport(1, more, purpose: $"\"'{Attack}\u202E", name: "in'<b>&.csv");
        await page.GotoAsync(report.Url);
        await page.FillAsync("[name=number]", "</script>");

        Assert.Equal(1, await Count(page));
        Assert.False(await page.EvaluateAsync<bool>("'hit' in window"));
        Assert.Equal(0, await page.Locator("img, main style, main b").CountAsync());
        Assert.Contains(Attack, await page.InnerTextAsync($"{Cards} .narrative"), StringComparison.Ordinal);
        Assert.DoesNotMatch(Reordering(), await page.ContentAsync());
        Assert.Equal($"{InventedReport.Notice} Screening report", await page.TitleAsync());
    }

    [Fact]
    public async Task No_address_or_id_holds_an_incident_number()
    {
        var page = await chromium.Page();
        using var report = new InventedReport();
        await page.GotoAsync(report.Url);

        var places = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('[id],[href]')].flatMap(e => [e.id, e.getAttribute('href') ?? ''])");

        Assert.Contains("i25", places);
        Assert.All(places, place => Assert.DoesNotContain("INVENTED", place, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Redacted_it_keeps_signs_and_no_words()
    {
        var page = await chromium.Page();
        using var report = new InventedReport(1, "INVENTED-R,,13A,\"Zanzibar. He denied his passport was taken.\"\n", redact: true);
        await page.GotoAsync(report.Url);
        await page.FillAsync("[name=number]", "INVENTED-R");

        Assert.Equal("denied", await page.InnerTextAsync($"{Cards} .assertion >> nth=0"));
        Assert.DoesNotContain("Zanzibar", await page.ContentAsync(), StringComparison.Ordinal);
        Assert.True(await page.IsHiddenAsync($"{Cards} .narrative"));
    }

    [Fact]
    public async Task It_prints_with_purpose_and_notice_on_every_page()
    {
        var page = await chromium.Page();
        using var report = new InventedReport(1);
        await page.GotoAsync(report.Url);
        await page.SelectOptionAsync("[name=size]", "500");
        using var printed = PdfDocument.Open(await page.PdfAsync(new() { Format = "Letter" }));
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        var pages = printed.GetPages().Select(one => string.Join(' ', one.GetWords())).ToList();
        Assert.InRange(pages.Count, 10, 80);
        Assert.All(pages, text => Assert.Contains(InventedReport.Notice, text, StringComparison.Ordinal));
        Assert.All(pages, text => Assert.Contains("Purpose: a test.", text, StringComparison.Ordinal));
        Assert.Contains(UseOfFindings.Rules[3], pages[0], StringComparison.Ordinal);
        Assert.Contains(pages, text => text.Contains("34. INVENTED-", StringComparison.Ordinal));
        Assert.Contains(pages, text => text.Contains("Rows by month and level", StringComparison.Ordinal));
        Assert.True(await page.IsHiddenAsync("#filter"));
    }

    // What is closed or not drawn yet is not looked at.
    private static async Task OpenAll(IPage page)
    {
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
        await page.EvaluateAsync("document.querySelectorAll('article').forEach(one => one.style.contentVisibility = 'visible')");
    }

    private static async Task<IReadOnlyList<string>> Html(IPage page) =>
        await page.Locator(Cards).EvaluateAllAsync<string[]>("all => all.map(one => one.outerHTML.replace(/\\s+/g, ' ').replaceAll('> <', '><'))");

    private static async Task<int> Count(IPage page) =>
        int.Parse(Total().Match(await page.InnerTextAsync("#count")).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    private static Task<string> Focused(IPage page) => page.EvaluateAsync<string>("document.activeElement.textContent");

    private static async Task TabTo(IPage page, string name)
    {
        for (var presses = 0; presses < 30; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("name => document.activeElement.form && document.activeElement.name === name", name)) return;
        }

        Assert.Fail($"No press of Tab came to {name}.");
    }

    private static async Task Leaves(IPage page, string name, string value, string says)
    {
        await page.SelectOptionAsync($"[name={name}]", value);
        var cards = await page.Locator(Cards).AllTextContentsAsync();
        Assert.Equal(cards.Count, await Count(page));
        Assert.NotEmpty(cards);
        Assert.All(cards, card => Assert.Contains(says, card, StringComparison.Ordinal));
        await page.ClickAsync("button[type=reset]");
        await page.SelectOptionAsync("[name=size]", "500");
    }

    [GeneratedRegex(@" of (\d+)")]
    private static partial Regex Total();

    [GeneratedRegex("[\u0001\u202A-\u202E\u2066-\u2069]")]
    private static partial Regex Reordering();
}
