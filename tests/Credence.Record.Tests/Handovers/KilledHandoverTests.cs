using System.Net;
using System.Net.Sockets;
using Credence.Police.Handovers;
using Credence.Police.Incidents;
using Credence.Record.Handovers;
using Credence.Referrals;
using Credence.Testing;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Tests.Handovers;

/// <summary>Real processes on the loopback, killed in the middle: as often as LongRun says.</summary>
public class KilledHandoverTests
{
    private const int MessagesARound = 12;

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Killing_police_or_provider_loses_nobody_doubles_nobody_and_forgets_no_withdrawal(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var port = await AtLoopback(hosts);
        var incident = await Cast.AddIncident(hosts.Police, Cast.Riverton, "2031-1");
        var (posted, withdrawn) = (new List<HandoverId>(), new List<HandoverId>());
        var (chance, inTheMiddle) = (new Random(2031), 0);
        for (var round = 0; round < LongRun.Rounds; round++)
        {
            var consents = new List<HandoverOutcome.Posted>();
            for (var at = 0; at < MessagesARound; at++) consents.Add(await HandOver(hosts, incident));
            posted.AddRange(consents.Select(one => one.Handover));
            inTheMiddle += await KillInTheMiddle(hosts, port, killsSender: round % 2 == 0, chance) ? 1 : 0;
            // One that most likely arrived, and one that most likely still waits.
            foreach (var one in (HandoverOutcome.Posted[])[consents[0], consents[^1]])
            {
                await hosts.PoliceDesk.Withdraw(Cast.Investigator, one.Consent, default);
                withdrawn.Add(one.Handover);
            }

            if (round % 3 == 2 || round == LongRun.Rounds - 1) await Calm(hosts, port);
        }

        Assert.True(inTheMiddle > 0, "No kill met a handover under way: the test has shown nothing.");
        Assert.Equal((0, 0), (await Waiting(hosts), await AtTheDoor(hosts)));
        await EachIsThereOnceOrWithdrawn(hosts, posted, withdrawn);
        await hosts.BothChainsHold();
        TestContext.Current.TestOutputHelper?.WriteLine($"{kind}: {posted.Count} handovers, {withdrawn.Count} withdrawn, {inTheMiddle} of {LongRun.Rounds} kills in the middle.");
    }

    // A while without kills: what waits arrives, and the desk has it.
    private static async Task Calm(TwoHosts hosts, int port)
    {
        await using var provider = await HostProcess.Serve(hosts.CarePlace, port);
        var until = Environment.TickCount64 + (long)TimeSpan.FromMinutes(5).TotalMilliseconds;
        while (await Waiting(hosts) > 0 && Environment.TickCount64 < until) await Send(hosts);
        while (await AtTheDoor(hosts) > 0 && Environment.TickCount64 < until) await Task.Delay(100);
    }

    private static async Task EachIsThereOnceOrWithdrawn(TwoHosts hosts, List<HandoverId> posted, List<HandoverId> withdrawn)
    {
        await using var rows = hosts.Care.Enter(hosts.Recipient.Access);
        var taken = await rows.ReceivedHandovers.AsNoTracking().ToListAsync();
        var inbox = await rows.Inbox.AsNoTracking().ToListAsync();
        // Whatever was not withdrawn has one file; what was withdrawn has none, or one whose provider knows it.
        Assert.Equal(posted.Except(withdrawn).Select(id => id.Value).Order(), taken.Where(row => row.WithdrawnAt == null).Select(row => row.Id.Value).Order());
        Assert.Empty(taken.Where(row => row.WithdrawnAt != null).Select(row => row.Id).Except(withdrawn));
        Assert.Equal(taken.Count, await rows.Persons.CountAsync());
        Assert.All(inbox, row => Assert.True(row.State is IncomingState.Taken or IncomingState.Destroyed && row.Body is null));
        // What was delivered is there. What is there without a receipt was taken back while its receipt was lost: nobody sends it again.
        var sent = await Sent(hosts);
        var there = inbox.Select(row => row.Message).ToHashSet();
        Assert.Empty(sent.Where(row => row.State is OutgoingState.Delivered).Select(row => row.Id).Except(there));
        Assert.All(sent.Where(row => there.Contains(row.Id)), row => Assert.True(row.State is OutgoingState.Delivered or OutgoingState.Withdrawn));
        Assert.Empty(there.Except(sent.Select(row => row.Id)));
        Assert.Equal(sent.Count(row => row.State is OutgoingState.Delivered), await hosts.Events("handover.delivered"));
        Assert.Equal(inbox.Count, await hosts.Events("handover.taken") + await hosts.Events("handover.destroyed"));
    }

    private static async Task<HandoverOutcome.Posted> HandOver(TwoHosts hosts, IncidentId incident)
    {
        hosts.Clock.Now = TimeProvider.System.GetUtcNow();
        var proposal = Proposals.Of(Proposals.Signed(hosts.Clock.Now));
        return Assert.IsType<HandoverOutcome.Posted>(await hosts.PoliceDesk.HandOver(Cast.Investigator, incident, proposal, default));
    }

    private static async Task<List<OutgoingMessage>> Sent(TwoHosts hosts)
    {
        await using var rows = hosts.Police.Enter(hosts.Sender.Access);
        return await rows.Outbox.AsNoTracking().ToListAsync();
    }

    private static async Task<int> AtTheDoor(TwoHosts hosts)
    {
        await using var rows = hosts.Care.Enter(hosts.Recipient.Access);
        return await rows.Inbox.CountAsync(row => row.State == IncomingState.Received);
    }

    private static async Task<bool> KillInTheMiddle(TwoHosts hosts, int port, bool killsSender, Random chance)
    {
        await using var recipient = await HostProcess.Serve(hosts.CarePlace, port);
        await using var sender = HostProcess.Start(hosts.PolicePlace, "send", "--now");
        var before = (await hosts.Incoming()).Count;
        var some = chance.Next(1, MessagesARound / 2);
        // Some have come, more are under way: now.
        while (!sender.HasEnded && await Count(hosts) < before + some) await Task.Delay(2);
        var isUnderWay = !sender.HasEnded;
        await (killsSender ? sender : recipient).Kill();
        if (!killsSender) await sender.End();
        return isUnderWay;
    }

    private static async Task Send(TwoHosts hosts)
    {
        await using var sender = HostProcess.Start(hosts.PolicePlace, "send", "--now");
        await sender.End();
    }

    private static async Task<int> AtLoopback(TwoHosts hosts)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        hosts.Recipient.Keys.Move(new Uri($"http://127.0.0.1:{port}/"));
        await hosts.Sender.Partners.Add(TwoHosts.PoliceKeeper, hosts.Recipient.Keys.Card, hosts.Recipient.Keys.Card.Fingerprint, default);
        hosts.Clock.Now = TimeProvider.System.GetUtcNow();
        return port;
    }

    private static async Task<int> Count(TwoHosts hosts)
    {
        await using var rows = hosts.Care.Enter(hosts.Recipient.Access);
        return await rows.Inbox.CountAsync();
    }

    private static async Task<int> Waiting(TwoHosts hosts)
    {
        await using var rows = hosts.Police.Enter(hosts.Sender.Access);
        return await rows.Outbox.CountAsync(row => row.State == OutgoingState.Waiting);
    }
}
