using Credence.Care.Storage;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Tests.Storage;

public class MigratorTests
{
    [Fact]
    public void The_migrations_say_what_the_model_says()
    {
        foreach (var rows in (RecordContext[])
        [
            new SqlitePoliceContext(Options(DatabaseKind.Sqlite), Scope.Steward), new PostgresPoliceContext(Options(DatabaseKind.Postgres), Scope.Steward),
            new SqliteCareContext(Options(DatabaseKind.Sqlite), Scope.Steward), new PostgresCareContext(Options(DatabaseKind.Postgres), Scope.Steward),
        ])
        {
            Assert.False(rows.Database.HasPendingModelChanges(), rows.GetType().Name);
        }
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Two_processes_that_start_at_once_end_with_one_record(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);

        var records = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Cast.OpenPoliceRecord(workplace))));

        var state = await Migrator.State(records[0], default);
        Assert.Empty(state.Pending);
        await using var rows = records[0].Enter(Scope.Steward);
        Assert.Equal(rows.Database.GetMigrations(), state.Applied);
        Assert.Single(records.Select(record => Convert.ToHexString(record.Vault.Ring.Derive("any"))).Distinct());
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_record_of_the_other_side_is_refused_in_a_sentence(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var care = await CareRecord.Open(workplace.Place, new KeyFolder(workplace.File("care-keys")), TimeProvider.System, default);
        await using var rows = care.Enter(Scope.Steward);

        var fault = await Assert.ThrowsAsync<RecordFault>(() => Cast.OpenPoliceRecord(workplace));

        Assert.Contains("expected a record of this side", fault.Message, StringComparison.Ordinal);
        Assert.Equal(0, await rows.Everything<RecordedEvent>().CountAsync());
    }

    [Fact]
    public async Task What_a_killed_migration_left_locks_nobody_out()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        await using (var connection = Dialect.Sqlite.Connect(workplace.Place))
        {
            await connection.OpenAsync();
            await connection.Run("""
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER PRIMARY KEY, "Timestamp" TEXT); INSERT INTO "__EFMigrationsLock" VALUES (1, '2031-01-01')
                """, default);
        }

        await Cast.OpenPoliceRecord(workplace).WaitAsync(TimeSpan.FromSeconds(20));
    }

    private static DbContextOptions Options(DatabaseKind kind) =>
        DesignTime.Options(kind is DatabaseKind.Sqlite ? new RecordPlace.EmbeddedFile("none.db") : new RecordPlace.Server("Host=localhost"));
}
