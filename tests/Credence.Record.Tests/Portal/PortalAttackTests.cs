using System.Net;
using Credence.Care.Cards;
using Credence.Care.Statements;
using Credence.Consents;
using Credence.Record.Tests.Care;

namespace Credence.Record.Tests.Portal;

/// <summary>What somebody tries who looks for a person, found the paper, knows the words, or sits at the same computer.</summary>
public class PortalAttackTests
{
    private static readonly string[] Harmful = ["traffick", "police", "victim", "survivor", "credence", "crime", "abuse", "trata", "polic", "víctima"];

    [Fact]
    public async Task A_wrong_code_words_that_nobody_has_and_a_wrong_passphrase_get_the_same_answer_for_the_same_work()
    {
        await using var web = await PortalWeb.Start();
        using var person = await web.Guest().Begins();
        var code = await web.Card();
        using var used = await web.Guest().Uses(code);
        using var guesser = web.Guest();
        var answers = new List<(HttpStatusCode Status, string Body, int Work)>();
        foreach (var (words, secret) in new[] { (person.Words!, "another walk by the lake"), ("lamp lamp lamp lamp lamp", PortalWeb.Secret), ("", "") })
        {
            var before = web.Passphrases.Derived;
            var answer = await guesser.Returns(words, secret);
            answers.Add((answer.Status, Untold(answer.Body), web.Passphrases.Derived - before));
        }

        Assert.Single(answers.Distinct());
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 1), (answers[0].Status, answers[0].Work));
        answers.Clear();
        foreach (var typed in (string[])[code, "2222-2222-2222", "x"])
        {
            await guesser.Get("/card");
            var before = web.Passphrases.Derived;
            var answer = await guesser.Post("/card", ("code", typed), ("passphrase", PortalWeb.Secret), ("again", PortalWeb.Secret));
            // What was typed is given back, and nothing else differs.
            answers.Add((answer.Status, Untold(answer.Body).Replace($"value=\"{typed}\"", "", StringComparison.Ordinal), web.Passphrases.Derived - before));
        }

        Assert.Single(answers.Distinct());
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 1), (answers[0].Status, answers[0].Work));
    }

    [Fact]
    public async Task Whoever_guesses_waits_longer_and_longer_and_never_locks_the_person_out()
    {
        await using var web = await PortalWeb.Start();
        using var person = await web.Guest().Begins();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            using var guesser = web.Guest();
            for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.UnprocessableEntity, (await guesser.Returns(person.Words!, $"guess number {i} of many")).Status);
        }));

        using var again = web.Guest();
        Assert.Equal("/home", (await again.Returns(person.Words!)).Location);
        Assert.Contains("40 times", (await again.Get("/home")).Body, StringComparison.Ordinal);
        Assert.Contains("typed your words with a wrong sentence", (await again.Get("/looked")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void The_wait_grows_to_its_longest_and_no_further()
    {
        using var patience = new Credence.Portal.Entry.Patience(TimeProvider.System, Credence.Portal.Entry.Patience.Longest);
        Assert.Equal([0, 0, 1, 2, 4, 8, 15, 15], new long[] { 0, 4, 5, 6, 7, 8, 9, long.MaxValue }.Select(wrong => patience.Wait(wrong).TotalSeconds));
    }

    [Fact]
    public async Task A_used_card_an_ended_visit_and_a_replaced_passphrase_open_nothing()
    {
        await using var web = await PortalWeb.Start();
        var person = await CareCast.TakeIn(web.Record);
        var code = await web.Card(person);
        using var first = await web.Guest().Uses(code);
        using var copy = web.Guest();
        foreach (var (name, value) in first.Cookies) copy.Cookies[name] = value;
        Assert.Contains("Rosa", (await copy.Get("/file")).Body, StringComparison.Ordinal);

        await first.Get("/leave");
        Assert.Equal(PortalWeb.Neutral.ToString(), (await copy.Get("/file")).Location);
        Assert.Equal("/home", (await first.Returns(first.Words!)).Location);
        var desk = new CardDesk(web.Record);
        await desk.Make(CareCast.Advocate, person, default);
        using var second = await web.Guest().Uses(Assert.IsType<CardAnswer.Made>(await desk.Confirm(CareCast.Lead, person, default)).Code);
        Assert.Equal(PortalWeb.Neutral.ToString(), (await first.Get("/file")).Location);
        Assert.Contains("Rosa", (await second.Get("/file")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_else_s_ids_are_not_found_and_change_nothing()
    {
        await using var web = await PortalWeb.Start();
        var id = await CareCast.TakeIn(web.Record);
        var (referral, consent, _) = await web.Record.ByLink(id, InformationKind.Needs);
        using var person = await web.Guest().Uses(await web.Card(id));
        using var other = await web.Guest().Begins();
        var note = await person.Keeps("Mine alone (invented).");
        await person.Get("/wishes");
        await person.Post("/wishes", ("words", "To be believed (invented)."));
        var wish = System.Text.RegularExpressions.Regex.Match((await person.Get("/wishes")).Body, "/wishes/([0-9a-f-]{36})/shown").Groups[1].Value;
        await other.Keeps("Other (invented).");
        await other.Get("/home");

        foreach (var address in (string[])[note, $"{note}/more", $"{note}/part", $"/wishes/{wish}"])
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get(address)).Status);
        await other.Get("/home");
        foreach (var address in (string[])[$"{note}/more", $"{note}/part", $"{note}/shared", $"{note}/unshared", $"/agreed/{consent.Value}/taken", $"/help/{referral.Value}/stopped", $"/help/{referral.Value}/on", $"/wishes/{wish}/shown", $"/wishes/{wish}/hidden"])
            Assert.Equal((address, HttpStatusCode.NotFound), (address, (await other.Post(address, ("words", "x"))).Status));
        await other.Post("/wishes", ("words", "Another (invented)."), ("changes", wish));
        Assert.Contains("Mine alone", (await person.Get(note)).Body, StringComparison.Ordinal);
        Assert.Contains($"/agreed/{consent.Value}/taken", (await person.Get("/agreed")).Body, StringComparison.Ordinal);
        Assert.Contains($"/help/{referral.Value}/stopped", (await person.Get("/help")).Body, StringComparison.Ordinal);
        Assert.Contains($"/wishes/{wish}/shown", (await person.Get("/wishes")).Body, StringComparison.Ordinal);
        Assert.Empty(await new StatementDesk(web.Record).Shared(CareCast.Advocate, default));
    }

    [Fact]
    public async Task Nothing_changes_without_the_token_of_a_page()
    {
        await using var web = await PortalWeb.Start();
        using var person = await web.Guest().Begins();
        var events = (await CareCast.Events(web.Record)).Count;
        var posts = web.Routes.Where(route => route.Method == HttpMethod.Post).ToList();
        Assert.True(posts.Count > 30, $"Only {posts.Count} forms.");
        foreach (var route in posts)
        {
            person.Token = null;
            Assert.Equal((route.ToString(), HttpStatusCode.BadRequest), (route.ToString(), (await person.Post(route.Address(Guid.NewGuid()), ("words", "x"))).Status));
        }

        Assert.Equal(events, (await CareCast.Events(web.Record)).Count);
    }

    [Fact]
    public async Task Scripts_in_what_somebody_writes_are_text()
    {
        await using var web = await PortalWeb.Start();
        using var person = await web.Guest().Uses(await web.Card());
        const string Script = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
        var note = await person.Keeps(Script);
        await person.Get("/file");
        var pages = new List<string> { (await person.Post("/file", ("words", Script))).Body };
        await person.Get("/wishes");
        await person.Post("/wishes", ("words", Script));
        await person.Post("/treated", ("unit", Script), ("Listened", "5"));
        foreach (var address in (string[])[note, $"{note}/part", $"{note}/more", "/notes", "/wishes", "/looked", "/file", "/treated", "/es/notes"]) pages.Add((await person.Get(address)).Body);
        using var guesser = web.Guest();
        pages.Add((await guesser.Returns(Script, Script)).Body);

        Assert.All(pages, page => Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal));
        Assert.All(pages, page => Assert.DoesNotContain("<img", page, StringComparison.Ordinal));
        Assert.Contains(pages, page => page.Contains("&lt;script&gt;", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("notes.example.org")]
    public async Task Every_answer_leaves_nothing_behind_and_names_nothing(string? name)
    {
        await using var web = await PortalWeb.Start(name);
        using var person = await web.Guest().Begins();
        foreach (var route in web.Routes.Where(route => route.IsQuestion))
        {
            var address = route.Address(Guid.NewGuid());
            Assert.DoesNotContain(Harmful, word => address.Contains(word, StringComparison.OrdinalIgnoreCase));
            if (address.EndsWith("/leave", StringComparison.Ordinal)) continue;
            var answer = await person.Get(address);
            // A page with a form says no-cache too.
            Assert.Contains(answer.Message.Headers.CacheControl!.ToString(), (string[])["no-store", "no-store, no-cache"]);
            Assert.Equal("no-referrer", Assert.Single(answer.Message.Headers.GetValues("Referrer-Policy")));
            if (answer.Message.Content.Headers.ContentType?.MediaType != "text/html") continue;
            Assert.Contains("rel=\"icon\" href=\"data:,\"", answer.Body, StringComparison.Ordinal);
            var title = System.Text.RegularExpressions.Regex.Match(answer.Body, "<title>(.+?)</title>").Groups[1].Value;
            Assert.DoesNotContain(Harmful, word => title.Contains(word, StringComparison.OrdinalIgnoreCase) || answer.Body.Contains($"href=\"/{word}", StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain("Credence", answer.Body, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Empty(web.Said);
    }

    [Fact]
    public async Task Going_away_ends_the_visit_empties_the_browser_and_going_back_shows_the_same_elsewhere()
    {
        await using var web = await PortalWeb.Start("notes.example.org");
        using var person = await web.Guest().Begins();
        var note = await person.Keeps("Mine alone (invented).");
        var cookies = person.Cookies.ToDictionary();
        Assert.All(cookies.Keys, cookie => Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal));

        var left = await person.Get("/leave");

        Assert.Equal((HttpStatusCode.SeeOther, PortalWeb.Neutral.ToString()), (left.Status, left.Location));
        Assert.Equal("\"cache\", \"cookies\", \"storage\"", Assert.Single(left.Message.Headers.GetValues("Clear-Site-Data")));
        Assert.Empty(person.Cookies);
        foreach (var (cookie, value) in cookies) person.Cookies[cookie] = value;
        foreach (var route in web.Routes.Where(route => route.IsQuestion && route.Endpoint.Metadata.GetMetadata<Credence.Portal.Inside>() is not null))
            Assert.Equal((route.ToString(), PortalWeb.Neutral.ToString()), (route.ToString(), (await person.Get(route.Address(Guid.Parse(note.Split('/')[^1])))).Location));
    }

    [Fact]
    public async Task A_visit_ends_after_a_quarter_of_an_hour_and_what_was_being_written_is_given_back_unkept()
    {
        await using var web = await PortalWeb.Start();
        using var person = await web.Guest().Begins();
        await person.Get("/notes/new");
        web.Clock.Move(TimeSpan.FromMinutes(16));

        using var form = new FormUrlEncodedContent([new("words", "Long in the writing (invented)."), new("__RequestVerificationToken", person.Token!)]);
        var answer = await person.Send(HttpMethod.Post, "/notes", form, ("Sec-Fetch-Site", "same-origin"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Long in the writing (invented).", answer.Body, StringComparison.Ordinal);
        using var other = new FormUrlEncodedContent([new("words", "Sent by another site.")]);
        Assert.Equal("/", (await person.Send(HttpMethod.Post, "/notes", other, ("Sec-Fetch-Site", "cross-site"))).Location);
        await person.Returns(person.Words!);
        Assert.DoesNotContain("/notes/0", (await person.Get("/notes")).Body, StringComparison.Ordinal);
        Assert.Contains("There are no notes yet.", (await person.Get("/notes")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_withdrawal_with_one_press_nothing_is_told_and_what_was_unshared_is_not_read()
    {
        await using var web = await PortalWeb.Start();
        var id = await CareCast.TakeIn(web.Record);
        var consent = await CareCast.Give(web.Record, CareCast.Signed(web.Record, id, InformationKind.Language));
        var release = new Credence.Care.Releases.ReleaseDesk(web.Record);
        Assert.NotNull(await Read());
        using var person = await web.Guest().Uses(await web.Card(id));

        Assert.Contains("Meadow Legal", (await person.Get("/agreed")).Body, StringComparison.Ordinal);
        var taken = await person.Post($"/agreed/{consent.Value}/taken");

        Assert.Contains("Meadow Legal had been told something. Harbor House has to call them.", taken.Body, StringComparison.Ordinal);
        Assert.Null(await Read());
        var note = await person.Keeps("Shared (invented).");
        var statement = new StatementId(Guid.Parse(note.Split('/')[^1]));
        await person.Get(note);
        await person.Post($"{note}/shared");
        Assert.NotNull(await new StatementDesk(web.Record).Open(CareCast.Advocate, statement, default));
        await person.Post($"{note}/unshared");
        Assert.Null(await new StatementDesk(web.Record).Open(CareCast.Advocate, statement, default));
        Assert.Contains("read a note you shared", (await person.Get("/looked")).Body, StringComparison.Ordinal);

        Task<Credence.Care.Releases.Release?> Read() => release.Read(CareCast.Worker, CareCast.Harbor, id, Purpose.Referral, [InformationKind.Language], default);
    }

    [Fact]
    public async Task A_second_entry_in_the_same_browser_ends_the_first_and_gets_a_number_of_its_own()
    {
        await using var web = await PortalWeb.Start();
        using var person = await web.Guest().Begins();
        var old = person.Cookies.ToDictionary();
        await person.Returns(person.Words!);

        Assert.NotEqual(old["v"], person.Cookies["v"]);
        using var copy = web.Guest();
        foreach (var (name, value) in old) copy.Cookies[name] = value;
        Assert.Equal(PortalWeb.Neutral.ToString(), (await copy.Get("/notes")).Location);
    }

    // Tokens differ from page to page.
    private static string Untold(string body) => System.Text.RegularExpressions.Regex.Replace(body, "value=\"[^\"]{40,}\"", "");
}
