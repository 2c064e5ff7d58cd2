using Credence.Record.Backups;
using Credence.Record.Storage;

namespace Credence.Record.Tests.Backups;

public class RecordCheckTests
{
    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Contents_that_changed_places_and_keys_that_are_lost_are_named_by_id(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Cast.NewPoliceRecord(workplace);
        var ids = await Stories.Add(record, 5);
        Assert.Empty((await RecordCheck.Of(Steward.Of(record), default)).Problems);

        await Stories.Tamper(workplace.Place, """
            UPDATE incidents SET "Findings" = (SELECT other."Findings" FROM incidents AS other WHERE other."Number" = '2031-000001') WHERE "Number" = '2031-000000'
            """);
        await record.Vault.Keys.Erase(ids[3].Value, record.Clock.GetUtcNow(), default);
        await Stories.Tamper(workplace.Place, """UPDATE incidents SET "Content" = 2 WHERE "Number" = '2031-000004'""");

        var check = await RecordCheck.Of(Steward.Of(record), default);

        Assert.Equal(3, check.Problems.Count);
        Assert.Contains(check.Problems, problem => problem.Contains($"{ids[0].Value}, row 0: found bytes that do not open", StringComparison.Ordinal));
        Assert.Contains(check.Problems, problem => problem.Contains($"{ids[3].Value}, row 0: found no key", StringComparison.Ordinal));
        Assert.Contains(check.Problems, problem => problem.Contains($"{ids[4].Value}, row 0: found a row that says erased and a key that is still there", StringComparison.Ordinal));
        Assert.Equal(2, check.Sealed);
    }

    [Fact]
    public async Task An_edited_event_and_a_row_that_names_nothing_are_found()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var record = await Cast.NewPoliceRecord(workplace);
        await Stories.Add(record, 1);
        await Stories.Tamper(workplace.Place, """
            DROP TRIGGER events_stay; UPDATE events SET "Account" = "Organization" WHERE "Sequence" = 2;
            PRAGMA foreign_keys = OFF; UPDATE incidents SET "PackSet" = 99
            """);

        var problems = (await RecordCheck.Of(Steward.Of(record), default)).Problems;

        Assert.Contains(problems, problem => problem.StartsWith("Event 2: found fields that were changed", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.StartsWith("incidents: found 1 rows whose PackSet names nothing in pack_sets", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_damaged_page_is_said_and_the_rest_is_checked_all_the_same()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var record = await Cast.NewPoliceRecord(workplace);
        await Stories.Add(record, 400);
        await Stories.Tamper(workplace.Place, "PRAGMA wal_checkpoint(TRUNCATE)");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var path = ((RecordPlace.EmbeddedFile)workplace.Place).Path;
        var bytes = await File.ReadAllBytesAsync(path);
        // A sector in the middle, where the incidents are.
        Array.Fill(bytes, (byte)0x5A, bytes.Length / 2 / 4096 * 4096, 4096 * 3);
        await File.WriteAllBytesAsync(path, bytes);

        var check = await RecordCheck.Of(Steward.Of(record), default);

        Assert.Contains(check.Problems, problem => problem.Contains("found damage", StringComparison.Ordinal) || problem.Contains("found a damaged page", StringComparison.Ordinal));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(path));
    }
}
