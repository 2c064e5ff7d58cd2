using System.Data.Common;
using System.Globalization;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Credence.Record.Backups;

/// <summary>What a restore has done.</summary>
/// <param name="Rows">Rows that were brought back.</param>
/// <param name="Head">The end of the chain now, with the event that tells of the restore.</param>
/// <param name="Lost">Events that had happened after the backup, as far as the witness beside the keys knows.</param>
/// <param name="StayErased">Contents that the backup still called kept, and whose key was erased since: their rows say so now.</param>
public sealed record RestoreSummary(long Rows, ChainHead Head, long Lost, long StayErased);

/// <summary>Who restores: found among the accounts of the backup itself.</summary>
/// <param name="Handle">The handle of an open account.</param>
/// <param name="May">Whether an account may keep the store.</param>
public sealed record Restorer(string Handle, Func<Account, bool> May);

/// <summary>Brings a backup into an empty place, all of it or nothing.</summary>
public static class RecordRestore
{
    public static Task<RestoreSummary> Into(Steward record, string path, Restorer restorer, CancellationToken cancellation) => record.Guarded(async () =>
    {
        using var backup = await BackupFile.Open(path, record.Vault.Ring, cancellation);
        if (backup.Manifest.Side != record.Content.Side) throw new RecordFault(
            $"{path}: found a backup of a {backup.Manifest.Side} record, expected one of a {record.Content.Side} record; nothing was restored.");
        await using var rows = record.Enter();
        var target = Target(rows, backup.Manifest, path);
        var mark = await MarkOf(record, rows, cancellation);
        if (mark is { Stage: RestoreStage.RowsAreIn } && mark.Fingerprint != backup.Fingerprint) throw new RecordFault(
            $"{record.Place}: found the rows of another backup, whose restore lacks its last step, expected that backup; nothing was changed.");

        var summary = mark is { Stage: RestoreStage.RowsAreIn }
            ? await Summary(rows, backup.Manifest, cancellation)
            : await BringRows(record, rows, backup, target, restorer, cancellation);
        await Finish(record, summary.Head, cancellation);
        return summary;
    });

    // The place of a file must not be made before the backup is known to be good.
    private static async Task<RestoreMark?> MarkOf(Steward record, RecordContext rows, CancellationToken cancellation)
    {
        if (record.Place is RecordPlace.EmbeddedFile file && !File.Exists(file.Path)) return null;
        await rows.Database.OpenConnectionAsync(cancellation);
        var mark = await RestoreMark.Find(rows.Database.GetDbConnection(), record.Dialect, cancellation);
        if (mark is null && !await IsEmpty(record, rows, cancellation)) throw new RecordFault(
            $"{record.Place}: found a place that is in use, expected an empty one; nothing was restored.");
        await rows.Database.CloseConnectionAsync();
        return mark;
    }

    // Tables that were only just made hold the beginning of a chain and nothing else.
    private static async Task<bool> IsEmpty(Steward record, RecordContext rows, CancellationToken cancellation)
    {
        var connection = rows.Database.GetDbConnection();
        var there = (await record.Dialect.Tables(connection, cancellation)).Where(table => !table.StartsWith("__EF", StringComparison.Ordinal)).ToList();
        foreach (var table in there)
        {
            await using var command = connection.Command(
                table == "chain_head" ? """SELECT COUNT(*) FROM chain_head WHERE "Sequence" > 0""" : $"SELECT COUNT(*) FROM {RecordTable.Quoted(table)}");
            if (Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture) > 0) return false;
        }

