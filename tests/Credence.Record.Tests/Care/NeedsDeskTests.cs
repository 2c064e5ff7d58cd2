using Credence.Care.Files;
using Credence.Care.Interviews;
using Credence.Care.Needs;
using Credence.Care.Safety;
using Credence.Referrals;
using Credence.Statements;
using Microsoft.EntityFrameworkCore;
using PersonId = Credence.Record.Access.PersonId;

namespace Credence.Record.Tests.Care;

public class NeedsDeskTests
{
    private static readonly AskedNeed Bed = new(Need.Shelter, Answering.Answered, Urgency.Now);

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Needs_are_asked_and_met_and_it_is_seen_how_they_stand(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var person = await CareCast.TakeIn(record);
        var desk = new NeedsDesk(record);

        Assert.IsType<FileAnswer.Kept>(await desk.Ask(CareCast.Advocate, person, [Bed, new AskedNeed(Need.Medical, Answering.NoAnswer)], default));
        Assert.IsType<FileAnswer.Kept>(await desk.Ask(CareCast.Lead, person, [new AskedNeed(Need.Food, Answering.Answered, Urgency.Now)], default));
        Assert.IsType<FileAnswer.Kept>(await desk.Meet(CareCast.Advocate, person, Need.Shelter, Extent.Met, "Bay House (invented)", default));
        Assert.IsType<FileAnswer.Refused>(await desk.Ask(CareCast.Advocate, person, [], default));

        var standing = await desk.Picture(CareCast.Advocate, person, default);
        Assert.Equal([Need.Food], standing.Where(one => one.IsOpen).Select(one => one.Need));
        Assert.Equal("Bay House (invented)", standing.Single(one => one.Need == Need.Shelter).Met!.By);
        Assert.Equal(Answering.NotAsked, standing.Single(one => one.Need == Need.Legal).Answering);
        var history = await desk.History(CareCast.Advocate, person, default);
        Assert.Equal((3, CareCast.Advocate.Account, CareCast.Lead.Account), (history.Count, history[0].By, history[1].By));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Needs_of_the_first_page_are_known_before_anybody_asks_and_what_is_asked_later_counts(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var (person, desk) = (await CareCast.TakeIn(record), new NeedsDesk(record));

        var before = (await desk.Before(CareCast.Advocate, person, default))!;
        Assert.Equal((Need.Shelter, false), (Assert.Single(before.Needs).Need, before.CameByHandover));
        Assert.Equal((Urgency.Now, before.At), (Shelter(await desk.Picture(CareCast.Advocate, person, default)).Urgency, Shelter(await desk.Picture(CareCast.Advocate, person, default)).AskedAt));
        Assert.Null(await desk.Before(CareCast.Worker, person, default));
        await desk.Ask(CareCast.Advocate, person, [new AskedNeed(Need.Shelter, Answering.Answered)], default);

        Assert.False(Shelter(await desk.Picture(CareCast.Advocate, person, default)).IsOpen);

        static NeedStanding Shelter(IReadOnlyList<NeedStanding> picture) => picture.Single(one => one.Need == Need.Shelter);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_look_that_found_nothing_is_no_reading(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var (person, desk) = (await CareCast.TakeIn(record), new SafetyDesk(record));

        Assert.Empty(await desk.Versions(CareCast.Advocate, person, default));
        Assert.DoesNotContain(await CareCast.Events(record), row => row.Kind == "safety-plan.opened");
        await desk.Write(CareCast.Advocate, person, new SafetyPlan("I go to the library (invented)."), default);
        Assert.Single(await desk.Versions(CareCast.Advocate, person, default));

        Assert.Single(await CareCast.Events(record), row => row.Kind == "safety-plan.opened");
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Every_version_of_a_safety_plan_stays_sealed_and_in_the_person_s_words(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var person = await CareCast.TakeIn(record);
        var desk = new SafetyDesk(record);

        Assert.IsType<FileAnswer.Kept>(await desk.Write(CareCast.Advocate, person, new SafetyPlan("I call my sister (invented)."), default));
        Assert.IsType<FileAnswer.Kept>(await desk.Write(CareCast.Lead, person, new SafetyPlan("I go to the library (invented)."), default));
        Assert.IsType<FileAnswer.Refused>(await desk.Write(CareCast.Lead, person, new SafetyPlan(" "), default));
        Assert.IsType<FileAnswer.Refused>(await desk.Write(CareCast.Lead, person, new SafetyPlan(new string('x', SafetyPlan.Longest + 1)), default));

        Assert.Equal(["I call my sister (invented).", "I go to the library (invented)."], (await desk.Versions(CareCast.Advocate, person, default)).Select(one => one.Entry.Words));
        await using var rows = record.Enter(CareCast.Advocate);
        Assert.All(await rows.FileEntries.ToListAsync(), row => Assert.Equal(-1, row.Content.AsSpan().IndexOf("library"u8)));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Who_asks_again_says_what_is_new_and_whether_needs_came_first_is_seen(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var person = await CareCast.TakeIn(record);
        var desk = new InterviewDesk(record);
        Interview Now(string who, string? isNew = null) => new(record.Clock.GetUtcNow(), Asker.Police, who, [new ToldGround(Ground.Work, IsSettled: true)], isNew);
        Assert.Null((await desk.Told(CareCast.Advocate, person, default))!.NeedsCameFirst);
        await new NeedsDesk(record).Ask(CareCast.Advocate, person, [Bed], default);

        Assert.IsType<FileAnswer.Kept>(await desk.Write(CareCast.Advocate, person, Now("4711"), default));
        Assert.IsType<FileAnswer.Refused>(await desk.Write(CareCast.Advocate, person, Now("0815"), default));
        Assert.IsType<FileAnswer.Kept>(await desk.Write(CareCast.Advocate, person, Now("0815", "a wage slip was found (invented)"), default));
        Assert.IsType<FileAnswer.Refused>(await desk.Write(CareCast.Advocate, person, Now("4711", "tomorrow") with { At = record.Clock.GetUtcNow().AddDays(1) }, default));

        var told = await desk.Told(CareCast.Advocate, person, default);
        Assert.Equal((2, 1, 1, true), (told!.Interviews.Count, told.Told.ChangesOfInterviewer, told.Told.Repeats, told.NeedsCameFirst));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task For_another_provider_and_for_nobody_s_id_there_is_no_file(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var person = await CareCast.TakeIn(record);

        Assert.IsType<FileAnswer.NotFound>(await new NeedsDesk(record).Ask(CareCast.Worker, person, [Bed], default));
        Assert.IsType<FileAnswer.NotFound>(await new NeedsDesk(record).Ask(CareCast.Advocate, new PersonId(Guid.NewGuid()), [Bed], default));
        Assert.Empty(await new NeedsDesk(record).Picture(CareCast.Worker, person, default));
        Assert.Null(await new InterviewDesk(record).Told(CareCast.Worker, person, default));
        Assert.Empty(await new SafetyDesk(record).Versions(CareCast.Worker, person, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task An_entry_does_not_open_as_one_of_another_kind_or_in_somebody_else_s_file(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var (person, other) = (await CareCast.TakeIn(record), await CareCast.TakeIn(record));
        await new SafetyDesk(record).Write(CareCast.Advocate, person, new SafetyPlan("I call my sister (invented)."), default);

        await CareCast.Tamper(record, $"""UPDATE file_entries SET "Person" = {other.Value}""");
        Assert.Empty(await new SafetyDesk(record).Versions(CareCast.Advocate, other, default));
        await CareCast.Tamper(record, $"""UPDATE file_entries SET "Person" = {person.Value}, "Kind" = 'Interview'""");
        Assert.Empty((await new InterviewDesk(record).Told(CareCast.Advocate, person, default))!.Interviews);
    }
}
