using System.Text.RegularExpressions;
using Credence.Care.Access;
using Credence.Care.Storage;
using Credence.Directories;
using Credence.Record.Events;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Directories;

/// <summary>Takes a directory into the record, some hundred entries an act. The same directory twice is once; an import that was killed is simply done again.</summary>
internal sealed partial class DirectoryImporter(RecordStore<CareContext> record, CareAccess access, string source)
{
    private const int AtOnce = 500;

    private readonly Guid _run = Guid.CreateVersion7(record.Clock.GetUtcNow());
    private readonly HashSet<(string, string)> _seen = [];
    private int _added, _changed, _same, _loose, _elsewhere;

    internal static bool IsSource(string source) => Form().IsMatch(source);

    // By table and id, as the index has them: by ids alone every part of an import would read the whole directory.
    internal static IQueryable<RecordedEntry> Known(CareContext rows, List<string> tables, List<string> ids) =>
        rows.DirectoryEntries.Where(row => tables.Contains(row.Table) && !row.IsLoose && ids.Contains(row.EntryId!));

    internal async Task<DirectoryImport> Run(IEnumerable<DirectoryEntry> entries, CancellationToken cancellation)
    {
        var isFirst = true;
        foreach (var some in entries.Chunk(AtOnce))
        {
            await Take(some, isFirst, cancellation);
            isFirst = false;
        }

        return await End(cancellation);
    }

    private async Task Take(DirectoryEntry[] some, bool isFirst, CancellationToken cancellation)
    {
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        // A loose row has nothing to know it by: those of the last import make place for those of this one.
        if (isFirst) await act.Rows.DirectoryEntries.Where(row => row.Source == source && row.IsLoose).ExecuteDeleteAsync(cancellation);
        var ids = some.Where(entry => !entry.IsLoose).Select(entry => entry.Id).OfType<string>().Distinct().ToList();
        var tables = some.Select(entry => entry.Table).Distinct().ToList();
        var known = (await Known(act.Rows, tables, ids).ToListAsync(cancellation)).ToDictionary(row => (row.Table, row.EntryId!));
        var now = record.Clock.GetUtcNow();
        foreach (var entry in some) Take(act.Rows, entry, known, now);
        act.Note(new EventDraft(new EventKind("directory.part-imported"), _run, some.Length));
        await act.Save(cancellation);
    }

    private void Take(CareContext rows, DirectoryEntry entry, Dictionary<(string, string), RecordedEntry> known, DateTimeOffset now)
    {
        if (entry.IsLoose || entry.Id is not { } id)
        {
            rows.DirectoryEntries.Add(RecordedEntry.Of(entry with { IsLoose = true }, source, _run, now));
            _loose++;
        }
        else if (!_seen.Add((entry.Table, id)) || (known.TryGetValue((entry.Table, id), out var before) && before.Source != source)) _elsewhere++;
        else if (before is null)
        {
            rows.DirectoryEntries.Add(RecordedEntry.Of(entry, source, _run, now));
            _added++;
        }
        else Renew(before, entry, now);
    }

    private void Renew(RecordedEntry before, DirectoryEntry entry, DateTimeOffset now)
    {
        before.Import = _run;
        if (before.GoneAt is null && before.Content == entry.Content.ToJsonString())
        {
            _same++;
            return;
        }

        before.Take(entry);
        (before.GoneAt, before.ChangedAt) = (null, now);
        _changed++;
    }

    private async Task<DirectoryImport> End(CancellationToken cancellation)
    {
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        var now = record.Clock.GetUtcNow();
        // What an empty or broken file does not have is not gone.
        var gone = _added + _changed + _same == 0 ? 0 : await act.Rows.DirectoryEntries.Where(row => row.Source == source && !row.IsLoose && row.Import != _run && row.GoneAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.GoneAt, now).SetProperty(one => one.ChangedAt, now), cancellation);
        act.Note(new EventDraft(new EventKind("directory.imported"), _run, _added + _changed + _same));
        await act.Save(cancellation);
        return new DirectoryImport(_run, _added, _changed, _same, gone, _loose, _elsewhere);
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9._-]{0,59}\z")]
    private static partial Regex Form();
}
