using Credence.Care.Access;
using Credence.Care.Persons;
using Credence.Consents;
using Credence.Record.Access;
using Microsoft.EntityFrameworkCore;
using PersonId = Credence.Record.Access.PersonId;

namespace Credence.Record.Tests.Care;

public class PersonDeskTests
{
    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_file_is_opened_with_its_purpose_amended_and_closed(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var person = await CareCast.TakeIn(record);
        var desk = new PersonDesk(record);

        Assert.Equal(4, person.Value.Version);
        var stamp = (await desk.Open(CareCast.Advocate, person, default))!.Stamp;
        Assert.IsType<Amendment.Done>(await desk.Amend(CareCast.Advocate, person, CareCast.Sheet with { Language = "en" }, stamp, default));
        Assert.IsType<Amendment.Refused>(await desk.Amend(CareCast.Lead, person, CareCast.Sheet with { Language = "fr" }, stamp, default));
        Assert.Equal("en", (await desk.Open(CareCast.Advocate, person, default))!.Sheet!.Language);
        Assert.Equal("en", (await desk.Open(CareCast.Own(person), default))!.Sheet!.Language);
        Assert.Equal([person], await desk.Find(CareCast.Lead, FileReference.Of(person), default));
        Assert.Equal([person], await desk.Find(CareCast.Lead, person.Value.ToString().ToUpperInvariant(), default));
        Assert.Empty(await desk.Find(CareCast.Lead, FileReference.Of(person)[1..], default));
        Assert.True(await desk.Close(CareCast.Advocate, person, default));
        Assert.Empty(await desk.Find(CareCast.Lead, FileReference.Of(person), default));
        Assert.False(await desk.Close(CareCast.Advocate, person, default));
        Assert.Empty(await desk.Caseload(CareCast.Advocate, false, 0, 10, default));
        Assert.Single(await desk.Caseload(CareCast.Advocate, true, 0, 10, default));
        var opened = (await CareCast.Events(record)).First(row => row.Kind == "person.opened");
        Assert.Equal((person.Value, "Help", "Advocate"), (opened.Subject, opened.Purpose, opened.Role));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task To_another_provider_an_administrator_and_another_person_a_file_does_not_exist(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var person = await CareCast.TakeIn(record);
        var desk = new PersonDesk(record);

        foreach (var access in (CareAccess[])[CareCast.Worker, CareCast.At(CareCast.Meadow, CareRole.ProviderLead), CareCast.At(CareCast.Harbor, CareRole.Administrator)])
        {
            Assert.Null(await desk.Open(access, person, default));
            Assert.Empty(await desk.Caseload(access, false, 0, 10, default));
            Assert.IsType<Amendment.NotFound>(await desk.Amend(access, person, new FaceSheet(), "", default));
            Assert.Empty(await desk.Find(access, FileReference.Of(person), default));
            Assert.False(await desk.Close(access, person, default));
        }

        Assert.Null(await desk.Open(CareCast.Own(new PersonId(Guid.NewGuid())), default));
        Assert.Null(await desk.Open(new SurvivorAccess(person, CareCast.Meadow), default));
        Assert.NotNull((await desk.Open(CareCast.Advocate, person, default))!.Sheet!.CalledName);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Who_a_person_is_does_not_open_in_somebody_else_s_row(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var (person, other) = (await CareCast.TakeIn(record), await CareCast.TakeIn(record));

        await CareCast.Tamper(record, $"""UPDATE persons SET "Identity" = (SELECT one."Identity" FROM persons one WHERE one."Person" = {other.Value}) WHERE "Person" = {person.Value}""");

        var file = await new PersonDesk(record).Open(CareCast.Advocate, person, default);
        Assert.NotNull(file);
        Assert.Null(file.Sheet);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Every_table_of_a_person_has_the_filters_of_its_kind(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.OpenCareRecord(workplace);
        await using var rows = record.Enter(Scope.Steward);
        foreach (var type in rows.Model.GetEntityTypes())
        {
            var filters = type.GetDeclaredQueryFilters().Select(filter => filter.Key).ToList();
            Assert.Equal(typeof(IOwned).IsAssignableFrom(type.ClrType), filters.Contains("organization"));
            Assert.Equal(typeof(ICaseRow).IsAssignableFrom(type.ClrType), filters.Contains("cases"));
            Assert.Equal(typeof(IPersonRow).IsAssignableFrom(type.ClrType), filters.Contains("person"));
            Assert.Equal(typeof(ISharedRow).IsAssignableFrom(type.ClrType), filters.Contains("shared"));
        }
    }

    [Fact]
    public async Task Behind_the_filters_the_server_locks_every_table_of_a_person_a_second_time()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Postgres);
        var record = (await Walk.CareWorld.Make(workplace)).Record;
        foreach (var access in (RecordAccess[])[CareCast.Worker, CareCast.At(CareCast.Harbor, CareRole.Administrator), CareCast.Own(new PersonId(Guid.NewGuid()))])
        {
            await using var rows = record.Enter(access);
            Assert.Equal(0, await rows.Persons.IgnoreQueryFilters().CountAsync());
            Assert.Equal(0, await rows.Consents.IgnoreQueryFilters().CountAsync());
            Assert.Equal(0, await rows.Statements.IgnoreQueryFilters().CountAsync());
            Assert.Equal(0, await rows.ReceivedHandovers.IgnoreQueryFilters().CountAsync());
            Assert.Equal(0, await rows.LegalReleases.IgnoreQueryFilters().CountAsync());
            Assert.Equal(0, await rows.ErasureRequests.IgnoreQueryFilters().CountAsync());
            Assert.Equal(0, await rows.Referrals.IgnoreQueryFilters().CountAsync());
            Assert.Equal(0, await rows.FileEntries.IgnoreQueryFilters().CountAsync());
            Assert.Equal(0, await rows.Wishes.IgnoreQueryFilters().CountAsync());
            Assert.Equal(0, await rows.Feedback.IgnoreQueryFilters().CountAsync());
        }
    }

    [Fact]
    public void A_place_to_meet_is_no_contact_unless_location_is_named_too()
    {
        Assert.Equal("555-0101", Assert.Single(CareCast.Sheet.Only([InformationKind.Contact]).Contacts!).Value);
        Assert.Equal(2, CareCast.Sheet.Only([InformationKind.Contact, InformationKind.Location]).Contacts!.Count);
        Assert.Null(CareCast.Sheet.Only([InformationKind.Location]).Contacts);
        Assert.Equal(new FaceSheet(), CareCast.Sheet.Only([InformationKind.Health, InformationKind.Statement]));
    }
}
