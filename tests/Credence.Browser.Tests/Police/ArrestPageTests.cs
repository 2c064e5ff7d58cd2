using Credence.Police.Classification;
using Credence.Testing;
using Microsoft.Playwright;

namespace Credence.Browser.Tests.Police;

/// <summary>An arrest asked about, an exception that a second person decides, and facts for counsel.</summary>
public class ArrestPageTests(Chromium chromium)
{
    [Fact]
    public async Task A_refused_reason_says_what_to_do_instead_and_an_exception_waits_for_a_second_person()
    {
        await using var site = await PoliceSite.Start();
        await site.Import();
        var asker = await chromium.Page(390);
        await asker.Enters(site, "sup-1");
        await asker.GetByRole(AriaRole.Link, new() { Name = "2031-1" }).ClickAsync();
        await asker.GetByRole(AriaRole.Link, new() { Name = "Ask about an arrest" }).ClickAsync();
        var form = asker.Url;
        await asker.Locator("input[name=other]").FillAsync("Jane Doe");
        await asker.Presses("Ask");
        Assert.Equal("Found a charge that no table and no policy knows, expected a NIBRS code or plain words.", await asker.GetByRole(AriaRole.Alert).InnerTextAsync());
        await asker.Locator("input[name=other]").FillAsync("");
        await asker.Locator("select[name=reason]").SelectOptionAsync("own-safety");
        await asker.Presses("Ask");
        var said = await asker.Locator("main").InnerTextAsync();
        foreach (var words in (string[])["90J: covered", "The policy refuses this reason.", "Make a safety plan with the advocate", "the shelter or crisis line"]) Assert.Contains(words, said, StringComparison.Ordinal);

        await asker.GotoAsync(form);
        await asker.Locator("select[name=reason]").SelectOptionAsync("warrant");
        await asker.Presses("Ask");
        Assert.Contains("another supervisor decides", await asker.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await asker.GetByRole(AriaRole.Button, new() { Name = "Approve the exception" }).CountAsync());
        var review = asker.Url;

        var second = await chromium.Page();
        await second.Enters(site, "sup-2");
        await second.GetByRole(AriaRole.Link, new() { Name = "Arrests" }).ClickAsync();
        Assert.Contains("sup-1", await second.Locator("tbody").InnerTextAsync(), StringComparison.Ordinal);
        await second.Locator("tbody a").ClickAsync();
        var late = await second.Context.NewPageAsync();
        await late.GotoAsync(review);
        Assert.Equal(400, await second.EvaluateAsync<int>("fetch(location.pathname + '/approved', { method: 'POST' }).then(answer => answer.status)"));
        await second.TabsTo("document.activeElement.textContent === 'Approve the exception'");
        await second.Keyboard.PressAsync("Enter");
        await second.GetByText("A supervisor approved the exception.").WaitForAsync();
        await late.Presses("Decline it");
        Assert.Contains("You have decided on this already, from another page", await late.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);

        await second.GotoAsync(new Uri(site.Address, "/arrests/exceptions").ToString());
        var listed = await second.Locator("main").InnerTextAsync();
        foreach (var words in (string[])["sup-1", "sup-2", "A judge's warrant leaves no choice", "exception approved", "model-agency@"]) Assert.Contains(words, listed, StringComparison.Ordinal);
        await asker.ReloadAsync();
        await asker.Presses("No arrest, citation or warning");
        Assert.Contains("no arrest, citation or warning", await asker.Locator(".facts").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(site.Said);
    }

    [Fact]
    public async Task An_arrest_before_a_screening_is_flagged_and_the_packet_for_counsel_has_codes_and_no_sentence_of_the_report()
    {
        await using var site = await PoliceSite.Start();
        await site.Import();
        var asker = await chromium.Page();
        await asker.Enters(site, "inv-1");
        await asker.GotoAsync(new Uri(site.Address, $"/incidents/{await site.Incident("2031-1")}/arrest").ToString());
        await asker.Locator("select[name=stage]").SelectOptionAsync("MadeBeforeScreening");
        await asker.Locator("input[name=other]").FillAsync("theft by Jane Doe");
        await asker.Presses("Ask");
        var review = new Uri(asker.Url).AbsolutePath;
        Assert.DoesNotContain("Jane", await asker.ContentAsync(), StringComparison.Ordinal);

        var supervisor = await chromium.Page();
        await supervisor.Enters(site, "sup-1");
        await supervisor.GotoAsync(new Uri(site.Address, "/arrests").ToString());
        Assert.Contains("flagged for release", await supervisor.Locator("tbody").First.InnerTextAsync(), StringComparison.Ordinal);
        await supervisor.Locator("tbody a").First.ClickAsync();
        await supervisor.GetByRole(AriaRole.Link, new() { Name = "Facts for a decision on release" }).ClickAsync();
        var packet = await supervisor.Locator("main").InnerTextAsync();
        foreach (var words in (string[])["2031-1", "letters ", "22 U.S.C. 7102", "Release the person now", "model-agency@"]) Assert.Contains(words, packet, StringComparison.Ordinal);
        foreach (var words in (string[])["her boss keeps her passport", "Jane", "script"]) Assert.DoesNotContain(words, packet, StringComparison.Ordinal);
        await supervisor.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.False(await supervisor.Locator("header").IsVisibleAsync());
        Assert.False(await supervisor.GetByText("Print this page with your browser.").IsVisibleAsync());
        await supervisor.EmulateMediaAsync(new() { Media = Media.Screen });
        await supervisor.GetByRole(AriaRole.Link, new() { Name = "Back to the review" }).ClickAsync();
        await supervisor.Presses("The person is released");
        Assert.Contains("A supervisor has seen to it.", await supervisor.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        var events = await site.Events();
        foreach (var kind in (string[])["arrest.flagged", "arrest.packet-exported", "arrest.relieved"]) Assert.Contains(kind, events);

        var officer = await chromium.Page();
        await officer.Enters(site, "off-1");
        foreach (var address in (string[])[review, $"{review}/packet", $"{review}/answers", "/arrests/exceptions", "/approaches"])
            Assert.Equal((address, 404), (address, (await officer.GotoAsync(new Uri(site.Address, address).ToString()))!.Status));
    }

    [Fact]
    public async Task Who_decides_on_an_officer_s_exception_can_look_at_what_was_answered_and_others_cannot()
    {
        await using var site = await PoliceSite.Start();
        var review = await ProtectionScene.AskAtRoadside(site, CasePacks.From(Cast.Packs), "warrant");
        var supervisor = await chromium.Page();
        await supervisor.Enters(site, "sup-1");
        await supervisor.GotoAsync(new Uri(site.Address, $"/arrests/{review.Value}").ToString());
        await supervisor.GetByRole(AriaRole.Link, new() { Name = "What was answered at the roadside" }).ClickAsync();
        Assert.Contains("identification or documents were taken", await supervisor.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("encounter.opened", await site.Events());
        await supervisor.GetByRole(AriaRole.Link, new() { Name = "Back to the review" }).ClickAsync();
        await supervisor.Presses("Decline it");
        Assert.Contains("A supervisor declined the exception.", await supervisor.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        var investigator = await chromium.Page();
        await investigator.Enters(site, "inv-1");
        foreach (var address in (string[])[$"/arrests/{review.Value}", $"/arrests/{review.Value}/answers"])
            Assert.Equal((address, 404), (address, (await investigator.GotoAsync(new Uri(site.Address, address).ToString()))!.Status));
    }
}
