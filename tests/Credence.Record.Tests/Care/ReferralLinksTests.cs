using Credence.Care.Consents;
using Credence.Care.Events;
using Credence.Care.Persons;
using Credence.Care.Referrals;
using Credence.Consents;
using Credence.Referrals;

namespace Credence.Record.Tests.Care;

public class ReferralLinksTests
{
    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_provider_without_an_account_reads_what_the_consent_names_and_answers_once(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var person = await CareCast.TakeIn(record);
        var (id, _, link) = await record.ByLink(person, InformationKind.Needs, InformationKind.Language, InformationKind.Contact);
        var links = new ReferralLinks(record);

        var read = await links.Read(link, default);
        Assert.Equal(("Harbor House", "es", "555-0101"), (read!.From, read.Content.Language, read.Content.Contact!.Value));
        Assert.Equal([Referred.Shelter], read.Content.Needs);
        Assert.Null(read.Content.CalledName);
        Assert.Null(read.Content.Safety);
        Assert.NotNull(await links.Read(link, default));
        Assert.IsType<ReferralReply.Refused>(await links.Answer(link, new ReferralNews.Started(), default));
        Assert.Equal(ReferralState.Waitlisted, Assert.IsType<ReferralReply.Done>(await links.Answer(link, new ReferralNews.Waitlisted(), default)).Referral.State);
        Assert.Null(await links.Answer(link, new ReferralNews.Accepted(), default));
        Assert.Null(await links.Read(link, default));
        Assert.Null(await links.Read("nothing", default));
        Assert.Equal(id, Assert.Single(await new ReferralDesk(record).List(CareCast.Advocate, person, default)).Referral.Id);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task The_person_sees_who_read_and_a_withdrawn_consent_closes_the_link_at_once(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var person = await CareCast.TakeIn(record);
        var (_, consent, link) = await record.ByLink(person, InformationKind.Needs, InformationKind.Language);
        var links = new ReferralLinks(record);

        Assert.NotNull(await links.Read(link, default));
        var line = (await new LogDesk(record).Read(CareCast.Own(person), null, null, 50, default)).First(one => one.What == "referral.read");
        Assert.Equal("Link", line.Role);
        Assert.Equal([InformationKind.Language, InformationKind.Needs], line.Kinds);
        var withdrawal = await new ConsentDesk(record).Withdraw(CareCast.Own(person), consent, default);
        Assert.Equal("Meadow Legal", Assert.Single(withdrawal!.ToTell).Name);

        Assert.Null(await links.Read(link, default));
        Assert.Null(await links.Answer(link, new ReferralNews.Accepted(), default));
        Assert.Equal(ReferralState.Sent, Assert.Single(await new ReferralDesk(record).List(CareCast.Advocate, person, default)).Referral.State);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_referral_that_the_person_takes_back_takes_its_link_with_it_and_says_whom_to_tell(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var person = await CareCast.TakeIn(record);
        var (read, unread) = (await record.ByLink(person, InformationKind.Needs), await record.ByLink(person, InformationKind.Needs));
        var (links, desk) = (new ReferralLinks(record), new ReferralDesk(record));
        Assert.NotNull(await links.Read(read.Link, default));

        Assert.Equal("Meadow Legal", Assert.IsType<ReferralReply.Done>(await desk.Withdraw(CareCast.Own(person), read.Referral, default)).ToTell!.Name);
        Assert.Null(Assert.IsType<ReferralReply.Done>(await desk.Withdraw(CareCast.Own(person), unread.Referral, default)).ToTell);
        Assert.Null(await links.Read(read.Link, default));
        Assert.Null(await links.Read(unread.Link, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_link_that_was_lost_or_is_over_is_made_anew_and_the_old_one_leads_nowhere(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var clock = new MovedClock();
        var record = await CareCast.NewCareRecord(workplace, clock);
        var (id, consent, lost) = await record.ByLink(await CareCast.TakeIn(record), InformationKind.Needs);
        var (links, desk) = (new ReferralLinks(record), new ReferralDesk(record));

        var second = Assert.IsType<ReferralReply.LinkGiven>(await desk.NewLink(CareCast.Advocate, id, default)).Link.Reveal();
        Assert.Null(await links.Read(lost, default));
        Assert.NotNull(await links.Read(second, default));
        clock.Move(TimeSpan.FromDays(8));
        Assert.Null(await links.Read(second, default));
        var third = Assert.IsType<ReferralReply.LinkGiven>(await desk.NewLink(CareCast.Advocate, id, default)).Link.Reveal();
        Assert.IsType<ReferralReply.Done>(await links.Answer(third, new ReferralNews.Accepted(), default));

        Assert.IsType<ReferralReply.Refused>(await desk.NewLink(CareCast.Advocate, id, default));
        var other = await record.Refer(await CareCast.TakeIn(record), consent, Referred.To.Proposed);
        Assert.IsType<ReferralReply.Refused>(await desk.NewLink(CareCast.Advocate, other, default));
        var person = await CareCast.TakeIn(record);
        var (closed, taken, _) = await record.ByLink(person, InformationKind.Needs);
        await new ConsentDesk(record).Withdraw(CareCast.Advocate, person, taken, default);
        Assert.IsType<ReferralReply.NotPermitted>(await desk.NewLink(CareCast.Advocate, closed, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Own_words_go_only_by_a_consent_that_names_what_the_person_told_and_the_log_says_that_they_went(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var person = (await new PersonDesk(record).TakeIn(CareCast.Advocate, CareCast.Sheet with { InOwnWords = "To sleep in safety tonight (invented)." }, default))!.Value;
        var (needs, told) = (await record.ByLink(person, InformationKind.Needs), await record.ByLink(person, InformationKind.Needs, InformationKind.Statement));
        var links = new ReferralLinks(record);

        Assert.Null((await links.Read(needs.Link, default))!.Content.InOwnWords);
        Assert.Equal("To sleep in safety tonight (invented).", (await links.Read(told.Link, default))!.Content.InOwnWords);

        var read = (await new LogDesk(record).Read(CareCast.Own(person), null, null, 50, default)).Where(one => one.What == "referral.read").Select(one => string.Join(',', one.Kinds));
        Assert.Equal(["Needs,Statement", "Needs"], read);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_link_ends_with_its_time_or_with_the_consent_whichever_is_first(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var clock = new MovedClock();
        var record = await CareCast.NewCareRecord(workplace, clock);
        var person = await CareCast.TakeIn(record);
        var signed = CareCast.Signed(record, person, InformationKind.Needs);
        var brief = await CareCast.Give(record, signed with { Ends = signed.Begins.AddDays(2) });
        var id = await record.Refer(person, brief, Referred.To.Consented);
        var given = Assert.IsType<ReferralReply.LinkGiven>(await new ReferralDesk(record).Send(CareCast.Advocate, id, SendingWay.Link, default));

        Assert.True(given.Until <= signed.Begins.AddDays(2));
        Assert.NotNull(await new ReferralLinks(record).Read(given.Link.Reveal(), default));
        clock.Move(TimeSpan.FromDays(2));
        Assert.Null(await new ReferralLinks(record).Read(given.Link.Reveal(), default));
    }
}
