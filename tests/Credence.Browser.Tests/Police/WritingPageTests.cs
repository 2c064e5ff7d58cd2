
namespace Credence.Browser.Tests.Police;

/// <summary>A narrative while it is written.</summary>
public class WritingPageTests(SharedSite shared) : IClassFixture<SharedSite>
{
    private const string Typed = "The victim claims that her boss keeps her passport. <script>alert('typed')</script>";

    [Fact]
    public async Task Without_scripts_the_button_gives_the_text_back_with_flags_and_questions_and_nothing_keeps_it()
    {
        var page = await shared.Page("off-1", scripts: false);
        var before = (await shared.Site.Events()).Count;
        await page.GotoAsync(shared.At("/writing"));
        Assert.Contains("The text is kept nowhere", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator("textarea").FillAsync(Typed);
        await page.Presses("Check");

        Assert.Equal(Typed, await page.Locator("textarea").InputValueAsync());
        Assert.Equal("victim claims[1]", await page.Locator("mark").First.InnerTextAsync());
        var said = await page.Locator("[data-checked]").InnerTextAsync();
        foreach (var part in (string[])["words of disbelief", "Why: ", "Instead: ", "may it be that somebody", "To ask: "]) Assert.Contains(part, said, StringComparison.Ordinal);
        Assert.EndsWith("/writing", page.Url, StringComparison.Ordinal);
        Assert.Empty(await shared.EventsAfter(before));
        Assert.Empty(shared.Site.Said);
    }

    [Fact]
    public async Task With_a_script_and_the_keyboard_alone_it_is_checked_as_one_pauses_and_said_once()
    {
        var page = await shared.Page("off-1");
        var asked = 0;
        await page.RouteAsync("**/writing/checked", async route =>
        {
            asked++;
            await route.ContinueAsync();
        });
        await page.GotoAsync(shared.At("/writing"));
        for (var presses = 0; presses < 30 && !await page.EvaluateAsync<bool>("document.activeElement.name === 'text'"); presses++) await page.Keyboard.PressAsync("Tab");
        await page.EvaluateAsync("() => { window.heard = []; new MutationObserver(() => heard.push(document.querySelector('[data-said]').textContent)).observe(document.querySelector('[data-said]'), { childList: true, characterData: true, subtree: true }); }");
        await page.Keyboard.TypeAsync("The victim claims that he left.");
        await page.Locator("[data-checked] mark").WaitForAsync();
        await page.Keyboard.TypeAsync(" It was late.");
        await page.Locator("[data-checked] .narrative").GetByText("It was late.").WaitForAsync();

        Assert.Equal(["In the wording 1 place, and no question."], await page.EvaluateAsync<string[]>("heard"));
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.name === 'text'"));
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task An_answer_to_words_that_are_gone_never_comes_and_signed_out_the_text_stays()
    {
        var page = await shared.Page("off-1");
        await page.GotoAsync(shared.At("/writing"));
        var slow = new TaskCompletionSource();
        await page.RouteAsync("**/writing/checked", async route =>
        {
            if (route.Request.PostData!.Contains("claims", StringComparison.Ordinal)) await slow.Task;
            await route.ContinueAsync();
        });
        await page.Locator("textarea").FillAsync("The victim claims that he left.");
        await page.WaitForRequestAsync("**/writing/checked");
        await page.Locator("textarea").FillAsync("She is a known prostitute.");
        await page.Locator("[data-checked] mark").WaitForAsync();
        slow.SetResult();
        Assert.StartsWith("known prostitute", await page.Locator("[data-checked] mark").InnerTextAsync(), StringComparison.Ordinal);

        await page.Context.ClearCookiesAsync();
        await page.Locator("textarea").FillAsync("She is a known prostitute. And more.");
        await page.GetByText("Your text is still here").WaitForAsync();
        Assert.Equal("She is a known prostitute. And more.", await page.Locator("textarea").InputValueAsync());
    }

    [Fact]
    public async Task Spanish_is_told_from_the_text_another_language_is_said_not_to_be_checked_and_too_much_is_one_sentence()
    {
        var page = await shared.Page("off-1", scripts: false);
        foreach (var (text, part) in ((string, string)[])
            [
                ("La presunta v\u00edctima dijo que su jefe le quit\u00f3 el pasaporte y que no la deja salir de la casa.", "question"),
                ("Der Mann hat gesagt, dass er nicht mehr nach Hause gehen darf und dass sein Pass bei dem Chef ist.", "Not checked"),
                ("She left. It was late at night.", "Nothing flagged."), (new string('a', 50_001), "Found more than 50,000 characters"),
            ])
        {
            await page.GotoAsync(shared.At("/writing"));
            await page.Locator("textarea").FillAsync(text);
            await page.Presses("Check");
            Assert.Contains(part, await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        }
    }
}
