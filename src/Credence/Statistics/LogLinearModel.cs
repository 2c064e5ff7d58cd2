namespace Credence.Statistics;

/// <summary>
/// A Poisson log-linear model of a table of yes-no factors. Cells are numbered by the bits of their factors; a term is a set
/// of factors and applies to every cell that has all of them, so 0 is the intercept.
/// </summary>
public sealed class LogLinearModel
{
    private readonly bool[] _fitted;

    /// <summary>A model of the cells that are not left out; 0, the cell with no factor, may be one of those.</summary>
    /// <param name="factors">Number of factors, at most 16.</param>
    /// <param name="terms">Sets of factors, each once.</param>
    /// <param name="isLeftOut">True for a cell that cannot hold anything or is not observed.</param>
    public LogLinearModel(int factors, IReadOnlyList<int> terms, Predicate<int> isLeftOut)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(factors, 16);
        Factors = factors;
        Terms = [.. terms];
        _fitted = [.. Enumerable.Range(0, 1 << factors).Select(cell => !isLeftOut(cell))];
    }

    /// <summary>Number of factors.</summary>
    public int Factors { get; }

    /// <summary>The terms, in the order of the coefficients.</summary>
    public IReadOnlyList<int> Terms { get; }

    /// <summary>The cells that the model is fitted to.</summary>
    public IEnumerable<int> Cells => Enumerable.Range(0, _fitted.Length).Where(cell => _fitted[cell]);

    /// <summary>True if a term applies to a cell.</summary>
    public static bool Applies(int term, int cell) => (cell & term) == term;

    /// <summary>True if the coefficients are told apart by the cells, whatever the counts (full column rank).</summary>
    public bool IsIdentified() =>
        ExactProgram.Rank([.. Terms.Select(term => Cells.Select(cell => Applies(term, cell) ? 1 : 0).ToArray())]) == Terms.Count;

    /// <summary>
    /// True if the likelihood has its maximum at finite coefficients: the sufficient statistics lie inside their cone, that
    /// is, positive values for all cells exist that have the same margins (Fienberg and Rinaldo 2012, theorem 4.1).
    /// </summary>
    public bool HasFiniteMaximum(IReadOnlyList<int> counts)
    {
        var empty = Cells.Where(cell => counts[cell] == 0).ToList();
        var filled = Cells.Where(cell => counts[cell] > 0).ToList();
        return ExactProgram.CanBalance(
            [.. Terms.Select(term => empty.Select(cell => Applies(term, cell) ? 1 : 0).ToArray())],
            [.. Terms.Select(term => filled.Select(cell => Applies(term, cell) ? 1 : 0).ToArray())]);
    }

    /// <summary>
    /// Fits by Newton's method. Ask <see cref="HasFiniteMaximum"/> first: without a finite maximum it is null, or means nothing.
    /// </summary>
    public LogLinearFit? Fit(IReadOnlyList<int> counts) => new LogLinearSearch(this, _fitted, counts).Find();
}
