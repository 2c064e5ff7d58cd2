using System.Diagnostics;
using Credence.Police.Access;
using Credence.Police.Incidents;
using Credence.Police.Retention;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Backups;
using Credence.Record.Keys;
using Credence.Record.Retention;
using Credence.Record.Storage;
using Credence.Testing;

namespace Credence.Record.Tests;

/// <summary>Processes that are killed in the middle of their work: as often as LongRun says.</summary>
public class KilledTests
{
    // Many enough that the last round of a run is killed before the work is done.
    private static readonly int Kept = LongRun.IsAsked ? 4000 : 800;

    private static readonly PoliceAccess Keeper = Cast.At(Cast.Riverton, PoliceRole.Administrator, PurposeKind.Maintenance);

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_killed_erasure_is_finished_and_touches_nothing_else(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Cast.NewPoliceRecord(workplace);
        var kept = await Stories.Add(record, 1, "1999");
        var erased = new List<IncidentId>();
        for (var round = 0; round < LongRun.Rounds; round++)
        {
            var ids = await Stories.Add(record, 40, $"{round:0000}");
            var desk = new RetentionDesk(record);
            var proposal = ((RetentionAnswer.Done)await desk.ProposeErasing(Keeper, [.. ids.Select(id => new ErasureStep(id.Value, "Over.", "invented@1/rule"))], default)).Id;
            await desk.Approve(Cast.Supervisor, proposal, default);
            await KillInTheMiddle(workplace, round, "erase", proposal.ToString());

            record = await Cast.OpenPoliceRecord(workplace);
            foreach (var id in ids)
            {
                var isErased = await Stories.State(record, id) is ContentState.Erased;
                Assert.Equal(isErased, await Stories.Read(record, id) is null);
                Assert.NotEqual(ContentState.Erasing, await Stories.State(record, id));
            }

            await new RetentionDesk(record).Carry(Keeper, proposal, null, default);
            erased.AddRange(ids);
        }

        var check = await RecordCheck.Of(Steward.Of(record), default);
        Assert.Empty(check.Problems);
        Assert.Equal((1, erased.Count), (check.Sealed, check.Erased));
        Assert.Equal(Stories.Findings, await Stories.Read(record, kept[0]));
    }

    [Fact]
    public async Task A_killed_rotation_loses_no_key()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var record = await Cast.NewPoliceRecord(workplace);
        await Stories.Add(record, Kept);
        for (var round = 0; round < LongRun.Rounds; round++)
        {
            await KillInTheMiddle(workplace, round, "rotate");

            record = await Cast.OpenPoliceRecord(workplace);
            var check = await RecordCheck.Of(Steward.Of(record), default);
            Assert.Empty(check.Problems);
            Assert.Equal(Kept, check.Sealed);
        }

        await new KeyRotation(record.Vault.Folder, (FileKeyRing)record.Vault.Ring, record.Vault.Keys, TimeProvider.System).Run(default);
        Assert.Single((await record.Vault.Keys.Count(default)).Keys);
    }

    [Fact]
    public async Task A_killed_backup_leaves_no_file_of_its_name_or_a_whole_one()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var record = await Cast.NewPoliceRecord(workplace);
        await Stories.Add(record, Kept);
        for (var round = 0; round < LongRun.Rounds; round++)
        {
            var path = workplace.File($"{round}.zip");
            await KillInTheMiddle(workplace, round, "backup", path);

            if (File.Exists(path)) (await BackupFile.Open(path, record.Vault.Ring, default)).Dispose();
            Assert.True((await record.CheckChain(default)).Holds);
        }
    }

    [Fact]
    public async Task A_killed_restore_says_so_and_is_restored_again()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var record = await Cast.NewPoliceRecord(workplace);
        await Stories.Add(record, Kept);
        await RecordBackup.Write(Steward.Of(record), Keeper, workplace.File("backup.zip"), default);
        for (var round = 0; round < LongRun.Rounds; round++)
        {
            var place = new RecordPlace.EmbeddedFile(workplace.File($"{round}.db"));
            var killed = await KillInTheMiddle(workplace, round, "restore", workplace.File("backup.zip"), place.Path);

            var half = await PoliceRecord.OpenForUpkeep(place, Cast.Keys(workplace), TimeProvider.System, false, default);
            if ((await RecordStore.Tables(place, default)).Contains("credence_restoring"))
                await Assert.ThrowsAsync<RecordFault>(() => PoliceRecord.Open(place, Cast.Keys(workplace), TimeProvider.System, default));
            if (killed) await RecordRestore.Into(Steward.Of(half), workplace.File("backup.zip"), new Restorer("Administrator-1", one => one.Id == Keeper.Account), default);

            var again = await PoliceRecord.Open(place, Cast.Keys(workplace), TimeProvider.System, default);
            var check = await RecordCheck.Of(Steward.Of(again), default);
            Assert.Empty(check.Problems);
            Assert.Equal(Kept, check.Sealed);
        }
    }

    // Kills a little later in each round, so that the rounds together meet every part of the work; false if it had ended before.
    private static async Task<bool> KillInTheMiddle(Workplace workplace, int round, string verb, string more = "", string? place = null)
    {
        using var worker = Process.Start(new ProcessStartInfo(
            Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "Credence.Record.Worker.dll"), verb, place ?? workplace.Address, Cast.Keys(workplace).Path, Keeper.Account.Value.ToString(), more])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var ready = await worker.StandardOutput.ReadLineAsync();
        if (ready != "ready") Assert.Fail(await worker.StandardError.ReadToEndAsync());
        await Task.Delay(TimeSpan.FromMilliseconds(5 + round % 20 * 45 % 900));
        var killed = !worker.HasExited;
        worker.Kill();
        await worker.WaitForExitAsync();
        if (!killed && worker.ExitCode != 0) Assert.Fail(await worker.StandardError.ReadToEndAsync());
        return killed;
    }
}
