using System.Net;
using Credence.Care.Consents;
using Credence.Record.Access;
using Credence.Record.Tests.Care;

namespace Credence.Record.Tests.Web;

/// <summary>The form on which an advocate writes a consent down with the person, as it is sent.</summary>
public sealed class CareConsentFormTests : IAsyncLifetime
{
    private static readonly string Meadow = $"care-to-care {CareCast.Ground(CareCast.Meadow)}";

    private Workplace? _workplace;
    private CareWeb? _web;

    private CareWeb Web => _web!;

    public async ValueTask InitializeAsync()
    {
        _workplace = await Workplace.Make(DatabaseKind.Sqlite);
        _web = await CareWeb.Start(await CareCast.NewCareRecord(_workplace));
    }

    [Fact]
    public async Task Nobody_is_chosen_until_somebody_chooses()
    {
        var (person, advocate) = await Begun();
        using var _ = advocate;

        var page = (await advocate.Get($"/persons/{person.Value}/consents/new")).Body;
        var choices = page[page.IndexOf("<select name=\"to\"", StringComparison.Ordinal)..];
        Assert.DoesNotContain(" selected", choices[..choices.IndexOf("</select>", StringComparison.Ordinal)], StringComparison.Ordinal);
        var answer = await advocate.Post($"/persons/{person.Value}/consents", Form(("to", ""), ("name", "River Legal Aid")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Found nobody chosen", WebUtility.HtmlDecode(answer.Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_typed_name_beside_one_that_is_chosen_is_refused_and_a_typed_one_alone_is_read_as_typed()
    {
        var (person, advocate) = await Begun();
        using var _ = advocate;

        var mixed = await advocate.Post($"/persons/{person.Value}/consents", Form(("to", Meadow), ("name", "River Legal Aid")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, mixed.Status);
        Assert.Contains("Found another name than that of Meadow Legal", WebUtility.HtmlDecode(mixed.Body), StringComparison.Ordinal);

        var alone = await advocate.Post($"/persons/{person.Value}/consents", Form(("to", "somebody-else"), ("name", "River Legal Aid")));
        Assert.Contains("Before you sign", alone.Body, StringComparison.Ordinal);
        Assert.Contains("River Legal Aid", alone.Body, StringComparison.Ordinal);
        Assert.Empty(await new ConsentDesk(Web.Record).List(CareCast.Advocate, person, default));
    }

    [Theory]
    [InlineData("explained", "", "Found no language of two letters")]
    [InlineData("explained", "xx-nonsense", "Found no language of two letters")]
    [InlineData("days", "9999", "Found no length of 1 to")]
    [InlineData("days", "", "Found no length of 1 to")]
    public async Task What_nobody_said_is_not_written_into_a_consent(string field, string sent, string sentence)
    {
        var (person, advocate) = await Begun();
        using var _ = advocate;

        var answer = await advocate.Post($"/persons/{person.Value}/consents", [.. Form(("to", Meadow)).Where(one => one.Name != field), (field, sent)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(sentence, WebUtility.HtmlDecode(answer.Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_person_had_the_device_whoever_works_with_it_goes_on_at_the_file()
    {
        var (person, advocate) = await Begun();
        using var _ = advocate;
        await advocate.Post($"/persons/{person.Value}/consents", Form(("to", Meadow), ("name", "")));

        Assert.DoesNotContain("officer", (await advocate.Get("/sign-in")).Body, StringComparison.Ordinal);
        await advocate.Comes((await Web.Link(CareCast.Advocate.Account))!);
        await advocate.SetsUp(Visitor.Password);
        await advocate.Get("/purpose");

        Assert.Equal($"/persons/{person.Value}/consents", (await advocate.Post("/purpose", ("kind", nameof(PurposeKind.Help)))).Location);
        Assert.Equal("/", (await advocate.Post("/purpose", ("kind", nameof(PurposeKind.Help)))).Location);
    }

    public async ValueTask DisposeAsync()
    {
        await Web.DisposeAsync();
        await _workplace!.DisposeAsync();
    }

    private async Task<(PersonId Person, Visitor Advocate)> Begun()
    {
        var person = await CareCast.TakeIn(Web.Record);
        var advocate = await Web.Visitor().Enters(CareCast.Advocate.Account, PurposeKind.Help);
        await advocate.Get($"/persons/{person.Value}/consents/new");
        return (person, advocate);
    }

    private static (string Name, string Value)[] Form(params (string Name, string Value)[] other) =>
    [
        ("token", Guid.NewGuid().ToString()), ("purpose", "LegalHelp"), ("kind", "Needs"), ("days", "30"), ("place", "us-ma"), ("age", "34"), ("explained", "en"),
        ("interpreter", "NotNeeded"), ("how", "Screen"), .. other,
    ];
}
