using System.Diagnostics;
using Credence.Police.Incidents;
using Credence.Police.Storage;
using Credence.Record.Storage;
using Credence.Testing;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Tests.Incidents;

/// <summary>Starts the command itself and kills it in the middle: as often as LongRun says.</summary>
public class KilledImportTests
{
    private static string Program => Path.Combine(
        Repository.Root, "artifacts", "bin", "Credence.Cli", Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/', '\\')), OperatingSystem.IsWindows() ? "Credence.Cli.exe" : "Credence.Cli");

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task An_import_that_is_killed_again_and_again_ends_as_one_that_was_not(DatabaseKind kind)
    {
        await using var killed = await Workplace.Make(kind);
        await using var whole = await Workplace.Make(kind);
        var (before, file) = (killed.File("before.csv"), killed.File("reports.csv"));
        var rows = 1500 * (LongRun.Rounds + 2);
        await File.WriteAllTextAsync(before, Text(rows, isCorrected: false, every: 3));
        await File.WriteAllTextAsync(file, Text(rows, isCorrected: true, every: 1));
        foreach (var workplace in (Workplace[])[killed, whole]) await Run(workplace, before);

        var (record, died) = (await Cast.OpenPoliceRecord(killed), 0);
        for (var kill = 0; kill < LongRun.Rounds; kill++) died += await RunAndKill(killed, record, file, new Random(kill)) ? 1 : 0;
        await Run(killed, file);
        await Run(whole, file);

        var unharmed = await Cast.OpenPoliceRecord(whole);
        Assert.Equal(LongRun.Rounds, died);
        Assert.Equal(await Told(unharmed), await Told(record));
        Assert.Equal(await Runs(unharmed), await Runs(record));
        Assert.Equal(await Indexed(unharmed), await Indexed(record));
        Assert.True((await record.CheckChain(default)).Holds);
    }

    // A third of the incidents were there before; every seventh of those is corrected; every fifth row has a second one far below.
    private static string Text(int rows, bool isCorrected, int every) => Imports.Header
        + string.Concat(Enumerable.Range(1, rows).Where(i => i % every == 0).Select(i => Imports.Row(
            $"2031-{i}", $"Row {i}{(isCorrected && i % 21 == 0 ? " corrected" : "")}.{(i % 10 == 0 ? " He kept her passport." : "")}")))
        + string.Concat(Enumerable.Range(1, rows / 5).Where(i => i % every == 0).Select(i => Imports.Row($"2031-{i * 5}", $"Supplement {i}.", "13B")));

    private static Process Start(Workplace workplace, string file)
    {
        return Process.Start(new ProcessStartInfo(Program, ["import", file, "--record", workplace.Address, "--keys", Cast.Keys(workplace).Path, "--agency", "Riverton", "--purpose", "Review"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }

    private static async Task Run(Workplace workplace, string file)
    {
        using var process = Start(workplace, file);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{process.ExitCode}: {await output} {await error}");
    }

    // Dies at any moment after the import has written a batch more than before; true if it was not done by then.
    private static async Task<bool> RunAndKill(Workplace workplace, RecordStore<PoliceContext> record, string file, Random chance)
    {
        var had = await RowsOf(record);
        using var process = Start(workplace, file);
        while (!process.HasExited && await RowsOf(record) == had) await Task.Delay(5);
        await Task.Delay(chance.Next(0, 60));
        process.Kill();
        await process.WaitForExitAsync();
        return process.ExitCode != 0;
    }

    private static async Task<long> RowsOf(RecordStore<PoliceContext> record)
    {
        await using var rows = record.Enter(Credence.Record.Access.Scope.Steward);
        return await rows.Everything<ImportRun>().OrderByDescending(run => run.Id).Select(run => run.Rows + (run.Id << 40)).FirstOrDefaultAsync();
    }

    private static async Task<List<string>> Told(RecordStore<PoliceContext> record)
    {
        await using var rows = record.Enter(Credence.Record.Access.Scope.Steward);
        var incidents = await rows.Everything<RecordedIncident>().AsNoTracking().OrderBy(row => row.Number).ToListAsync();
        var parts = (await rows.Everything<RecordedSourceRow>().AsNoTracking().OrderBy(row => row.Id).ToListAsync()).ToLookup(row => row.Incident);
        var events = (await rows.Everything<Credence.Record.Events.RecordedEvent>().Where(row => row.Subject != null).OrderBy(row => row.Sequence).Select(row => new { row.Subject, row.Kind }).ToListAsync()).ToLookup(row => row.Subject);
        using var keys = await record.Vault.Find([.. incidents.Select(one => one.Id.Value)], default);
        return incidents.ConvertAll(one => string.Join('|',
            one.Number, one.Offenses, one.Level, one.Score, one.SourceRows, one.LastImport, string.Join('+', events[one.Id.Value].Select(row => row.Kind)),
            string.Join('+', parts[one.Row].Select(part => $"{keys[one.Id.Value]!.Open(one.Id, part)!.Narrative} {part.FirstImport} {part.LastImport} {part.EndedBy}"))));
    }

    private static async Task<List<string>> Runs(RecordStore<PoliceContext> record)
    {
        await using var rows = record.Enter(Credence.Record.Access.Scope.Steward);
        return (await rows.Everything<ImportRun>().OrderBy(run => run.Id).ToListAsync()).ConvertAll(run => $"{run.File} {run.State} {run.Rows} {run.Added} {run.Changed} {run.Unchanged} {run.Problems}");
    }

    private static async Task<long> Indexed(RecordStore<PoliceContext> record)
    {
        await using var rows = record.Enter(Credence.Record.Access.Scope.Steward);
        return record.Place is RecordPlace.Server
            ? await rows.Database.SqlQuery<long>($"""SELECT count(*) AS "Value" FROM incident_search""").SingleAsync()
            : await rows.Database.SqlQuery<long>($"""SELECT count(*) AS "Value" FROM incident_search_docsize""").SingleAsync();
    }
}
