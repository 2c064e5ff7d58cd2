using System.Net;
using System.Net.Sockets;
using Credence.Record.Handovers;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Tests.Handovers;

/// <summary>Real processes on the loopback, killed in the middle: 5 rounds, 100 with CREDENCE_LONG=1.</summary>
public class KilledHandoverTests
{
    private const int MessagesARound = 12;
    private static readonly int Rounds = Environment.GetEnvironmentVariable("CREDENCE_LONG") == "1" ? 100 : 5;

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Killing_sender_or_recipient_loses_nothing_and_doubles_nothing(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var port = await AtLoopback(hosts);
        var posted = new List<Guid>();
        var (chance, inTheMiddle) = (new Random(2031), 0);
        for (var round = 0; round < Rounds; round++)
        {
            for (var at = 0; at < MessagesARound; at++) posted.Add(await hosts.Send("she asked for a bed tonight"));
            inTheMiddle += await KillInTheMiddle(hosts, port, killsSender: round % 2 == 0, chance) ? 1 : 0;
        }

        await using (await HostProcess.Serve(hosts.CarePlace, port))
            for (var passes = 0; await Waiting(hosts) > 0 && passes < 5; passes++) await Send(hosts);

        Assert.True(inTheMiddle > 0, "No kill met a handover under way: the test has shown nothing.");
        Assert.Equal(0, await Waiting(hosts));
        Assert.Equal(posted.Order(), (await hosts.Incoming()).Select(row => row.Message).Order());
        Assert.Equal((posted.Count, posted.Count), (await hosts.Events("handover.received"), await hosts.Events("handover.delivered")));
        await hosts.BothChainsHold();
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
