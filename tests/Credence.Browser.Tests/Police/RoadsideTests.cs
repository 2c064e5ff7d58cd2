using Credence.Testing;
using Microsoft.Playwright;

namespace Credence.Browser.Tests.Police;

/// <summary>An officer at the roadside, with nothing but pages and forms.</summary>
public class RoadsideTests(SharedSite shared) : IClassFixture<SharedSite>
{
    private PoliceSite Site => shared.Site;

    [Fact(Skip = LongRun.WhySkipped, SkipUnless = nameof(LongRun.IsAsked), SkipType = typeof(LongRun))]
    public async Task Without_scripts_one_gets_from_the_first_question_to_help_and_the_arrest_that_is_not_made()
    {
        var before = (await Site.Events()).Count;
        var page = await Officer();
        await page.Begins(Site);
        await page.Locator("input[name=item-paid][value=No]").CheckAsync();
        await page.Locator("input[name=item-locks][value=Refused]").CheckAsync();
        await page.Presses("Save, and what it means");
        Assert.Contains("possible victim until a person has decided", await page.Locator(".means").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("is not paid", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Link, new() { Name = "Needs and help" }).ClickAsync();
        await page.Locator("select[name=need-Shelter]").SelectOptionAsync("Accepted");
        await page.Locator("select[name=need-Medical]").SelectOptionAsync("Declined");
        await page.Presses("Save");

        await page.GetByRole(AriaRole.Link, new() { Name = "Ask before an arrest" }).ClickAsync();
        await page.Locator("input[name=measure][value=Arrest]").CheckAsync();
        await page.Locator("input[name=charge][value=trespassing]").CheckAsync();
        await page.Locator("select[name=reason]").SelectOptionAsync("no-shelter");
        await page.Presses("Ask");
        var said = await page.Locator("main").InnerTextAsync();
        Assert.Contains("covered: not to be arrested, cited or warned for it", said, StringComparison.Ordinal);
        Assert.Contains("Write the missing bed down", said, StringComparison.Ordinal);
        Assert.Equal((422, true), await EndsOtherwise(page));
        await page.Presses("No arrest, citation or warning");
        Assert.Contains("No arrest, citation or warning was made.", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Link, new() { Name = "Back to the encounter" }).ClickAsync();
        await page.Locator("input[name=number]").FillAsync("somebody's name");
        await page.Presses("Save the number");
        Assert.Contains("expected the number of an incident", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("somebody's name", await page.Locator("input[name=number]").InputValueAsync());
        await page.Locator("input[name=number]").FillAsync("2031-1");
        await page.Presses("Save the number");
        await page.GetByRole(AriaRole.Link, new() { Name = "Done: your encounters" }).ClickAsync();
        Assert.Contains("incident 2031-1", await page.Locator(".rows").InnerTextAsync(), StringComparison.Ordinal);

        var events = await shared.EventsAfter(before);
        Assert.Single(events, kind => kind == "encounter.screened");
        foreach (var kind in (string[])["help.accepted", "help.declined", "arrest.reason-refused", "arrest.not-made", "encounter.tied"]) Assert.Contains(kind, events);
        Assert.Empty(Site.Said);
    }

    [Fact(Skip = LongRun.WhySkipped, SkipUnless = nameof(LongRun.IsAsked), SkipType = typeof(LongRun))]
    public async Task Stopping_is_an_answer_of_its_own_and_one_may_go_on_later()
    {
        var page = await Officer();
        await page.Begins(Site);
        await page.Presses("Stop: not safe, or does not want to");
        Assert.StartsWith("Nothing is answered yet", await page.Locator(".means").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Stopped, which is no answer.", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Link, new() { Name = "Go on, if the person wants to" }).ClickAsync();
        await page.Locator("input[name=item-papers][value=Yes]").CheckAsync();
        await page.Locator("input[name=item-papers][value=NotAsked]").CheckAsync();
        await page.Presses("Save, and what it means");
        Assert.Contains("Nothing is answered yet", await page.Locator(".means").InnerTextAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Link, new() { Name = "Questions and answers" }).ClickAsync();
        await page.Locator("input[name=item-papers][value=Yes]").CheckAsync();
        await page.Presses("Save, and what it means");
        Assert.DoesNotContain("Stopped", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact(Skip = LongRun.WhySkipped, SkipUnless = nameof(LongRun.IsAsked), SkipType = typeof(LongRun))]
    public async Task Two_devices_that_answer_differently_are_both_shown_and_the_officer_says_which_holds()
    {
        var phone = await Officer();
        await phone.Begins(Site);
        var tablet = await phone.Context.NewPageAsync();
        await tablet.GotoAsync(phone.Url);
        await phone.Locator("input[name=item-papers][value=Yes]").CheckAsync();
        await phone.Presses("Save, and what it means");
        await tablet.Locator("input[name=item-papers][value=No]").CheckAsync();
        await tablet.Presses("Save, and what it means");

        Assert.Equal("Two versions", await tablet.Locator("h1").InnerTextAsync());
        Assert.Equal(["identification or documents were taken: Yes", "identification or documents were taken: No"], await tablet.Locator("li.differs").AllInnerTextsAsync());
        await phone.ReloadAsync();
        Assert.Equal("Two versions", await phone.Locator("h1").InnerTextAsync());
        await tablet.Presses("Version 1 holds");
        Assert.Equal("What it means now", await tablet.Locator("h1").InnerTextAsync());
        Assert.Contains("identification or documents were taken", await tablet.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("encounter.settled", await Site.Events());
    }

    [Fact(Skip = LongRun.WhySkipped, SkipUnless = nameof(LongRun.IsAsked), SkipType = typeof(LongRun))]
    public async Task An_exception_asks_a_supervisor_and_acting_to_protect_life_is_recorded_and_stopped_by_nothing()
    {
        var page = await Officer();
        await page.Begins(Site);
        await page.Locator("input[name=item-papers][value=Yes]").CheckAsync();
        await page.Locator("input[name=item-age][value=No]").CheckAsync();
        await page.Presses("Save, and what it means");
        var encounter = page.Url;
        await page.GotoAsync($"{encounter}/arrest");
        await page.Locator("input[name=measure][value=Arrest]").CheckAsync();
        await page.Locator("select[name=reason]").SelectOptionAsync("no-shelter");
        await page.Presses("Ask");
        Assert.Contains("Choose what it would be for", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        // What is refused comes back as it was chosen, all of it.
        Assert.True(await page.Locator("input[name=measure][value=Arrest]").IsCheckedAsync());
        Assert.Equal("no-shelter", await page.Locator("select[name=reason]").InputValueAsync());
        await page.Locator("select[name=stage]").SelectOptionAsync("MadeBeforeScreening");
        await page.Locator("input[name=charge][value=trespassing]").CheckAsync();
        await page.Locator("input[name=other]").FillAsync("Jane Doe");
        await page.Locator("select[name=reason]").SelectOptionAsync("warrant");
        await page.Presses("Ask");
        Assert.Contains("Found a charge that no table", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await page.Locator("input[name=measure][value=Arrest]").IsCheckedAsync());
        Assert.True(await page.Locator("input[name=charge][value=trespassing]").IsCheckedAsync());
        Assert.Equal(("MadeBeforeScreening", "Jane Doe", "warrant"), (
            await page.Locator("select[name=stage]").InputValueAsync(), await page.Locator("input[name=other]").InputValueAsync(),
            await page.Locator("select[name=reason]").InputValueAsync()));

        await page.Locator("input[name=charge][value=trespassing]").UncheckAsync();
        await page.Locator("select[name=stage]").SelectOptionAsync("Considered");
        await page.Locator("input[name=other]").FillAsync("90J");
        await page.Presses("Ask");
        Assert.Contains("A supervisor is asked for an exception", await page.Locator(".means").InnerTextAsync(), StringComparison.Ordinal);

        await page.GotoAsync($"{encounter}/arrest");
        await page.Locator("input[name=measure][value=Arrest]").CheckAsync();
        await page.Locator("input[name=other]").FillAsync("90J");
        await page.Locator("select[name=stage]").SelectOptionAsync("ActedToProtectLife");
        await page.Presses("Ask");
        Assert.Contains("A supervisor looks at it afterwards", await page.Locator(".means").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact(Skip = LongRun.WhySkipped, SkipUnless = nameof(LongRun.IsAsked), SkipType = typeof(LongRun))]
    public async Task Nobody_sees_the_encounter_of_another_and_who_keeps_none_sees_no_roadside()
    {
        var page = await Officer();
        await page.Begins(Site);
        var address = new Uri(page.Url).AbsolutePath.Replace("/questions", "", StringComparison.Ordinal);
        foreach (var (handle, hidden) in ((string, string[])[])
            [("inv-1", [address, $"{address}/questions", $"{address}/needs", $"{address}/arrest"]), ("sup-1", [address]), ("aud-1", ["/roadside", address])])
        {
            var other = await shared.Page(handle);
            foreach (var one in hidden) Assert.Equal((handle, one, 404), (handle, one, (await other.GotoAsync(new Uri(Site.Address, one).ToString()))!.Status));
        }
    }

    [Fact(Skip = LongRun.WhySkipped, SkipUnless = nameof(LongRun.IsAsked), SkipType = typeof(LongRun))]
    public async Task With_the_keyboard_alone_one_answers_and_saves()
    {
        var page = await Officer();
        await page.Begins(Site);
        await page.TabsTo("document.activeElement.name === 'item-accompanied'");
        // "Not asked" is chosen at first, and is the last: the next one is "Yes".
        await page.Keyboard.PressAsync("ArrowDown");
        await page.TabsTo("document.activeElement.value === 'save'");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => !url.EndsWith("/questions", StringComparison.Ordinal));
        Assert.Contains("controlling person", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    // An end that no button sends is refused in a sentence, not answered as if there were no review.
    private static async Task<(int Status, bool IsSaid)> EndsOtherwise(IPage page)
    {
        var form = page.APIRequest.CreateFormData();
        form.Set("end", "7");
        form.Set("__RequestVerificationToken", await page.Locator("form[action$='/ended'] input[name=__RequestVerificationToken]").InputValueAsync());
        var answer = await page.APIRequest.PostAsync($"{page.Url}/ended", new() { Form = form });
        return (answer.Status, (await answer.TextAsync()).Contains("expected that it was made, or that none was", StringComparison.Ordinal));
    }

    private Task<IPage> Officer() => shared.Page("off-1", scripts: false);
}

/// <summary>Steps of an officer.</summary>
internal static class RoadsideSteps
{
    public static async Task Begins(this IPage page, IPagesSite site)
    {
        await page.GotoAsync(new Uri(site.Address, "/roadside").ToString());
        await page.Presses("Begin an encounter");
        Assert.Equal("Questions", await page.Locator("h1").InnerTextAsync());
    }

    public static async Task Presses(this IPage page, string button)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await page.WaitForLoadStateAsync();
    }
}
