using Credence.Police.Access;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Incidents;

/// <summary>Brings files of incidents into the record: the same file twice is once, a killed import goes on where it was, and nothing is lost.</summary>
public sealed class ImportDesk(RecordStore<PoliceContext> record)
{
    private const int MostRuns = 200;

    private static readonly EventKind Began = new("import.began");
    private static readonly EventKind Resumed = new("import.resumed");
    private static readonly EventKind Ended = new("import.ended");

    /// <summary>Brings one file in. What was wrong in it is kept beside it, by row and column.</summary>
    /// <param name="access">Who brings it in.</param>
    /// <param name="file">The file.</param>
    /// <param name="screening">How its incidents are screened.</param>
    /// <param name="progress">Hears how far it is after each batch; null if nobody looks.</param>
    /// <param name="stop">Asks to stop after the batch that is being written.</param>
    [Requires<PoliceAct>(PoliceAct.Import)]
    public async Task<ImportOutcome> Import(
        PoliceAccess access, ImportFile file, ImportScreening screening, Action<ImportRun>? progress, CancellationToken stop)
    {
        if (!access.May(PoliceAct.Import)) return new ImportOutcome.NotAllowed();
        await using var turn = await ImportTurn.Take(record.Place, record.Dialect, stop);
        if (turn is null) return new ImportOutcome.Busy();
        try
        {
            var before = await Before(access, file);
            if (before is { State: ImportState.Done } && !file.Again) return new ImportOutcome.DoneBefore(before);
            return await Import(access, file, screening, before is { State: ImportState.Open } ? before : null, progress, stop);
        }
        catch (Exception e) when (RecordFault.Of(e, record.Place) is { } fault)
        {
            throw fault;
        }
    }

    /// <summary>The imports of the own organization, last first; empty for one who does not import.</summary>
    [Requires<PoliceAct>(PoliceAct.Import)]
    public async Task<IReadOnlyList<ImportRun>> Runs(PoliceAccess access, int most, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.Import)) return [];
        await using var rows = record.Enter(access);
        return await rows.Imports.AsNoTracking().OrderByDescending(row => row.Id).Take(Math.Clamp(most, 1, MostRuns)).ToListAsync(cancellation);
    }

    /// <summary>What was wrong in an import, by row; empty for one who does not import.</summary>
    [Requires<PoliceAct>(PoliceAct.Import)]
    public async Task<IReadOnlyList<ImportProblem>> Problems(PoliceAccess access, long run, int skip, int most, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.Import)) return [];
        await using var rows = record.Enter(access);
        return await rows.ImportProblems.AsNoTracking().Where(row => row.Run == run).OrderBy(row => row.Row).ThenBy(row => row.Id)
            .Skip(skip).Take(most).ToListAsync(cancellation);
    }

    private async Task<ImportOutcome> Import(
        PoliceAccess access, ImportFile file, ImportScreening screening, ImportRun? open, Action<ImportRun>? progress, CancellationToken stop)
    {
        var (run, packSet) = await Begin(access, file, screening.Packs, open);
        await using var rows = record.Enter(access);
        var own = await rows.Organizations.AsNoTracking().SingleAsync(row => row.Id == access.Organization, stop);
        var preparation = new RowPreparation(record.Vault.Ring, own, screening);
        var making = new SealedChangeMaking(preparation, screening.Offenses, packSet, run.Id, record.Clock);
        var writer = new ImportWriter(record, access, file, run, making, screening.Jobs);
        await foreach (var batch in new ImportReader(file, preparation, screening.Jobs).Read(run.Rows))
        {
            if (batch is null) return new ImportOutcome.Shorter(run);
            if (batch.Count > 0 || batch.Problems.Count > 0) await writer.Write(batch);
            progress?.Invoke(run);
            if (stop.IsCancellationRequested && !batch.IsLast) return new ImportOutcome.Stopped(run);
        }

        while (await writer.PutRight())
            if (stop.IsCancellationRequested) return new ImportOutcome.Stopped(run);
        await End(access, run);
        return new ImportOutcome.Done(run);
    }

    private async Task<ImportRun?> Before(PoliceAccess access, ImportFile file)
    {
        await using var rows = record.Enter(access);
        return await rows.Imports.AsNoTracking().Where(row => row.Fingerprint == file.Fingerprint).OrderByDescending(row => row.Id).FirstOrDefaultAsync();
    }

    private async Task<(ImportRun Run, int PackSet)> Begin(PoliceAccess access, ImportFile file, IReadOnlyList<string> packs, ImportRun? open)
    {
        var stamp = string.Join(' ', packs);
        await using var act = await record.Begin(access, default);
        var set = await act.Rows.PackSets.SingleOrDefaultAsync(row => row.Packs == stamp) ?? act.Rows.PackSets.Add(new PackSet { Packs = stamp }).Entity;
        var run = open ?? act.Rows.Imports.Add(new ImportRun
        {
            Organization = access.Organization,
            File = file.Name,
            Fingerprint = file.Fingerprint,
            BeganAt = record.Clock.GetUtcNow(),
        }).Entity;
        act.Note(new EventDraft(open is null ? Began : Resumed, count: run.Rows, detail: $"sha256:{file.Fingerprint}"));
        await act.Save(default);
        return (run, set.Id);
    }

    private async Task End(PoliceAccess access, ImportRun run)
    {
        var after = run.After(0, 0, 0, 0, 0);
        (after.State, after.EndedAt) = (ImportState.Done, record.Clock.GetUtcNow());
        await using var act = await record.Begin(access, default);
        await ImportTables.Runs.Update(act.Transaction, [ImportTables.Run(after)], default);
        act.Note(new EventDraft(Ended, count: run.Rows, detail: $"import:{run.Id}"));
        await act.Save(default);
        run.Take(after);
    }
}
