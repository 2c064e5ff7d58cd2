using System.Net;
using System.Text.RegularExpressions;
using Credence.Care.Consents;
using Credence.Care.Persons;
using Credence.Care.Referrals;
using Credence.Care.Releases;
using Credence.Care.Statements;
using Credence.Consents;
using Credence.Record.Tests.Care;
using Credence.Record.Tests.Directories;
using Credence.Record.Tests.Web;
using Credence.Referrals;
using PersonId = Credence.Record.Access.PersonId;

namespace Credence.Record.Tests.Portal;

/// <summary>A consent that a person gives on her or his own pages, and what somebody tries to make of it.</summary>
public partial class GivingTests
{
    private static readonly string Meadow = $"care-to-care {CareCast.Ground(CareCast.Meadow)}";

    [Fact]
    public async Task What_can_go_wrong_is_read_before_anything_is_signed_and_what_was_signed_is_told_and_nothing_else()
    {
        await using var web = await PortalWeb.Start();
        var (id, person) = await Served(web);
        using var _ = person;
        Assert.Null(await Read(InformationKind.Language));

        var read = await person.Post("/agreed/new", Said(Meadow));
        foreach (var sentence in (string[])["You do not have to say yes.", "What can go wrong", "A court can ask for papers.", "It is not the price of help.", "You can take it back", "Meadow Legal"])
            Assert.Contains(sentence, read.Body, StringComparison.Ordinal);
        Assert.Empty(await new ConsentDesk(web.Record).List(CareCast.Advocate, id, default));
        var given = await person.Post("/agreed/signed", ("reading", Reading(read)), ("read", "yes"), ("do", "sign"));

        Assert.Contains("You said yes", given.Body, StringComparison.Ordinal);
        var consent = Assert.Single(await new ConsentDesk(web.Record).List(CareCast.Advocate, id, default));
        Assert.Equal((true, Giver.Person, "Meadow Legal", Purpose.Referral, "en"), (consent.How.IsOnline, consent.Giver, consent.To.Name, consent.Purpose, consent.How.Language));
        Assert.True(consent.Kinds.SetEquals([InformationKind.Language]));
        Assert.True(consent.RisksShownAt < consent.Signatures.Single().At);
        Assert.NotNull(await Read(InformationKind.Language));
        Assert.Null(await Read(InformationKind.Contact));
        Assert.Equal("Survivor", Assert.Single(await CareCast.Events(web.Record), row => row.Kind == "consent.given").Role);

        Task<Release?> Read(InformationKind kind) => new ReleaseDesk(web.Record).Read(CareCast.Worker, CareCast.Harbor, id, Purpose.Referral, [kind], default);
    }

