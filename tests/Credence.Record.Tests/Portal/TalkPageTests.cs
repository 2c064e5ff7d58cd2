using System.Net;
using Credence.Care.Events;
using Credence.Care.Wishes;
using Credence.Record.Tests.Care;
using Credence.Wishes;

namespace Credence.Record.Tests.Portal;

public class TalkPageTests
{
    [Theory]
    [InlineData("", "you want the next step", "Stop it", "No one will ask you why.")]
    [InlineData("/es", "tú quieres el paso que sigue", "Pararlo", "Nadie te va a preguntar por qué.")]
    public async Task The_person_sees_a_restorative_process_and_stops_it_with_one_press(string prefix, string gate, string stop, string stopped)
    {
        await using var web = await PortalWeb.Start();
        var (person, process, desk) = (await CareCast.TakeIn(web.Record), Guid.NewGuid(), new RestorativeDesk(web.Record));
        await desk.Meet(CareCast.Advocate, person, process, Gate.PersonWants, "the facilitator", default);
        using var guest = await web.Guest().Uses(await web.Card(person));
        Assert.Contains($"href=\"{prefix}/talks\"", (await guest.Get($"{prefix}/home")).Body, StringComparison.Ordinal);

        var page = WebUtility.HtmlDecode((await guest.Get($"{prefix}/talks")).Body);
        Assert.Contains(gate, page, StringComparison.Ordinal);
        Assert.Contains(stop, page, StringComparison.Ordinal);
        var answer = WebUtility.HtmlDecode((await guest.Post($"{prefix}/talks/{process}/stopped")).Body);

        Assert.Contains(stopped, answer, StringComparison.Ordinal);
        Assert.DoesNotContain($"/talks/{process}/stopped", answer, StringComparison.Ordinal);
        Assert.True(RestorativeProcess.Of((await desk.History(CareCast.Advocate, person, default)).Select(one => one.Entry)).IsStopped);
        Assert.Contains(await new LogDesk(web.Record).Timeline(CareCast.Advocate, person, null, 50, default), line => line is { What: "restorative.stopped", Role: "Survivor" });
    }

    [Fact]
    public async Task Nobody_stops_what_is_somebody_else_s()
    {
        await using var web = await PortalWeb.Start();
        var (person, process, desk) = (await CareCast.TakeIn(web.Record), Guid.NewGuid(), new RestorativeDesk(web.Record));
        await desk.Meet(CareCast.Advocate, person, process, Gate.PersonWants, "the facilitator", default);
        using var other = await web.Guest().Uses(await web.Card());
        Assert.Contains("There is no such plan.", (await other.Get("/talks")).Body, StringComparison.Ordinal);
        await other.Get("/home");

        Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"/talks/{process}/stopped")).Status);
        Assert.False(RestorativeProcess.Of((await desk.History(CareCast.Advocate, person, default)).Select(one => one.Entry)).IsStopped);
    }
}
