using System.Text;
using Credence.Care.Storage;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Handovers;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Tests.Handovers;

public class PostTests
{
    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_message_goes_over_once_and_a_desk_takes_it(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var message = await hosts.Send("she asked for a bed tonight");

        Assert.Equal(new DeliveryReport(1, 0, 0), await hosts.Deliver());
        Assert.Equal(new InboxReport(1, 0, 0), await hosts.Recipient.Work<CareContext>(Desk).Pass(again: false, default));

        var (sent, came) = (await hosts.Outgoing(message), Assert.Single(await hosts.Incoming()));
        Assert.Equal((OutgoingState.Delivered, null), (sent.State, sent.Envelope));
        Assert.NotNull(sent.Receipt);
        Assert.Equal((IncomingState.Taken, null, true), (came.State, came.Body, came.IsKeyErased));
        Assert.Null(await hosts.Care.Vault.Find(came.Id, default));
        Assert.Equal((1, 1, 1, 1), (await hosts.Events("handover.posted"), await hosts.Events("handover.delivered"), await hosts.Events("handover.received"), await hosts.Events("handover.taken")));
        await hosts.BothChainsHold();

        static async Task<Taking> Desk(Act<CareContext> act, ReceivedMessage message, CancellationToken cancellation)
        {
            Assert.Equal("she asked for a bed tonight", Encoding.UTF8.GetString(message.Body.Span));
            Assert.Equal((TwoHosts.Riverton, TwoHosts.Word), (message.From, message.Content));
            return await Task.FromResult(new Taking.Taken());
        }
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task An_act_that_is_not_saved_sends_nothing(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        await using (var act = await hosts.Police.Begin(Cast.Investigator, default))
            Assert.IsType<Posting.Posted>(await hosts.Sender.Outbox.Add(act, TwoHosts.Harbor, TwoHosts.Word, "words"u8.ToArray(), null, default));

        Assert.Equal(new DeliveryReport(0, 0, 0), await hosts.Deliver());
        Assert.Empty(await hosts.Incoming());
        Assert.Equal(0, await hosts.Events("handover.posted"));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task To_somebody_whose_keys_nobody_compared_nothing_is_sent(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        await using var act = await hosts.Police.Begin(Cast.Investigator, default);

        Assert.IsType<Posting.NoPartner>(await hosts.Sender.Outbox.Add(act, HostName.Of("unknown-house"), TwoHosts.Word, "words"u8.ToArray(), null, default));
        Assert.IsType<Posting.TooLong>(await hosts.Sender.Outbox.Add(act, TwoHosts.Harbor, TwoHosts.Word, new byte[200_000], null, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task The_other_side_may_be_down_for_a_week(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var message = await hosts.Send("she asked for a bed tonight");
        var (began, tries) = (hosts.Clock.Now, new List<DateTimeOffset>());
        hosts.IsDown = true;
        while (hosts.Clock.Now < began.AddDays(7))
        {
            if (await hosts.Deliver() is { Kept: 1 }) tries.Add(hosts.Clock.Now);
            hosts.Clock.Now += TimeSpan.FromMinutes(5);
        }

        Assert.InRange(tries.Count, 7 * 24, 7 * 24 * 2 + 10);
        Assert.True(tries.Zip(tries.Skip(1), (one, next) => next - one).Max() <= TimeSpan.FromMinutes(65));
        Assert.Equal((OutgoingState.Waiting, Trouble.Unreachable), ((await hosts.Outgoing(message)).State, (await hosts.Outgoing(message)).Trouble));
        hosts.IsDown = false;
        hosts.Clock.Now += TimeSpan.FromHours(1);

        Assert.Equal(new DeliveryReport(1, 0, 0), await hosts.Deliver());
        Assert.Single(await hosts.Incoming());
        Assert.Equal(1, await hosts.Events("handover.delivered"));
        await hosts.BothChainsHold();
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_message_that_nobody_takes_ends_when_its_time_is_over(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var message = await hosts.Send("words", hosts.Clock.Now.AddDays(2));
        var envelope = await hosts.EnvelopeOf(message);
        hosts.Clock.Now += TimeSpan.FromDays(3);

        Assert.Equal(new DeliveryReport(0, 0, 1), await hosts.Deliver());

        Assert.Equal((OutgoingState.Expired, null), ((await hosts.Outgoing(message)).State, (await hosts.Outgoing(message)).Envelope));
        Assert.Equal(0, hosts.Carried);
        Assert.Equal(Refusal.Late, Assert.IsType<Reception.Refused>(await hosts.Recipient.Inbox.Receive(envelope, default)).Why);
    }

    [Fact]
    public void Attempts_wait_longer_each_time_up_to_an_hour_and_not_in_step()
    {
        Assert.Equal([30, 60, 120, 240, 480, 960, 1800, 1800], Enumerable.Range(1, 8).Select(attempt => Delivery.Wait(attempt, 0).TotalSeconds));
        Assert.Equal([60, 120, 3600], new[] { 1, 2, 99 }.Select(attempt => Delivery.Wait(attempt, 1).TotalSeconds));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Senders_at_the_same_time_deliver_once(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        for (var at = 0; at < 5; at++) await hosts.Send("words");

        var reports = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => hosts.Deliver(everything: true))));

        Assert.Equal(5, reports.Sum(report => report.Delivered));
        Assert.Equal(5, (await hosts.Incoming()).Count);
        Assert.Equal((5, 5), (await hosts.Events("handover.delivered"), await hosts.Events("handover.received")));
        await hosts.BothChainsHold();
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task The_same_envelope_again_gets_the_same_receipt_and_changes_nothing(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var envelope = await hosts.EnvelopeOf(await hosts.Send("words"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => hosts.Recipient.Inbox.Receive(envelope, default))));
        hosts.Clock.Now += TimeSpan.FromDays(40);
        var late = await hosts.Recipient.Inbox.Receive(envelope, default);

        Assert.Single(answers.Append(late).Select(answer => Convert.ToHexString(Assert.IsType<Reception.Taken>(answer).Receipt)).Distinct());
        Assert.Single(answers, answer => ((Reception.Taken)answer).IsNew);
        Assert.Single(await hosts.Incoming());
        Assert.Equal(1, await hosts.Events("handover.received"));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_lost_receipt_is_made_good_by_the_next_attempt(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var message = await hosts.Send("words");
        await hosts.Sender.Delivery(async (address, envelope, cancellation) =>
        {
            await hosts.Wire(address, envelope, cancellation);
            return new Carried(null, Trouble.Unreachable);
        }).Pass(everything: false, default);
        Assert.Equal(OutgoingState.Waiting, (await hosts.Outgoing(message)).State);

        await hosts.Deliver(everything: true);

        Assert.Equal(OutgoingState.Delivered, (await hosts.Outgoing(message)).State);
        Assert.Single(await hosts.Incoming());
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_withdrawn_consent_takes_the_message_back(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var (fresh, tried, gone) = (await hosts.Send("one"), await hosts.Send("two", to: await NewPartner(hosts, "far-house")), await hosts.Send("three"));
        Assert.Equal(Withdrawal.Stopped, await Withdraw(hosts, fresh));
        Assert.Equal(new DeliveryReport(1, 1, 0), await hosts.Deliver());

        Assert.Equal(Withdrawal.MayHaveArrived, await Withdraw(hosts, tried));
        Assert.Equal(Withdrawal.Delivered, await Withdraw(hosts, gone));
        Assert.Equal(Withdrawal.NothingWaits, await Withdraw(hosts, fresh));

        Assert.Equal(gone, Assert.Single(await hosts.Incoming()).Message);
        Assert.Null((await hosts.Outgoing(fresh)).Envelope);
        Assert.Equal(2, await hosts.Events("handover.withdrawn"));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_withdrawal_that_crosses_the_delivery_is_not_hidden(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var message = await hosts.Send("words");
        await hosts.Sender.Delivery(async (address, envelope, cancellation) =>
        {
            Assert.Equal(Withdrawal.MayHaveArrived, await Withdraw(hosts, message));
            return await hosts.Wire(address, envelope, cancellation);
        }).Pass(everything: false, default);

        Assert.Equal(OutgoingState.Delivered, (await hosts.Outgoing(message)).State);
        await using var rows = hosts.Police.Enter(Scope.Steward);
        Assert.Equal("harbor-house/after-Withdrawn", (await rows.Everything<RecordedEvent>().SingleAsync(row => row.Kind == "handover.delivered")).Detail);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task What_waits_is_delivered_after_the_sender_renewed_its_keys(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var message = await hosts.Send("words");
        hosts.Sender.Keys.Renew();
        await hosts.Deliver();
        Assert.Equal(Trouble.Refused, (await hosts.Outgoing(message)).Trouble);
        var card = hosts.Sender.Keys.Card;
        Assert.Equal(CardAnswer.OtherFingerprint, await hosts.Recipient.Partners.Add(TwoHosts.CareKeeper, card, "12345 12345", default));

        Assert.Equal(CardAnswer.KeysChanged, await hosts.Recipient.Partners.Add(TwoHosts.CareKeeper, card, card.Fingerprint, default));
        await hosts.Deliver(everything: true);

        Assert.Equal(OutgoingState.Delivered, (await hosts.Outgoing(message)).State);
        Assert.Equal(1, await hosts.Events("partner.keys-changed"));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task What_was_sealed_for_a_former_key_opens_after_the_recipient_renewed_its_own(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var message = await hosts.Send("words");
        hosts.Recipient.Keys.Renew();
        await hosts.Sender.Partners.Add(TwoHosts.PoliceKeeper, hosts.Recipient.Keys.Card, hosts.Recipient.Keys.Card.Fingerprint, default);

        await hosts.Deliver();

        Assert.Equal(OutgoingState.Delivered, (await hosts.Outgoing(message)).State);
    }

    [Fact]
    public async Task A_full_disk_on_the_other_side_leaves_the_message_with_its_sender()
    {
        await using var hosts = await TwoHosts.Make(DatabaseKind.Sqlite);
        var message = await hosts.Send(new string('x', 100_000));
        await using (var connection = Dialect.Sqlite.Connect(hosts.CarePlace.Place))
        {
            await connection.OpenAsync();
            Microsoft.Data.Sqlite.SqliteConnection.ClearPool((Microsoft.Data.Sqlite.SqliteConnection)connection);
        }

        // The pool gives the same connection again, and with it its limit.
        await using (var connection = Dialect.Sqlite.Connect(hosts.CarePlace.Place))
        {
            await connection.OpenAsync();
            await connection.Run("PRAGMA max_page_count = 1", default);
        }

        await hosts.Deliver();

        Assert.Equal((OutgoingState.Waiting, Trouble.Busy), ((await hosts.Outgoing(message)).State, (await hosts.Outgoing(message)).Trouble));
        Assert.Empty(await hosts.Incoming());
        Assert.Equal(0, await hosts.Events("handover.received"));
        await using (var connection = Dialect.Sqlite.Connect(hosts.CarePlace.Place))
        {
            await connection.OpenAsync();
            await connection.Run("PRAGMA max_page_count = 1000000", default);
        }

        await hosts.Deliver(everything: true);

        Assert.Equal(OutgoingState.Delivered, (await hosts.Outgoing(message)).State);
        await hosts.BothChainsHold();
    }

    private static async Task<HostName> NewPartner(TwoHosts hosts, string name)
    {
        var keys = PostKeys.OpenOrCreate(Cast.Keys(hosts.PolicePlace), HostName.Of(name), Side.Care, Cast.Lakeside, null);
        await hosts.Sender.Partners.Add(TwoHosts.PoliceKeeper, keys.Card, keys.Card.Fingerprint, default);
        return keys.Name;
    }

    private static async Task<Withdrawal> Withdraw(TwoHosts hosts, Guid message)
    {
        await using var act = await hosts.Police.Begin(Cast.Investigator, default);
        var withdrawal = await Outbox.Withdraw(act, message, hosts.Police.Clock.GetUtcNow(), default);
        act.Note(new EventDraft(new EventKind("consent.withdrawn")));
        await act.Save(default);
        return withdrawal;
    }
}
