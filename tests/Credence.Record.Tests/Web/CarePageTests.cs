using Credence.Care.Persons;
using Credence.Care.Statements;
using Credence.Care.Storage;
using Credence.Record.Access;
using Credence.Record.Storage;
using Credence.Record.Tests.Care;
using Credence.Referrals;

namespace Credence.Record.Tests.Web;

/// <summary>Pages of the service record as its people get them.</summary>
public sealed class CarePageTests : IAsyncLifetime
{
    private Workplace? _workplace;
    private CareWeb? _web;

    private CareWeb Web => _web!;

    private RecordStore<CareContext> Record => Web.Record;

    public async ValueTask InitializeAsync()
    {
        _workplace = await Workplace.Make(DatabaseKind.Sqlite);
        _web = await CareWeb.Start(await CareCast.NewCareRecord(_workplace));
    }

    [Fact]
    public async Task What_a_person_asks_with_a_statement_stands_wherever_the_statement_does()
    {
        var own = CareCast.Own(await CareCast.TakeIn(Record));
        var sent = Assert.IsType<StatementAnswer.Kept>(await new StatementDesk(Record).Send(own, null, "Only this part (invented).", StatementAsk.ReportTogether, default)).Id;
        using var visitor = await Web.Visitor().Enters(CareCast.Advocate.Account, PurposeKind.Help);

        foreach (var page in (string[])["/inbox", "/statements", $"/statements/{sent.Value}"])
            Assert.Contains("The person wants to report it to police, with somebody of yours there.", (await visitor.Get(page)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_page_that_somebody_else_changed_meanwhile_comes_back_with_what_was_written_and_what_stands_there()
    {
        var person = await CareCast.TakeIn(Record);
        using var one = await Web.Visitor().Enters(CareCast.Advocate.Account, PurposeKind.Help);
        using var other = await Web.Visitor().Enters(CareCast.Lead.Account, PurposeKind.Help);
        var (stamp, same) = (Stamp(await one.Get($"/persons/{person.Value}/sheet")), Stamp(await other.Get($"/persons/{person.Value}/sheet")));
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, (await other.Post($"/persons/{person.Value}/sheet", ("stamp", same), ("safety", "Never at the door (invented)."))).Status);

        var refused = await one.Post($"/persons/{person.Value}/sheet", ("stamp", stamp), ("safety", "Only by text (invented)."));

        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("somebody else changed", refused.Body, StringComparison.Ordinal);
        Assert.Contains("Never at the door (invented).", refused.Body, StringComparison.Ordinal);
        Assert.Contains("Only by text (invented).</textarea>", refused.Body, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, (await one.Post($"/persons/{person.Value}/sheet", ("stamp", Stamp(refused)), ("safety", "Only by text (invented)."))).Status);

        static string Stamp(Answered page) => PageForm.Of(page.Body).Single(form => form.Action.EndsWith("/sheet", StringComparison.Ordinal)).Fields.Single(field => field.Name == "stamp").Value;
    }

    [Fact]
    public async Task A_handover_is_put_into_a_file_by_its_reference_and_no_name_of_anybody_stands_beside_it()
    {
        var known = await CareCast.TakeIn(Record);
        var (handover, other) = (new HandoverId(Guid.NewGuid()), new HandoverId(Guid.NewGuid()));
        foreach (var id in (HandoverId[])[handover, other]) await CareCast.Receive(Record, CareCast.Handover(Record.Clock.GetUtcNow(), id));
        using var visitor = await Web.Visitor().Enters(CareCast.Advocate.Account, PurposeKind.Help);

        Assert.DoesNotContain("<option", (await visitor.Get($"/inbox/{handover.Value}")).Body, StringComparison.Ordinal);
        var none = await visitor.Post("/inbox/tied", ("handover", handover.Value.ToString()), ("file", "zzzzzz"));
        Assert.Contains("Found no open file with this reference", none.Body, StringComparison.Ordinal);
        var tied = await visitor.Post("/inbox/tied", ("handover", handover.Value.ToString()), ("file", FileReference.Of(known)));

        Assert.Equal($"/persons/{known.Value}", tied.Location);
    }

    [Fact]
    public async Task A_consent_on_paper_that_is_sent_twice_is_kept_once()
    {
        var person = await CareCast.TakeIn(Record);
        using var visitor = await Web.Visitor().Enters(CareCast.Advocate.Account, PurposeKind.Help);
        var page = await visitor.Get($"/persons/{person.Value}/consents/new");
        var fields = PageForm.Of(page.Body).Single(form => form.Action.EndsWith("/consents", StringComparison.Ordinal)).Fields;
        (string, string)[] form =
        [
            ("token", fields.Single(field => field.Name == "token").Value), ("to", "other-provider"), ("short", "meadow-legal"), ("name", "Meadow Legal"), ("purpose", "Referral"), ("kind", "Needs"),
            ("place", "us-ma"), ("age", "34"), ("how", "Paper"), ("explained", "es"), ("risks", "yes"), ("free", "yes"), ("days", "90"),
            ("signed", Record.Clock.GetUtcNow().AddMinutes(-2).ToString("yyyy-MM-dd'T'HH:mm", null)),
        ];

        var first = await visitor.Post($"/persons/{person.Value}/consents", form);
        var second = await visitor.Post($"/persons/{person.Value}/consents", form);

        Assert.Equal($"/persons/{person.Value}/consents", first.Location);
        Assert.Equal(first.Location, second.Location);
        Assert.Single(await CareCast.Events(Record), row => row.Kind == "consent.given");
    }

    public async ValueTask DisposeAsync()
    {
        await Web.DisposeAsync();
        await _workplace!.DisposeAsync();
    }
}
