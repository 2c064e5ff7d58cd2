using System.Diagnostics;
using Credence.Police.Access;
using Credence.Police.Storage;
using Credence.Record.Backups;
using Credence.Record.Keys;
using Credence.Record.Storage;

namespace Credence.Record.Tests;

/// <summary>What a machine does to a record: one sentence each, and nothing is damaged.</summary>
public class FaultTests
{
    [Fact]
    public void Whoever_leaves_before_the_answer_is_no_fault_of_the_store()
    {
        // As Npgsql throws it when a request is given up.
        var place = new RecordPlace.EmbeddedFile("record.db");
        var given = new Npgsql.PostgresException("canceling statement due to user request", "ERROR", "ERROR", "57014");

        Assert.Null(RecordFault.Of(new OperationCanceledException("Query was cancelled", given), place));
        Assert.Contains("found it busy", RecordFault.Of(new InvalidOperationException("", given), place)!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_is_one_sentence_and_the_record_goes_on_when_there_is_room()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        using var disk = await SmallDisk.Mount(workplace.File("disk"), "4m");
        var place = new RecordPlace.EmbeddedFile(Path.Combine(disk.Path, "record.db"));
        var made = await Cast.NewPoliceRecord(workplace);
        await Stories.Add(made, 20);
        await RecordBackup.Write(Steward.Of(made), Cast.At(Cast.Riverton, PoliceRole.Administrator), workplace.File("backup.zip"), default);
        await RecordRestore.Into(
            Steward.Of(await PoliceRecord.OpenForUpkeep(place, Cast.Keys(workplace), TimeProvider.System, false, default)), workplace.File("backup.zip"),
            new Restorer("Administrator-1", account => account.Organization == Cast.Riverton), default);
        var record = await PoliceRecord.Open(place, Cast.Keys(workplace), TimeProvider.System, default);

        var filler = Path.Combine(disk.Path, "filler");
        await Fill(filler);
        var fault = await Assert.ThrowsAsync<RecordFault>(() => Stories.Add(record, 400, "2032"));
        var backup = await Assert.ThrowsAsync<RecordFault>(() => RecordBackup.Write(
            Steward.Of(record), Cast.At(Cast.Riverton, PoliceRole.Administrator), Path.Combine(disk.Path, "backup.zip"), default));

        Assert.Contains("found the disk full", fault.Message, StringComparison.Ordinal);
        Assert.Contains("found the disk full", backup.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(disk.Path, "backup.zip")));
        File.Delete(filler);
        await Stories.Add(record, 5, "2033");
        Assert.Empty((await RecordCheck.Of(Steward.Of(record), default)).Problems);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    [Fact]
    public async Task A_record_that_may_only_be_read_is_one_sentence()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var record = await Cast.NewPoliceRecord(workplace);
        await Stories.Add(record, 2);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        using var disk = await SmallDisk.Mount(workplace.File("disk"), "8m");
        var path = Path.Combine(disk.Path, "record.db");
        File.Copy(((RecordPlace.EmbeddedFile)workplace.Place).Path, path);
        await disk.MakeReadOnly();

        var fault = await Assert.ThrowsAsync<RecordFault>(() =>
            PoliceRecord.Open(new RecordPlace.EmbeddedFile(path), Cast.Keys(workplace), TimeProvider.System, default));

        Assert.StartsWith($"{path}: found", fault.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Two_writers_both_come_to_their_turn(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Cast.NewPoliceRecord(workplace);
        await Stories.Add(record, 1);
        var other = await Cast.OpenPoliceRecord(workplace);

        await Task.WhenAll(Many(record, "a"), Many(other, "b"));

        var check = await RecordCheck.Of(Steward.Of(record), default);
        Assert.Empty(check.Problems);
        Assert.Equal(41, check.Sealed);

        static async Task Many(RecordStore<PoliceContext> record, string name)
        {
            for (var round = 0; round < 10; round++) await Stories.Add(record, 2, $"{name}{round}");
        }
    }

    [Fact]
    public async Task A_writer_that_never_gets_its_turn_is_told_so()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        await Cast.NewPoliceRecord(workplace);
        await using var first = Dialect.Sqlite.Connect(workplace.Place);
        await first.OpenAsync();
        await first.Run("BEGIN IMMEDIATE", default);

        // SQLite waits 30 seconds for its turn; a plain connection with less shows the same code.
        await using var second = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={((RecordPlace.EmbeddedFile)workplace.Place).Path};Default Timeout=1");
        await second.OpenAsync();
        var exception = await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => second.Run("BEGIN IMMEDIATE", default));

        Assert.Contains("busy with another writer", RecordFault.Of(exception, workplace.Place)!.Message, StringComparison.Ordinal);
        await first.Run("ROLLBACK", default);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_missing_ring_and_a_wrong_one_are_told_apart_and_nothing_new_is_made(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        await using var elsewhere = await Workplace.Make(DatabaseKind.Sqlite);
        await Cast.NewPoliceRecord(workplace);
        await Cast.NewPoliceRecord(elsewhere);

        var missing = await Assert.ThrowsAsync<RecordFault>(() => Cast.OpenPoliceRecord(workplace, new KeyFolder(workplace.File("nowhere"))));
        var wrong = await Assert.ThrowsAsync<RecordFault>(() => Cast.OpenPoliceRecord(workplace, Cast.Keys(elsewhere)));

        Assert.Contains("found no key ring", missing.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(workplace.File("nowhere")));
        Assert.Contains("found a key ring that did not seal the events", wrong.Message, StringComparison.Ordinal);
        Assert.True((await (await Cast.OpenPoliceRecord(workplace)).CheckChain(default)).Holds);
    }

    [Fact]
    public async Task A_file_that_is_no_record_is_left_as_it_is()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var path = ((RecordPlace.EmbeddedFile)workplace.Place).Path;
        var text = string.Concat(Enumerable.Repeat("once upon a time ", 100));
        await File.WriteAllTextAsync(path, text);

        var fault = await Assert.ThrowsAsync<RecordFault>(() => Cast.OpenPoliceRecord(workplace));

        Assert.Contains("found a file that is no Credence record", fault.Message, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(path));
        Assert.False(Directory.Exists(Cast.Keys(workplace).Path));
    }

    private static async Task Fill(string path)
    {
        await using var stream = File.Create(path);
        var bytes = new byte[4096];
        try
        {
            while (true)
            {
                await stream.WriteAsync(bytes);
                await stream.FlushAsync();
            }
        }
        catch (IOException)
        {
            // Full, as it should be.
        }
    }

    /// <summary>A file system in memory of a few megabytes; the test is skipped where none may be mounted.</summary>
    private sealed class SmallDisk : IDisposable
    {
        private SmallDisk(string path) => Path = path;

        public string Path { get; }

        public static async Task<SmallDisk> Mount(string path, string size)
        {
            Assert.SkipUnless(OperatingSystem.IsLinux(), "A small disk is made with Linux's tmpfs.");
            Directory.CreateDirectory(path);
            Assert.SkipUnless(await Run("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", path), "This account may not mount a small disk.");
            return new SmallDisk(path);
        }

        public async Task MakeReadOnly() => Assert.SkipUnless(await Run("mount", "-o", "remount,ro", Path), "This account may not make a disk that is only read.");

        public void Dispose()
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Run("umount", "-l", Path).GetAwaiter().GetResult();
        }

        private static async Task<bool> Run(params string[] words)
        {
            try
            {
                using var process = Process.Start(new ProcessStartInfo(words[0], words[1..]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
                await process.WaitForExitAsync();
                return process.ExitCode == 0;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                return false;
            }
        }
    }
}
