using Credence.Care.Storage;
using Credence.Care.Persons;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Handovers;
using Credence.Record.Storage;
using Credence.Referrals;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Tests.Handovers;

public class InboxWorkTests
{
    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Two_desks_at_once_take_a_message_once(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        for (var at = 0; at < 4; at++) await hosts.Send("words");
        await hosts.Deliver();

        var reports = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => hosts.Recipient.Work<CareContext>(TakeIn).Pass(again: false, default))));

        Assert.Equal(4, reports.Sum(report => report.Taken));
        Assert.Equal((4, 4), (await Persons(hosts), await hosts.Events("handover.taken")));
        await hosts.BothChainsHold();
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_desk_that_stumbles_keeps_no_other_message_and_gets_it_again(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        await hosts.Send("words");
        await hosts.Send("other words");
        await hosts.Deliver();
        var calls = 0;

        var report = await hosts.Recipient.Work<CareContext>(async (act, message, cancellation) =>
        {
            await TakeIn(act, message, cancellation);
            return calls++ == 0 ? throw new InvalidOperationException("a fault of the desk") : new Taking.Taken();
        }).Pass(again: false, default);

        Assert.Equal((new InboxReport(1, 0, 1), 1), (report, await Persons(hosts)));
        Assert.Equal(new InboxReport(1, 0, 0), await hosts.Recipient.Work<CareContext>(TakeIn).Pass(again: false, default));
        Assert.Equal(2, await Persons(hosts));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task What_a_desk_cannot_read_stays_sealed_and_the_sender_is_not_told(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var message = await hosts.Send("words");
        await hosts.Deliver();
        var receipt = (await hosts.Outgoing(message)).Receipt!;

        var report = await hosts.Recipient.Work<CareContext>(async (act, received, cancellation) =>
        {
            await TakeIn(act, received, cancellation);
            return new Taking.PutAside("version-2");
        }).Pass(again: false, default);

        Assert.Equal((new InboxReport(0, 1, 0), 0), (report, await Persons(hosts)));
        var row = Assert.Single(await hosts.Incoming());
        Assert.Equal((IncomingState.PutAside, "version-2"), (row.State, row.Because));
        Assert.Equal(receipt, row.Receipt);
        Assert.Equal(new InboxReport(0, 0, 0), await hosts.Recipient.Work<CareContext>(TakeIn).Pass(again: false, default));
        Assert.Equal(new InboxReport(1, 0, 0), await hosts.Recipient.Work<CareContext>(TakeIn).Pass(again: true, default));
        Assert.Equal(1, await Persons(hosts));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_handover_whose_consent_ended_before_a_desk_had_it_is_destroyed(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var incident = await Cast.AddIncident(hosts.Police, Cast.Riverton, "2031-1");
        await hosts.PoliceDesk.HandOver(Cast.Investigator, incident, Proposals.Of(Proposals.Signed(hosts.Clock.Now)), default);
        await hosts.Deliver();
        Assert.NotNull(Assert.Single(await hosts.Incoming()).Body);
        hosts.Clock.Now += TimeSpan.FromDays(400);

        Assert.Equal(new InboxReport(0, 0, 0, Destroyed: 1), await hosts.CareTakesIn());

        var row = Assert.Single(await hosts.Incoming());
        Assert.Equal((IncomingState.Destroyed, "consent-ended", true), (row.State, row.Because, row.IsKeyErased));
        Assert.Null(row.Body);
        Assert.Null(await hosts.Care.Vault.Find(row.Id, default));
        Assert.Equal(0, await Persons(hosts));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task What_was_put_aside_goes_when_its_consent_ends_or_is_withdrawn(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var (now, consent) = (hosts.Clock.Now, new Credence.Consents.ConsentId(Guid.NewGuid()));
        await Note(consent);
        await Note(new Credence.Consents.ConsentId(Guid.NewGuid()));
        Assert.Equal(new InboxReport(0, 2, 0), await hosts.PoliceTakesIn());
        Assert.Equal(new InboxReport(0, 0, 0), await hosts.PoliceTakesIn());
        Assert.Equal(2, await Bodies());

        // The withdrawal of one: in the same pass it goes, and the other stays as it was, without another event.
        await FromCare(HandoverWriter.Bytes(ConsentWithdrawal.Of(Guid.NewGuid(), Proposals.Back(now, new Credence.Consents.PersonId(Guid.NewGuid()), consent), now)));
        Assert.Equal(new InboxReport(1, 0, 0, Destroyed: 1), await hosts.ToPolice());
        Assert.Equal((1, 2), (await Bodies(), await hosts.Events("handover.put-aside")));

        hosts.Clock.Now += TimeSpan.FromDays(400);
        Assert.Equal(new InboxReport(0, 0, 0, Destroyed: 1), await hosts.PoliceTakesIn());
        Assert.Equal((0, 2), (await Bodies(), await hosts.Events("handover.destroyed")));
        await hosts.BothChainsHold();

        async Task Note(Credence.Consents.ConsentId by)
        {
            await FromCare(Proposals.Note(now, new HandoverId(Guid.NewGuid()), by));
            await hosts.Recipient.Delivery(async (_, envelope, cancellation) =>
                new Carried(((Reception.Taken)await hosts.Sender.Inbox.Receive(envelope, cancellation)).Receipt, Trouble.None)).Pass(everything: false, default);
        }

        async Task FromCare(byte[] bytes)
        {
            await using var act = await hosts.Care.Begin(TwoHosts.CareKeeper, default);
            Assert.IsType<Posting.Posted>(await hosts.Recipient.Outbox.Add(act, TwoHosts.Riverton, TwoHosts.Word, bytes, null, default));
            await act.Save(default);
        }

        async Task<int> Bodies()
        {
            await using var rows = hosts.Police.Enter(hosts.Sender.Access);
            return await rows.Inbox.CountAsync(row => row.Body != null);
        }
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_body_moved_to_another_message_is_put_aside(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        await hosts.Send("words");
        await hosts.Send("other words");
        await hosts.Deliver();
        var rows = await hosts.Incoming();
        await using (var tables = hosts.Care.Enter(hosts.Recipient.Access))
            await tables.Inbox.Where(row => row.Id == rows[0].Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Body, rows[1].Body));

        Assert.Equal(new InboxReport(1, 1, 0), await hosts.Recipient.Work<CareContext>(TakeIn).Pass(again: false, default));

        Assert.Equal("does-not-open", Assert.Single(await hosts.Incoming(), row => row.State is IncomingState.PutAside).Because);
    }

    private static async Task<Taking> TakeIn(Act<CareContext> act, ReceivedMessage message, CancellationToken cancellation)
    {
        act.Rows.Persons.Add(new RecordedPerson { Person = new PersonId(Guid.NewGuid()), Organization = Cast.Lakeside, Identity = message.Body.ToArray(), OpenedAt = message.ReceivedAt });
        act.Note(new EventDraft(new EventKind("person.opened")));
        return await Task.FromResult(new Taking.Taken());
    }

    private static async Task<int> Persons(TwoHosts hosts)
    {
        await using var rows = hosts.Care.Enter(hosts.Recipient.Access);
        return await rows.Persons.CountAsync();
    }
}
