using Credence.Evaluation.Release;

namespace Credence.Disclosure;

/// <summary>
/// Attacks finished tables as a reader could, without knowing a withheld count: the interval of every withheld cell, and whether it
/// is as wide as promised.
/// </summary>
public static class ReleaseCheck
{
    /// <summary>The intervals; or why the tables cannot be finished ones.</summary>
    public static CheckOutcome Of(LinkedTables tables, CancellationToken cancellation = default)
    {
        var published = new Examination(tables).Published(new bool[tables.Cells.Count]);
        var cap = (2 * (published.Max(count => count ?? 0) + 1)) + (10 * tables.Rule.Threshold);
        using var attack = new Attack(tables, published);
        if (attack.IsContradicted) { return new Contradicted("found totals that are not the sum of their cells, expected tables that add up"); }

        var ranges = new List<CellRange>();
        for (var cell = 0; cell < published.Length; cell++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (published[cell] is not null) { continue; }

            if (Range(attack, tables, published, cell, cap) is not { } range)
            {
                return new Contradicted("found published counts that no withheld ones could add up to, expected tables that add up");
            }

            ranges.Add(range);
        }

        var bare = tables.Cells.Count(one => one is { Part: CellPart.Sensitive });
        return new Checked(ranges, bare);
    }

    private static CellRange? Range(Attack attack, LinkedTables tables, long?[] published, int cell, long cap)
    {
        if (attack.Least(cell) is not { } least || attack.Most(cell, cap) is not { } most) { return null; }

        var (low, high) = ((long)Math.Ceiling(least.Value - Attack.Tolerance), (long)Math.Floor(most.Value + Attack.Tolerance));
        var sureLow = attack.Seen.Least(cell) <= low ? low : WholeAttack.Look(tables, published, cell, -1, cap, attack.Seen);
        var sureHigh = attack.Seen.Most(cell) >= high ? high : WholeAttack.Look(tables, published, cell, 1, cap, attack.Seen);
        return sureLow is { } from && sureHigh is { } to ? Told(tables, cell, from, to, cap) : Undecided(tables, cell, (low, high), attack.Seen, cap);
    }

    /// <summary>
    /// Where whole counts could not be searched to the end: what was met is possible for certain, and may be enough for the promise; if not, the range in
    /// fractions is told, which is never narrower than that in whole counts, and does not count as kept.
    /// </summary>
    internal static CellRange Undecided(LinkedTables tables, int cell, (long Low, long High) fractions, SeenRanges seen, long cap) =>
        seen.Least(cell) <= seen.Most(cell) && Keeps(tables, cell, seen.Least(cell), seen.Most(cell))
            ? Told(tables, cell, seen.Least(cell), seen.Most(cell), cap)
            : Told(tables, cell, fractions.Low, fractions.High, cap) is var told && told.IsKept ? told with { IsKept = false, IsDecided = false } : told;

    private static CellRange Told(LinkedTables tables, int cell, long low, long high, long cap) => new(cell, low, high >= cap ? null : high, Keeps(tables, cell, low, high));

    // Newcomers are printed nowhere: it must not be certain that they are some, but few.
    private static bool Keeps(LinkedTables tables, int cell, long low, long high) => tables.Cells[cell].IsUnprinted
        ? high >= tables.Rule.Threshold || low < 1
        : high >= tables.Rule.Threshold && high - low >= tables.Rule.Span;
}

/// <summary>What a reader can figure out of a withheld cell.</summary>
/// <param name="Cell">Its number among all.</param>
/// <param name="Least">The least that it can hold.</param>
/// <param name="Most">The most; null where nothing limits it.</param>
/// <param name="IsKept">True if that is no more than promised.</param>
public sealed record CellRange(int Cell, long Least, long? Most, bool IsKept)
{
    /// <summary>False if it could not be searched to the end: the range is that in fractions, and nobody knows whether the promise is kept.</summary>
    public bool IsDecided { get; init; } = true;
}

/// <summary>What came of checking finished tables.</summary>
public abstract record CheckOutcome
{
    private protected CheckOutcome()
    {
    }
}

/// <summary>Tables that could be attacked.</summary>
/// <param name="Ranges">Every withheld cell.</param>
/// <param name="Bare">Small counts that are published.</param>
public sealed record Checked(IReadOnlyList<CellRange> Ranges, int Bare) : CheckOutcome
{
    /// <summary>True if no small count is published and of none more is told than promised.</summary>
    public bool IsKept => Bare == 0 && Ranges.All(range => range.IsKept);
}

/// <summary>Tables that contradict themselves.</summary>
/// <param name="Message">Found and expected.</param>
public sealed record Contradicted(string Message) : CheckOutcome;