        return true;
    }

    private static string Target(RecordContext rows, BackupManifest manifest, string path)
    {
        var known = rows.Database.GetMigrations().ToList();
        return manifest.Migrations.Count > 0 && known.Select(BackupManifest.NameOf).Take(manifest.Migrations.Count).SequenceEqual(manifest.Migrations)
            ? known[manifest.Migrations.Count - 1]
            : throw new RecordFault($"{path}: found a backup whose tables this program does not know, expected one made by this or an earlier Credence; nothing was restored.");
    }

    private static async Task<RestoreSummary> BringRows(
        Steward record, RecordContext rows, BackupFile backup, string target, Restorer restorer, CancellationToken cancellation)
    {
        await record.Migrate(target, cancellation);
        await rows.Database.OpenConnectionAsync(cancellation);
        await new RestoreMark(backup.Fingerprint, RestoreStage.Begun).Put(rows.Database.GetDbConnection(), null, cancellation);
        await using var all = await rows.Database.BeginTransactionAsync(cancellation);
        var transaction = all.GetDbTransaction();
        foreach (var part in backup.Manifest.Parts.Reverse())
        {
            await using var empty = transaction.Command($"DELETE FROM {RecordTable.Quoted(part.Table)}");
            await empty.ExecuteNonQueryAsync(cancellation);
        }

        foreach (var part in backup.Manifest.Parts) await BringPart(record.Dialect, transaction, backup, part, cancellation);
        await CheckChain(record, rows, backup.Manifest, cancellation);
        var summary = await Tell(record, rows, transaction, backup, restorer, cancellation);
        await new RestoreMark(backup.Fingerprint, RestoreStage.RowsAreIn).Put(transaction.Connection!, transaction, cancellation);
        await all.CommitAsync(cancellation);
        return summary;
    }

    private static async Task BringPart(Dialect dialect, DbTransaction transaction, BackupFile backup, BackupPart part, CancellationToken cancellation)
    {
        await using var insert = new RowInsert(transaction, part.Table, part.Columns);
        var count = 0L;
        await foreach (var row in backup.Rows(part, cancellation))
        {
            await insert.Add(row, cancellation);
            count++;
        }

        await insert.Flush(cancellation);
        if (count != part.Rows) throw new RecordFault($"{part.Name}: found {count} rows, expected {part.Rows}; nothing was restored.");
        foreach (var column in part.Columns.Where(column => column.CountsByItself))
        {
            if (dialect.GoOnCounting(part.Table, column.Name) is not { } sql) continue;
            await using var command = transaction.Command(sql);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static async Task CheckChain(Steward record, RecordContext rows, BackupManifest manifest, CancellationToken cancellation)
    {
        var events = rows.Everything<RecordedEvent>().AsNoTracking().OrderBy(row => row.Sequence).AsAsyncEnumerable();
        var check = await ChainCheck.Of(events, record.Chain, [new ChainHead(manifest.Head, Convert.FromHexString(manifest.HeadHash))], cancellation);
        if (!check.Holds) throw new RecordFault(
            $"{record.Place}: found a chain of events that does not hold from event {check.Breaks[0].Sequence} on ({check.Breaks[0].Fault}), expected a whole one; nothing was restored.");
    }

    private static async Task<RestoreSummary> Tell(
        Steward record, RecordContext rows, DbTransaction transaction, BackupFile backup, Restorer restorer, CancellationToken cancellation)
    {
        var accounts = await rows.Everything<Account>().AsNoTracking().Where(row => row.ClosedAt == null && row.Handle == restorer.Handle).ToListAsync(cancellation);
        if (accounts.FindAll(account => restorer.May(account)) is not [var account]) throw new RecordFault(
            "Found no open account of this handle in the backup that keeps the store, or more than one, expected one; nothing was restored.");

        var count = backup.Manifest.Parts.Sum(part => part.Rows);
        List<EventDraft> drafts = [new(new EventKind("record.restored"), count: count, detail: backup.Fingerprint)];
        var lost = 0L;
        var backedUp = await rows.Set<ChainHeadRow>().AsNoTracking().SingleAsync(cancellation);
        if (record.Witness.Seen(backedUp.Lineage) is { } seen && (lost = seen.Sequence - backup.Manifest.Head) > 0)
            drafts.Add(new EventDraft(new EventKind("events.left-behind"), count: lost, detail: $"{seen.Sequence}:{Convert.ToHexStringLower(seen.Hash)}"));
        var erased = await MarkErased(record, rows, drafts, cancellation);
        // From here on it is another record than the one that was backed up, which may be in use still.
        await rows.Set<ChainHeadRow>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Lineage, Guid.NewGuid()), cancellation);
        var head = await record.Chain.Append(transaction, new StewardAccess(account.Id, account.Organization), drafts, cancellation);
        return new RestoreSummary(count, head, Math.Max(0, lost), erased);
    }

    // An older backup calls a content kept whose key was erased since: the key does not come back, and the row must say so.
    private static async Task<long> MarkErased(Steward record, RecordContext rows, List<EventDraft> drafts, CancellationToken cancellation)
    {
        var marked = 0L;
        Guid? after = null;
        while (await record.Vault.Keys.After(after, 1000, cancellation) is { Count: > 0 } some)
        {
            foreach (var key in some.Where(key => key.Bytes.Length == 0))
            {
                if (!await record.Content.Mark(rows, key.Subject, ContentState.Kept, ContentState.Erased, cancellation)) continue;
                await record.Content.RemoveTraces(rows, key.Subject, cancellation);
                var owner = await record.Content.Find(rows, key.Subject, cancellation);
                drafts.Add(new EventDraft(new EventKind("content.erased"), owner?.About, detail: "before-restore"));
                marked++;
            }

            after = some[^1].Subject;
        }

        return marked;
    }

    private static async Task Finish(Steward record, ChainHead head, CancellationToken cancellation)
    {
        record.Witness.See(head);
        await record.Migrate(null, cancellation);
        await using var rows = record.Enter();
        await rows.Database.OpenConnectionAsync(cancellation);
        await RestoreMark.Remove(rows.Database.GetDbConnection(), cancellation);
    }

    private static async Task<RestoreSummary> Summary(RecordContext rows, BackupManifest manifest, CancellationToken cancellation)
    {
        var head = await rows.Set<ChainHeadRow>().AsNoTracking().SingleAsync(cancellation);
        return new RestoreSummary(manifest.Parts.Sum(part => part.Rows), head.ToHead(), 0, 0);
    }
}
