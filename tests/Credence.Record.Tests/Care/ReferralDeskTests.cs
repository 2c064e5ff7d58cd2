using Credence.Care.Access;
using Credence.Care.Consents;
using Credence.Care.Referrals;
using Credence.Consents;
using Credence.Referrals;
using Microsoft.EntityFrameworkCore;
using PersonId = Credence.Record.Access.PersonId;

namespace Credence.Record.Tests.Care;

public class ReferralDeskTests
{
    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_referral_goes_its_whole_way_and_keeps_its_history(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var clock = new MovedClock();
        var record = await CareCast.NewCareRecord(workplace, clock);
        var person = await CareCast.TakeIn(record);
        var desk = new ReferralDesk(record);
        var id = await record.Refer(person, await CareCast.Give(record, CareCast.Signed(record, person, InformationKind.Needs)), Referred.To.Accepted);
        foreach (var news in (ReferralNews[])[new ReferralNews.Contacted(), new ReferralNews.Started()])
        {
            clock.Move(TimeSpan.FromHours(1));
            Assert.IsType<ReferralReply.Done>(await desk.Note(CareCast.Advocate, id, news, default));
        }

        Assert.IsType<ReferralReply.Refused>(await desk.Close(CareCast.Advocate, id, [], new OwnAnswer(Answering.NotAsked), default));
        var closed = Assert.IsType<ReferralReply.Done>(await desk.Close(
            CareCast.Advocate, id, [new NeedOutcome(Need.Shelter, Extent.Met)], new OwnAnswer(Answering.Answered, Extent.Partly, "The room was cold (invented)."), default));

        Assert.Equal(ReferralState.Closed, closed.Referral.State);
        var listed = Assert.Single(await desk.List(CareCast.Own(person), default));
        Assert.Equal((6, null, "The room was cold (invented)."), (listed.Referral.Steps.Count, listed.DueAt, listed.Referral.Steps.OfType<ReferralStep.Closed>().Single().Person.Words));
        Assert.Equal(
            ["referral.proposed", "referral.agreed", "referral.sent", "referral.accepted", "referral.contacted", "referral.started", "referral.closed"],
            (await CareCast.Events(record)).Where(row => row.Kind.StartsWith("referral.", StringComparison.Ordinal)).Select(row => row.Kind));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Nothing_is_sent_without_a_consent_that_names_this_provider(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var person = await CareCast.TakeIn(record);
        var desk = new ReferralDesk(record);
        var id = await record.Propose(person);
        var forPolice = await CareCast.Give(record, CareCast.ForPolice(record, person));
        var language = await CareCast.Give(record, CareCast.Signed(record, person, InformationKind.Language));
        var needs = await CareCast.Give(record, CareCast.Signed(record, person, InformationKind.Needs));

        Assert.IsType<ReferralReply.Refused>(await desk.Send(CareCast.Advocate, id, SendingWay.Link, default));
        foreach (var other in (ConsentId[])[forPolice, language, new ConsentId(Guid.NewGuid())])
            Assert.IsType<ReferralReply.NotPermitted>(await desk.Agree(CareCast.Advocate, id, other, default));
        Assert.Equal(ReferralState.Proposed, Assert.Single(await desk.List(CareCast.Advocate, person, default)).Referral.State);

        Assert.IsType<ReferralReply.Done>(await desk.Agree(CareCast.Advocate, id, needs, default));
        await new ConsentDesk(record).Withdraw(CareCast.Own(person), needs, default);
        var refused = Assert.IsType<ReferralReply.NotPermitted>(await desk.Send(CareCast.Advocate, id, SendingWay.Link, default));
        Assert.Contains(refused.Because, because => because.Reason == RefusalReason.Withdrawn);
        await using var rows = record.Enter(CareCast.Advocate);
        Assert.Equal(0, await rows.Links.CountAsync());
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_consent_withdrawn_stops_the_sharing_and_whether_the_help_goes_on_is_the_person_s(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var person = await CareCast.TakeIn(record);
        var desk = new ReferralDesk(record);
        var consent = await CareCast.Give(record, CareCast.Signed(record, person, InformationKind.Needs));
        var (goes, ends) = (await record.Refer(person, consent, Referred.To.Accepted), await record.Refer(person, consent, Referred.To.Sent));
        Assert.Empty(await desk.ToAsk(CareCast.Advocate, default));
        Assert.All(await desk.List(CareCast.Advocate, person, default), one => Assert.True(one.MayTell));

        await new ConsentDesk(record).Withdraw(CareCast.Own(person), consent, default);

        Assert.All(await desk.List(CareCast.Advocate, person, default), one => Assert.False(one.MayTell));
        Assert.Equal(2, (await desk.ToAsk(CareCast.Advocate, default)).Count);
        Assert.Equal(ReferralState.Accepted, Assert.IsType<ReferralReply.Done>(await desk.GoOn(CareCast.Own(person), goes, true, default)).Referral.State);
        Assert.Equal(ReferralState.Withdrawn, Assert.IsType<ReferralReply.Done>(await desk.AskOn(CareCast.Advocate, ends, false, default)).Referral.State);
        Assert.Empty(await desk.ToAsk(CareCast.Advocate, default));
        var again = await CareCast.Give(record, CareCast.Signed(record, person, InformationKind.Needs));
        Assert.Equal(ReferralState.Accepted, Assert.IsType<ReferralReply.Done>(await desk.Agree(CareCast.Advocate, goes, again, default)).Referral.State);
        Assert.True((await desk.List(CareCast.Advocate, person, default)).Single(one => one.Referral.Id == goes).MayTell);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_consent_that_ended_because_its_signer_is_suspected_says_whom_to_tell_and_has_the_person_asked(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var person = await CareCast.TakeIn(record);
        var desk = new ReferralDesk(record);
        var consent = await CareCast.GiveWithParent(record, person, InformationKind.Needs);
        var id = await record.Refer(person, consent, Referred.To.Consented);
        var link = Assert.IsType<ReferralReply.LinkGiven>(await desk.Send(CareCast.Advocate, id, SendingWay.Link, default)).Link.Reveal();
        Assert.NotNull(await new ReferralLinks(record).Read(link, default));

        var noted = Assert.IsType<Suspicion.Noted>(await new ConsentDesk(record).Suspect(CareCast.Advocate, person, consent, Signer.Parent, default));

        Assert.Equal("Meadow Legal", Assert.Single(noted.ToTell).Name);
        Assert.Equal(id, Assert.Single(await desk.ToAsk(CareCast.Advocate, default)).Id);
        Assert.Null(await new ReferralLinks(record).Read(link, default));
        var follow = new Credence.Care.FollowUps.FollowUpDesk(record);
        var call = Assert.Single(await follow.Calls(CareCast.Advocate, default));
        Assert.Equal((person, consent.Value, "Meadow Legal"), (call.Person, call.About, call.Name));
        Assert.True(await follow.Settle(CareCast.Advocate, Credence.Care.FollowUps.FollowUpKind.Call, person, consent.Value, default));
        Assert.Empty(await follow.Calls(CareCast.Advocate, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task What_stays_too_long_is_shown_to_the_organization_and_opens_nothing(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var clock = new MovedClock();
        var record = await CareCast.NewCareRecord(workplace, clock);
        var person = await CareCast.TakeIn(record);
        var desk = new ReferralDesk(record);
        var id = await record.Refer(person, await CareCast.Give(record, CareCast.Signed(record, person, InformationKind.Needs)), Referred.To.Sent);
        var events = (await CareCast.Events(record)).Count;

        Assert.Empty(await desk.Overdue(CareCast.Advocate, default));
        clock.Move(TimeSpan.FromHours(5));
        var line = Assert.Single(await desk.Overdue(CareCast.Advocate, default));
        Assert.Equal((id, person, ReferralState.Sent), (line.Id, line.Person, line.State));
        Assert.Empty(await desk.Overdue(CareCast.Worker, default));
        Assert.Equal(events, (await CareCast.Events(record)).Count);
        Assert.IsType<ReferralReply.Done>(await desk.Withdraw(CareCast.Own(person), id, default));
        Assert.Empty(await desk.Overdue(CareCast.Advocate, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task To_another_provider_and_another_person_a_referral_does_not_exist(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var person = await CareCast.TakeIn(record);
        var desk = new ReferralDesk(record);
        var id = await record.Propose(person);

        Assert.IsType<ReferralReply.NotFound>(await desk.Withdraw(CareCast.Own(await CareCast.TakeIn(record)), id, default));
        Assert.IsType<ReferralReply.NotFound>(await desk.Withdraw(CareCast.Worker, id, default));
        Assert.IsType<ReferralReply.NotFound>(await desk.Propose(CareCast.Worker, person, Referred.Meadow, null, [Referred.Shelter], [], default));
        Assert.IsType<ReferralReply.NotFound>(await desk.Propose(CareCast.Advocate, new PersonId(Guid.NewGuid()), Referred.Meadow, null, [Referred.Shelter], [], default));
        Assert.Empty(await desk.List(CareCast.Worker, person, default));
        Assert.Empty(await desk.List(CareCast.At(CareCast.Harbor, CareRole.Administrator), person, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task With_the_person_s_key_a_referral_is_gone_and_in_another_row_it_does_not_open(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var (person, other) = (await CareCast.TakeIn(record), await CareCast.TakeIn(record));
        var (id, _) = (await record.Propose(person), await record.Propose(other));

        await CareCast.Tamper(record, $"""UPDATE referrals SET "Content" = (SELECT one."Content" FROM referrals one WHERE one."Person" = {other.Value}) WHERE "Id" = {id.Value}""");
        Assert.Empty(await new ReferralDesk(record).List(CareCast.Advocate, person, default));
        Assert.IsType<ReferralReply.NotFound>(await new ReferralDesk(record).Withdraw(CareCast.Advocate, id, default));
        Assert.Single(await new ReferralDesk(record).List(CareCast.Advocate, other, default));
        await record.Vault.Keys.Erase(other.Value, DateTimeOffset.UnixEpoch, default);
        Assert.Empty(await new ReferralDesk(record).List(CareCast.Advocate, other, default));
    }
}
