using Credence.Care.Handovers;
using Credence.Record.Handovers;
using Credence.Record.Tests.Care;
using Credence.Referrals;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Tests.Portal;

public class PortalPostTests
{
    [Fact]
    public async Task A_post_that_was_made_after_the_portal_began_tells_whoever_may_hold_something()
    {
        await using var web = await PortalWeb.Start();
        var post = await CareCast.PostOf(web.Record, web.Workplace);
        var handover = new HandoverId(Guid.NewGuid());
        await CareCast.Receive(web.Record, CareCast.Handover(web.Clock.GetUtcNow(), handover));
        var person = (await new InboxDesk(web.Record).Open(CareCast.Advocate, handover, default))!.Line.Person;
        var consent = await CareCast.Give(web.Record, CareCast.ForPolice(web.Record, person));
        Assert.IsType<NotePosting.Posted>(await new HandoverDesk(web.Record, post).Answer(CareCast.Advocate, handover, ReferralState.Accepted, default));
        // A file with it is out, and may have been carried.
        Assert.Single(await post.Outbox.Export(null, default));
        using var guest = await web.Guest().Uses(await web.Card(person));

        await guest.Get("/agreed");
        var taken = await guest.Post($"/agreed/{consent.Value}/taken");

        Assert.Contains("Example Police had been told something. A message is on its way that tells them to stop.", taken.Body, StringComparison.Ordinal);
        await using var rows = web.Record.Enter(CareCast.Advocate);
        Assert.Equal([OutgoingState.Withdrawn, OutgoingState.Waiting], (await rows.Outbox.ToListAsync()).OrderByDescending(row => row.State == OutgoingState.Withdrawn).Select(row => row.State));
    }
}
