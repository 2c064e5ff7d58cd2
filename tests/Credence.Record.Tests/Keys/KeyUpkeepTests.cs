using Credence.Police.Storage;
using Credence.Record.Backups;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Microsoft.Data.Sqlite;

namespace Credence.Record.Tests.Keys;

public class KeyUpkeepTests
{
    /// <summary>A clock that a test turns.</summary>
    private sealed class TurnedClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_rotation_leaves_every_content_readable_and_one_version(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        await using var keys = await KeysOnServer(workplace, kind);
        var record = await Cast.NewPoliceRecord(workplace);
        var ids = await Stories.Add(record, 1200);
        // Another process that read the ring before it was turned.
        var stale = await Cast.OpenPoliceRecord(workplace);

        var result = await Rotation(record).Run(default);

        Assert.Equal(new RotationResult(2, 1200, false), result);
        Assert.Equal([2], (await record.Vault.Keys.Count(default)).Keys);
        Assert.Single(((FileKeyRing)record.Vault.Ring).Versions);
        Assert.Equal(Stories.Findings, await Stories.Read(stale, ids[0]));
        // It may not keep a key under the version that is gone: it reads the ring again.
        var later = await Stories.Add(await Stale(workplace, record), 1, "2033");
        Assert.Equal(Stories.Findings, await Stories.Read(record, later[0]));
        Assert.Empty((await RecordCheck.Of(Steward.Of(record), default)).Problems);
    }

    [Fact]
    public async Task A_rotation_that_meets_a_key_it_cannot_open_drops_no_version()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var record = await Cast.NewPoliceRecord(workplace);
        var ids = await Stories.Add(record, 3);
        await Stories.Tamper(new RecordPlace.EmbeddedFile(Cast.Keys(workplace).Keys), "UPDATE keys SET wrapped = randomblob(61) WHERE rowid = 2");

        var fault = await Assert.ThrowsAsync<RecordFault>(() => Rotation(record).Run(default));

        Assert.Contains("no version was dropped", fault.Message, StringComparison.Ordinal);
        Assert.Equal(2, ((FileKeyRing)record.Vault.Ring).Versions.Count);
        var readable = 0;
        foreach (var id in ids) readable += await Stories.Read(record, id) is null ? 0 : 1;
        Assert.Equal(2, readable);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Lost_keys_come_back_and_erased_ones_do_not(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        await using var keys = await KeysOnServer(workplace, kind);
        var record = await Cast.NewPoliceRecord(workplace);
        var ids = await Stories.Add(record, 1500);
        Assert.Equal(1500, await Backup(record).Write(workplace.File("keys.backup"), TimeSpan.FromDays(30), default));
        // Turned meanwhile: the backup is not tied to a version of the ring.
        await Rotation(record).Run(default);
        await Stories.Erase(record, Cast.Supervisor, ids[0]);
        await Lose(record.Vault.Keys.Place);

        if (kind is DatabaseKind.Sqlite)
            Assert.Contains("found no store of keys", (await Assert.ThrowsAsync<RecordFault>(() => Cast.OpenPoliceRecord(workplace))).Message, StringComparison.Ordinal);
        var without = await PoliceRecord.OpenForUpkeep(workplace.Place, Cast.Keys(workplace), TimeProvider.System, makesKeyStore: true, default);
        var result = await Steward.Of(without).ReturnKeys(workplace.File("keys.backup"), default);

        Assert.Equal(new KeyRestoreResult(1499, 0, 1), result);
        Assert.Null(await Stories.Read(without, ids[0]));
        Assert.Equal(Stories.Findings, await Stories.Read(without, ids[1499]));
        Assert.Empty((await RecordCheck.Of(Steward.Of(without), default)).Problems);
        Assert.Equal(new KeyRestoreResult(0, 1499, 1), await Steward.Of(without).ReturnKeys(workplace.File("keys.backup"), default));
    }

