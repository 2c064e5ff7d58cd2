using Credence.Police.Incidents;
using Credence.Police.Review;
using Credence.Review;
using Credence.Screening;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Credence.Browser.Tests.Police;

/// <summary>A review of everything that an invented record has, and a reader's hands on its pages.</summary>
internal static class Reviews
{
    public const string Name = "Reports of 2031";

    /// <summary>Begins a review with this share read by two. One of a single reader has another name than one of several.</summary>
    public static async Task<ReviewId> Review(this PoliceSite site, double doubled, params string[] readers)
    {
        await using var boards = new ReviewBoards(site.Record);
        var accounts = await Task.WhenAll(readers.Select(async handle => (await site.Access(handle)).Account));
        var review = new NewReview { Name = readers.Length > 1 ? Name : $"{Name} {readers[0]}", Filter = new QueueFilter { MissedOnly = false }, Readers = accounts, DoubleShare = doubled, Seed = 1 };
        return Assert.IsType<ReviewAnswer.Done>(await new ReviewDesk(site.Record, boards).Begin(await site.Access("sup-1"), review, default)).Review;
    }

    /// <summary>Reads what is next, once for each answer.</summary>
    public static async Task Read(this PoliceSite site, ReviewId review, string handle, params VictimAnswer[] answers)
    {
        await using var boards = new ReviewBoards(site.Record);
        var (access, desk) = (await site.Access(handle), new ReadingDesk(site.Record, boards));
        foreach (var victim in answers)
        {
            var next = Assert.IsType<NextAnswer.ToRead>(await desk.Next(access, review, default));
            var judgement = new Judgement(new ReadingId(Guid.NewGuid()), victim, victim is VictimAnswer.Yes ? ExploitationType.Labor : ExploitationType.None)
            {
                Elements = victim is VictimAnswer.Yes ? [Element.Means, Element.Purpose] : [], Note = "Papers are kept (invented).",
            };
            Assert.IsType<JudgeAnswer.Kept>(await desk.Judge(access, review, next.Incident, judgement, default));
        }
    }

    public static async Task DrawAudit(this PoliceSite site, ReviewId review)
    {
        await using var boards = new ReviewBoards(site.Record);
        Assert.IsType<ReviewAnswer.Done>(await new ReviewDesk(site.Record, boards).DrawAudit(await site.Access("sup-1"), review, 1, default));
    }

    /// <summary>Every reading so far, as number and answer, the first first.</summary>
    public static async Task<List<(string Number, string Answer)>> Readings(this PoliceSite site)
    {
        await using var rows = site.Record.Enter(await site.Access("sup-1"));
        var readings = await (
            from reading in rows.Readings
            join one in rows.ReviewedIncidents on new { reading.Review, reading.Place } equals new { one.Review, one.Place }
            join incident in rows.Incidents on one.Incident equals incident.Row
            orderby reading.Row
            select new { incident.Number, reading.Victim, reading.Type, reading.Elements }).ToListAsync();
        return readings.ConvertAll(one => (one.Number, $"{one.Victim} {one.Type} {one.Elements}".TrimEnd()));
    }

    public static Task Goes(this IPage page, PoliceSite site, string address) => page.GotoAsync(new Uri(site.Address, address).ToString());

    public static Task<string> Heading(this IPage page) => page.Locator("h1").InnerTextAsync();

    /// <summary>Presses a key, and waits for the page that comes of it.</summary>
    public static async Task Strikes(this IPage page, string key)
    {
        var before = await page.Heading();
        await page.Keyboard.PressAsync(key);
        await page.WaitForFunctionAsync("before => document.querySelector('h1')?.textContent !== before && (document.body.dataset.keys === 'ready' || !document.querySelector('[data-key]'))", before);
    }

    /// <summary>Goes by the tabulator to what says this, and presses it.</summary>
    public static async Task TabsToAndEnters(this IPage page, string text)
    {
        await page.TabsTo($"document.activeElement.textContent === '{text}'");
        await page.Strikes("Enter");
    }
}

/// <summary>A clock that tests set forward.</summary>
internal sealed class LaterClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
