using Credence.Record.Keys;
using Credence.Record.Storage;
using Microsoft.Data.Sqlite;

namespace Credence.Record.Tests.Storage;

public class FileTests
{
    [Fact]
    public async Task A_turn_that_cannot_be_taken_is_not_one_that_somebody_else_has()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var tooLong = workplace.File(new string('a', 300));

        // As on a disk that may only be read: nobody waits ten minutes for it.
        Assert.ThrowsAny<IOException>(() => FileTurn.TryTake(tooLong));
        var fault = await Xunit.Record.ExceptionAsync(() => Credence.Police.Storage.PoliceRecord.Open(new RecordPlace.EmbeddedFile(tooLong), Cast.Keys(workplace), TimeProvider.System, default)
            .WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.NotNull(fault);
        Assert.IsNotType<TimeoutException>(fault);
        using var turn = FileTurn.TryTake(workplace.File("turn"));
        Assert.NotNull(turn);
        Assert.Null(FileTurn.TryTake(workplace.File("turn")));
    }

    [Fact]
    public async Task What_could_not_be_put_in_its_place_does_not_stay_beside_it()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        Directory.CreateDirectory(workplace.File("ring.json"));

        Assert.ThrowsAny<Exception>(() => PrivateFile.Replace(workplace.File("ring.json"), "a secret"u8));

        Assert.Empty(Directory.GetFiles(workplace.Folder));
    }

    [Fact]
    public async Task A_witness_that_cannot_be_written_does_not_make_a_saved_act_look_unsaved()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var record = await Cast.NewPoliceRecord(workplace);
        File.Delete(Cast.Keys(workplace).Witness);
        Directory.CreateDirectory(Cast.Keys(workplace).Witness);

        var again = await Cast.OpenPoliceRecord(workplace);
        await Stories.Add(again, 3);

        Assert.Equal("incident.imported", (await Stories.Kinds(again))[^1]);
        Assert.Throws<RecordFault>(again.Witness);
    }

    [Fact]
    public async Task Erasing_waits_for_a_reader_and_leaves_no_old_bytes_in_the_log_of_changes()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var record = await Cast.NewPoliceRecord(workplace);
        var ids = await Stories.Add(record, 3);
        var log = $"{Cast.Keys(workplace).Keys}-wal";
        await using var reader = new SqliteConnection($"Data Source={Cast.Keys(workplace).Keys}");
        await reader.OpenAsync();
        await using var snapshot = reader.BeginTransaction(deferred: true);
        await using (var look = snapshot.Command("SELECT COUNT(*) FROM keys")) await look.ExecuteScalarAsync();

        var erasing = Task.Run(() => record.Vault.Keys.Erase(ids[0].Value, record.Clock.GetUtcNow(), default));
        await Task.Delay(300);
        Assert.False(erasing.IsCompleted);
        Assert.NotEqual(0, new FileInfo(log).Length);
        await snapshot.DisposeAsync();
        await erasing;

        Assert.Equal(0, new FileInfo(log).Length);
    }

    [Fact]
    public async Task A_record_is_not_the_place_of_its_own_keys_under_another_name()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        await Cast.NewPoliceRecord(workplace);

        var fault = await Assert.ThrowsAsync<RecordFault>(() => KeyStore.OpenOrCreate(workplace.Place, default));

        Assert.Contains("found a record in the place of its keys", fault.Message, StringComparison.Ordinal);
    }
}
