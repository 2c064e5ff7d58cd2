using System.Text.RegularExpressions;
using Credence.Browser.Tests.Police;
using Microsoft.Playwright;

namespace Credence.Browser.Tests.Story;

/// <summary>What those in the story do more than once.</summary>
internal static class Steps
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>The words of the page.</summary>
    public static Task<string> Says(this IPage page) => page.InnerTextAsync("main");

    /// <summary>The part of a page about one provider.</summary>
    public static ILocator About(this IPage page, string name, string state = "") =>
        page.Locator("section").Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { NameRegex = new($"^{Regex.Escape(name)}.*{state}$") }) });

    public static Task Follows(this IPage page, string link) => page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();

    public static Task Sees(this IPage page, string step, int width) => PageTests.Look(page, [], $"story-{step}", width);

    /// <summary>Asks again until it is so: what another process does takes its time.</summary>
    public static async Task Until(Func<Task<bool>> isSo)
    {
        using var end = new CancellationTokenSource(Patience);
        using var turns = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        while (!await isSo()) Assert.True(await turns.WaitForNextTickAsync(end.Token));
    }

    /// <summary>An advocate proposes a provider for one need, the person signs on paper, and the provider gets a link.</summary>
    public static async Task<string> Refers(this IPage page, string file, string name, string need)
    {
        await page.GotoAsync($"{file}/referrals/new");
        await page.Locator("input[name=name]").FillAsync(name);
        await page.Locator("input[name=short]").FillAsync(name.ToLowerInvariant().Replace(' ', '-'));
        foreach (var other in (string[])["Shelter", "Legal", "Medical"]) await page.Locator($"form.wide select[name=need-{other}]").SelectOptionAsync(other == need ? "Now" : "");
        await page.Presses("Propose it");
        await page.Follows($"Ask the person for a consent for {name}");
        await page.Locator("input[name=kind][value=Identity]").CheckAsync();
        await page.Locator("input[name=age]").FillAsync("34");
        await page.Locator("input[name=how][value=Paper]").CheckAsync();
        await page.Locator("input[name=risks]").CheckAsync();
        await page.Locator("input[name=free]").CheckAsync();
        await page.Presses("Go on");
        await page.Presses($"Make a link for {name}");
        var link = await page.Locator("[role=status] code").InnerTextAsync();
        await page.GotoAsync($"{file}/referrals");
        return link;
    }

    /// <summary>An advocate writes down what a provider said by telephone.</summary>
    public static async Task Notes(this IPage page, string name, string news, string? reason = null)
    {
        var about = page.About(name);
        await about.GetByText($"{name} answers, or something happened").ClickAsync();
        await about.Locator("select[name=news]").SelectOptionAsync(news);
        if (reason is not null) await about.Locator("select[name=reason]").SelectOptionAsync(reason);
        await about.GetByRole(AriaRole.Button, new() { Name = "Write it down" }).ClickAsync();
        await page.WaitForLoadStateAsync();
    }

    /// <summary>A provider without an account reads by the link.</summary>
    public static async Task Reads(this IPage page, string link)
    {
        await page.GotoAsync(link);
        await page.Presses("Read it");
    }

    /// <summary>A person takes a permission back on her or his own page.</summary>
    public static async Task TakesBack(this IPage page, Served pages, string heading)
    {
        await page.GotoAsync(pages.At("/es/agreed"));
        await page.About(heading).GetByRole(AriaRole.Button, new() { Name = "Quitar este permiso" }).ClickAsync();
        Assert.Equal("Quitaste el permiso", await page.Locator("h1").InnerTextAsync());
    }
}