    [Fact]
    public async Task Without_the_tick_the_reading_or_the_yes_nothing_is_signed()
    {
        await using var web = await PortalWeb.Start();
        var (id, person) = await Served(web);
        using var _ = person;
        var reading = Reading(await person.Post("/agreed/new", Said(Meadow)));

        Assert.Contains("Mark first that you have read it.", (await person.Post("/agreed/signed", ("reading", reading), ("do", "sign"))).Body, StringComparison.Ordinal);
        Assert.Contains("No one is told", (await person.Post("/agreed/signed", ("reading", reading), ("read", "yes"), ("do", "decline"))).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await person.Post("/agreed/signed", ("read", "yes"), ("do", "sign"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await person.Post("/agreed/signed", ("reading", reading[..^4] + "AAAA"), ("read", "yes"), ("do", "sign"))).Status);
        web.Clock.Move(TimeSpan.FromHours(3));
        await person.Returns(person.Words!);
        Assert.Equal(HttpStatusCode.BadRequest, (await person.Post("/agreed/signed", ("reading", reading), ("read", "yes"), ("do", "sign"))).Status);
        Assert.Empty(await new ConsentDesk(web.Record).List(CareCast.Advocate, id, default));
    }

    [Fact]
    public async Task Signed_twice_it_is_one_consent_and_sent_again_after_it_was_taken_back_it_stays_taken_back()
    {
        await using var web = await PortalWeb.Start();
        var (id, person) = await Served(web);
        using var _ = person;
        var reading = Reading(await person.Post("/agreed/new", Said(Meadow)));
        var desk = new ConsentDesk(web.Record);

        for (var press = 0; press < 2; press++)
            Assert.Equal(HttpStatusCode.OK, (await person.Post("/agreed/signed", ("reading", reading), ("read", "yes"), ("do", "sign"))).Status);
        var consent = Assert.Single(await desk.List(CareCast.Advocate, id, default));
        await person.Post($"/agreed/{consent.Id.Value}/taken");
        Assert.Equal("/agreed", (await person.Post("/agreed/signed", ("reading", reading), ("read", "yes"), ("do", "sign"))).Location);

        Assert.NotNull(Assert.Single(await desk.List(CareCast.Advocate, id, default)).WithdrawnAt);
    }

    [Fact]
    public async Task What_another_person_read_nobody_else_signs_and_another_s_referral_is_not_found()
    {
        await using var web = await PortalWeb.Start();
        var ((id, person), (other, thief)) = (await Served(web), await Served(web));
        using var first = person;
        using var second = thief;
        var referral = await web.Record.Propose(id, new Recipient(new("elsewhere"), "Elsewhere Legal"));
        var reading = Reading(await person.Post("/agreed/new", Said(Meadow)));

        Assert.Equal(HttpStatusCode.BadRequest, (await thief.Post("/agreed/signed", ("reading", reading), ("read", "yes"), ("do", "sign"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await thief.Get($"/agreed/new/{referral.Value}")).Status);
        await thief.Get("/agreed/new");
        Assert.Contains("Pick who may be told.", (await thief.Post("/agreed/new", Said($"help {referral.Value:N}"))).Body, StringComparison.Ordinal);

        foreach (var one in (PersonId[])[id, other]) Assert.Empty(await new ConsentDesk(web.Record).List(CareCast.Advocate, one, default));
    }

    [Theory]
    [InlineData("to", "care-to-care somebody-invented", "Pick who may be told.")]
    [InlineData("to", "police-to-care 33333333-0000-0000-0000-000000000002", "Pick who may be told.")]
    [InlineData("to", "listed nothing", "Pick who may be told.")]
    [InlineData("to", "", "Pick who may be told.")]
    [InlineData("purpose", "99", "Pick what it is for.")]
    [InlineData("purpose", "", "Pick what it is for.")]
    [InlineData("kind", "Everything", "Mark at least one thing that may be told.")]
    [InlineData("kind", "4", "Mark at least one thing that may be told.")]
    [InlineData("days", "36500", "For how long?")]
    [InlineData("days", "-7", "For how long?")]
    [InlineData("standing", "Untold", "Mark who says yes for you.")]
    [InlineData("standing", "", "Mark who says yes for you.")]
    public async Task A_field_that_the_page_does_not_have_leads_back_to_the_form(string field, string value, string sentence)
    {
        await using var web = await PortalWeb.Start();
        var (id, person) = await Served(web);
        using var _ = person;

        var answer = await person.Post("/agreed/new", [.. Said(Meadow).Where(one => one.Name != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Matches($"class=\"notice\"[^>]*>{Regex.Escape(sentence)}", answer.Body);
        Assert.Empty(await new ConsentDesk(web.Record).List(CareCast.Advocate, id, default));
    }

    [Theory]
    [InlineData("Young", "You are under 18.")]
    [InlineData("Guarded", "A court named someone who signs for you.")]
    public async Task Whoever_may_not_sign_alone_reads_why_that_help_goes_on_and_can_ask_to_talk(string standing, string why)
    {
        await using var web = await PortalWeb.Start();
        var (id, person) = await Served(web);
        using var _ = person;

        var way = await person.Post("/agreed/new", [.. Said(Meadow).Where(one => one.Name != "standing"), ("standing", standing)]);

        Assert.Contains(why, way.Body, StringComparison.Ordinal);
        Assert.Contains("You get help all the same.", way.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"reading\"", way.Body, StringComparison.Ordinal);
        Assert.StartsWith("/notes/", (await person.Post("/agreed/talk", ("words", "I want to talk about who may be told what."))).Location, StringComparison.Ordinal);
        Assert.Equal(StatementAsk.Talk, Assert.Single(await new StatementDesk(web.Record).Shared(CareCast.Advocate, default)).Asks);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await person.Post("/agreed/talk", ("words", " "))).Status);
        Assert.Empty(await new ConsentDesk(web.Record).List(CareCast.Advocate, id, default));
    }

    [Fact]
    public async Task Where_no_law_says_who_signs_the_page_says_that_it_can_be_written_down_with_somebody()
    {
        await using var web = await PortalWeb.Start(law: "us-zz");
        var (id, person) = await Served(web);
        using var _ = person;

        Assert.DoesNotContain("name=\"standing\"", (await person.Get("/agreed/new")).Body, StringComparison.Ordinal);
        Assert.Contains("Harbor House can do it with you.", (await person.Post("/agreed/new", [.. Said(Meadow).Where(one => one.Name != "standing")])).Body, StringComparison.Ordinal);
        Assert.Empty(await new ConsentDesk(web.Record).List(CareCast.Advocate, id, default));
    }

    [Fact]
    public async Task A_file_that_says_under_18_is_believed_whatever_is_marked_also_when_it_changes_while_the_page_is_read()
    {
        await using var web = await PortalWeb.Start();
        var (id, person) = await Served(web);
        using var _ = person;
        var reading = Reading(await person.Post("/agreed/new", Said(Meadow)));
        var (persons, lead) = (new PersonDesk(web.Record), CareCast.Lead);
        var stamp = (await persons.Open(lead, id, default))!.Stamp;
        Assert.IsType<Amendment.Done>(await persons.Amend(lead, id, CareCast.Sheet with { IsUnder18 = true }, stamp, default));

        Assert.Contains("You are under 18.", (await person.Post("/agreed/signed", ("reading", reading), ("read", "yes"), ("do", "sign"))).Body, StringComparison.Ordinal);
        Assert.Contains("You are under 18.", (await person.Post("/agreed/new", Said(Meadow))).Body, StringComparison.Ordinal);
        Assert.Empty(await new ConsentDesk(web.Record).List(CareCast.Advocate, id, default));
    }

    [Fact]
    public async Task A_place_of_the_directory_is_found_by_its_name_and_named_as_the_directory_names_it()
    {
        await using var web = await PortalWeb.Start();
        await web.Record.Fill([CareDirectory.Service("s7", "Legal clinic", "o7", "Example Law Clinic")]);
        var (id, person) = await Served(web);
        using var _ = person;

        Assert.Contains("There is no place of that name in our list.", (await person.Post("/agreed/new", [.. Said(""), ("find", "zebra"), ("do", "find")])).Body, StringComparison.Ordinal);
        var found = await person.Post("/agreed/new", [.. Said(""), ("find", "law cl"), ("do", "find")]);
        Assert.Contains("value=\"listed s7\"", found.Body, StringComparison.Ordinal);
        await person.Post("/agreed/signed", ("reading", Reading(await person.Post("/agreed/new", Said("listed s7")))), ("read", "yes"), ("do", "sign"));

        Assert.Equal(new Recipient(new("o7"), "Example Law Clinic"), Assert.Single(await new ConsentDesk(web.Record).List(CareCast.Advocate, id, default)).To);
    }

    [Fact]
    public async Task A_referral_that_waits_for_a_yes_goes_on_by_one_that_the_person_gives_at_home()
    {
        await using var web = await PortalWeb.Start();
        var (id, person) = await Served(web);
        using var _ = person;
        var referral = await web.Record.Propose(id);
        Assert.Contains($"/agreed/new/{referral.Value}", (await person.Get("/help")).Body, StringComparison.Ordinal);

        Assert.Contains($"value=\"help {referral.Value:N}\" checked", (await person.Get($"/agreed/new/{referral.Value}")).Body, StringComparison.Ordinal);
        var read = await person.Post("/agreed/new", [.. Said($"help {referral.Value:N}"), ("kind", "Needs")]);
        await person.Post("/agreed/signed", ("reading", Reading(read)), ("read", "yes"), ("do", "sign"));

        var opened = Assert.Single(await new ReferralDesk(web.Record).List(CareCast.Advocate, id, default));
        Assert.Equal((ReferralState.Consented, true), (opened.Referral.State, opened.MayTell));
        Assert.DoesNotContain("/agreed/new/", (await person.Get("/help")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_of_it_is_plain_small_and_in_the_language_that_was_asked()
    {
        await using var web = await PortalWeb.Start();
        var (_, person) = await Served(web);
        using var guest = person;
        foreach (var prefix in (string[])["", "/es"])
        {
            await person.Get($"{prefix}/agreed/new");
            var read = await person.Post($"{prefix}/agreed/new", Said(Meadow));
            foreach (var page in (Answered[])[
                await person.Get($"{prefix}/agreed/new"), read, await person.Post($"{prefix}/agreed/new", [.. Said(Meadow).Where(one => one.Name != "standing"), ("standing", "Young")]),
                await person.Post($"{prefix}/agreed/new", [.. Said(Meadow).Where(one => one.Name != "standing"), ("standing", "Guarded")]),
                await person.Post($"{prefix}/agreed/signed", ("do", "decline")), await person.Post($"{prefix}/agreed/signed", ("reading", Reading(read)), ("read", "yes"), ("do", "sign"))])
            {
                Assert.Equal(HttpStatusCode.OK, page.Status);
                Assert.InRange(page.Body.Length, 700, 25_000);
                Assert.Contains($"<html lang=\"{(prefix.Length > 0 ? "es" : "en")}\"", page.Body, StringComparison.Ordinal);
                Assert.Equal("", PlainWordsTests.Hard(page.Body, prefix.Length > 0));
            }
        }
    }

    private static async Task<(PersonId Id, Guest Person)> Served(PortalWeb web)
    {
        var id = await CareCast.TakeIn(web.Record);
        var person = await web.Guest().Uses(await web.Card(id));
        await person.Get("/agreed/new");
        return (id, person);
    }

    private static (string Name, string Value)[] Said(string to) =>
        [("to", to), ("purpose", "Referral"), ("kind", "Language"), ("days", "30"), ("standing", "Adult")];

    private static string Reading(Answered page)
    {
        var field = ReadingField().Match(page.Body);
        Assert.True(field.Success, "This page has nothing to sign.");
        return field.Groups[1].Value;
    }

    [GeneratedRegex("name=\"reading\" value=\"([^\"]+)\"")]
    private static partial Regex ReadingField();
}