    [Fact]
    public async Task A_backup_of_keys_is_read_by_nobody_after_its_time()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var clock = new TurnedClock();
        var record = await Cast.NewPoliceRecord(workplace, clock);
        await Stories.Add(record, 1);
        var backup = new KeyBackup((FileKeyRing)record.Vault.Ring, record.Vault.Keys, clock);
        await backup.Write(workplace.File("keys.backup"), TimeSpan.FromDays(2), default);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => backup.Write(workplace.File("long.backup"), TimeSpan.FromDays(91), default));
        Assert.Single(((FileKeyRing)record.Vault.Ring).BackupKeys);

        clock.Ahead = TimeSpan.FromDays(2.1);

        // Even before the ring has dropped its key.
        Assert.Contains("whose time is not over", (await Assert.ThrowsAsync<RecordFault>(() => backup.Restore(workplace.File("keys.backup"), default))).Message, StringComparison.Ordinal);
        // Opening the record drops it for good.
        var again = await Cast.OpenPoliceRecord(workplace, clock);
        Assert.Empty(((FileKeyRing)again.Vault.Ring).BackupKeys);
        Assert.DoesNotContain("ExpiresAt", await File.ReadAllTextAsync(Cast.Keys(workplace).Ring), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_of_keys_that_is_cut_or_mixed_brings_nothing_back()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var record = await Cast.NewPoliceRecord(workplace);
        await Stories.Add(record, 2100);
        await Backup(record).Write(workplace.File("keys.backup"), TimeSpan.FromDays(1), default);
        var lines = await File.ReadAllLinesAsync(workplace.File("keys.backup"));
        Assert.Equal(5, lines.Length);
        await Lose(record.Vault.Keys.Place);

        foreach (var some in (string[][])[lines[..^1], [lines[0], lines[1], lines[2], lines[4]], [lines[0], lines[2], lines[1], lines[3], lines[4]], [lines[0], "AAAA", .. lines[2..]], lines[..1], ["x"]])
        {
            await File.WriteAllLinesAsync(workplace.File("changed.backup"), some);
            var fault = await Assert.ThrowsAsync<RecordFault>(() => Backup(record).Restore(workplace.File("changed.backup"), default));
            Assert.Contains("found no whole backup of keys", fault.Message, StringComparison.Ordinal);
        }

        Assert.False(File.Exists(Cast.Keys(workplace).Keys) && new FileInfo(Cast.Keys(workplace).Keys).Length > 0);
    }

    [Theory]
    [InlineData("""{"keys": "postgresql://localhost/one"}""", "the record's own database")]
    [InlineData("""{"keys": "other.db"}""", "expected {\"keys\"")]
    [InlineData("""{"keys": "postgresql://user:secret@localhost/one"}""", "expected {\"keys\"")]
    [InlineData("nothing", "expected {\"keys\"")]
    public async Task Keys_never_go_into_the_database_of_their_record(string settings, string sentence)
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var folder = Cast.Keys(workplace);
        Directory.CreateDirectory(folder.Path);
        await File.WriteAllTextAsync(folder.Settings, settings);
        Assert.True(RecordPlace.TryParse("postgresql://somebody@localhost/one", out var record));

        var fault = Assert.Throws<RecordFault>(() => folder.PlaceOfKeys(record));

        Assert.Contains(sentence, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault.Message, StringComparison.Ordinal);
    }

    private static KeyRotation Rotation(RecordStore<PoliceContext> record) =>
        new(record.Vault.Folder, (FileKeyRing)record.Vault.Ring, record.Vault.Keys, record.Clock);

    private static KeyBackup Backup(RecordStore<PoliceContext> record) => new((FileKeyRing)record.Vault.Ring, record.Vault.Keys, record.Clock);

    // A record whose ring was read before another one turned it once more.
    private static async Task<RecordStore<PoliceContext>> Stale(Workplace workplace, RecordStore<PoliceContext> record)
    {
        var stale = await Cast.OpenPoliceRecord(workplace);
        Assert.Equal(3, (await Rotation(record).Run(default)).Version);
        Assert.Equal(2, stale.Vault.Ring.Current);
        return stale;
    }

    // With a record on a server, its keys are on a server too, as for a team with several hosts.
    private static async Task<IAsyncDisposable> KeysOnServer(Workplace workplace, DatabaseKind kind)
    {
        if (kind is DatabaseKind.Sqlite) return new Nothing();
        var keys = await Workplace.Make(kind);
        var parts = new Npgsql.NpgsqlConnectionStringBuilder(((RecordPlace.Server)keys.Place).ConnectionString);
        var folder = Cast.Keys(workplace);
        Directory.CreateDirectory(folder.Path);
        await File.WriteAllTextAsync(folder.Settings, $$"""{"keys": "postgresql://{{parts.Username}}@{{parts.Host}}:{{parts.Port}}/{{parts.Database}}"}""");
        return keys;
    }

    private static async Task Lose(RecordPlace place)
    {
        if (place is RecordPlace.Server)
        {
            await Stories.Tamper(place, "DROP TABLE keys");
            return;
        }

        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(((RecordPlace.EmbeddedFile)place).Path)!, "keys.db*")) File.Delete(file);
    }

    private sealed class Nothing : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
