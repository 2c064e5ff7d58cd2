using System.IO.Compression;
using System.Text;
using Credence.Care.Storage;
using Credence.Police.Access;
using Credence.Police.Incidents;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Backups;
using Credence.Record.Events;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Tests.Backups;

public class BackupTests
{
    private static readonly PoliceAccess Keeper = Cast.At(Cast.Riverton, PoliceRole.Administrator, PurposeKind.Maintenance);

    private static readonly Restorer Restorer = new("Administrator-1", account => account.Id == Keeper.Account);

    [Theory]
    [InlineData(DatabaseKind.Sqlite, DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Sqlite, DatabaseKind.Postgres)]
    [InlineData(DatabaseKind.Postgres, DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres, DatabaseKind.Postgres)]
    public async Task What_was_kept_in_one_database_goes_on_in_the_other(DatabaseKind from, DatabaseKind to)
    {
        await using var old = await Workplace.Make(from);
        await using var @new = await Workplace.Make(to);
        var record = await Cast.NewPoliceRecord(old);
        var ids = await Stories.Add(record, 450);
        var summary = await RecordBackup.Write(Steward.Of(record), Keeper, old.File("backup.zip"), default);

        var restored = await Restore(old, @new.Place, Restorer);

        var again = await Cast.OpenPoliceRecord(@new, Cast.Keys(old));
        Assert.Equal(summary.Rows, restored.Rows);
        Assert.Equal(Stories.Findings, await Stories.Read(again, ids[449]));
        Assert.True((await again.CheckChain(default)).Holds);
        Assert.Contains("record.restored", await Stories.Kinds(again));
        Assert.Equal(await Rows(record), await Rows(again));
        // Numbers that the database gives go on after those that came back.
        await Stories.Add(again, 3, "2032");
        var check = await RecordCheck.Of(Steward.Of(again), default);
        Assert.Empty(check.Problems);
        Assert.Equal(453, check.Sealed);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task The_service_record_comes_back_too(DatabaseKind kind)
    {
        await using var old = await Workplace.Make(kind);
        await using var @new = await Workplace.Make(kind);
        var record = await CareRecord.Open(old.Place, Cast.Keys(old), TimeProvider.System, default);
        await Founding.Of(record, OrganizationKind.ServiceProvider, "Harbor House", null, [("Administrator", "Administrator-1")], default);
        Account account;
        await using (var rows = record.Enter(Scope.Steward)) account = await rows.Everything<Account>().SingleAsync();
        await RecordBackup.Write(Steward.Of(record), new StewardAccess(account.Id, account.Organization), old.File("backup.zip"), default);

        Assert.Equal("care", RecordBackup.SideOf(old.File("backup.zip")));
        var police = await PoliceRecord.OpenForUpkeep(@new.Place, Cast.Keys(old), TimeProvider.System, false, default);
        var fault = await Assert.ThrowsAsync<RecordFault>(() => RecordRestore.Into(Steward.Of(police), old.File("backup.zip"), Restorer, default));
        Assert.Contains("found a backup of a care record", fault.Message, StringComparison.Ordinal);
        var care = await CareRecord.OpenForUpkeep(@new.Place, Cast.Keys(old), TimeProvider.System, false, default);
        await RecordRestore.Into(Steward.Of(care), old.File("backup.zip"), new Restorer("Administrator-1", _ => true), default);
        Assert.True((await (await CareRecord.Open(@new.Place, Cast.Keys(old), TimeProvider.System, default)).CheckChain(default)).Holds);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_backup_is_of_one_moment_while_others_write(DatabaseKind kind)
    {
        await using var old = await Workplace.Make(kind);
        await using var @new = await Workplace.Make(DatabaseKind.Sqlite);
        var record = await Cast.NewPoliceRecord(old);
        await Stories.Add(record, 300);
        using var ending = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var round = 0; !ending.IsCancellationRequested; round++) await Stories.Add(record, 5, $"9{round:000}");
        });

        for (var round = 0; round < 3; round++) await RecordBackup.Write(Steward.Of(record), Keeper, old.File($"backup{round}.zip"), default);
        await ending.CancelAsync();
        await writing;
        record.Witness();

        // Every backup is one whole: a chain that ends where its rows end.
        var restored = await Restore(old, @new.Place, Restorer, "backup2.zip");
        var again = await Cast.OpenPoliceRecord(@new, Cast.Keys(old));
        Assert.Empty((await RecordCheck.Of(Steward.Of(again), default)).Problems);
        Assert.True(restored.Lost > 0);
        Assert.Equal("events.left-behind", (await Stories.Kinds(again))[^1]);
        await using var rows = again.Enter(Scope.Steward);
        var told = await rows.Everything<RecordedEvent>().Where(row => row.Kind == "incident.imported").SumAsync(row => row.Count);
        Assert.Equal(told, await rows.Everything<RecordedIncident>().CountAsync());
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_backup_may_be_tried_beside_the_record_that_is_in_use(DatabaseKind kind)
    {
        await using var old = await Workplace.Make(kind);
        await using var @new = await Workplace.Make(kind);
        var record = await Cast.NewPoliceRecord(old);
        await RecordBackup.Write(Steward.Of(record), Keeper, old.File("backup.zip"), default);

        await Restore(old, @new.Place, Restorer);
        var tried = await Cast.OpenPoliceRecord(@new, Cast.Keys(old));
        await Stories.Add(tried, 2, "2033");
        await Stories.Add(record, 5);
        record.Witness();
        tried.Witness();

        Assert.True((await record.CheckChain(default)).Holds);
        Assert.True((await tried.CheckChain(default)).Holds);
        Assert.Equal(2, (await File.ReadAllLinesAsync(Cast.Keys(old).Witness)).Length);
    }

