using System.Net;
using Credence.Care.Statements;

namespace Credence.Record.Tests.Portal;

public class LongNoteTests
{
    // Three bytes, and so nine letters in a form.
    private static readonly string Longest = new('語', StatementDesk.Longest);

    [Fact]
    public async Task The_longest_note_is_kept_in_every_script_and_a_longer_one_comes_back_whole()
    {
        await using var web = await PortalWeb.Start();
        using var person = await web.Guest().Begins();
        var note = await person.Keeps(Longest);
        Assert.StartsWith("/notes/", note, StringComparison.Ordinal);

        foreach (var address in (string[])["/notes", $"{note}/more", $"{note}/part"])
        {
            await person.Get($"{note}/more");
            var refused = await person.Post(address, ("words", Longest + "更"));
            Assert.Equal((address, HttpStatusCode.UnprocessableEntity), (address, refused.Status));
            Assert.Contains("更", WebUtility.HtmlDecode(refused.Body), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.SeeOther, (await person.Post(address, ("words", Longest), ("do", "send"))).Status);
        }
    }

    [Fact]
    public async Task The_longest_note_is_given_back_too_when_the_visit_was_over()
    {
        await using var web = await PortalWeb.Start();
        using var person = await web.Guest().Begins();
        await person.Get("/notes/new");
        web.Clock.Move(TimeSpan.FromMinutes(16));

        using var form = new FormUrlEncodedContent([new("words", Longest), new("__RequestVerificationToken", person.Token!)]);
        var answer = await person.Send(HttpMethod.Post, "/notes", form, ("Sec-Fetch-Site", "same-origin"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(Longest, WebUtility.HtmlDecode(answer.Body), StringComparison.Ordinal);
    }
}
