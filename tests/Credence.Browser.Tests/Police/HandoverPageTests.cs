using Credence.Record.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Credence.Browser.Tests.Police;

/// <summary>An officer hands somebody over, and the person reads and signs herself.</summary>
public class HandoverPageTests(SharedSite shared) : IClassFixture<SharedSite>
{
    private const string Script = "<script>alert('told')</script> Rosa (invented)";

    private PoliceSite Site => shared.Site;

    [Fact]
    public async Task Without_scripts_the_person_reads_what_goes_signs_on_the_screen_and_sent_twice_it_is_one()
    {
        var sent = await Sent();
        var page = await Filled(scripts: false);
        await page.Locator("input[name=explained]").FillAsync("es");
        await page.Presses("Go on");

        Assert.Equal(0, await page.Locator("nav").CountAsync());
        var read = await page.Locator("main").InnerTextAsync();
        foreach (var part in (string[])["Antes de firmar", "Harbor House (harbor-house)", Script, "555-0101", "Una cama esta noche (ahora)", "La ayuda no depende de esto"])
            Assert.Contains(part, read, StringComparison.Ordinal);
        await page.Presses("Firmo");
        Assert.Contains("Marque primero", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator("input[name=read-Person]").CheckAsync();
        var again = await page.EvaluateAsync<string>("document.querySelector('input[name=reading]').value");
        var token = await page.EvaluateAsync<string>("document.querySelector('input[name=__RequestVerificationToken]').value");
        await page.Presses("Firmo");
        Assert.Equal(("Queda entregado", "es"), (await page.Locator("h1").InnerTextAsync(), await page.Locator("html").GetAttributeAsync("lang")));
        var consent = await page.Locator(".number").InnerTextAsync();
        Assert.Equal(sent + 1, await Sent());

        var form = page.APIRequest.CreateFormData();
        form.Append("__RequestVerificationToken", token);
        form.Append("reading", again);
        form.Append("read-Person", "yes");
        form.Append("do", "sign");
        var second = await page.APIRequest.PostAsync(shared.At("/handovers/signed"), new() { Form = form });
        Assert.EndsWith($"/handovers/given/{consent}?again=true", second.Url, StringComparison.Ordinal);
        Assert.Equal(sent + 1, await Sent());

        // Nothing leads back into the record but the officer's sign-in.
        await page.GotoAsync(shared.At("/"));
        Assert.EndsWith("/sign-in", page.Url, StringComparison.Ordinal);
        page = await Anew("off-1", scripts: false);
        await page.GotoAsync(shared.At("/handovers"));
        var listed = await page.Locator("main").InnerTextAsync();
        Assert.Contains("what to call the person, how to reach the person, needs", listed, StringComparison.Ordinal);
        Assert.DoesNotContain("harbor", listed, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Rosa", listed, StringComparison.Ordinal);
        await TakesBack(page, consent);
        Assert.Empty(Site.Said);
    }

    [Fact]
    public async Task Whoever_does_not_sign_is_told_that_it_is_all_right_and_nothing_is_kept()
    {
        var (before, sent) = ((await Site.Events()).Count, await Sent());
        var page = await Filled(scripts: false);
        await page.Presses("Go on");
        await page.Presses("I do not sign");
        Assert.Contains("Nothing is told and nothing of this was kept.", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(sent, await Sent());
        Assert.DoesNotContain(await shared.EventsAfter(before), kind => kind.StartsWith("encounter", StringComparison.Ordinal) || kind == "handover.made");
    }

    [Fact]
    public async Task On_paper_the_rules_are_asked_before_anything_goes_and_a_double_press_makes_one()
    {
        var sent = await Sent();
        var page = await Filled(scripts: false);
        await page.Locator("input[name=how][value=Paper]").CheckAsync();
        await page.Presses("Go on");
        var refused = await page.GetByRole(AriaRole.Alert).InnerTextAsync();
        Assert.Contains("The risks were not shown before the consent was signed.", refused, StringComparison.Ordinal);
        Assert.Contains("Nobody told the person that help does not depend on signing.", refused, StringComparison.Ordinal);
        Assert.Equal(Script, await page.Locator("input[name=called]").InputValueAsync());
        Assert.Equal(sent, await Sent());

        await page.Locator("input[name=risks]").CheckAsync();
        await page.Locator("input[name=free]").CheckAsync();
        await page.Locator("input[name=age]").FillAsync("16");
        await page.Presses("Go on");
        Assert.Contains("It is not clear yet who signs. Ask first:", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator("input[name=age]").FillAsync("34");
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on", Exact = true }).DblClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "It is handed over" }).WaitForAsync();
        var consent = await page.Locator(".number").InnerTextAsync();
        Assert.Equal(sent + 1, await Sent());
        await TakesBack(await shared.Page("off-1", scripts: false), consent);
    }

    [Fact]
    public async Task From_an_incident_a_supervisor_opens_the_copy_an_officer_does_not_and_others_see_no_handovers()
    {
        var incident = await Site.Incident("2031-1");
        var page = await Filled($"?incident={incident}", handle: "inv-1");
        await page.Presses("Go on");
        await page.Locator("input[name=read-Person]").CheckAsync();
        await page.Presses("I sign");
        page = await Anew("inv-1");
        await page.GotoAsync(shared.At($"/handovers?incident={incident}"));
        Assert.Equal(0, await page.GetByRole(AriaRole.Link, new() { Name = "Open the copy" }).CountAsync());

        var supervisor = await shared.Page("sup-1");
        await supervisor.GotoAsync(shared.At($"/handovers?incident={incident}"));
        await supervisor.GetByRole(AriaRole.Link, new() { Name = "Open the copy" }).First.ClickAsync();
        Assert.Contains(Script, await supervisor.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("handover.opened", await Site.Events());
        var copy = new Uri(supervisor.Url).AbsolutePath;
        Assert.Equal(404, (await page.GotoAsync(shared.At(copy)))!.Status);
        var analyst = await shared.Page("ana-1", purpose: PurposeKind.Review);
        foreach (var hidden in (string[])["/handovers", "/handovers/new", copy]) Assert.Equal((hidden, 404), (hidden, (await analyst.GotoAsync(shared.At(hidden)))!.Status));
    }

    [Fact]
    public async Task A_reading_of_another_officer_or_of_no_one_signs_nothing()
    {
        var sent = await Sent();
        var page = await Filled();
        await page.Presses("Go on");
        var reading = await page.Locator("input[name=reading]").InputValueAsync();
        var other = await Filled(handle: "inv-1");
        await other.Presses("Go on");
        var token = await other.Locator("input[name=__RequestVerificationToken]").InputValueAsync();
        foreach (var wrong in (string[])[reading, "nothing", ""])
        {
            var form = other.APIRequest.CreateFormData();
            foreach (var (name, value) in ((string, string)[])[("__RequestVerificationToken", token), ("reading", wrong), ("read-Person", "yes"), ("do", "sign")]) form.Append(name, value);
            var answer = await other.APIRequest.PostAsync(shared.At("/handovers/signed"), new() { Form = form });
            Assert.Contains("<h1>Nothing was handed over</h1>", await answer.TextAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(sent, await Sent());
    }

    // A session that was held leads nowhere.
    private Task<IPage> Anew(string handle, bool scripts = true)
    {
        shared.Forget(handle);
        return shared.Page(handle, scripts: scripts);
    }

    private async Task TakesBack(IPage page, string consent)
    {
        await page.GotoAsync(shared.At("/handovers"));
        await page.Locator("input[name=consent]").FillAsync("somebody's name");
        await page.Presses("Take it back, at once and for good");
        Assert.Contains("Found no consent of this number", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator("input[name=consent]").FillAsync(consent);
        await page.Presses("Take it back, at once and for good");
        Assert.Contains("It was stopped before it left.", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    private async Task<int> Sent()
    {
        await using var rows = Site.Record.Enter(await Site.Access("sup-1"));
        return await rows.SentHandovers.CountAsync();
    }

    private async Task<IPage> Filled(string query = "", string handle = "off-1", bool scripts = true)
    {
        await Site.Partner();
        await Site.ImportOnce();
        var page = await Anew(handle, scripts);
        await page.GotoAsync(shared.At($"/handovers/new{query}"));
        await page.Locator("input[name=recipient]").FillAsync("Harbor House");
        await page.Locator("select[name=need-Shelter]").SelectOptionAsync("Now");
        await page.Locator("input[name=called]").FillAsync(Script);
        await page.Locator("input[name=contact]").FillAsync("555-0101");
        await page.Locator("input[name=age]").FillAsync("34");
        return page;
    }
}