    [Fact]
    public async Task A_record_that_says_it_is_another_one_does_not_get_past_the_witness()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var record = await Cast.NewPoliceRecord(workplace);
        record.Witness();

        await Stories.Tamper(workplace.Place, $"UPDATE chain_head SET \"Lineage\" = '{Guid.NewGuid().ToString().ToUpperInvariant()}'");

        Assert.Equal(ChainFault.Forged, Assert.Single((await record.CheckChain(default)).Breaks).Fault);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task An_older_backup_does_not_bring_back_what_was_erased_since(DatabaseKind kind)
    {
        await using var old = await Workplace.Make(kind);
        await using var @new = await Workplace.Make(kind);
        var record = await Cast.NewPoliceRecord(old);
        var ids = await Stories.Add(record, 3);
        await RecordBackup.Write(Steward.Of(record), Keeper, old.File("backup.zip"), default);
        await Stories.Erase(record, Keeper, ids[1]);

        var restored = await Restore(old, @new.Place, Restorer);

        var again = await Cast.OpenPoliceRecord(@new, Cast.Keys(old));
        Assert.Equal(1, restored.StayErased);
        Assert.Null(await Stories.Read(again, ids[1]));
        Assert.Equal(ContentState.Erased, await Stories.State(again, ids[1]));
        Assert.Equal(Stories.Findings, await Stories.Read(again, ids[0]));
        Assert.Empty((await RecordCheck.Of(Steward.Of(again), default)).Problems);
    }

    [Fact]
    public async Task A_backup_holds_no_index_and_no_key_and_says_what_it_left_out()
    {
        await using var old = await Workplace.Make(DatabaseKind.Sqlite);
        var record = await Cast.NewPoliceRecord(old);
        var ids = await Stories.Add(record, 2);
        await Stories.Tamper(old.Place, "INSERT INTO incident_search (rowid, words) VALUES (1, 'zeldatoken'); CREATE TABLE notes (text TEXT)");

        var summary = await RecordBackup.Write(Steward.Of(record), Keeper, old.File("backup.zip"), default);

        Assert.Equal(["incident_search", "notes"], summary.LeftOut.Where(table => !table.StartsWith("incident_search_", StringComparison.Ordinal)));
        var wrapped = Convert.ToBase64String((await record.Vault.Keys.Find([ids[0].Value], default))[0].Bytes);
        using var file = ZipFile.OpenRead(old.File("backup.zip"));
        Assert.DoesNotContain(file.Entries, entry => entry.Name.StartsWith("incident_search", StringComparison.Ordinal) || entry.Name.StartsWith("keys", StringComparison.Ordinal));
        foreach (var entry in file.Entries)
        {
            using var text = new StreamReader(entry.Open());
            var all = await text.ReadToEndAsync();
            Assert.DoesNotContain("zeldatoken", all, StringComparison.Ordinal);
            Assert.DoesNotContain(wrapped, all, StringComparison.Ordinal);
            Assert.DoesNotContain(Stories.Findings, all, StringComparison.Ordinal);
        }

        if (!OperatingSystem.IsWindows()) Assert.False(PrivateFile.IsOpenToOthers(old.File("backup.zip")));
    }

