using Credence.Care.Access;
using Credence.Care.Persons;
using Credence.Care.Reach;
using Credence.Care.Referrals;
using Credence.Care.Retention;
using Credence.Care.Statements;
using Credence.Consents;
using Credence.Record.Retention;
using Credence.Record.Tests.Care;

namespace Credence.Record.Tests.Portal;

/// <summary>What the portal says to a person who looks what became of something.</summary>
public class AnswerTests
{
    private static readonly CareAccess SecondLead = CareCast.At(CareCast.Harbor, CareRole.ProviderLead, 2);

    [Fact]
    public async Task After_an_erasure_the_pages_say_that_it_was_done_and_no_row_says_that_only_the_person_reads_it()
    {
        await using var web = await PortalWeb.Start();
        var id = await CareCast.TakeIn(web.Record);
        using var person = await web.Guest().Uses(await web.Card(id));
        var note = await person.Keeps("What I want to say (invented).");
        await person.Get("/home");
        await person.Post("/erase");
        var retention = new RetentionDesk(web.Record);
        var proposal = Assert.Single(await retention.Open(CareCast.Lead, default)).Id;
        await retention.Approve(CareCast.Lead, proposal, default);
        await retention.Carry(SecondLead, proposal, null, default);

        var page = (await person.Get("/erase")).Body;
        Assert.Contains("What you asked to erase was erased.", page, StringComparison.Ordinal);
        Assert.Contains("Ask to erase what came since", page, StringComparison.Ordinal);
        foreach (var address in (string[])["/notes", note])
        {
            var body = (await person.Get(address)).Body;
            Assert.Contains("These words were erased.", body, StringComparison.Ordinal);
            Assert.DoesNotContain("Only you can read it.", body, StringComparison.Ordinal);
        }

        var looked = (await person.Get("/looked")).Body;
        Assert.Contains("erased what was here", looked, StringComparison.Ordinal);
        Assert.DoesNotContain("Something else was done", looked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", HoldReason.CourtOrder, "This is why: a judge said so.")]
    [InlineData("", HoldReason.CivilSuit, "This is why: someone may sue, or has sued.")]
    [InlineData("/es", HoldReason.Inquiry, "Esta es la razón: se revisa cómo trabajan.")]
    public async Task A_hold_says_why_it_keeps_what_it_keeps(string prefix, HoldReason reason, string sentence)
    {
        await using var web = await PortalWeb.Start();
        var id = await CareCast.TakeIn(web.Record);
        using var person = await web.Guest().Uses(await web.Card(id));
        await person.Keeps("What I want to say (invented).");
        await new RetentionDesk(web.Record).Hold(CareCast.Advocate, id, reason, default);

        await person.Get("/home");
        var page = System.Net.WebUtility.HtmlDecode((await person.Post($"{prefix}/erase")).Body);

        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Equal(reason is HoldReason.CourtOrder, page.Contains("a judge", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_hold_that_is_lifted_is_told_in_words()
    {
        await using var web = await PortalWeb.Start();
        var id = await CareCast.TakeIn(web.Record);
        var retention = new RetentionDesk(web.Record);
        var hold = Assert.IsType<RetentionAnswer.Done>(await retention.Hold(CareCast.Advocate, id, HoldReason.Inquiry, default)).Id;
        var lifting = Assert.IsType<RetentionAnswer.Done>(await retention.ProposeLifting(CareCast.Advocate, hold, default)).Id;
        await retention.Approve(CareCast.Lead, lifting, default);
        await retention.Carry(CareCast.Lead, lifting, null, default);

        using var person = await web.Guest().Uses(await web.Card(id));

        Assert.Contains("wrote that what is here no longer has to be kept", (await person.Get("/looked")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("contraseña1234")]
    [InlineData("micontraseña")]
    [InlineData("MiContrasena 2024")]
    [InlineData("tequieromucho")]
    [InlineData("te quiero mucho mi amor")]
    [InlineData("guadalupe2001")]
    [InlineData("Guadalupe María José 2001")]
    [InlineData("Paloma01011999")]
    [InlineData("uno dos tres cuatro cinco")]
    [InlineData("password1234")]
    [InlineData("casa casa casa casa")]
    public async Task A_sentence_that_many_would_guess_is_refused_with_and_without_accents(string secret)
    {
        await using var web = await PortalWeb.Start();
        using var guest = web.Guest();
        await guest.Get("/alone");

        Assert.Contains("many would guess it", (await guest.Post("/alone", ("passphrase", secret), ("again", secret))).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("el perro verde come pan")]
    [InlineData("río piedra cañón")]
    [InlineData("desafortunadamentelluvioso")]
    [InlineData("тихая река утром")]
    [InlineData("我每天早上去河边散步听音乐")]
    public async Task Three_words_that_differ_or_length_are_enough_in_any_script(string secret)
    {
        await using var web = await PortalWeb.Start();
        using var guest = web.Guest();
        await guest.Get("/alone");

        Assert.Equal("/words", (await guest.Post("/alone", ("passphrase", secret), ("again", secret))).Location);
    }

    [Fact]
    public async Task A_mistake_in_the_sentence_does_not_cost_the_code_of_the_card()
    {
        await using var web = await PortalWeb.Start();
        using var guest = web.Guest();
        await guest.Get("/card");

        Assert.Contains("value=\"ABCD-1234\"", (await guest.Post("/card", ("code", "ABCD-1234"), ("passphrase", "short"), ("again", "short"))).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_goes_only_after_what_goes_was_seen_and_the_next_page_says_that_it_went()
    {
        await using var web = await PortalWeb.Start();
        using var person = await web.Guest().Begins();
        var note = await person.Keeps("All of it (invented).");
        var statements = new StatementDesk(web.Record);
        await person.Get($"{note}/part");

        var seen = await person.Post($"{note}/part", ("words", "A part (invented)."), ("asks", "Talk"), ("do", "see"));
        Assert.Contains("This is all that Harbor House will get.", seen.Body, StringComparison.Ordinal);
        Assert.Contains("A part (invented).", seen.Body, StringComparison.Ordinal);
        Assert.Contains("A part (invented).</textarea>", (await person.Post($"{note}/part", ("words", "A part (invented)."), ("asks", "Talk"), ("do", "change"))).Body, StringComparison.Ordinal);
        Assert.Empty(await statements.Shared(CareCast.Advocate, default));
        var sent = await person.Post($"{note}/part", ("words", "A part (invented)."), ("asks", "Talk"), ("do", "send"));

        Assert.Equal(StatementAsk.Talk, Assert.Single(await statements.Shared(CareCast.Advocate, default)).Asks);
        Assert.Contains("It was sent. Harbor House can read it now.", (await person.Get(sent.Location!)).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("It was sent.", (await person.Get(sent.Location!)).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Someone at Harbor House wrote to you.", "Harbor House wrote to you about it.", "wrote to you about a note you shared")]
    [InlineData("/es", "Alguien de Harbor House te escribió.", "Harbor House te escribió sobre ella.", "te escribió sobre una nota que compartiste")]
    public async Task Who_came_without_a_name_finds_the_answer_on_her_or_his_own_pages(string prefix, string onHome, string inList, string inLog)
    {
        await using var web = await PortalWeb.Start();
        using var person = await web.Guest().Begins();
        var note = await person.Keeps("He keeps my papers (invented).");
        await person.Get(note);
        await person.Post($"{note}/shared");
        Assert.DoesNotContain(onHome, await Page(person, $"{prefix}/home"), StringComparison.Ordinal);
        var shared = Assert.Single(await new StatementDesk(web.Record).Shared(CareCast.Advocate, default));
        Assert.IsType<ReplyAnswer.Written>(await new StatementDesk(web.Record).Reply(CareCast.Advocate, shared.Id, "Ask for the <blue> door (invented).", default));

        Assert.Contains(onHome, await Page(person, $"{prefix}/home"), StringComparison.Ordinal);
        Assert.Contains(inList, await Page(person, $"{prefix}/notes"), StringComparison.Ordinal);
        Assert.Contains("Ask for the <blue> door (invented).", await Page(person, prefix + note), StringComparison.Ordinal);
        Assert.DoesNotContain("<blue>", (await person.Get(prefix + note)).Body, StringComparison.Ordinal);
        Assert.Contains(inLog, await Page(person, $"{prefix}/looked"), StringComparison.Ordinal);
        using var other = await web.Guest().Begins();
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await other.Get(prefix + note)).Status);
        Assert.DoesNotContain(onHome, await Page(other, $"{prefix}/home"), StringComparison.Ordinal);

        static async Task<string> Page(Guest guest, string address) => System.Net.WebUtility.HtmlDecode((await guest.Get(address)).Body);
    }

    [Fact]
    public async Task A_correction_stands_beside_what_was_written()
    {
        await using var web = await PortalWeb.Start();
        using var person = await web.Guest().Uses(await web.Card());
        await person.Get("/file");
        await person.Post("/file", ("words", "My name is another (invented)."));

        Assert.Contains("to set right what they wrote", (await person.Get("/file")).Body, StringComparison.Ordinal);
        Assert.Equal(StatementAsk.Correct, Assert.Single(await new StatementDesk(web.Record).Shared(CareCast.Advocate, default)).Asks);
    }

    [Fact]
    public async Task Whoever_came_without_a_name_reads_that_nobody_reads_a_wish_and_whoever_has_a_file_does_not()
    {
        await using var web = await PortalWeb.Start();
        using var alone = await web.Guest().Begins();
        using var known = await web.Guest().Uses(await web.Card());

        Assert.Contains("So no one at Harbor House reads your wishes here.", (await alone.Get("/wishes")).Body, StringComparison.Ordinal);
        await alone.Post("/wishes", ("options", "believed"), ("words", ""));
        var kept = (await alone.Get("/wishes")).Body;
        Assert.Contains("Change this wish", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("I want the police to see this", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("reads your wishes here", (await known.Get("/wishes")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Under_a_wish_to_be_left_in_peace_nobody_is_asked_to_show_it_to_police()
    {
        await using var web = await PortalWeb.Start();
        using var person = await web.Guest().Uses(await web.Card());
        await person.Get("/wishes");
        await person.Post("/wishes", ("options", "be-left-alone"), ("words", ""));
        Assert.DoesNotContain("I want the police to see this", (await person.Get("/wishes")).Body, StringComparison.Ordinal);

        await person.Post("/wishes", ("options", "believed"), ("words", ""));
        Assert.Contains("I want the police to see this", (await person.Get("/wishes")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_option_that_is_not_on_the_list_is_not_called_too_long_and_nobody_is_told_to_call_without_a_number()
    {
        await using var web = await PortalWeb.Start();
        using var alone = await web.Guest().Begins();
        await alone.Get("/wishes");

        var answer = (await alone.Post("/wishes", ("options", "no-such-option"), ("words", ""))).Body;

        Assert.Contains("What you marked is not on this list any more.", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("too long", answer, StringComparison.Ordinal);
        using var guest = web.Guest();
        Assert.DoesNotContain("Or call them.", (await guest.Get("/alone")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("O llama.", (await guest.Get("/es/alone")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Under_a_hold_the_answer_to_who_asked_to_be_forgotten_stands_when_the_page_is_opened_again()
    {
        await using var web = await PortalWeb.Start();
        var id = await CareCast.TakeIn(web.Record);
        using var person = await web.Guest().Uses(await web.Card(id));
        await new RetentionDesk(web.Record).Hold(CareCast.Advocate, id, HoldReason.CriminalCase, default);
        await person.Post("/erase");

        Assert.Contains("This is why: a crime may come to court.", (await person.Get("/erase")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_no_card_reads_how_to_be_reached_and_the_number_that_the_provider_gave()
    {
        await using var web = await PortalWeb.Start();
        using var alone = await web.Guest().Begins();
        var note = await alone.Keeps("All of it (invented).");
        var before = (await alone.Get($"{note}/part")).Body;
        Assert.Contains("write in your note how they can reach you", before, StringComparison.Ordinal);
        Assert.Contains("Harbor House has put no phone number here.", before, StringComparison.Ordinal);
        Assert.DoesNotContain("asks you first", before, StringComparison.Ordinal);

        await new ReachDesk(web.Record).Set(CareCast.At(CareCast.Harbor, CareRole.Administrator), "555-0100", "mornings", "UTC", default);

        foreach (var address in (string[])[$"{note}/part", "/alone", "/about", "/know"])
            Assert.Contains("You can call Harbor House: 555-0100.", (await alone.Get(address)).Body, StringComparison.Ordinal);
        using var known = await web.Guest().Uses(await web.Card());
        Assert.Contains("asks you first", (await known.Get($"{await known.Keeps("Mine (invented).")}/part")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("es-MX,es;q=0.9,en;q=0.8", "none", "/es")]
    [InlineData("es", "cross-site", "/es")]
    [InlineData("es", "same-origin", null)]
    [InlineData("en-US,es;q=0.5", "none", null)]
    [InlineData("ko,vi;q=0.5", "none", null)]
    [InlineData("", "none", null)]
    public async Task Whoever_comes_from_outside_finds_the_language_of_the_own_device(string language, string from, string? address)
    {
        await using var web = await PortalWeb.Start();
        using var guest = web.Guest();

        Assert.Equal(address, (await guest.Send(HttpMethod.Get, "/", null, ("Accept-Language", language), ("Sec-Fetch-Site", from))).Location);
    }

    [Fact]
    public async Task Who_looked_stands_by_days_and_what_went_elsewhere_stands_first()
    {
        await using var web = await PortalWeb.Start();
        var id = await CareCast.TakeIn(web.Record);
        var sent = await web.Record.ByLink(id, InformationKind.Needs);
        using var person = await web.Guest().Uses(await web.Card(id));
        Assert.NotNull(await new ReferralLinks(web.Record).Read(sent.Link, default));
        for (var time = 0; time < 3; time++) await new PersonDesk(web.Record).Open(CareCast.Advocate, id, default);

        var looked = (await person.Get("/looked")).Body;

        Assert.Contains("read what is written about you (3).", looked, StringComparison.Ordinal);
        Assert.True(looked.IndexOf("at the place that may help", StringComparison.Ordinal) < looked.IndexOf("read what is written about you", StringComparison.Ordinal));
        Assert.Contains($"<h2>{Credence.Portal.Words.English.Day(web.Clock.GetUtcNow())}</h2>", looked, StringComparison.Ordinal);
    }
}
