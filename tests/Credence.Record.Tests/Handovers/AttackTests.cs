using System.Security.Cryptography;
using System.Text;
using Credence.Police.Access;
using Credence.Record.Events;
using Credence.Record.Handovers;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Tests.Handovers;

public class AttackTests
{
    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_message_signed_with_another_key_is_not_taken(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        using var forger = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        await Refused(hosts, Refusal.NotBetweenPartners, Write(hosts, Head(hosts), forger));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_message_of_somebody_who_is_no_partner_is_not_taken(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        using var signing = hosts.Sender.Keys.Signing();

        await Refused(hosts, Refusal.NotBetweenPartners, Write(hosts, Head(hosts) with { From = HostName.Of("lakeside-pd") }, signing));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_message_to_another_host_is_not_taken_when_somebody_plays_it_here(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        using var signing = hosts.Sender.Keys.Signing();

        await Refused(hosts, Refusal.NotBetweenPartners, Write(hosts, Head(hosts) with { To = HostName.Of("other-house") }, signing));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_message_sealed_for_another_key_is_not_taken(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        using var signing = hosts.Sender.Keys.Signing();

        await Refused(hosts, Refusal.DoesNotOpen, Envelope.Write(Head(hosts), "words"u8, hosts.Sender.Keys.Card.Sealing, signing));
    }

    [Theory]
    [InlineData(-31, 1, Refusal.Late)]
    [InlineData(-31, 28, Refusal.Late)]
    [InlineData(0, 31, Refusal.Late)]
    [InlineData(-3, 2, Refusal.Late)]
    [InlineData(1, 14, Refusal.Early)]
    public async Task A_message_out_of_its_time_is_not_taken(int made, int days, Refusal why)
    {
        await using var hosts = await TwoHosts.Make(DatabaseKind.Sqlite);
        using var signing = hosts.Sender.Keys.Signing();
        var at = hosts.Clock.Now.AddDays(made);

        await Refused(hosts, why, Write(hosts, Head(hosts) with { Made = at, Expires = at.AddDays(days) }, signing));
    }

    [Theory]
    [InlineData(-4)]
    [InlineData(4)]
    public async Task Clocks_may_differ_by_some_minutes(int minutes)
    {
        await using var hosts = await TwoHosts.Make(DatabaseKind.Sqlite);
        using var signing = hosts.Sender.Keys.Signing();
        var at = hosts.Clock.Now.AddMinutes(minutes);

        Assert.IsType<Reception.Taken>(await hosts.Recipient.Inbox.Receive(Write(hosts, Head(hosts) with { Made = at, Expires = at.AddMinutes(1) }, signing), default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task The_number_of_a_message_serves_once(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        using var signing = hosts.Sender.Keys.Signing();
        Assert.IsType<Reception.Taken>(await hosts.Recipient.Inbox.Receive(Write(hosts, Head(hosts), signing), default));

        await Refused(hosts, Refusal.NumberUsedTwice, Write(hosts, Head(hosts), signing), kept: 1);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task The_other_way_to_write_a_signature_makes_no_second_message(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var envelope = await hosts.EnvelopeOf(await hosts.Send("words"));
        Assert.IsType<Reception.Taken>(await hosts.Recipient.Inbox.Receive(envelope, default));

        var again = Assert.IsType<Reception.Taken>(await hosts.Recipient.Inbox.Receive(OtherSignature(envelope), default));

        Assert.False(again.IsNew);
        Assert.Single(await hosts.Incoming());
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_removed_partner_sends_and_gets_nothing_more(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var (one, two) = (await hosts.Send("one"), await hosts.Send("two"));
        var envelope = await hosts.EnvelopeOf(one);
        Assert.True(await hosts.Recipient.Partners.Remove(TwoHosts.CareKeeper, TwoHosts.Riverton, default));
        await Refused(hosts, Refusal.NotBetweenPartners, envelope);

        Assert.True(await hosts.Sender.Partners.Remove(TwoHosts.PoliceKeeper, TwoHosts.Harbor, default));
        await hosts.Deliver(everything: true);

        Assert.Equal(0, hosts.Carried);
        Assert.Equal((OutgoingState.Waiting, Trouble.NoPartner), ((await hosts.Outgoing(two)).State, (await hosts.Outgoing(two)).Trouble));
        Assert.Empty(await hosts.Sender.Partners.List(TwoHosts.PoliceKeeper, default));
        Assert.Empty(await hosts.Sender.Outbox.Export(null, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_row_that_somebody_put_into_the_outbox_is_never_signed(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        using var forger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var forged = Write(hosts, Head(hosts), forger);
        await using (var act = await hosts.Police.Begin(Cast.Investigator, default))
        {
            act.Rows.Outbox.Add(new OutgoingMessage
            {
                Id = Head(hosts).Id, Organization = Cast.Riverton, To = "harbor-house", Content = "handover 1", MadeAt = hosts.Clock.Now, ExpiresAt = hosts.Clock.Now.AddDays(1),
                NextAttemptAt = hosts.Clock.Now, Digest = Envelope.Read(forged, out _)!.Digest, Envelope = forged,
            });
            act.Note(new EventDraft(new EventKind("handover.posted")));
            await act.Save(default);
        }

        await hosts.Deliver();

        Assert.Empty(await hosts.Incoming());
        Assert.Equal(Trouble.Refused, (await hosts.Outgoing(Head(hosts).Id)).Trouble);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Only_the_recipient_s_own_receipt_for_this_message_counts(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var (one, two) = (await hosts.Send("one"), await hosts.Send("two"));
        using var forger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var harbor = hosts.Recipient.Keys.Signing();
        var (first, second) = (Envelope.Read(await hosts.EnvelopeOf(one), out _)!, Envelope.Read(await hosts.EnvelopeOf(two), out _)!);
        var forOther = Receipt.Write(second, hosts.Clock.Now, harbor);

        Assert.Equal(Acknowledgment.NotOurs, await hosts.Sender.Outbox.Acknowledge(Receipt.Write(first, hosts.Clock.Now, forger), default));
        await hosts.Sender.Delivery((_, bytes, _) => Task.FromResult(new Carried(Envelope.Read(bytes, out var _)!.Head.Id == one ? forOther : "<html>"u8.ToArray(), Trouble.None)))
            .Pass(everything: false, default);

        Assert.Equal((OutgoingState.Waiting, Trouble.NoReceipt), ((await hosts.Outgoing(one)).State, (await hosts.Outgoing(one)).Trouble));
        Assert.Equal((OutgoingState.Waiting, Trouble.NoReceipt), ((await hosts.Outgoing(two)).State, (await hosts.Outgoing(two)).Trouble));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Neither_database_holds_what_a_message_says(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var message = await hosts.Send("PASSPORT-IN-THE-SAFE");
        var waiting = await hosts.EnvelopeOf(message);
        await hosts.Deliver();
        var body = Assert.Single(await hosts.Incoming()).Body!;

        Assert.All([waiting, body, (await hosts.Outgoing(message)).Receipt!], bytes =>
            Assert.DoesNotContain("PASSPORT", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal));
        using var sender = hosts.Sender.Keys.SealingOf(hosts.Sender.Keys.Card.Sealing.Id)!;
        Assert.Null(Envelope.Read(waiting, out _)!.TryOpen(sender));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Another_organization_of_the_same_record_sees_no_message_and_cannot_send_by_this_post(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        await hosts.Send("words");
        await using var rows = hosts.Police.Enter(Cast.At(Cast.Lakeside, PoliceRole.Supervisor));

        Assert.Equal((0, 0), (await rows.Outbox.CountAsync(), await rows.Partners.CountAsync()));
        await using var act = await hosts.Police.Begin(Cast.At(Cast.Lakeside, PoliceRole.Supervisor), default);
        await Assert.ThrowsAsync<InvalidOperationException>(() => hosts.Sender.Outbox.Add(act, TwoHosts.Harbor, TwoHosts.Word, "words"u8.ToArray(), null, default));
    }

    private static MessageHead Head(TwoHosts hosts) => new(
        TwoHosts.Riverton, TwoHosts.Harbor, new Guid("33333333-0000-4000-8000-000000000001"), TwoHosts.Word, WireText.Second(hosts.Clock.Now), WireText.Second(hosts.Clock.Now).AddDays(14));

    private static byte[] Write(TwoHosts hosts, MessageHead head, ECDsa signing) => Envelope.Write(head, "words"u8, hosts.Recipient.Keys.Card.Sealing, signing);

    private static async Task Refused(TwoHosts hosts, Refusal why, byte[] envelope, int kept = 0)
    {
        var refused = Assert.IsType<Reception.Refused>(await hosts.Recipient.Inbox.Receive(envelope, default));

        Assert.Equal(why, refused.Why);
        Assert.EndsWith(".", refused.Sentence, StringComparison.Ordinal);
        Assert.Equal(kept, (await hosts.Incoming()).Count);
        Assert.Equal(kept, await hosts.Events("handover.received"));
    }

    // (r, n - s) verifies wherever (r, s) does; n is the order of P-256 (FIPS 186-5, SP 800-186).
    private static byte[] OtherSignature(byte[] envelope)
    {
        var text = Encoding.ASCII.GetString(envelope);
        var at = text.LastIndexOf("signature: ", StringComparison.Ordinal) + "signature: ".Length;
        var signature = Convert.FromBase64String(text[at..].Trim());
        var order = new System.Numerics.BigInteger(Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551"), isUnsigned: true, isBigEndian: true);
        var other = (order - new System.Numerics.BigInteger(signature.AsSpan(32), isUnsigned: true, isBigEndian: true)).ToByteArray(isUnsigned: true, isBigEndian: true);
        signature.AsSpan(32).Clear();
        other.CopyTo(signature.AsSpan(64 - other.Length));
        return Encoding.ASCII.GetBytes($"{text[..at]}{Convert.ToBase64String(signature)}\n");
    }
}
