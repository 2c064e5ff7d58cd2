using Credence.Police.Access;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Tests.Events;

public class ChainTests
{
    private static readonly EventKind Noted = new("account.noted");

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_chain_that_nobody_touched_holds(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await TenEvents(workplace);

        var check = await record.CheckChain(default);

        Assert.True(check.Holds);
        Assert.Equal(12, check.Events);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Writers_at_the_same_time_make_one_chain_without_a_gap(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var records = new[] { await TenEvents(workplace), await Cast.OpenPoliceRecord(workplace) };

        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var at = 0; at < 10; at++) await Note(records[writer % 2], Cast.At(writer % 3 == 0 ? Cast.Lakeside : Cast.Riverton, PoliceRole.Officer));
        })));

        var check = await records[0].CheckChain(default);
        Assert.True(check.Holds);
        Assert.Equal(92, check.Events);
    }

    [Theory]
    [InlineData("""UPDATE events SET "Role" = 'Officer' WHERE "Sequence" = 5""", ChainFault.Edited, 5)]
    [InlineData("""UPDATE events SET "Subject" = NULL WHERE "Sequence" = 5""", ChainFault.Edited, 5)]
    [InlineData("""UPDATE events SET "At" = "At" + 1 WHERE "Sequence" = 5""", ChainFault.Edited, 5)]
    [InlineData("""DELETE FROM events WHERE "Sequence" = 5""", ChainFault.RemovedOrReordered, 6)]
    [InlineData("""UPDATE events SET "Sequence" = 99 WHERE "Sequence" = 5; UPDATE events SET "Sequence" = 5 WHERE "Sequence" = 6; UPDATE events SET "Sequence" = 6 WHERE "Sequence" = 99""", ChainFault.RemovedOrReordered, 5)]
    [InlineData("""DELETE FROM events WHERE "Sequence" > 9""", ChainFault.EndRemoved, 10)]
    [InlineData("""UPDATE events SET "Seal" = zeroblob(32) WHERE "Sequence" = 5""", ChainFault.Forged, 5)]
    public async Task An_edit_in_the_file_is_found_with_its_place(string edit, ChainFault fault, long sequence)
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var record = await TenEvents(workplace);
        await Tamper(workplace, edit);

        var check = await record.CheckChain(default);

        Assert.Equal(new ChainBreak(fault, sequence), check.Breaks[0]);
    }

    [Fact]
    public async Task Cutting_off_the_end_together_with_the_head_is_seen_by_the_witness()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var record = await TenEvents(workplace);
        record.Witness();
        await Tamper(workplace, """
            DELETE FROM events WHERE "Sequence" > 9;
            UPDATE chain_head SET "Sequence" = 9, "Hash" = (SELECT "Hash" FROM events WHERE "Sequence" = 9)
            """);

        var check = await (await Cast.OpenPoliceRecord(workplace)).CheckChain(default);

        Assert.Equal(new ChainBreak(ChainFault.EndRemoved, 10), Assert.Single(check.Breaks));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task The_database_itself_lets_no_event_be_changed_or_removed(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await TenEvents(workplace);
        await using var rows = record.Enter(Scope.Steward);

        await Attempt("""UPDATE events SET "Role" = 'Officer' WHERE "Sequence" = 5""");
        await Attempt("""DELETE FROM events WHERE "Sequence" = 5""");

        Assert.True((await record.CheckChain(default)).Holds);

        // SQLite refuses with an error; PostgreSQL's policies let the statement find no row.
        async Task Attempt(string sql)
        {
            if (kind is DatabaseKind.Sqlite) await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => rows.Database.ExecuteSqlRawAsync(sql));
            else Assert.Equal(0, await rows.Database.ExecuteSqlRawAsync(sql));
        }
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Without_its_event_nothing_is_written(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await TenEvents(workplace);
        var administrator = Cast.At(Cast.Riverton, PoliceRole.Administrator);

        await using (var act = await record.Begin(administrator, default))
        {
            (await act.Rows.Accounts.FirstAsync()).Role = nameof(PoliceRole.Auditor);
            await Assert.ThrowsAsync<InvalidOperationException>(() => act.Save(default));
            await Assert.ThrowsAsync<InvalidOperationException>(() => act.Rows.SaveChangesAsync());
        }

        await using var rows = record.Enter(administrator);
        Assert.Equal(1, await rows.Accounts.CountAsync(account => account.Role == nameof(PoliceRole.Auditor)));
    }

    [Theory]
    [InlineData("she said he kept her passport")]
    [InlineData("Maria Lopez")]
    [InlineData("a\nb")]
    public void Words_do_not_fit_into_an_event(string words)
    {
        Assert.Throws<ArgumentException>(() => new EventDraft(Noted, detail: words));
        Assert.False(Purpose.TryOf(PurposeKind.Casework, words, out _));
    }

    private static async Task<RecordStore<PoliceContext>> TenEvents(Workplace workplace)
    {
        var record = await Cast.NewPoliceRecord(workplace);
        for (var at = 0; at < 10; at++) await Note(record, Cast.Investigator);
        return record;
    }

    private static async Task Note(RecordStore<PoliceContext> record, PoliceAccess access)
    {
        await using var act = await record.Begin(access, default);
        act.Note(new EventDraft(Noted, access.Account.Value));
        await act.Save(default);
    }

    // What somebody does who has the file: the triggers are no wall for them.
    private static async Task Tamper(Workplace workplace, string edit)
    {
        await using var connection = Dialect.Sqlite.Connect(workplace.Place);
        await connection.OpenAsync();
        await connection.Run($"DROP TRIGGER events_stay; DROP TRIGGER events_remain; {edit}", default);
    }
}
