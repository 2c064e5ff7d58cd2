using System.Data.Common;
using Credence.Incidents;
using Credence.Police.Access;
using Credence.Police.Search;
using Credence.Police.Storage;
using Credence.Record.Events;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Incidents;

/// <summary>
/// Writes batches of one import. What is known of the incidents is read first, keys are kept next, then everything is sealed; one
/// transaction at the end holds incidents, rows, tokens, problems, events and how far the import has come.
/// </summary>
internal sealed class ImportWriter(RecordStore<PoliceContext> record, PoliceAccess access, ImportFile file, ImportRun run, SealedChangeMaking making, int jobs)
{
    public static readonly EventKind Imported = new("incident.imported");
    public static readonly EventKind Changed = new("incident.changed");
    public static readonly EventKind Advanced = new("import.advanced");

    private const int MostTries = 5;

    // One that cannot be put right, its key being gone, must not be tried for ever.
    private long _putRight;

    /// <summary>Writes the rows of a batch and that the import has come so far.</summary>
    public Task Write(ReadBatch batch) => Try(async rows =>
    {
        var problems = batch.Problems.ToList();
        var known = await KnownIncident.Find(rows, [.. batch.Rows.Select(row => row.Key)], default);
        var changes = new Dictionary<IncidentKey, IncidentChange>();
        foreach (var row in batch.Rows)
        {
            if (!changes.TryGetValue(row.Key, out var change)) changes[row.Key] = change = Change(row.Key, known.GetValueOrDefault(row.Key));
            problems.AddRange(change.Take(row));
        }

        return await Write(rows, changes.Values, problems, batch.Count);
    });

    /// <summary>Ends rows of incidents that came without them; false when there are none left.</summary>
    public async Task<bool> PutRight()
    {
        var last = _putRight;
        await Try(async rows =>
        {
            var changes = (await KnownIncident.HalfMet(rows, run.Id, _putRight, ImportReader.MostRows, default)).ConvertAll(known => Change(known.Key, known));
            last = changes.Count > 0 ? changes[^1].Known!.Row : _putRight;
            foreach (var change in changes) change.PutRight();
            return changes.Count == 0 || await Write(rows, changes, [], 0);
        });
        var any = last > _putRight;
        _putRight = last;
        return any;
    }

    private IncidentChange Change(IncidentKey key, KnownIncident? known) =>
        new(known, known?.Id ?? new IncidentId(Guid.CreateVersion7(record.Clock.GetUtcNow())), key, file, run.Id);

    // An erasure may have begun between reading and writing: then it is read again.
    private async Task Try(Func<PoliceContext, Task<bool>> write)
    {
        try
        {
            for (var tries = 0; tries < MostTries; tries++)
            {
                await using var rows = record.Enter(access);
                if (await write(rows)) return;
            }
        }
        catch (Exception e) when (RecordFault.Of(e, record.Place) is { } fault)
        {
            throw fault;
        }

        throw new RecordFault($"{record.Place}: found incidents changed by others again and again while they were imported, expected a quieter time; nothing of this batch was changed.");
    }

    private async Task<bool> Write(PoliceContext rows, IReadOnlyCollection<IncidentChange> changes, List<RowProblem> problems, int read)
    {
        var changed = changes.Where(change => change.IsChanged).ToList();
        using var keys = await Keys(changed);
        var kept = await Kept(rows, changed, keys);
        var ready = Seal(changed, kept, keys, problems);
        var met = changes.Where(change => change is { IsMet: true, IsChanged: false }).ToList();
        await using var act = await record.Begin(access, default);
        if (!await StillKept(act, ready)) return false;
        await Put(act, ready);
        await ImportTables.MetIncidents.Update(act.Transaction, [.. met.Select(change => new object?[] { change.Known!.Row, run.Id })], default);
        await ImportTables.MovedRows.Update(
            act.Transaction,
            [.. ready.Select(one => one.Change).Concat(met).SelectMany(change => change.Moved).Select(row => new object?[] { row.Id, row.LastImport, row.EndedBy })],
            default);
        await ImportTables.Problems.Insert(act.Transaction, [.. problems.Select(problem => ImportTables.Problem(access.Organization, run.Id, problem))], default);
        var after = Advance([.. ready.Select(one => one.Change), .. met], problems.Count, read);
        await ImportTables.Runs.Update(act.Transaction, [ImportTables.Run(after)], default);
        foreach (var one in ready) act.Note(new EventDraft(one.Change.Known is null ? Imported : Changed, one.Change.Id.Value, detail: $"import:{run.Id}"));
        act.Note(new EventDraft(Advanced, count: read, detail: $"import:{run.Id}"));
        await act.Save(default);
        run.Take(after);
        return true;
    }

    // Keys are on the disk before anything sealed under them.
    private async Task<ContentKeys> Keys(List<IncidentChange> changed)
    {
        var made = await record.Vault.Make([.. changed.Where(change => change.Known is null).Select(change => change.Id.Value)], default);
        var found = await record.Vault.Find([.. changed.Where(change => change.Known is not null).Select(change => change.Id.Value)], default);
        return made.With(found);
    }

