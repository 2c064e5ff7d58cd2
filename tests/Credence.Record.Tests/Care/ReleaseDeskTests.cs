using Credence.Care.Access;
using Credence.Care.Consents;
using Credence.Care.Releases;
using Credence.Care.Storage;
using Credence.Consents;
using Credence.Record.Events;
using Credence.Record.Storage;
using PersonId = Credence.Record.Access.PersonId;

namespace Credence.Record.Tests.Care;

public class ReleaseDeskTests
{
    private static readonly InformationKind[] LanguageAndContact = [InformationKind.Language, InformationKind.Contact];

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Another_provider_reads_exactly_the_kinds_that_the_person_named(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, person) = await Served(workplace);
        await CareCast.Give(record, CareCast.Signed(record, person, LanguageAndContact));

        var release = await Read(record, person, LanguageAndContact);

        Assert.NotNull(release);
        Assert.Equal("es", release.Fields.Language);
        Assert.Equal("555-0101", Assert.Single(release.Fields.Contacts!).Value);
        Assert.Null(release.Fields.CalledName);
        Assert.Null(release.Fields.Safety);
        Assert.Null(release.Fields.IsUnder18);
        Assert.Null(release.Fields.Needs);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Whatever_is_not_permitted_does_not_exist_and_leaves_no_trace(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, person) = await Served(workplace);
        var other = await CareCast.TakeIn(record);
        await CareCast.Give(record, CareCast.Signed(record, person, LanguageAndContact));
        var before = (await CareCast.Events(record)).Count;
        var desk = new ReleaseDesk(record);

        Assert.Null(await Read(record, new PersonId(Guid.NewGuid()), LanguageAndContact));
        Assert.Null(await Read(record, other, LanguageAndContact));
        Assert.Null(await Read(record, person, [InformationKind.Language, InformationKind.Identity]));
        Assert.Null(await Read(record, person, []));
        Assert.Null(await desk.Read(CareCast.Worker, CareCast.Harbor, person, Purpose.Investigation, LanguageAndContact, default));
        Assert.Null(await desk.Read(CareCast.Worker, CareCast.Meadow, person, Purpose.Referral, LanguageAndContact, default));
        Assert.Null(await desk.Read(CareCast.Advocate, CareCast.Harbor, person, Purpose.Referral, LanguageAndContact, default));
        Assert.Null(await desk.Read(CareCast.At(CareCast.Meadow, CareRole.Administrator), CareCast.Harbor, person, Purpose.Referral, LanguageAndContact, default));

        Assert.Equal(before, (await CareCast.Events(record)).Count);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_withdrawal_works_at_once_here_and_in_another_process(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, person) = await Served(workplace);
        var consent = await CareCast.Give(record, CareCast.Signed(record, person, LanguageAndContact));
        var another = await CareCast.OpenCareRecord(workplace);
        Assert.NotNull(await Read(another, person, LanguageAndContact));

        var withdrawal = await new ConsentDesk(record).Withdraw(CareCast.Own(person), consent, default);

        Assert.Equal("Meadow Legal", Assert.Single(withdrawal!.ToTell).Name);
        Assert.Null(await Read(record, person, LanguageAndContact));
        Assert.Null(await Read(another, person, LanguageAndContact));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_read_that_begins_while_the_person_withdraws_waits_and_gets_nothing(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, person) = await Served(workplace);
        var consent = await CareCast.Give(record, CareCast.Signed(record, person, LanguageAndContact));
        await using var withdrawing = await record.Begin(CareCast.Own(person), default);
        await withdrawing.TakeTurn(default);

        var reading = Task.Run(() => Read(record, person, LanguageAndContact));
        await Task.Delay(TimeSpan.FromMilliseconds(300));
        Assert.False(reading.IsCompleted);
        withdrawing.Note(new EventDraft(new EventKind("consent.withdrawn"), person.Value, detail: consent.Value.ToString("N")));
        await withdrawing.Save(default);

        Assert.Null(await reading);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task When_a_consent_ends_so_does_reading(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var clock = new MovedClock();
        var (record, person) = await Served(workplace, clock);
        await CareCast.Give(record, CareCast.Signed(record, person, LanguageAndContact));
        Assert.NotNull(await Read(record, person, LanguageAndContact));

        clock.Move(TimeSpan.FromDays(31));

        Assert.Null(await Read(record, person, LanguageAndContact));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Both_parts_of_the_log_name_the_consent_and_the_kinds(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, person) = await Served(workplace);
        var consent = await CareCast.Give(record, CareCast.Signed(record, person, LanguageAndContact));
        await Read(record, person, LanguageAndContact);

        var events = await CareCast.Events(record);

        var holders = Assert.Single(events, row => row.Kind == "person.released");
        var readers = Assert.Single(events, row => row.Kind == "release.read");
        Assert.Equal((CareCast.Harbor, CareCast.Meadow), (holders.Organization, readers.Organization));
        Assert.Equal($"{consent.Value:N}/contact,language", holders.Detail);
        Assert.Equal(holders.Detail, readers.Detail);
        Assert.True((await record.CheckChain(default)).Holds);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_subpoena_goes_to_counsel_and_a_court_gets_what_it_orders_and_no_more(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, person) = await Served(workplace);
        var now = record.Clock.GetUtcNow();

        var subpoena = await UnderLaw(record, person, DemandKind.Subpoena, new Notice.Told(now));
        var untold = await UnderLaw(record, person, DemandKind.CourtOrder, null);
        var order = await UnderLaw(record, person, DemandKind.CourtOrder, new Notice.Told(now));

        Assert.IsType<CompelledAnswer.ToCounsel>(Assert.IsType<LegalAnswer.NotReleased>(subpoena).Because);
        Assert.IsType<CompelledAnswer.Refused>(Assert.IsType<LegalAnswer.NotReleased>(untold).Because);
        var fields = Assert.IsType<LegalAnswer.Released>(order).Fields;
        Assert.Equal("es", fields.Language);
        Assert.Null(fields.CalledName);
        Assert.IsType<LegalAnswer.NotFound>(await UnderLaw(record, await CareCast.TakeIn(record, CareCast.Worker), DemandKind.CourtOrder, new Notice.Told(now)));
        Assert.Single(await CareCast.Events(record), row => row.Kind == "person.released-under-law");
    }

    private static Task<LegalAnswer> UnderLaw(RecordStore<CareContext> record, PersonId person, DemandKind kind, Notice? notice) =>
        new ReleaseDesk(record).ReleaseUnderLaw(
            CareCast.Lead, person, new Demand(kind, "us-ma", "Example Superior Court 2031-14", new HashSet<InformationKind> { InformationKind.Language }),
            [InformationKind.Language], Walk.DeskWorld.Massachusetts, null, notice, default);

    private static Task<Release?> Read(RecordStore<CareContext> record, PersonId person, InformationKind[] kinds) =>
        new ReleaseDesk(record).Read(CareCast.Worker, CareCast.Harbor, person, Purpose.Referral, kinds, default);

    private static async Task<(RecordStore<CareContext> Record, PersonId Person)> Served(Workplace workplace, TimeProvider? clock = null)
    {
        var record = await CareCast.NewCareRecord(workplace, clock);
        return (record, await CareCast.TakeIn(record));
    }
}
