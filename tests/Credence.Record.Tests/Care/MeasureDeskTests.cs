using Credence.Care.Access;
using Credence.Care.Measures;
using Credence.Care.Storage;
using Credence.Care.Wishes;
using Credence.Consents;
using Credence.Record.Storage;
using Credence.Referrals;
using Credence.Statistics;
using Credence.Wishes;
using Microsoft.EntityFrameworkCore;
using PersonId = Credence.Record.Access.PersonId;

namespace Credence.Record.Tests.Care;

public class MeasureDeskTests
{
    private const int Persons = 12;

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Help_is_counted_over_the_own_organization_and_small_counts_stay_here(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        for (var i = 0; i < Persons; i++) await Help(record, await CareCast.TakeIn(record), isAsked: i < 11);
        await CareCast.TakeIn(record, CareCast.At(CareCast.Meadow, CareRole.ProviderWorker));

        var counts = (await new MeasureDesk(record).Count(CareCast.Lead, "Riverton", default))!.ToDictionary(count => count.Measure.Id, count => count.Share);

        Assert.Equal(new Proportion(Persons, Persons), counts["referral-consented"]);
        Assert.Equal(new Proportion(Persons, Persons), counts["referral-sent"]);
        Assert.Equal(new Proportion(0, Persons), counts["referral-accepted"]);
        // One of twelve was not asked: that would point at somebody, and so would the answers of those who were.
        Assert.Null(counts["wishes-asked"]);
        Assert.Null(counts["wishes-answered"]);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task The_log_says_that_was_counted_and_nobody_but_a_lead_counts(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        await CareCast.TakeIn(record);

        foreach (var role in Enum.GetValues<CareRole>().Where(role => role != CareRole.ProviderLead))
            Assert.Null(await new MeasureDesk(record).Count(CareCast.At(CareCast.Harbor, role), "Riverton", default));
        Assert.NotNull(await new MeasureDesk(record).Count(CareCast.Lead, "Riverton", default));

        await using var rows = record.Enter(CareCast.Lead);
        Assert.Single(await rows.Events.Where(row => row.Kind == "measures.counted").ToListAsync());
    }

    private static async Task Help(RecordStore<CareContext> record, PersonId person, bool isAsked)
    {
        var consent = await CareCast.Give(record, CareCast.Signed(record, person, InformationKind.Needs, InformationKind.Language));
        await record.Refer(person, consent, Referred.To.Sent);
        if (!isAsked) return;
        var wishes = new WishDesk(record, Credence.Testing.Cast.Packs);
        Assert.IsType<WishReply.Kept>(await wishes.Write(CareCast.Advocate, person, new WishAnswer(Answering.Answered, "To be believed (invented).", [], null), null, default));
    }
}
