using System.IO.Compression;
using System.Net;
using Credence.Browser.Tests.Police;
using Credence.Interviews;
using Microsoft.Playwright;

namespace Credence.Browser.Tests.Research;

/// <summary>A coder at the interviews of a study, by mouse, by keyboard, without scripts.</summary>
public class InterviewPageTests(Chromium chromium)
{
    [Theory]
    [InlineData(390, false)]
    [InlineData(1280, true)]
    public async Task Every_page_is_clean_fits_and_is_small(int width, bool dark)
    {
        await using var site = InterviewSite.Start();
        site.Replace("Rosalba", "[person 1]");
        var page = await site.Page(chromium, "ana", width, dark: dark);
        var fear = site.Code("Fear of arrest");
        string[] addresses = ["/", "/interviews/1", "/interviews/2?part=2", "/interviews/3", "/interviews/3/removal", "/codebook", $"/codebook/{fear.Value}", "/names", "/agreement", "/matrix", $"/themes/{fear.Value}", "/search", "/exchange", "/nothing"];
        foreach (var (place, address) in addresses.Index())
        {
            var answer = await page.GotoAsync(await site.At("ana", address));
            Assert.Equal(address == "/nothing" ? 404 : 200, answer!.Status);
            await PageTests.Look(page, await answer.BodyAsync(), $"interviews-{place}", width);
        }

        await page.GotoAsync(await site.At("ana", "/search"));
        await page.GetByLabel("Words that stand").FillAsync("do not call");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        Assert.Equal(100, await page.Locator(".quotes li").CountAsync());
        await PageTests.Look(page, [], "interviews-found", width);
        Assert.Empty(site.Said);
    }

    [Fact]
    public async Task With_the_keyboard_alone_a_sentence_is_chosen_coded_and_taken_back()
    {
        await using var site = InterviewSite.Start();
        var page = await site.Page(chromium, "ana");
        await page.GotoAsync(await site.At("ana", "/interviews/1"));
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("x");
        await page.Keyboard.PressAsync("k");
        await page.Keyboard.PressAsync("x");
        await page.Keyboard.PressAsync("c");
        await page.Keyboard.PressAsync("T");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".marks").WaitForAsync();

