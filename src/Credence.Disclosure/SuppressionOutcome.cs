using Credence.Evaluation.Release;

namespace Credence.Disclosure;

/// <summary>How long the best choice is looked for; not a time, so that the same tables give the same release on every machine.</summary>
/// <param name="Rounds">How often a choice is made and attacked.</param>
/// <param name="Nodes">How many branches of the search one choice may take.</param>
public sealed record Effort(int Rounds, int Nodes)
{
    /// <summary>Enough for the tables of an agency.</summary>
    public static readonly Effort Usual = new(40, 60);

    /// <summary>So many times as much.</summary>
    public Effort Times(int factor) => new(Rounds * factor, Nodes * factor);
}

/// <summary>What came of looking for what to withhold.</summary>
public abstract record SuppressionOutcome
{
    private protected SuppressionOutcome()
    {
    }
}

/// <summary>A choice that keeps the promise.</summary>
/// <param name="Tables">The tables with their counts.</param>
/// <param name="Withheld">For each cell, whether it is withheld.</param>
/// <param name="Bound">No choice that keeps the promise loses less than this.</param>
public sealed record Suppressed(LinkedTables Tables, IReadOnlyList<bool> Withheld, int Bound) : SuppressionOutcome
{
    /// <summary>True if a bound in time ended the search: another machine, or another day, may withhold less.</summary>
    public bool IsStopped { get; init; }

    /// <summary>True if no choice that keeps the promise loses less; else a better one may exist.</summary>
    public bool IsSmallest => Bound >= Loss;

    /// <summary>Cells withheld for their own sake. Not to be published: it tells how many of the withheld ones are small.</summary>
    public int Primary => Tables.Cells.Count(cell => cell.Part == CellPart.Sensitive);

    /// <summary>Cells withheld to protect those.</summary>
    public int Secondary => Withheld.Count(one => one) - Primary;

    /// <summary>What is lost besides the sensitive cells: one for a cell, one more for each variable that it adds up.</summary>
    public int Loss => Tables.Cells.Where((cell, i) => Withheld[i] && cell.Part == CellPart.Open).Sum(cell => cell.Loss);

    /// <summary>The tables as they may be published.</summary>
    public IReadOnlyList<FrequencyTable> Published => Tables.Withhold(Withheld);
}

/// <summary>No choice keeps the promise.</summary>
/// <param name="Message">Found and expected, without a count or a category.</param>
public sealed record CannotProtect(string Message) : SuppressionOutcome;
