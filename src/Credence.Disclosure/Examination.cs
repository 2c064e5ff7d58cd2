using Credence.Evaluation.Release;

namespace Credence.Disclosure;

/// <summary>Holds a choice of withheld cells against the promise: which of them could be bounded too closely, and what would help.</summary>
internal sealed class Examination(LinkedTables tables)
{
    private readonly long _largest = tables.Cells.Max(cell => cell.Count ?? 0);

    private SuppressionRule Rule => tables.Rule;

    /// <summary>What everybody has if these cells are withheld.</summary>
    public long?[] Published(IReadOnlyList<bool> withheld) =>
        [.. tables.Cells.Select((cell, i) => withheld[i] || cell.Part == CellPart.Hidden ? null : cell.Count)];

    /// <summary>Every cell of which more is told than promised.</summary>
    public List<Gap> Gaps(IReadOnlyList<bool> withheld, CancellationToken cancellation) => Gaps(withheld, null, cancellation)!;

    /// <summary>The same, or null if the time was up before all were looked at: then nothing is proved.</summary>
    public List<Gap>? Gaps(IReadOnlyList<bool> withheld, SearchTime? time, CancellationToken cancellation)
    {
        var published = Published(withheld);
        using var attack = new Attack(tables, published);
        var gaps = new List<Gap>();
        for (var cell = 0; cell < published.Length; cell++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (time?.IsUp == true) { return null; }

            if (published[cell] is null && IsPromised(cell) && Gap(attack, published, withheld, cell) is { } gap) { gaps.Add(gap); }
        }

        return gaps;
    }

    // Who came since: nothing is promised of nobody, nor of a group that is large.
    private bool IsPromised(int cell) => tables.Cells[cell] is not { IsUnprinted: true, Count: { } count } || (count > 0 && count < Rule.Threshold);

    private Gap? Gap(Attack attack, long?[] published, IReadOnlyList<bool> withheld, int cell)
    {
        if (attack.Seen.Keeps(cell, Rule)) { return null; }

        var cap = Math.Max(Rule.Threshold, (tables.Cells[cell].Count ?? _largest) + Rule.Span);
        var most = Expected(attack.Most(cell, cap));
        if (IsOpenNewcomer(cell) && (most.Value >= Rule.Threshold - Attack.Tolerance || Expected(attack.Least(cell)).Value < 1 - Attack.Tolerance)) { return null; }

        if (most.Value < Rule.Threshold - Attack.Tolerance) { return Missing(withheld, cell, Rule.Threshold - most.Value, most); }

        var least = Expected(attack.Least(cell));
        var span = most.Value - least.Value;
        if (span < Rule.Span - Attack.Tolerance) { return Missing(withheld, cell, Rule.Span - span, most, least); }

        return IsKeptInWholeCounts(attack, published, cell, (long)cap) ? null : new Gap(cell, null, 1);
    }

    // Not even the one who publishes knows how many came since: it must not be certain that they are some, but few.
    private bool IsOpenNewcomer(int cell) => tables.Cells[cell] is { IsUnprinted: true, Count: null };

    private bool IsKeptInWholeCounts(Attack attack, long?[] published, int cell, long cap)
    {
        if (attack.Seen.Keeps(cell, Rule)) { return true; }

        WholeAttack.Look(tables, published, cell, 1, cap, attack.Seen);
        WholeAttack.Look(tables, published, cell, -1, cap, attack.Seen);
        return attack.Seen.Keeps(cell, Rule);
    }

    // A capacity cut (Fischetti and Salazar 2000): an open cell helps by what it could move times what its moving is worth.
    private Gap Missing(IReadOnlyList<bool> withheld, int cell, double missing, params ReadOnlySpan<Reach> reaches)
    {
        var weights = new double[tables.Cells.Count];
        var needed = missing;
        for (var i = 0; i < weights.Length; i++)
        {
            if (tables.Cells[i].Part != CellPart.Open || i == cell) { continue; }

            foreach (var reach in reaches) { weights[i] += WeightOf(i, reach.Pull[i], withheld[i]); }

            if (withheld[i]) { needed += weights[i]; }
        }

        return new Gap(cell, weights, needed);
    }

    private double WeightOf(int cell, double pull, bool withheld) => pull switch
    {
        > Attack.Tolerance => withheld ? 0 : double.PositiveInfinity,
        < -Attack.Tolerance => -pull * (tables.Cells[cell].Count!.Value - Rule.Floor),
        _ => 0,
    };

    private static Reach Expected(Reach? reach) => reach ?? throw new InvalidOperationException("Found no counts that fit the published ones, expected at least the true ones.");
}