        var coding = Assert.Single(site.File.Codings(site.File.Find(1)!.Id));
        Assert.Equal("P1: Nobody calls. They fear that we arrest them.", coding.Span.Of(site.File.Find(1)!.Text));
        Assert.EndsWith("#s2", page.Url, StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Take back" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**part=1");
        Assert.Empty(site.File.Codings(site.File.Find(1)!.Id));
    }

    [Fact]
    public async Task A_memo_on_a_coding_is_shown_with_it_and_to_the_other_coder_once_both_are_done()
    {
        await using var site = InterviewSite.Start();
        var page = await site.Page(chromium, "ana", 390);
        await page.GotoAsync(await site.At("ana", "/interviews/1"));
        await Codes(page, site, "2", "");
        var coding = site.File.Codings(site.File.Find(1)!.Id)[0];
        await page.GetByRole(AriaRole.Link, new() { Name = "Memo" }).First.ClickAsync();
        await page.GetByLabel("A new memo").FillAsync("Is this fear, or habit? <b>");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep the memo" }).ClickAsync();
        await page.GetByText("Is this fear, or habit? <b>").WaitForAsync();
        await PageTests.Look(page, [], "interviews-coding", 390);
        var other = await site.Page(chromium, "ben");
        Assert.Equal(404, (await other.GotoAsync(await site.At("ben", $"/interviews/1/codings/{coding.Id.Value}")))!.Status);

        foreach (var coder in (CoderId[])[.. site.File.Coders().Select(one => one.Id)]) { site.File.Finish(coding.Transcript, coder); }

        await other.GotoAsync(await site.At("ben", "/interviews/1"));
        await other.Locator(".marks .memo").GetByText("Is this fear, or habit? <b>").WaitForAsync();
        await PageTests.Look(other, [], "interviews-memos", 1280);
        Assert.Empty(site.Said);
    }

    [Fact]
    public async Task Words_that_are_marked_with_the_mouse_are_coded_alone()
    {
        await using var site = InterviewSite.Start();
        var page = await site.Page(chromium, "ana");
        await page.GotoAsync(await site.At("ana", "/interviews/1"));
        await page.EvaluateAsync(
            """
            () => { const words = document.querySelector("#s3 [data-start]").firstChild; const range = document.createRange();
              range.setStart(words, 5); range.setEnd(words, 30); getSelection().removeAllRanges(); getSelection().addRange(range); }
            """);
        await page.GetByText("Marked: 5 words").WaitForAsync();
        await page.Locator("select[name=code]").SelectOptionAsync(site.Code("Fear of arrest").Value.ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Code", Exact = true }).ClickAsync();
        await page.Locator(".marks q").WaitForAsync();

        Assert.Equal("fear that we arrest them.", Assert.Single(site.File.Codings(site.File.Find(1)!.Id)).Span.Of(site.File.Find(1)!.Text));
    }

    [Fact]
    public async Task Words_of_an_interview_that_is_not_yours_to_code_are_marked_without_a_fault()
    {
        await using var site = InterviewSite.Start();
        var page = await site.Page(chromium, "ben");
        var faults = new List<string>();
        page.PageError += (_, fault) => faults.Add(fault);
        await page.GotoAsync(await site.At("ben", "/interviews/2"));
        await page.EvaluateAsync("() => { const range = document.createRange(); range.selectNodeContents(document.querySelector('#s3 [data-start]')); getSelection().removeAllRanges(); getSelection().addRange(range); }");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("c");
        await page.EvaluateAsync("() => new Promise(done => setTimeout(done, 100))");

        Assert.Empty(faults);
    }

    [Fact]
    public async Task Words_that_mean_something_else_are_left_and_who_stands_behind_the_name_is_not_lost()
    {
        await using var site = InterviewSite.Start();
        site.Replace("Rosalba", "[Marta]");
        var done = site.File.Find(3)!;
        site.Replace("rosalba", "[Marta]");
        site.File.Describe(done.Id, "Rosalba's patrol", done.Role, done.Site, [.. site.File.Coders().Select(coder => coder.Id)]);
        site.File.AddTranscript("The ship", "The ship is called Rosalba.", "", "", []);
        var page = await site.Page(chromium, "ana", 390);
        await page.GotoAsync(await site.At("ana", "/names"));
        await page.GetByText("in what something is called").WaitForAsync();
        await PageTests.Look(page, [], "interviews-missed", 390);
        while (await page.GetByRole(AriaRole.Button, new() { Name = "It is something else" }).CountAsync() is > 0 and var left)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "It is something else" }).First.ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "It is something else" })).ToHaveCountAsync(left - 1);
        }

        Assert.Equal(0, site.File.Missed());
        Assert.Contains(site.File.Decisions(), decision => decision is { Written: "Rosalba", Pseudonym: "[Marta]" });
        Assert.Equal("The ship is called Rosalba.", site.File.Find(4)!.Text);
    }

    [Fact]
    public async Task Without_scripts_one_codes_by_number_and_sees_nothing_of_the_other_before_both_are_done()
    {
        await using var site = InterviewSite.Start();
        var (ana, ben) = (await site.Page(chromium, "ana", scripts: false), await site.Page(chromium, "ben", scripts: false));
        await ana.GotoAsync(await site.At("ana", "/interviews/1"));
        await Codes(ana, site, "2-", "");
        Assert.Contains("Found no numbers of sentences", await ana.Locator("[role=alert]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("2-", await ana.Locator("input[name=numbers]").InputValueAsync());
        await Codes(ana, site, "2, 4", "");
        await Codes(ana, site, "3", "that we ARREST");
        await Codes(ana, site, "3", "nothing like it");
        Assert.Contains("no such words", await ana.Locator("[role=alert]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(3, site.File.Codings(site.File.Find(1)!.Id).Count);

        await ben.GotoAsync(await site.At("ben", "/interviews/1"));
        Assert.Equal(0, await ben.Locator(".marks li").CountAsync());
        await Done(ana, site, "ana");
        await ben.ReloadAsync();
        Assert.Equal(0, await ben.Locator(".marks li").CountAsync());
        await ana.GotoAsync(await site.At("ana", "/interviews/1"));
        Assert.Equal(0, await ana.Locator("select[name=code]").CountAsync());
        await ben.GotoAsync(await site.At("ben", "/matrix"));
        Assert.Contains("Coded: 1 interview; not yet: 2", await ben.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Done(ben, site, "ben");
        await ben.GotoAsync(await site.At("ben", "/interviews/1"));
        Assert.Equal(3, await ben.Locator(".marks li").CountAsync());
        Assert.Contains("ana", await ben.Locator(".marks li").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await ben.GetByRole(AriaRole.Button, new() { Name = "Take back" }).CountAsync());
    }

    [Fact]
    public async Task A_name_is_replaced_by_decision_and_shown_where_it_was_missed()
    {
        await using var site = InterviewSite.Start();
        var page = await site.Page(chromium, "ana");
        await page.GotoAsync(await site.At("ana", "/names"));
        while (await page.Locator("main strong").InnerTextAsync() != "Rosalba") { await page.GetByRole(AriaRole.Link, new() { Name = "Later" }).ClickAsync(); }

        await page.Locator("input[name=pseudonym]").First.FillAsync("[Marta]");
        await page.GetByRole(AriaRole.Button, new() { Name = "Replace everywhere" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Missed" }).WaitForAsync();
        Assert.Equal("rosalba", await page.Locator(".quotes mark").First.InnerTextAsync());
        Assert.DoesNotContain("osalba", page.Url, StringComparison.Ordinal);

        await page.GotoAsync(await site.At("ana", "/exchange"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Write the project" }).ClickAsync();
        Assert.Contains("still stand", await page.Locator("[role=alert]").InnerTextAsync(), StringComparison.Ordinal);

        await page.GotoAsync(await site.At("ana", "/names"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Replace by [Marta]" }).ClickAsync();
        await page.WaitForURLAsync("**/names?skip=0");
        Assert.Equal(0, site.File.Missed());
        Assert.Contains("Then [Marta] left.", site.File.Find(1)!.Text, StringComparison.Ordinal);

        await page.GotoAsync(await site.At("ana", "/exchange"));
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Write the project" }).ClickAsync());
        using var archive = ZipFile.OpenRead(await download.PathAsync());
        Assert.DoesNotContain(archive.Entries, entry => new StreamReader(entry.Open()).ReadToEnd().Contains("osalba", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_typed_or_taken_in_is_shown_as_words_and_a_broken_file_is_refused()
    {
        const string Script = "<script>document.title='ran'</script>";
        await using var site = InterviewSite.Start();
        var page = await site.Page(chromium, "ana");
        await Sends(page, await site.At("ana", "/"), "broken.docx", "PK\u0003\u0004 and no more"u8.ToArray());
        Assert.Contains("no whole Word document", await page.Locator("[role=alert]").InnerTextAsync(), StringComparison.Ordinal);
        await Sends(page, await site.At("ana", "/"), $"{Script[..8]}.txt", System.Text.Encoding.UTF8.GetBytes($"{Script} She said so."));
        await page.WaitForURLAsync("**/interviews/4");
        await page.GetByLabel("A new memo").FillAsync(Script);
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep the memo" }).ClickAsync();
        await page.Locator(".said").WaitForAsync();
        await page.GetByLabel("Whose interview").FillAsync(Script);
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep", Exact = true }).ClickAsync();
        await page.GetByText($"Interview 4: {Script}").WaitForAsync();
        await page.GotoAsync(await site.At("ana", "/codebook"));
        await page.GetByLabel("What it is called").FillAsync(Script);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add" }).ClickAsync();
        await page.WaitForURLAsync("**/codebook/*");
        await page.GotoAsync(await site.At("ana", "/interviews/4"));

        Assert.DoesNotContain("ran", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.Empty(site.Said);
    }

    [Fact]
    public async Task Without_the_link_nobody_comes_in_and_a_form_from_elsewhere_does_nothing()
    {
        await using var site = InterviewSite.Start();
        var cancellation = TestContext.Current.CancellationToken;
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var refused = await client.GetAsync(await site.At("ana", "/interviews/1"), cancellation);
        var wrong = await client.GetAsync(await site.At("ana", "/enter/0123456789abcdef"), cancellation);
        using var page = new HttpRequestMessage(HttpMethod.Get, await site.At("ana", "/")) { Headers = { Host = "elsewhere.example" } };

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.DoesNotContain("arrest", await refused.Content.ReadAsStringAsync(cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.SendAsync(page, cancellation)).StatusCode);
    }

    private static async Task Codes(IPage page, InterviewSite site, string numbers, string words)
    {
        await page.Locator("select[name=code]").SelectOptionAsync(site.Code("Fear of arrest").Value.ToString());
        await page.Locator("input[name=numbers]").FillAsync(numbers);
        await page.Locator("input[name=words]").FillAsync(words);
        await page.GetByRole(AriaRole.Button, new() { Name = "Code", Exact = true }).ClickAsync();
    }

    private static async Task Done(IPage page, InterviewSite site, string coder)
    {
        await page.GotoAsync(await site.At(coder, "/interviews/1"));
        await page.GetByLabel("I have read all of it").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "I have coded" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Interviews" }).WaitForAsync();
    }

    private static async Task Sends(IPage page, string address, string name, byte[] bytes)
    {
        await page.GotoAsync(address);
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = bytes });
        await page.GetByRole(AriaRole.Button, new() { Name = "Take in" }).ClickAsync();
    }
}