    [Fact]
    public async Task A_backup_that_somebody_changed_restores_nothing()
    {
        await using var old = await Workplace.Make(DatabaseKind.Sqlite);
        await using var @new = await Workplace.Make(DatabaseKind.Sqlite);
        var record = await Cast.NewPoliceRecord(old);
        await Stories.Add(record, 2);
        await RecordBackup.Write(Steward.Of(record), Keeper, old.File("backup.zip"), default);

        await Refused("events.ndjson", text => text.Replace("incident.imported", "incident.exported", StringComparison.Ordinal), "not what the manifest says");
        await Refused("manifest.json", text => text.Replace("\"Rows\": 2", "\"Rows\": 1", StringComparison.Ordinal), "did not seal");
        await Refused("manifest.json", _ => "{}", "found no backup of a record");

        Assert.Empty(await RecordStore.Tables(@new.Place, default));

        async Task Refused(string part, Func<string, string> change, string sentence)
        {
            File.Copy(old.File("backup.zip"), old.File("changed.zip"), overwrite: true);
            using (var file = ZipFile.Open(old.File("changed.zip"), ZipArchiveMode.Update))
            {
                string text;
                using (var reader = new StreamReader(file.GetEntry(part)!.Open())) text = reader.ReadToEnd();
                file.GetEntry(part)!.Delete();
                using var writer = new StreamWriter(file.CreateEntry(part).Open(), new UTF8Encoding(false));
                var changed = change(text);
                Assert.NotEqual(text, changed);
                writer.Write(changed);
            }

            var fault = await Assert.ThrowsAsync<RecordFault>(() => Restore(old, @new.Place, Restorer, "changed.zip"));
            Assert.Contains(sentence, fault.Message, StringComparison.Ordinal);
        }
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_place_in_use_and_an_account_without_the_right_are_refused(DatabaseKind kind)
    {
        await using var old = await Workplace.Make(kind);
        await using var @new = await Workplace.Make(kind);
        var record = await Cast.NewPoliceRecord(old);
        await RecordBackup.Write(Steward.Of(record), Keeper, old.File("backup.zip"), default);

        var used = await Assert.ThrowsAsync<RecordFault>(() => Restore(old, old.Place, Restorer));
        var nobody = await Assert.ThrowsAsync<RecordFault>(() => Restore(old, @new.Place, Restorer with { Handle = "nobody" }));
        var twice = await Assert.ThrowsAsync<RecordFault>(() => RecordBackup.Write(Steward.Of(record), Keeper, old.File("backup.zip"), default));

        Assert.Contains("found a place that is in use", used.Message, StringComparison.Ordinal);
        Assert.Contains("no open account of this handle", nobody.Message, StringComparison.Ordinal);
        Assert.Contains("nothing is overwritten", twice.Message, StringComparison.Ordinal);
        // The second was ended after its tables were made: the place says so, and the right account brings it to its end.
        var half = await Assert.ThrowsAsync<RecordFault>(() => Cast.OpenPoliceRecord(@new, Cast.Keys(old)));
        Assert.Contains("found a restore that was not finished", half.Message, StringComparison.Ordinal);
        await Restore(old, @new.Place, Restorer);
        Assert.True((await (await Cast.OpenPoliceRecord(@new, Cast.Keys(old))).CheckChain(default)).Holds);
    }

    [Fact]
    public async Task A_backup_of_fewer_migrations_comes_back_and_is_brought_forward()
    {
        await using var old = await Workplace.Make(DatabaseKind.Sqlite);
        await using var @new = await Workplace.Make(DatabaseKind.Sqlite);
        var record = await Cast.NewPoliceRecord(old);
        await RecordBackup.Write(Steward.Of(record), Keeper, old.File("backup.zip"), default);
        using (var file = ZipFile.Open(old.File("backup.zip"), ZipArchiveMode.Update))
        {
            BackupManifest manifest;
            using (var stream = new MemoryStream())
            {
                using (var entry = file.GetEntry(BackupManifest.Name)!.Open()) entry.CopyTo(stream);
                manifest = BackupManifest.Read(stream.ToArray())!;
            }

            // A backup of those days has no table that came later.
            string[] later = ["practices", "practice_assignments"];
            manifest = manifest with { Migrations = ["Initial"], Parts = [.. manifest.Parts.Where(part => !later.Contains(part.Table))] };
            foreach (var table in later) file.GetEntry($"{table}.ndjson")!.Delete();

            foreach (var (name, bytes) in new[] { (BackupManifest.Name, manifest.ToBytes()), (BackupManifest.SealName, BackupManifest.SealOf(manifest.ToBytes(), record.Vault.Ring)) })
            {
                file.GetEntry(name)!.Delete();
                using var stream = file.CreateEntry(name).Open();
                stream.Write(bytes);
            }
        }

        await Restore(old, @new.Place, Restorer);

        var again = await Cast.OpenPoliceRecord(@new, Cast.Keys(old));
        Assert.Equal(["Initial", "Locks", "AddTraining", "TrainingLocks", "ErasePractice", "AddMeasures"], (await Migrator.State(again, default)).Applied.Select(BackupManifest.NameOf));
        var stays = await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => Stories.Tamper(@new.Place, "DELETE FROM events"));
        Assert.Contains("An event is never removed", stays.Message, StringComparison.Ordinal);
    }

    private static async Task<RestoreSummary> Restore(Workplace old, RecordPlace place, Restorer restorer, string file = "backup.zip") =>
        await RecordRestore.Into(
            Steward.Of(await PoliceRecord.OpenForUpkeep(place, Cast.Keys(old), TimeProvider.System, false, default)), old.File(file), restorer, default);

    // Everything but the chain, which has gone on.
    private static async Task<string> Rows(RecordStore<PoliceContext> record)
    {
        await using var rows = record.Enter(Scope.Steward);
        var incidents = await rows.Everything<RecordedIncident>().AsNoTracking().OrderBy(row => row.Row).ToListAsync();
        var accounts = await rows.Everything<Account>().AsNoTracking().OrderBy(row => row.Handle).ThenBy(row => row.Id).ToListAsync();
        return System.Text.Json.JsonSerializer.Serialize((object[])[incidents, accounts]);
    }
}