    private static async Task<ILookup<long, RecordedSourceRow>> Kept(PoliceContext rows, List<IncidentChange> changed, ContentKeys keys)
    {
        var ids = changed.Where(change => keys[change.Id.Value] is not null).SelectMany(change => change.Current).Select(row => row.Id).ToArray();
        var found = ids.Length == 0
            ? []
            : await rows.SourceRows.AsNoTracking().Where(row => EF.Parameter(ids).Contains(row.Id)).OrderBy(row => row.Id).ToListAsync();
        return found.ToLookup(row => row.Incident);
    }

    private List<SealedChange> Seal(List<IncidentChange> changed, ILookup<long, RecordedSourceRow> kept, ContentKeys keys, List<RowProblem> problems)
    {
        var ready = new SealedChange?[changed.Count];
        Parallel.For(0, changed.Count, new ParallelOptions { MaxDegreeOfParallelism = jobs }, at =>
        {
            var (change, heard) = (changed[at], new List<RowProblem>());
            if (keys[change.Id.Value] is { } key)
            {
                var before = change.Known is null ? [] : kept[change.Known.Row].Select(row => Open(key, change, row)).ToList();
                ready[at] = SealedChange.Of(change, before, key, making, heard);
            }
            else heard.AddRange(change.Added.Select(row => new RowProblem(
                row.Number, "", "an incident whose key was erased or is missing", "an incident that can be read; it is left as it is")));

            if (heard.Count == 0) return;
            lock (problems) problems.AddRange(heard);
        });
        return [.. ready.OfType<SealedChange>()];
    }

    private Incident Open(ContentKey key, IncidentChange change, RecordedSourceRow row) => key.Open(change.Id, row)?.ToIncident()
        ?? throw new RecordFault($"{record.Place}: found a sealed row that does not belong where it stands (row {row.Id}), expected what Credence wrote; see credence db verify.");

    private static async Task<bool> StillKept(Act<PoliceContext> act, List<SealedChange> ready)
    {
        var known = ready.Where(one => one.Change.Known is not null).Select(one => one.Change.Known!.Row).ToArray();
        if (known.Length == 0) return true;
        // Locks them in PostgreSQL until the end of the transaction; an embedded file is locked as a whole.
        await act.Rows.Incidents.Where(row => EF.Parameter(known).Contains(row.Row)).ExecuteUpdateAsync(set => set.SetProperty(row => row.LastImport, row => row.LastImport));
        return !await act.Rows.Incidents.AnyAsync(row => EF.Parameter(known).Contains(row.Row) && row.Content != ContentState.Kept);
    }

    private async Task Put(Act<PoliceContext> act, List<SealedChange> ready)
    {
        var added = ready.Where(one => one.Change.Known is null).ToList();
        var changed = ready.Where(one => one.Change.Known is not null).ToList();
        var places = await Places(act.Transaction, added.Count);
        var placed = added.Zip(places).Concat(changed.Select(one => (one, one.Change.Known!.Row))).ToList();
        await ImportTables.Incidents.Insert(act.Transaction, [.. added.Zip(places).Select(one => one.First.NewIncident(one.Second, access.Organization))], default);
        await ImportTables.ChangedIncidents.Update(act.Transaction, [.. changed.Select(one => one.ChangedIncident(one.Change.Known!.Row))], default);
        await ImportTables.Rows.Insert(
            act.Transaction,
            [.. placed.SelectMany(one => one.Item1.NewRows.Select(row => new object?[] { one.Item2, access.Organization.Value, row.Fingerprint, row.Content, run.Id, run.Id }))],
            default);
        await SearchIndex.Remove(act.Transaction, changed.Select(one => one.Change.Known!.Row), default);
        await SearchIndex.Add(act.Transaction, access.Organization, [.. placed.Select(one => (one.Item2, one.Item1.Tokens))], default);
    }

    // Places are asked for before the rows are written, because rows and tokens name them.
    private static async Task<List<long>> Places(DbTransaction transaction, int count)
    {
        await using var command = transaction is Npgsql.NpgsqlTransaction
            ? transaction.Command("""SELECT nextval(pg_get_serial_sequence('incidents', 'Row')) FROM generate_series(1, @count)""").Add("count", count)
            : transaction.Command("""SELECT COALESCE(MAX("Row"), 0) FROM incidents""");
        if (transaction is not Npgsql.NpgsqlTransaction)
        {
            var last = (long)(await command.ExecuteScalarAsync())!;
            return [.. Enumerable.Range(1, count).Select(next => last + next)];
        }

        var places = new List<long>(count);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) places.Add(reader.GetInt64(0));
        return places;
    }

    private ImportRun Advance(IReadOnlyList<IncidentChange> changes, int problems, int read) => run.After(
        read, changes.Sum(change => change.AddsIncident), changes.Sum(change => change.ChangesIncident), changes.Sum(change => change.LeavesIncident), problems);
}
