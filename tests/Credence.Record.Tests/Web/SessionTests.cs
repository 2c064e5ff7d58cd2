using System.Net;
using Credence.Police.Access;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.SignIns;
using Credence.Record.Tests.Handovers;
using Credence.Testing;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Tests.Web;

/// <summary>How a session begins and ends, and what a password has to be.</summary>
public class SessionTests
{
    private static AccountId Officer => Cast.At(Cast.Riverton, PoliceRole.Officer).Account;

    [Fact]
    public async Task A_session_ends_after_half_an_hour_without_a_press_and_after_twelve_hours_in_any_case()
    {
        var clock = new HandClock();
        await using var site = await Site.Make(clock: clock);
        using var visitor = await site.Web.Visitor().Enters(Officer);
        clock.Now += TimeSpan.FromMinutes(31);
        Assert.Equal("/sign-in", (await visitor.Get("/account")).Location);

        using var busy = await site.Web.Visitor().Enters(Officer);
        for (var presses = 0; presses < 35; presses++)
        {
            clock.Now += TimeSpan.FromMinutes(20);
            Assert.Equal(HttpStatusCode.OK, (await busy.Get("/account")).Status);
        }

        clock.Now += TimeSpan.FromMinutes(20);
        Assert.Equal("/sign-in", (await busy.Get("/account")).Location);
    }

    [Fact]
    public async Task Who_signs_in_gets_a_new_session_never_the_number_that_was_in_the_browser_before()
    {
        await using var site = await Site.Make();
        using var thief = await site.Web.Visitor().Enters(Cast.At(Cast.Lakeside, PoliceRole.Officer).Account);
        // The thief's own session was put into the browser of the officer, who then signs in.
        using var officer = thief.Copy();
        await officer.Comes((await new EntryLinks<PoliceContext>(site.Web.Record).GiveAtHost(Officer, default))!);
        Assert.Equal("/purpose", (await officer.SetsUp(Visitor.Password)).Location);

        Assert.Contains("You are Officer-1", (await officer.Get("/account")).Body, StringComparison.Ordinal);
        Assert.NotEqual(thief.Cookies["police"], officer.Cookies["police"]);
        Assert.Equal("/sign-in", (await thief.Get("/account")).Location);
    }

    [Fact]
    public async Task Who_signs_in_again_by_password_and_code_gets_a_new_session_and_the_old_one_ends()
    {
        await using var site = await Site.Make();
        var single = await OnlyHandle(site);
        using var visitor = await site.Web.Visitor().Enters(single.Account);
        using var copy = visitor.Copy();
        await visitor.Get("/sign-in");
        Assert.Equal("/sign-in/code", (await visitor.Post("/sign-in", ("handle", single.Handle), ("password", Visitor.Password))).Location);
        await visitor.Get("/sign-in/code");
        Assert.Equal("/purpose", (await visitor.Post("/sign-in/code", ("code", Authenticator.Code(visitor.Secret!, steps: 1)))).Location);

        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/account")).Status);
        Assert.Equal("/sign-in", (await copy.Get("/account")).Location);
    }

    [Theory]
    [InlineData("/training/sorting", "/training/sorting")]
    [InlineData("/training?x=1", "/training?x=1")]
    [InlineData("/purpose", "/")]
    public async Task Whoever_asked_for_a_page_before_saying_why_comes_to_it_afterwards_and_once(string asked, string reached)
    {
        await using var site = await Site.Make();
        using var visitor = await site.Web.Visitor().Enters(Officer, purpose: null);
        var bounced = await visitor.Send(HttpMethod.Get, asked, null, ("Accept", "text/html"));
        Assert.True(asked == "/purpose" || bounced.Location == "/purpose");
        await visitor.Get("/purpose");

        Assert.Equal(reached, (await visitor.Post("/purpose", ("kind", nameof(PurposeKind.Training)))).Location);
        await visitor.Get("/purpose");
        Assert.Equal("/", (await visitor.Post("/purpose", ("kind", nameof(PurposeKind.Training)))).Location);
    }

