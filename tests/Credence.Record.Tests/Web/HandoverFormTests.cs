using System.Net;
using Credence.Police.Access;
using Credence.Web.SignIns;

namespace Credence.Record.Tests.Web;

/// <summary>The form of a handover as it is sent, and the session while a person reads.</summary>
public class HandoverFormTests(FilledSite site) : IClassFixture<FilledSite>
{
    [Fact]
    public async Task While_a_person_reads_and_after_it_every_page_inside_leads_to_the_sign_in()
    {
        using var officer = await site.Web.Visitor().Enters(Cast.At(Cast.Riverton, PoliceRole.Officer).Account);
        var copy = officer.Copy();
        var reads = await officer.Post("/handovers", Form(Guid.NewGuid()));
        Assert.Equal(HttpStatusCode.OK, reads.Status);
        Assert.Contains("<html lang=\"es\">", reads.Body, StringComparison.Ordinal);
        var reading = PageForm.Of(reads.Body).Single().Fields.Single(field => field.Name == "reading").Value;

        await NothingOpens(officer);
        await NothingOpens(copy);
        Assert.Equal("/sign-in", (await officer.Post("/handovers", Form(Guid.NewGuid()))).Location);
        var given = (await officer.Post("/handovers/signed", ("do", "sign"), ("reading", reading), ("read-Person", "yes"))).Location!;
        Assert.StartsWith("/handovers/given/", given, StringComparison.Ordinal);
        var told = await officer.Get(given);
        Assert.Contains("Queda entregado", told.Body, StringComparison.Ordinal);
        Assert.Equal(["/sign-in"], PageForm.Links(told.Body));
        await NothingOpens(officer);
        Assert.Contains("sign in again to go on", (await officer.Get("/sign-in")).Body, StringComparison.Ordinal);
        Assert.Empty(site.Web.Said);
    }

    [Fact]
    public async Task Pressed_twice_the_form_leads_to_the_same_reading_and_declined_it_leads_nowhere_either()
    {
        using var officer = await site.Web.Visitor().Enters(Cast.At(Cast.Riverton, PoliceRole.Investigator).Account);
        var token = Guid.NewGuid();
        await officer.Post("/handovers", Form(token));
        var again = await officer.Post("/handovers", Form(token));
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal("/sign-in", (await officer.Post("/handovers", Form(token, ("how", "Paper")))).Location);
        var reading = PageForm.Of(again.Body).Single().Fields.Single(field => field.Name == "reading").Value;
        var told = await officer.Post("/handovers/signed", ("do", "decline"), ("reading", reading));
        Assert.Contains("No se env\u00eda nada", WebUtility.HtmlDecode(told.Body), StringComparison.Ordinal);
        Assert.Equal(["/sign-in"], PageForm.Links(told.Body));
        await NothingOpens(officer);
    }

    [Fact]
    public async Task A_page_of_what_was_handed_over_says_how_it_stands_and_there_is_none_of_what_was_not()
    {
        using var officer = await site.Web.Visitor().Enters(Cast.At(Cast.Riverton, PoliceRole.Supervisor).Account);
        await officer.Get("/handovers");
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Get($"/handovers/given/{Guid.NewGuid()}")).Status);
        var form = Form(Guid.NewGuid(), ("how", "Paper"), ("risks", "yes"), ("free", "yes"), ("signed", site.Web.Record.Clock.GetUtcNow().AddMinutes(-1).ToString("yyyy-MM-dd'T'HH:mm", null)));
        var given = (await officer.Post("/handovers", form)).Location!;
        Assert.Contains("It waits and goes", (await officer.Get(given)).Body, StringComparison.Ordinal);
        await officer.Post("/handovers/withdrawn", ("consent", given.Split('/')[^1]));

        var again = (await officer.Post("/handovers", form)).Location!;

        foreach (var address in (string[])[given, again])
        {
            var told = (await officer.Get(address)).Body;
            Assert.Contains("This consent was taken back.", told, StringComparison.Ordinal);
            Assert.DoesNotContain("It waits and goes", told, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_time_of_signing_that_is_to_come_or_a_need_of_which_nobody_said_how_soon_is_one_sentence()
    {
        using var officer = await site.Web.Visitor().Enters(Cast.At(Cast.Riverton, PoliceRole.Officer).Account);
        var late = await officer.Post("/handovers", Form(Guid.NewGuid(), ("how", "Paper"), ("risks", "yes"), ("free", "yes"), ("signed", "9999-12-31T00:00")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("a time of signing that is still to come", late.Body, StringComparison.Ordinal);
        var unsaid = await officer.Post("/handovers", Form(Guid.NewGuid(), ("need-Legal", "unsaid")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsaid.Status);
        Assert.Contains("a need of which nobody said how soon", unsaid.Body, StringComparison.Ordinal);
        Assert.Empty(site.Web.Said);
    }

    private static (string Name, string Value)[] Form(Guid token, params (string Name, string Value)[] other)
    {
        (string Name, string Value)[] fields =
        [
            ("token", token.ToString()), ("began", "2031-06-14T22:05:00Z"), ("to", "harbor-house"), ("need-Shelter", "Now"), ("place", "us-ma"), ("age", "34"), ("explained", "es"),
            ("interpreter", "Independent"), ("days", "30"), ("how", "Screen"),
        ];
        return [.. fields.Where(field => other.All(one => one.Name != field.Name)), .. other];
    }

    private async Task NothingOpens(Visitor visitor)
    {
        foreach (var route in site.Web.Routes.Where(route => route.IsInside && route.Method == HttpMethod.Get && route.Endpoint.Metadata.GetMetadata<OpenWhileHeld>() is null))
            Assert.Equal((route.ToString(), "/sign-in"), (route.ToString(), (await visitor.Get(route.Address(Guid.NewGuid()))).Location));
    }
}
