using Credence.Care.Access;
using Credence.Care.Consents;
using Credence.Care.Handovers;
using Credence.Care.Persons;
using Credence.Care.Referrals;
using Credence.Care.Storage;
using Credence.Consents;
using Credence.Record.Access;
using Credence.Record.Handovers;
using Credence.Record.Storage;
using Credence.Record.Tests.Care;
using Credence.Referrals;
using PersonId = Credence.Record.Access.PersonId;
using Purpose = Credence.Record.Access.Purpose;

namespace Credence.Record.Tests.Handovers;

/// <summary>A referral from a provider's record to another provider's, and what is written back.</summary>
public class ReferralPostTests
{
    private static readonly HostName Harbor = HostName.Of("harbor-house");
    private static readonly HostName Bay = HostName.Of("bay-house");
    private static readonly CareAccess Advocate = As(CareRole.Advocate);

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_referral_reaches_another_provider_s_record_and_its_answers_come_back(DatabaseKind kind)
    {
        await using var pair = await Pair.Make(kind);
        var (person, referral, _) = await pair.Send(InformationKind.Needs, InformationKind.Identity, InformationKind.ReferralState);
        await Pair.Carry(pair.FromHarbor, pair.AtBay, pair.Bay);
        var received = Assert.Single(await new PersonDesk(pair.Bay).Caseload(Advocate, false, 0, 10, default));
        Assert.Equal("Rosa (invented)", received.CalledName);
        var inbox = new InboxDesk(pair.Bay);
        Assert.False(Assert.Single(await inbox.Waiting(Advocate, 10, default)).IsFromPolice);
        Assert.False((await inbox.Open(Advocate, new HandoverId(referral.Value), default))!.MayTell);

        await pair.Answer(received.Person, new HandoverId(referral.Value), ReferralState.FirstContact);
        Assert.True((await inbox.Open(Advocate, new HandoverId(referral.Value), default))!.MayTell);
        await Pair.Carry(pair.AtBay, pair.FromHarbor, pair.Harbor);

        var listed = Assert.Single(await new ReferralDesk(pair.Harbor, pair.FromHarbor).List(Advocate, person, default));
        Assert.Equal(ReferralState.FirstContact, listed.Referral.State);
        Assert.Single(listed.Referral.Steps.OfType<ReferralStep.Accepted>());
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task What_waits_is_taken_back_with_the_consent_or_the_referral(DatabaseKind kind)
    {
        await using var pair = await Pair.Make(kind);
        var (person, referral, consent) = await pair.Send(InformationKind.Needs);
        var withdrawal = await new ConsentDesk(pair.Harbor, pair.FromHarbor).Withdraw(new SurvivorAccess(person, CareCast.Harbor), consent, default);
        Assert.Empty(withdrawal!.ToTell);
        var (other, second, _) = await pair.Send(InformationKind.Needs);
        var reply = await new ReferralDesk(pair.Harbor, pair.FromHarbor).Withdraw(new SurvivorAccess(other, CareCast.Harbor), second, default);
        Assert.Null(Assert.IsType<ReferralReply.Done>(reply).ToTell);

        await Pair.Carry(pair.FromHarbor, pair.AtBay, pair.Bay);
        Assert.Empty(await new PersonDesk(pair.Bay).Caseload(Advocate, false, 0, 10, default));
        Assert.Equal(referral, Assert.Single(await new ReferralDesk(pair.Harbor).ToAsk(Advocate, default)).Id);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task What_waits_is_taken_back_also_where_no_keys_of_the_post_are(DatabaseKind kind)
    {
        await using var pair = await Pair.Make(kind);
        var (person, _, consent) = await pair.Send(InformationKind.Needs);
        Assert.Empty((await new ConsentDesk(pair.Harbor).Withdraw(new SurvivorAccess(person, CareCast.Harbor), consent, default))!.ToTell);
        var (other, second, _) = await pair.Send(InformationKind.Needs);
        Assert.Null(Assert.IsType<ReferralReply.Done>(await new ReferralDesk(pair.Harbor).Withdraw(new SurvivorAccess(other, CareCast.Harbor), second, default)).ToTell);

        await Pair.Carry(pair.FromHarbor, pair.AtBay, pair.Bay);
        Assert.Empty(await new PersonDesk(pair.Bay).Caseload(Advocate, false, 0, 10, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_referral_that_was_delivered_and_is_taken_back_names_whom_to_tell(DatabaseKind kind)
    {
        await using var pair = await Pair.Make(kind);
        var (person, referral, _) = await pair.Send(InformationKind.Needs);
        await Pair.Carry(pair.FromHarbor, pair.AtBay, pair.Bay);

        var reply = await new ReferralDesk(pair.Harbor, pair.FromHarbor).Withdraw(new SurvivorAccess(person, CareCast.Harbor), referral, default);
        Assert.Equal("Bay House", Assert.IsType<ReferralReply.Done>(reply).ToTell!.Name);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Without_a_partner_of_that_name_nothing_is_sent_and_the_referral_waits_where_it_is(DatabaseKind kind)
    {
        await using var pair = await Pair.Make(kind);
        var person = (await new PersonDesk(pair.Harbor).TakeIn(Advocate, CareCast.Sheet, default))!.Value;
        var consent = await pair.Consent(person, "nobody-here", InformationKind.Needs);
        var desk = new ReferralDesk(pair.Harbor, pair.FromHarbor);
        var proposed = Assert.IsType<ReferralReply.Done>(await desk.Propose(
            Advocate, person, new Recipient(new("nobody-here"), "Nobody House"), null, [Referred.Shelter], [], default)).Referral.Id;
        Assert.IsType<ReferralReply.Done>(await desk.Agree(Advocate, proposed, consent, default));

        Assert.IsType<ReferralReply.Refused>(await desk.Send(Advocate, proposed, SendingWay.Post, default));
        Assert.IsType<ReferralReply.Refused>(await new ReferralDesk(pair.Harbor).Send(Advocate, proposed, SendingWay.Post, default));
        Assert.Equal(ReferralState.Consented, Assert.Single(await desk.List(Advocate, person, default)).Referral.State);
    }

    private static CareAccess As(CareRole role) => new(new AccountId(new Guid($"44444444-0000-0000-0009-00000000000{(int)role}")), CareCast.Harbor, role, Purpose.Of(PurposeKind.Help));

    // In each record the provider has the same number; what sets them apart is their name in the post.
    private sealed class Pair(Workplace harborPlace, Workplace bayPlace) : IAsyncDisposable
    {
        public required RecordStore<CareContext> Harbor { get; init; }

        public required RecordStore<CareContext> Bay { get; init; }

        public required Post FromHarbor { get; init; }

        public required Post AtBay { get; init; }

        public static async Task<Pair> Make(DatabaseKind kind)
        {
            var (harborPlace, bayPlace, clock) = (await Workplace.Make(kind), await Workplace.Make(kind), new HandClock());
            var (harbor, bay) = (await CareCast.NewCareRecord(harborPlace, clock), await CareCast.NewCareRecord(bayPlace, clock));
            var pair = new Pair(harborPlace, bayPlace)
            {
                Harbor = harbor,
                Bay = bay,
                FromHarbor = Post.Of(harbor, PostKeys.OpenOrCreate(Cast.Keys(harborPlace), ReferralPostTests.Harbor, Side.Care, CareCast.Harbor, new Uri("https://harbor.example/"))),
                AtBay = Post.Of(bay, PostKeys.OpenOrCreate(Cast.Keys(bayPlace), ReferralPostTests.Bay, Side.Care, CareCast.Harbor, new Uri("https://bay.example/"))),
            };
            await Name(harbor, ReferralPostTests.Harbor);
            await Name(bay, ReferralPostTests.Bay);
            await pair.FromHarbor.Partners.Add(As(CareRole.Administrator), pair.AtBay.Keys.Card, pair.AtBay.Keys.Card.Fingerprint, default);
            await pair.AtBay.Partners.Add(As(CareRole.Administrator), pair.FromHarbor.Keys.Card, pair.FromHarbor.Keys.Card.Fingerprint, default);
            return pair;
        }

        public async Task<(PersonId Person, ReferralId Referral, ConsentId Consent)> Send(params InformationKind[] kinds)
        {
            var person = (await new PersonDesk(Harbor).TakeIn(Advocate, CareCast.Sheet, default))!.Value;
            var (consent, desk) = (await Consent(person, ReferralPostTests.Bay.Value, kinds), new ReferralDesk(Harbor, FromHarbor));
            var proposed = Assert.IsType<ReferralReply.Done>(await desk.Propose(
                Advocate, person, new Recipient(new(ReferralPostTests.Bay.Value), "Bay House"), null, [Referred.Shelter], [], default)).Referral.Id;
            Assert.IsType<ReferralReply.Done>(await desk.Agree(Advocate, proposed, consent, default));
            Assert.Equal(ReferralState.Sent, Assert.IsType<ReferralReply.Done>(await desk.Send(Advocate, proposed, SendingWay.Post, default)).Referral.State);
            return (person, proposed, consent);
        }

        public async Task<ConsentId> Consent(PersonId person, string to, params InformationKind[] kinds)
        {
            var signed = CareCast.Signed(Harbor, person, kinds) with { From = new(ReferralPostTests.Harbor.Value), To = new Recipient(new(to), "Bay House") };
            return Assert.IsType<ConsentAnswer.Written>(await new ConsentDesk(Harbor, FromHarbor).Write(Advocate, signed, new SigningAnswer.Person(), default)).Id;
        }

        public async Task Answer(PersonId person, HandoverId handover, ReferralState state)
        {
            var signed = CareCast.Signed(Bay, person, InformationKind.ReferralState) with { From = new(ReferralPostTests.Bay.Value), To = new Recipient(new(ReferralPostTests.Harbor.Value), "Harbor House") };
            Assert.IsType<ConsentAnswer.Written>(await new ConsentDesk(Bay, AtBay).Write(Advocate, signed, new SigningAnswer.Person(), default));
            Assert.IsType<NotePosting.Posted>(await new HandoverDesk(Bay, AtBay).Answer(Advocate, handover, state, default));
        }

        public static async Task Carry(Post from, Post to, RecordStore<CareContext> record)
        {
            await from.Delivery(async (_, envelope, cancellation) => await to.Inbox.Receive(envelope, cancellation) is Reception.Taken taken
                ? new Carried(taken.Receipt, Trouble.None) : new Carried(null, Trouble.Refused)).Pass(everything: false, default);
            await new HandoverIntake(record, to).Pass(again: false, default);
        }

        public async ValueTask DisposeAsync()
        {
            await harborPlace.DisposeAsync();
            await bayPlace.DisposeAsync();
        }

        private static async Task Name(RecordStore<CareContext> record, HostName name)
        {
            await using var act = await record.Begin(As(CareRole.Administrator), default);
            Assert.True(await ShortNames.Take(act, name, default));
            await act.Save(default);
        }
    }
}