    [Theory]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("https://elsewhere.example")]
    [InlineData("")]
    public async Task Nobody_is_sent_to_another_host_by_what_a_cookie_says(string planted)
    {
        await using var site = await Site.Make();
        using var visitor = await site.Web.Visitor().Enters(Officer, purpose: null);
        foreach (var name in new[] { "asked", "__Host-asked" }) visitor.Cookies[name] = Uri.EscapeDataString(planted);
        await visitor.Get("/purpose");

        Assert.Equal("/", (await visitor.Post("/purpose", ("kind", nameof(PurposeKind.Casework)))).Location);
    }

    [Fact]
    public async Task What_one_asked_for_is_forgotten_with_the_session()
    {
        await using var site = await Site.Make();
        using var visitor = await site.Web.Visitor().Enters(Officer, purpose: null);
        await visitor.Send(HttpMethod.Get, "/training", null, ("Accept", "text/html"));
        Assert.Contains(visitor.Cookies.Keys, name => name.EndsWith("asked", StringComparison.Ordinal));
        await visitor.Get("/purpose");
        await visitor.Post("/sign-out");

        Assert.DoesNotContain(visitor.Cookies.Keys, name => name.EndsWith("asked", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_for_every_copy_of_the_cookie_and_needs_a_form_of_ours()
    {
        await using var site = await Site.Make();
        using var visitor = await site.Web.Visitor().Enters(Officer);
        using var copy = visitor.Copy();
        Assert.Equal(HttpStatusCode.BadRequest, (await copy.Post("/sign-out")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await copy.Get("/sign-out")).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/account")).Status);

        var answer = await visitor.Post("/sign-out");
        Assert.Equal(("/sign-in", "\"cache\""), (answer.Location, answer.Message.Headers.GetValues("Clear-Site-Data").Single()));
        Assert.DoesNotContain("police", visitor.Cookies.Keys);
        Assert.Equal("/sign-in", (await copy.Get("/account")).Location);
    }

    [Fact]
    public async Task An_administrator_ends_the_sessions_of_an_account_of_the_own_agency_only()
    {
        await using var site = await Site.Make();
        using var visitor = await site.Web.Visitor().Enters(Officer);
        using var elsewhere = await site.Web.Visitor().Enters(Cast.At(Cast.Lakeside, PoliceRole.Administrator).Account, PurposeKind.Maintenance);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.Post("/team/sessions/ended", ("account", Officer.Value.ToString()))).Status);
        using var supervisor = await site.Web.Visitor().Enters(Cast.At(Cast.Riverton, PoliceRole.Supervisor).Account);
        Assert.Equal(HttpStatusCode.NotFound, (await supervisor.Post("/team/sessions/ended", ("account", Officer.Value.ToString()))).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/account")).Status);

        using var administrator = await site.Web.Visitor().Enters(Cast.At(Cast.Riverton, PoliceRole.Administrator).Account, PurposeKind.Maintenance);
        Assert.Equal("/team", (await administrator.Post("/team/sessions/ended", ("account", Officer.Value.ToString()))).Location);
        Assert.Equal("/sign-in", (await visitor.Get("/account")).Location);
        Assert.Contains("account.sessions-ended", await Events(site));
    }

    [Fact]
    public async Task Changing_the_password_asks_for_the_old_one_a_sign_in_of_the_last_minutes_and_ends_the_other_sessions()
    {
        var clock = new HandClock();
        await using var site = await Site.Make(clock: clock);
        var single = await OnlyHandle(site);
        using var visitor = await site.Web.Visitor().Enters(single.Account);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Change(visitor, "not the old one", "other quiet words here")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Change(visitor, Visitor.Password, "short")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Change(visitor, Visitor.Password, "1q2w3e4r5t6y")).Status);
        Assert.Contains("sign-in.refused", await Events(site));

        clock.Now += TimeSpan.FromMinutes(1);
        using var other = site.Web.Visitor();
        Assert.Equal("/sign-in/code", (await SignsIn(other, single.Handle, Visitor.Password)).Location);
        await other.Get("/sign-in/code");
        Assert.Equal("/purpose", (await other.Post("/sign-in/code", ("code", Authenticator.Code(visitor.Secret!, steps: 1)))).Location);
        await visitor.Get("/account");
        Assert.Equal("/account", (await Change(visitor, Visitor.Password, "other quiet words here")).Location);
        Assert.Equal("/sign-in", (await other.Get("/account")).Location);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/account")).Status);
        Assert.Equal("/sign-in/code", (await SignsIn(other, single.Handle, "other quiet words here")).Location);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignsIn(other, single.Handle, Visitor.Password)).Status);

        clock.Now += TimeSpan.FromMinutes(11);
        Assert.Contains("Sign out and in again", (await Change(visitor, "other quiet words here", Visitor.Password)).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("elevenchars", false)]
    [InlineData("1q2w3e4r5t6y", false)]
    [InlineData("Qazwsxedc123", false)]
    [InlineData("leavemealone", false)]
    [InlineData("password1234", false)]
    [InlineData("Credence-police-1234", false)]
    [InlineData("officer-1officer-1", false)]
    [InlineData("all lower case words", true)]
    [InlineData("  spaces at both ends  ", true)]
    [InlineData("пароль из слов 雨", true)]
    public async Task A_password_is_long_and_not_what_others_chose_and_may_be_of_any_letters(string password, bool isTaken)
    {
        await using var site = await Site.Make();
        using var visitor = site.Web.Visitor();
        await visitor.Comes((await new EntryLinks<PoliceContext>(site.Web.Record).GiveAtHost(Officer, default))!);
        Assert.Equal(isTaken ? HttpStatusCode.SeeOther : HttpStatusCode.UnprocessableEntity, (await visitor.SetsUp(password)).Status);
    }

    [Fact]
    public async Task A_password_of_two_hundred_characters_is_taken_whole()
    {
        await using var site = await Site.Make();
        var (single, password) = (await OnlyHandle(site), string.Concat(Enumerable.Range(100, 67).Select(number => $"{number}")));
        using var visitor = site.Web.Visitor();
        await visitor.Comes((await new EntryLinks<PoliceContext>(site.Web.Record).GiveAtHost(single.Account, default))!);
        Assert.Equal("/purpose", (await visitor.SetsUp(password)).Location);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignsIn(visitor, single.Handle, password[..^1])).Status);
        Assert.Equal("/sign-in/code", (await SignsIn(visitor, single.Handle, password)).Location);
    }

    // Both agencies have an Officer-1; by handle one signs in where only one account has it.
    private static async Task<(AccountId Account, string Handle)> OnlyHandle(Site site)
    {
        var id = new AccountId(Guid.CreateVersion7());
        await using var act = await site.Web.Record.Begin(Cast.At(Cast.Riverton, PoliceRole.Administrator, PurposeKind.Maintenance), default);
        act.Rows.Accounts.Add(new Account { Id = id, Organization = Cast.Riverton, Handle = "off-7", Role = nameof(PoliceRole.Officer) });
        act.Note(new Credence.Record.Events.EventDraft(new Credence.Record.Events.EventKind("account.opened"), id.Value));
        await act.Save(default);
        return (id, "off-7");
    }

    private static async Task<Answered> SignsIn(Visitor visitor, string handle, string password)
    {
        await visitor.Get("/sign-in");
        return await visitor.Post("/sign-in", ("handle", handle), ("password", password));
    }

    private static Task<Answered> Change(Visitor visitor, string current, string password) => visitor.Post("/account/password", ("current", current), ("password", password));

    private static async Task<List<string>> Events(Site site)
    {
        await using var rows = site.Web.Record.Enter(Cast.At(Cast.Riverton, PoliceRole.Auditor, PurposeKind.Audit));
        return await rows.Events.Select(row => row.Kind).ToListAsync();
    }
}
