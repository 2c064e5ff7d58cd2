using Credence.Consents;
using Credence.Police.Access;
using Credence.Police.Encounters;
using Credence.Police.Retention;
using Credence.Police.Storage;
using Credence.Police.Training;
using Credence.Record.Access;
using Credence.Record.Backups;
using Credence.Record.Keys;
using Credence.Record.Retention;
using Credence.Record.Storage;
using Credence.Record.Tests.Care;
using Microsoft.EntityFrameworkCore;
using Purpose = Credence.Record.Access.Purpose;

namespace Credence.Record.Tests.Training;

public class PracticeRetentionTests
{
    private static readonly PoliceAccess Officer = Cast.At(Cast.Riverton, PoliceRole.Officer);

    private static readonly PoliceAccess Second = new(new AccountId(new Guid("44444444-0000-0000-0000-000000000001")), Cast.Riverton, PoliceRole.Supervisor, Purpose.Of(PurposeKind.Casework));

    private static readonly RetentionSchedule Model = Walk.CareWorld.Retention;

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task After_two_years_practice_is_proposed_approved_and_its_row_says_nothing_any_more(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, clock) = await Begin(workplace);
        var (training, retention) = (new TrainingDesk(record), new RetentionDesk(record));
        Assert.IsType<RetentionAnswer.Empty>(await retention.ProposeDue(Cast.Supervisor, Model, default));
        clock.Move(TimeSpan.FromDays(2 * 366));
        await training.Finish(Officer, new MadeByClient(Guid.NewGuid()), "farm-housing", 1, 4, default);

        var made = Assert.IsType<RetentionAnswer.Proposed>(await retention.ProposeDue(Cast.Supervisor, Model, default));
        Assert.Equal(1, made.Steps);
        Assert.Equal("retention@1.1.0/police-practice", Assert.Single((await retention.Show(Cast.Supervisor, made.Id, default))!.Value.Steps).Rule);
        Assert.IsType<RetentionAnswer.Done>(await retention.Approve(Second, made.Id, default));
        Assert.IsType<RetentionAnswer.Done>(await retention.Carry(Cast.Supervisor, made.Id, null, default));

        Assert.Equal(["farm-housing"], (await training.Own(Officer, default))!.Done.Select(one => one.What));
        Assert.Empty((await training.Own(Officer, default))!.Assigned);
        await using var rows = record.Enter(Scope.Steward);
        var erased = await rows.Everything<RecordedPractice>().AsNoTracking().SingleAsync(row => row.Content == ContentState.Erased);
        Assert.Equal((default, "erased", DateTimeOffset.UnixEpoch, 0, 0), (erased.Officer, erased.What, erased.FinishedAt, erased.Right, erased.Of));
        Assert.Empty((await RecordCheck.Of(Steward.Of(record), default)).Problems);
        Assert.IsType<RetentionAnswer.Empty>(await retention.ProposeDue(Cast.Supervisor, Model, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_hold_on_an_officer_keeps_all_practice_of_that_officer_also_what_is_approved(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, clock) = await Begin(workplace);
        var (training, retention) = (new TrainingDesk(record), new RetentionDesk(record));
        await training.Finish(Cast.Supervisor, new MadeByClient(Guid.NewGuid()), "farm-housing", 1, 4, default);
        clock.Move(TimeSpan.FromDays(2 * 366));
        var made = Assert.IsType<RetentionAnswer.Proposed>(await retention.ProposeDue(Cast.Supervisor, Model, default));
        await retention.Approve(Second, made.Id, default);

        Assert.IsType<RetentionAnswer.NotFound>(await retention.HoldPractice(Cast.Supervisor, Guid.NewGuid(), HoldReason.CivilSuit, default));
        Assert.IsType<RetentionAnswer.Done>(await retention.HoldPractice(Cast.Supervisor, Officer.Account.Value, HoldReason.CivilSuit, default));
        await retention.Carry(Cast.Supervisor, made.Id, null, default);

        Assert.Equal([StepState.Held, StepState.Done], (await retention.Show(Cast.Supervisor, made.Id, default))!.Value.Steps.Select(step => step.State));
        Assert.Equal(["traffic-stop"], (await training.Own(Officer, default))!.Done.Select(one => one.What));
        Assert.Empty((await training.Own(Cast.Supervisor, default))!.Done);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Practice_of_an_earlier_record_has_an_id_of_its_own_after_the_migration(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, _) = await Begin(workplace);
        await new TrainingDesk(record).Finish(Officer, new MadeByClient(Guid.NewGuid()), "farm-housing", 1, 4, default);
        await using var connection = Dialect.Of(record.Place).Connect(record.Place);
        await connection.OpenAsync();
        // As it was before, with the rows that were in it.
        foreach (var back in (string[])["DROP INDEX \"IX_practices_Id\"", "ALTER TABLE practices DROP COLUMN \"Id\"", "ALTER TABLE practices DROP COLUMN \"Content\"", "DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" LIKE '%_ErasePractice'"])
            await connection.Run(back, default);

        await Cast.OpenPoliceRecord(workplace);

        await using var rows = record.Enter(Scope.Steward);
        var ids = await rows.Everything<RecordedPractice>().AsNoTracking().Select(row => row.Id).ToListAsync();
        Assert.Equal((2, 2), (ids.Count, ids.Distinct().Count(id => id != Guid.Empty)));
        Assert.Equal(2, await rows.Everything<RecordedPractice>().CountAsync(row => ids.Contains(row.Id)));
    }

    private static async Task<(RecordStore<PoliceContext> Record, MovedClock Clock)> Begin(Workplace workplace)
    {
        var clock = new MovedClock();
        var record = await Cast.NewPoliceRecord(workplace, clock);
        var desk = new TrainingDesk(record);
        await desk.Assign(Cast.Supervisor, Officer.Account, "traffic-stop", DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), default);
        await desk.Finish(Officer, new MadeByClient(Guid.NewGuid()), "traffic-stop", 3, 4, default);
        return (record, clock);
    }
}
