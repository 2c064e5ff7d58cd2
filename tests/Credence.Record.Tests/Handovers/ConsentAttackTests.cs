using Credence.Care.Access;
using Credence.Care.Persons;
using Credence.Consents;
using Credence.Police.Access;
using Credence.Police.Handovers;
using Credence.Record.Access;
using Credence.Record.Handovers;
using Credence.Referrals;
using Microsoft.EntityFrameworkCore;
using OrganizationId = Credence.Consents.OrganizationId;
using PersonId = Credence.Consents.PersonId;
using Purpose = Credence.Consents.Purpose;

namespace Credence.Record.Tests.Handovers;

/// <summary>Consents that are forged, over, taken back or somebody else's, and messages of those who may not send them.</summary>
public class ConsentAttackTests
{
    private static readonly HostName Meadow = HostName.Of("meadow-legal");

    private static PoliceAccess Officer => Cast.At(Cast.Riverton, PoliceRole.Officer, PurposeKind.Help);

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_consent_that_does_not_hold_hands_nobody_over_and_nothing_is_written(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var incident = await Cast.AddIncident(hosts.Police, Cast.Riverton, "2031-1");
        var now = hosts.Clock.Now;
        var good = Proposals.Signed(now);
        foreach (var (reason, consent) in new (RefusalReason, Consent)[]
        {
            (RefusalReason.OtherPerson, good with { About = new PersonId(Guid.NewGuid()) }),
            (RefusalReason.OtherHolder, good with { From = new OrganizationId("lakeside-pd") }),
            (RefusalReason.OtherRecipient, good with { To = new Recipient(new OrganizationId("meadow-legal"), "Meadow Legal") }),
            (RefusalReason.OtherDirection, good with { Direction = Direction.CareToPolice }),
            (RefusalReason.OtherPurpose, good with { Purpose = Purpose.Investigation }),
            (RefusalReason.KindNotNamed, good with { Kinds = new HashSet<InformationKind> { InformationKind.Needs } }),
            (RefusalReason.Withdrawn, good.Withdraw(now)),
            (RefusalReason.NotYetGiven, good with { Begins = now.AddDays(1) }),
            (RefusalReason.Expired, good with { Begins = now.AddDays(-30), Ends = now }),
            (RefusalReason.NotTimeLimited, good with { Ends = now.AddYears(9) }),
            (RefusalReason.NotWritten, good with { How = good.How with { Form = ConsentForm.Spoken } }),
            (RefusalReason.SignatureMissing, good with { Signatures = [] }),
            (RefusalReason.GivenBySuspectedAbuser, good.Suspecting(Signer.Person)),
            (RefusalReason.RisksNotShown, good with { RisksShownAt = null }),
            (RefusalReason.ConditionOfService, good with { ToldHelpDoesNotDependOnIt = false }),
            (RefusalReason.InterpreterNotIndependent, good with { How = good.How with { Interpreter = Interpreter.Companion } }),
        })
        {
            var outcome = await hosts.PoliceDesk.HandOver(Officer, incident, Proposals.Of(good) with { Consent = consent }, default);
            Assert.Contains(Assert.IsType<HandoverOutcome.NotPermitted>(outcome).Because, one => one.Reason == reason);
        }

        await NothingWasWritten(hosts);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task What_is_wrong_beside_the_consent_is_one_sentence_and_nothing_is_written(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        await AddMeadow(hosts, Side.Police);
        var incident = await Cast.AddIncident(hosts.Police, Cast.Riverton, "2031-1");
        var elsewhere = await Cast.AddIncident(hosts.Police, Cast.Lakeside, "2031-2");
        var good = Proposals.Of(Proposals.Signed(hosts.Clock.Now));
        var meadow = new OrganizationId(Meadow.Value);
        foreach (var wrong in new[]
        {
            good with { Signing = new SigningAnswer.MinorAndParent(null!) },
            good with { Signing = new SigningAnswer.Ask(["How old are you?"]) },
            good with { To = new OrganizationId("nobody-here"), Consent = good.Consent with { To = new Recipient(new OrganizationId("nobody-here"), "Nobody") } },
            good with { To = new OrganizationId("No name"), Consent = good.Consent with { To = new Recipient(new OrganizationId("No name"), "Nobody") } },
            // Another police agency: nothing is handed over to it in the name of help.
            good with { To = meadow, Consent = good.Consent with { To = new Recipient(meadow, "Meadow") } },
            good with { Content = Proposals.Content with { IncidentNumber = "2031-9" } },
            good with { Content = Proposals.Content with { Safety = new string('x', 1001) } },
        })
        {
            var sentence = Assert.IsType<HandoverOutcome.Refused>(await hosts.PoliceDesk.HandOver(Officer, incident, wrong, default)).Because;
            Assert.EndsWith(".", sentence.Replace("who signs.", ".", StringComparison.Ordinal).Replace("shows them.", ".", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        Assert.IsType<HandoverOutcome.NotFound>(await hosts.PoliceDesk.HandOver(Officer, elsewhere, good, default));
        Assert.IsType<HandoverOutcome.NotFound>(await hosts.PoliceDesk.HandOver(Cast.At(Cast.Lakeside, PoliceRole.Officer), elsewhere, good, default));
        Assert.IsType<HandoverOutcome.NotFound>(await hosts.PoliceDesk.HandOver(Cast.At(Cast.Riverton, PoliceRole.Analyst), incident, good, default));
        await NothingWasWritten(hosts);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_consent_serves_the_person_who_signed_it_and_not_once_it_was_withdrawn_whatever_copy_somebody_brings(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var (one, two) = (await Cast.AddIncident(hosts.Police, Cast.Riverton, "2031-1"), await Cast.AddIncident(hosts.Police, Cast.Riverton, "2031-2"));
        var (signed, id) = (Proposals.Signed(hosts.Clock.Now), new HandoverId(Guid.NewGuid()));
        Assert.IsType<HandoverOutcome.Posted>(await HandOver(one, signed, id));

        Assert.IsType<HandoverOutcome.Already>(await HandOver(one, signed, id));
        Assert.IsType<HandoverOutcome.Refused>(await HandOver(two, signed, id));
        Assert.Equal(RefusalReason.OtherPerson, Assert.Single(await Because(two, signed with { About = new PersonId(Guid.NewGuid()) })));
        // A copy that names more than was signed.
        Assert.Equal(RefusalReason.KindNotNamed, Assert.Single(await Because(two, signed with { Kinds = Enum.GetValues<InformationKind>().ToHashSet() }, Proposals.Content with { IsUnder18 = false })));
        Assert.Single(await hosts.WaitingAt(police: true));

        Assert.NotNull(await hosts.PoliceDesk.Withdraw(Officer, signed.Id, default));
        Assert.Equal(RefusalReason.Withdrawn, Assert.Single(await Because(two, signed)));
        await Stories.Tamper(hosts.PolicePlace.Place, "UPDATE sent_handovers SET \"WithdrawnAt\" = NULL");
        Assert.Equal(RefusalReason.Withdrawn, Assert.Single(await Because(two, signed)));
        Assert.Empty(await hosts.WaitingAt(police: true));

        Task<HandoverOutcome> HandOver(Credence.Police.Incidents.IncidentId incident, Consent consent, HandoverId? handover = null) =>
            hosts.PoliceDesk.HandOver(Officer, incident, Proposals.Of(consent, handover), default);

        async Task<IEnumerable<RefusalReason>> Because(Credence.Police.Incidents.IncidentId incident, Consent consent, HandoverContent? content = null) =>
            Assert.IsType<HandoverOutcome.NotPermitted>(await hosts.PoliceDesk.HandOver(
                Officer, incident, Proposals.Of(consent) with { Content = content ?? Proposals.Content }, default)).Because.Select(refusal => refusal.Reason);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_provider_takes_in_no_handover_that_its_sender_did_not_write(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var (now, about) = (hosts.Clock.Now, new PersonId(Guid.NewGuid()));
        var signed = Proposals.Signed(now, about) with { From = new OrganizationId("lakeside-pd") };
        var forged = Assert.IsType<HandoverAnswer.Ready>(
            Handover.Of(new HandoverId(Guid.NewGuid()), [signed], about, signed.From, Proposals.Harbor, Proposals.Content, now)).Handover;
        await Send(hosts, HandoverWriter.Bytes(forged));
        await Send(hosts, Proposals.Note(now, forged.Id));
        await Send(hosts, "{}"u8.ToArray());

        Assert.Equal(new InboxReport(0, 3, 0), await hosts.ToCare());

        Assert.Equal(["other-sender", "refused", "refused"], (await hosts.Incoming()).Select(row => row.Because).Order());
        Assert.Empty(await new PersonDesk(hosts.Care).Caseload(TwoHosts.CareAs(CareRole.Advocate), false, 0, 10, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Police_put_a_note_aside_that_no_handover_of_theirs_and_no_provider_of_it_stands_behind(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var meadow = await AddMeadow(hosts, Side.Care);
        var incident = await Cast.AddIncident(hosts.Police, Cast.Riverton, "2031-1");
        var posted = Assert.IsType<HandoverOutcome.Posted>(await hosts.PoliceDesk.HandOver(Officer, incident, Proposals.Of(Proposals.Signed(hosts.Clock.Now)), default));
        var now = hosts.Clock.Now;
        var harbor = hosts.Recipient.Keys;

        Assert.Equal("no-handover", await Aside(harbor, Proposals.Note(now, new HandoverId(Guid.NewGuid()))));
        Assert.Equal("other-sender", await Aside(meadow, Proposals.Note(now, posted.Handover)));
        Assert.Equal("other-sender", await Aside(meadow, Proposals.Note(now, posted.Handover, by: new OrganizationId(Meadow.Value))));
        Assert.Equal("refused", await Aside(harbor, "{}"u8.ToArray()));
        Assert.Null(Assert.Single(await hosts.PoliceDesk.List(Officer, incident, 0, 50, default)).State);

        // A consent that names something else: the reader refuses it whoever signs the envelope.
        var note = System.Text.Encoding.UTF8.GetString(Proposals.Note(now, posted.Handover));
        Assert.Equal("refused", await Aside(harbor, System.Text.Encoding.UTF8.GetBytes(note.Replace("[\"referral-state\"]", "[\"needs\"]", StringComparison.Ordinal))));
        Assert.Null(Assert.Single(await hosts.PoliceDesk.List(Officer, incident, 0, 50, default)).State);

        async Task<string?> Aside(PostKeys by, byte[] bytes)
        {
            var message = await Receive(hosts, by, bytes);
            Assert.Equal(1, (await hosts.PoliceTakesIn()).PutAside);
            await using var rows = hosts.Police.Enter(hosts.Sender.Access);
            return (await rows.Inbox.AsNoTracking().SingleAsync(row => row.Id == message)).Because;
        }
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_note_comes_once_not_after_its_withdrawal_and_only_its_provider_takes_it_back(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var meadow = await AddMeadow(hosts, Side.Care);
        var incident = await Cast.AddIncident(hosts.Police, Cast.Riverton, "2031-1");
        var posted = Assert.IsType<HandoverOutcome.Posted>(await hosts.PoliceDesk.HandOver(Officer, incident, Proposals.Of(Proposals.Signed(hosts.Clock.Now)), default));
        var (now, consent, harbor) = (hosts.Clock.Now, new ConsentId(Guid.NewGuid()), hosts.Recipient.Keys);
        var note = Proposals.Note(now, posted.Handover, consent);
        for (var times = 0; times < 2; times++) await Receive(hosts, harbor, note);
        Assert.Equal(new InboxReport(2, 0, 0), await hosts.PoliceTakesIn());
        Assert.Equal(1, await hosts.Events("handover.noted"));

        var signed = Proposals.Back(now, new PersonId(Guid.NewGuid()), consent);
        await Receive(hosts, meadow, HandoverWriter.Bytes(ConsentWithdrawal.Of(Guid.NewGuid(), signed with { From = new OrganizationId(Meadow.Value) }, now)));
        await hosts.PoliceTakesIn();
        Assert.Equal(ReferralState.Accepted, Assert.Single(await hosts.PoliceDesk.List(Officer, incident, 0, 50, default)).State);

        await Receive(hosts, harbor, HandoverWriter.Bytes(ConsentWithdrawal.Of(Guid.NewGuid(), signed, now)));
        await Receive(hosts, harbor, Proposals.Note(now, posted.Handover, consent, state: ReferralState.Closed));
        Assert.Equal(new InboxReport(1, 0, 0, Destroyed: 1), await hosts.PoliceTakesIn());
        Assert.Null(Assert.Single(await hosts.PoliceDesk.List(Officer, incident, 0, 50, default)).State);
        await hosts.BothChainsHold();
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Only_the_provider_that_a_consent_names_takes_it_back_for_the_person(DatabaseKind kind)
    {
        await using var hosts = await TwoHosts.Make(kind);
        var meadow = await AddMeadow(hosts, Side.Care);
        var incident = await Cast.AddIncident(hosts.Police, Cast.Riverton, "2031-1");
        var posted = Assert.IsType<HandoverOutcome.Posted>(await hosts.PoliceDesk.HandOver(Officer, incident, Proposals.Of(Proposals.Signed(hosts.Clock.Now)), default));
        var (now, message) = (hosts.Clock.Now, Assert.Single(await hosts.WaitingAt(police: true)).Id);

        await Receive(hosts, meadow, TakenBackBy(Meadow.Value));
        Assert.Equal(new InboxReport(1, 0, 0), await hosts.PoliceTakesIn());
        await Receive(hosts, meadow, TakenBackBy(Proposals.Harbor.Value));
        Assert.Equal(new InboxReport(0, 1, 0), await hosts.PoliceTakesIn());
        Assert.Null(Assert.Single(await hosts.PoliceDesk.List(Officer, incident, 0, 50, default)).WithdrawnAt);
        Assert.Equal(message, Assert.Single(await hosts.WaitingAt(police: true)).Id);

        await Receive(hosts, hosts.Recipient.Keys, TakenBackBy(Proposals.Harbor.Value));
        Assert.Equal(1, (await hosts.PoliceTakesIn()).Taken);
        Assert.NotNull(Assert.Single(await hosts.PoliceDesk.List(Officer, incident, 0, 50, default)).WithdrawnAt);
        Assert.Empty(await hosts.WaitingAt(police: true));

        // As its writer would make it from what came, whoever claims to be the provider.
        byte[] TakenBackBy(string provider) => HandoverWriter.Bytes(ConsentWithdrawal.Of(
            Guid.NewGuid(), Proposals.Signed(now) with { Id = posted.Consent, From = new OrganizationId(provider), To = new Recipient(Proposals.Riverton, "Riverton") }, now));
    }

    private static async Task NothingWasWritten(TwoHosts hosts)
    {
        await using var rows = hosts.Police.Enter(hosts.Sender.Access);
        Assert.Equal((0, 0), (await rows.Outbox.CountAsync(), await rows.SentHandovers.CountAsync()));
        Assert.False(await rows.Events.AnyAsync(row => row.Kind.StartsWith("handover.") || row.Kind.StartsWith("consent.")));
    }

    // A third host, known to Riverton; its keys are in a folder of its own.
    private static async Task<PostKeys> AddMeadow(TwoHosts hosts, Side side)
    {
        var keys = PostKeys.OpenOrCreate(new Credence.Record.Keys.KeyFolder(hosts.CarePlace.File("meadow-keys")), Meadow, side, Cast.Lakeside, null);
        await hosts.Sender.Partners.Add(TwoHosts.PoliceKeeper, keys.Card, keys.Card.Fingerprint, default);
        return keys;
    }

    private static async Task Send(TwoHosts hosts, byte[] bytes)
    {
        await using var act = await hosts.Police.Begin(Cast.Investigator, default);
        Assert.IsType<Posting.Posted>(await hosts.Sender.Outbox.Add(act, TwoHosts.Harbor, ContentWord.Handover, bytes, null, default));
        await act.Save(default);
    }

    private static async Task<Guid> Receive(TwoHosts hosts, PostKeys by, byte[] bytes)
    {
        using var signing = by.Signing();
        var head = new MessageHead(by.Name, TwoHosts.Riverton, Guid.NewGuid(), ContentWord.Handover, WireText.Second(hosts.Clock.Now), WireText.Second(hosts.Clock.Now).AddDays(14));
        var envelope = Envelope.Write(head, bytes, hosts.Sender.Keys.Card.Sealing, signing);
        return Assert.IsType<Reception.Taken>(await hosts.Sender.Inbox.Receive(envelope, default)).Message;
    }
}
