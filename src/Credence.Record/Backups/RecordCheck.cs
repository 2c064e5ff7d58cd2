using Credence.Record.Events;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Backups;

/// <summary>What a check of a whole record says.</summary>
/// <param name="Chain">The chain of events, or null if damage kept it from being read.</param>
/// <param name="Sealed">Sealed values that were opened.</param>
/// <param name="Erased">Sealed values whose key is erased, and whose row says so.</param>
/// <param name="Problems">What is wrong and where, one sentence each; ids and codes only.</param>
public sealed record RecordCheck(ChainCheck? Chain, long Sealed, long Erased, IReadOnlyList<string> Problems)
{
    private const int MostOfAKind = 100;

    /// <summary>Checks everything; what is wrong in one place does not keep it from looking at the others.</summary>
    public static async Task<RecordCheck> Of(Steward record, CancellationToken cancellation)
    {
        var problems = new List<string>();
        await Look(record, problems, () => Damage(record, problems, cancellation));
        ChainCheck? chain = null;
        await Look(record, problems, async () => chain = await Chained(record, problems, cancellation));
        var (opened, erased) = (0L, 0L);
        await Look(record, problems, async () => (opened, erased) = await Seals(record, problems, cancellation));
        await Look(record, problems, () => References(record, problems, cancellation));
        return new RecordCheck(chain, opened, erased, problems);
    }

    private static async Task Look(Steward record, List<string> problems, Func<Task> look)
    {
        try
        {
            await look();
        }
        // One without a cause below it says that this is no place to look at, such as another record's ring.
        catch (Exception e) when (RecordFault.Of(e, record.Place) is { InnerException: not null } fault)
        {
            if (!problems.Contains(fault.Message)) problems.Add(fault.Message);
        }
    }

    private static async Task Damage(Steward record, List<string> problems, CancellationToken cancellation)
    {
        await using var rows = record.Enter();
        await rows.Database.OpenConnectionAsync(cancellation);
        await using var command = rows.Database.GetDbConnection().Command(record.Dialect.FindDamage);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            // What SQLite says may be long; it names pages, rows and indexes, never a value.
            if (reader.GetString(0) is not "ok" and var found) problems.Add($"The database: found damage ({found.ReplaceLineEndings(" ")}), expected none.");
        }
    }

    private static async Task<ChainCheck> Chained(Steward record, List<string> problems, CancellationToken cancellation)
    {
        var chain = await record.CheckChain(cancellation);
        problems.AddRange(chain.Breaks.Select(Sentence));
        return chain;
    }

    /// <summary>What a break of the chain means.</summary>
    public static string Sentence(ChainBreak broken) => broken.Fault switch
    {
        ChainFault.Edited => $"Event {broken.Sequence}: found fields that were changed after it was written, expected those that its hash was made of.",
        ChainFault.RemovedOrReordered => $"Event {broken.Sequence}: found another event before it than it says, expected the chain without gap and in order.",
        ChainFault.Forged => $"Event {broken.Sequence}: found a seal or hash that this record's key or a witness does not know, expected its own.",
        _ => $"Event {broken.Sequence}: found the chain ended before it, expected what a witness has seen.",
    };

    private static async Task<(long Opened, long Erased)> Seals(Steward record, List<string> problems, CancellationToken cancellation)
    {
        await using var rows = record.Enter();
        var (opened, erased, bad) = (0L, 0L, 0);
        await foreach (var some in Chunks(record.Content.SealedValues(rows), 500, cancellation))
        {
            using var keys = await record.Vault.Find([.. some.Select(value => value.Key).Distinct()], cancellation);
            foreach (var value in some)
            {
                var problem = Problem(value, keys[value.Key]);
                if (problem is null) _ = value.State is ContentState.Erased ? erased++ : opened++;
                else if (bad++ < MostOfAKind) problems.Add($"{value.Table}, {value.Place.Field} of {value.Place.Subject}, row {value.Place.Row}: {problem}");
            }
        }

        if (bad > MostOfAKind) problems.Add($"Sealed values: found {bad - MostOfAKind} more that are wrong, expected none.");
        return (opened, erased);
    }

    private static string? Problem(SealedValue value, ContentKey? key) => (value.State, key) switch
    {
        (ContentState.Erased, null) => null,
        (ContentState.Erased, not null) => "found a row that says erased and a key that is still there, expected no key.",
        (ContentState.Erasing, null) => "found an erasure that was begun and not finished, expected it to be finished when the record is opened for work.",
        (_, null) => "found no key, or one that this ring does not open, expected one: its content cannot be read.",
        _ => key.TryOpen(value.Bytes, value.Place) is null ? "found bytes that do not open for this row, expected those that were sealed for it." : null,
    };

    private static async IAsyncEnumerable<List<SealedValue>> Chunks(
        IAsyncEnumerable<SealedValue> values, int size, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var some = new List<SealedValue>(size);
        await foreach (var value in values.WithCancellation(cancellation))
        {
            some.Add(value);
            if (some.Count < size) continue;
            yield return some;
            some = new List<SealedValue>(size);
        }

        if (some.Count > 0) yield return some;
    }

    private static async Task References(Steward record, List<string> problems, CancellationToken cancellation)
    {
        await using var rows = record.Enter();
        await rows.Database.OpenConnectionAsync(cancellation);
        foreach (var (table, principal, columns) in RecordTable.References(rows))
        {
            var isSet = string.Join(" AND ", columns.Select(pair => $"one.{RecordTable.Quoted(pair.Column)} IS NOT NULL"));
            var isNamed = string.Join(" AND ", columns.Select(pair => $"other.{RecordTable.Quoted(pair.Names)} = one.{RecordTable.Quoted(pair.Column)}"));
            await using var command = rows.Database.GetDbConnection().Command(
                $"SELECT COUNT(*) FROM {RecordTable.Quoted(table)} AS one WHERE {isSet} AND NOT EXISTS (SELECT 1 FROM {RecordTable.Quoted(principal)} AS other WHERE {isNamed})");
            var lost = Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), System.Globalization.CultureInfo.InvariantCulture);
            if (lost > 0) problems.Add($"{table}: found {lost} rows whose {string.Join(", ", columns.Select(pair => pair.Column))} names nothing in {principal}, expected none.");
        }
    }
}
