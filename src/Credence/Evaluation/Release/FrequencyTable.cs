namespace Credence.Evaluation.Release;

/// <summary>
/// How many people or incidents are in each combination of categories, with all margins. A cell has a count, is withheld, or is
/// a structural zero: a combination that cannot occur, which everybody knows.
/// </summary>
public sealed class FrequencyTable
{
    /// <summary>More variables than this make a table that nobody reads.</summary>
    public const int MostVariables = 4;

    /// <summary>More cells than this, margins included, are refused.</summary>
    public const int MostCells = 100_000;

    private readonly long?[] _counts;
    private readonly bool[] _impossible;
    private readonly int[] _strides;

    private FrequencyTable(IReadOnlyList<SpanningVariable> variables, long?[] counts, bool[] impossible)
    {
        (Variables, _counts, _impossible) = (variables, counts, impossible);
        _strides = StridesOf(variables);
    }

    /// <summary>What it is broken down by.</summary>
    public IReadOnlyList<SpanningVariable> Variables { get; }

    /// <summary>Cells, margins included; null where the count is withheld.</summary>
    public IReadOnlyList<long?> Counts => _counts;

    /// <summary>The cell of everybody.</summary>
    public int Whole => _counts.Length - 1;

    /// <summary>Cells that a table over these variables has, margins included.</summary>
    public static long CellsOf(IReadOnlyList<SpanningVariable> variables) =>
        variables.Aggregate(1L, (cells, variable) => cells * (variable.Categories.Count + 1));

    /// <summary>A table of counts of the finest cells; the margins are added up. Counts stand in the order of <see cref="CellOf"/>.</summary>
    /// <exception cref="ArgumentException">There are not as many counts as finest cells, or one is negative.</exception>
    public static FrequencyTable Of(IReadOnlyList<SpanningVariable> variables, IReadOnlyList<long> finest, IReadOnlySet<int>? impossible = null)
    {
        var table = new FrequencyTable(variables, new long?[CellsOf(variables)], new bool[CellsOf(variables)]);
        var next = 0;
        for (var cell = 0; cell < table._counts.Length; cell++)
        {
            if (!table.IsFinest(cell)) { continue; }

            if (next >= finest.Count || finest[next] < 0) { throw new ArgumentException($"Found {finest.Count} counts, expected one from 0 for each finest cell.", nameof(finest)); }

            table._impossible[cell] = impossible?.Contains(next) == true;
            table._counts[cell] = finest[next++];
        }

        return next == finest.Count ? table.WithMargins() : throw new ArgumentException($"Found {finest.Count} counts, expected {next}.", nameof(finest));
    }

    /// <summary>The number of a cell: a place for each variable, where the total stands behind the categories.</summary>
    public int CellOf(IReadOnlyList<int> places)
    {
        var cell = 0;
        for (var v = 0; v < _strides.Length; v++) { cell += places[v] * _strides[v]; }

        return cell;
    }

    /// <summary>The places of a cell, one for each variable.</summary>
    public int[] PlacesOf(int cell) => [.. Variables.Select((variable, v) => cell / _strides[v] % (variable.Total + 1))];

    /// <summary>Over how many variables the cell adds up; 0 is a finest cell.</summary>
    public int TotalsIn(int cell) => PlacesOf(cell).Where((place, v) => place == Variables[v].Total).Count();

    /// <summary>True if it adds up over nothing.</summary>
    public bool IsFinest(int cell) => TotalsIn(cell) == 0;

    /// <summary>True for a combination that cannot occur.</summary>
    public bool IsImpossible(int cell) => _impossible[cell];

    /// <summary>The same table without the counts of these cells.</summary>
    public FrequencyTable Withhold(IEnumerable<int> cells)
    {
        var counts = (long?[])_counts.Clone();
        foreach (var cell in cells) { counts[cell] = null; }

        return new FrequencyTable(Variables, counts, _impossible);
    }

    /// <summary>Every sum that holds: the cell of the total first, then the cells that it adds up.</summary>
    public IEnumerable<int[]> Lines() => Enumerable.Range(0, Variables.Count).SelectMany(LinesOver);

    /// <inheritdoc/>
    public override string ToString() => $"FrequencyTable({Variables.Count} variables, {_counts.Length} cells)";

    /// <summary>What a total adds up over the first variable that it can.</summary>
    internal int[] LineUnder(int total)
    {
        var places = PlacesOf(total);
        var v = Enumerable.Range(0, places.Length).First(v => places[v] == Variables[v].Total);
        return [.. Parts(total, v)];
    }

    internal static FrequencyTable Finished(IReadOnlyList<SpanningVariable> variables, long?[] counts, bool[] impossible) => new(variables, counts, impossible);

    private static int[] StridesOf(IReadOnlyList<SpanningVariable> variables)
    {
        var strides = new int[variables.Count];
        for (int v = variables.Count - 1, stride = 1; v >= 0; stride *= variables[v--].Total + 1) { strides[v] = stride; }

        return strides;
    }

    // One variable after the other, each over the totals of those before; a total over impossible cells alone is impossible too.
    private FrequencyTable WithMargins()
    {
        for (var v = 0; v < Variables.Count; v++)
        {
            foreach (var line in LinesOver(v).Where(line => PlacesOf(line[0]).Skip(v + 1).Select((place, u) => place < Variables[v + 1 + u].Total).All(isCategory => isCategory)))
            {
                _counts[line[0]] = line[1..].Sum(part => _counts[part]!.Value);
                _impossible[line[0]] = line[1..].All(part => _impossible[part]);
            }
        }

        return this;
    }

    private IEnumerable<int[]> LinesOver(int v) =>
        from cell in Enumerable.Range(0, _counts.Length)
        where cell / _strides[v] % (Variables[v].Total + 1) == Variables[v].Total
        select (int[])[cell, .. Parts(cell, v)];

    private IEnumerable<int> Parts(int total, int v) =>
        Enumerable.Range(0, Variables[v].Total).Select(place => total - ((Variables[v].Total - place) * _strides[v]));
}
