using Credence.Evaluation.Measures;
using Credence.Evaluation.Release;

namespace Credence.Disclosure;

/// <summary>
/// The tables behind all measures of one population at one site, with small counts withheld together: what one measure withholds
/// must not be told by another.
/// </summary>
public sealed class ProtectedTables
{
    private readonly DecidedTables _decided = new();

    private ProtectedTables()
    {
    }

    /// <summary>The tables as they are told, those that cannot be told left out.</summary>
    public IReadOnlyList<FrequencyTable> Published => _decided.Published;

    /// <summary>Cells of all tables, and how many of them are withheld.</summary>
    public (int Cells, int Withheld) Size => _decided.Size;

    /// <summary>
    /// Protects the measures of one root population, table by table in the order of the catalog, sites as wholes before any group:
    /// what comes first loses nothing to what comes later. A table that cannot be told without giving something away is not told.
    /// </summary>
    /// <param name="measures">Measures of one root population.</param>
    /// <param name="rows">The incidents of one site.</param>
    /// <param name="k">The smallest count that may be told.</param>
    /// <param name="cancellation">Stops it.</param>
    public static ProtectedTables Of(IReadOnlyList<Measure> measures, IReadOnlyList<MeasureRow> rows, int k, CancellationToken cancellation) =>
        Of(measures, [.. rows.Select(row => new MeasureKind(row, 1))], k, cancellation);

    /// <summary>The same over incidents that come as kinds.</summary>
    /// <param name="measures">Measures of one root population.</param>
    /// <param name="kinds">The incidents of one site.</param>
    /// <param name="k">The smallest count that may be told.</param>
    /// <param name="cancellation">Stops it.</param>
    public static ProtectedTables Of(IReadOnlyList<Measure> measures, IReadOnlyList<MeasureKind> kinds, int k, CancellationToken cancellation)
    {
        var root = MeasureCatalog.All.Select(measure => measure.Population).First(population => population.Id == measures[0].Population.Root);
        var members = kinds.SelectMany(kind => root.In(kind.Row).Select(one => (one, kind.Count))).ToList();
        var tables = measures.Where(measure => measure.SumOf is null).SelectMany(measure => measure.By.Prepend(Breakdown.None).Select(by => (measure.IsFirst, By: by, Table: new MeasureTable(measure, by))))
            .OrderBy(table => (table.By == Breakdown.None ? 0 : 2) + (table.IsFirst ? 0 : 1)).DistinctBy(table => table.Table.Name).Select(table => table.Table).ToList();
        var protect = new ProtectedTables();
        foreach (var table in members.Count == 0 ? [] : tables) protect._decided.Decide(table.Name, table.Count(members), new SuppressionRule(k), cancellation);
        return protect;
    }

    /// <summary>Decides how many incidents each stratum of a sample has, after the measures of all incidents; the strata that may be told.</summary>
    /// <param name="rows">The incidents of the same site.</param>
    /// <param name="k">The smallest count that may be told.</param>
    /// <param name="cancellation">Stops it.</param>
    public IReadOnlySet<string> DecideStrata(IReadOnlyList<MeasureRow> rows, int k, CancellationToken cancellation)
    {
        _decided.Decide(StratumTable.Name, StratumTable.Of(rows), new SuppressionRule(k), cancellation);
        return _decided.Find(StratumTable.Name) is { } published ? StratumTable.Told(published, rows) : new HashSet<string>();
    }

    /// <summary>Which of a group's counts may be told: those of the answers, of the answers not known, and of all in the population.</summary>
    public bool[] Told(MeasuredGroup group)
    {
        var measure = group.Measure.SumOf is { } of ? MeasureCatalog.Find(of)! : group.Measure;
        var table = new MeasureTable(measure, group.By);
        if (_decided.Find(table.Name) is not { } published) return new bool[group.Measure.Answers.Count + 2];
        var told = table.CellsOf(published, group.Group).Select(cell => cell is null || published.Counts[cell.Value] is not null).ToArray();
        // Sums are told only where all that they add up is.
        return group.Measure.SumOf is null ? told : [.. Enumerable.Repeat(told.All(one => one), group.Measure.Answers.Count + 2)];
    }
}

/// <summary>The table in which one measure stands, for a site as a whole or by groups.</summary>
internal sealed class MeasureTable
{
    private readonly Measure _measure;
    private readonly Breakdown _by;
    private readonly MeasureAxis? _within;
    private readonly MeasureAxis _along;

    // The coarser axis goes along, so that yes is the same cell in every table.
    private readonly MeasureAxis? _coarse;

    public MeasureTable(Measure measure, Breakdown by)
    {
        (_measure, _by) = (measure, by);
        _within = measure.Population.Within
            ?? (measure.Population.WithinMeasure is { } id ? MeasureAxis.OfItsOwn(MeasureCatalog.Find(id)!) : null);
        _along = measure.Along ?? MeasureAxis.OfItsOwn(measure);
        _coarse = _along == MeasureAxis.Victim ? MeasureAxis.Sees : null;
    }

    /// <summary>What it is broken down by; measures with the same name share the table.</summary>
    public string Name => string.Join('×', Axes.Select(axis => axis.Id).Append(_by == Breakdown.None ? "" : _by.ToString()).Order(StringComparer.Ordinal));

    private IEnumerable<MeasureAxis> Axes => new[] { _within, _along, _coarse }.OfType<MeasureAxis>().OrderBy(axis => axis.Id, StringComparer.Ordinal);

    public FrequencyTable Count(IReadOnlyList<(Counted One, long Count)> members)
    {
        var axes = Axes.ToList();
        var variables = axes.ConvertAll(axis => new SpanningVariable(axis.Id, axis.Categories));
        if (_by != Breakdown.None)
        {
            var groups = members.Select(member => member.One.GroupBy(_by)).Distinct().Order(StringComparer.Ordinal).ToList();
            variables.Insert(0, new SpanningVariable(_by.ToString(), groups));
            axes.Insert(0, new MeasureAxis(_by.ToString(), groups, one => one.GroupBy(_by)));
        }

        var counts = new long[variables.Aggregate(1, (cells, variable) => cells * variable.Categories.Count)];
        foreach (var (one, count) in members)
        {
            var cell = 0;
            for (var v = 0; v < variables.Count; v++) cell = (cell * variables[v].Categories.Count) + variables[v].PlaceOf(axes[v].ValueOf(one))!.Value;
            counts[cell] += count;
        }

        return FrequencyTable.Of(variables, counts, Impossible(variables));
    }

    /// <summary>The cells of each answer in a group, of the answers not known, and of all in the population; null where there is none such.</summary>
    public IReadOnlyList<int?> CellsOf(FrequencyTable table, string group) =>
        [.. (_measure.AlongValues ?? _measure.Answers).Append(MeasureAxis.NotKnown).Append(null).Select(value => CellOf(table, group, value))];

    // No value stands for the total over them.
    private int? CellOf(FrequencyTable table, string group, string? value)
    {
        var places = new List<int>();
        foreach (var variable in table.Variables)
        {
            var wanted = variable.Name == _along.Id ? value
                : variable.Name == _coarse?.Id ? CoarseOf(value)
                : variable.Name == _within?.Id ? _measure.Population.WithinValue
                : group;
            if (wanted is null) places.Add(variable.Total);
            else if (variable.PlaceOf(wanted) is { } place) places.Add(place);
            else return null;
        }

        return table.CellOf(places);
    }

    private static string? CoarseOf(string? value) => value is null or MeasureWords.Yes ? value : MeasureWords.No;

    // What is outside a population has no answer, and what is inside has one; what the finer axis says, the coarser says: everybody knows.
    private HashSet<int> Impossible(List<SpanningVariable> variables)
    {
        string? In(int cell, MeasureAxis? axis) =>
            variables.FindIndex(variable => variable.Name == axis?.Id) is var place and >= 0 ? variables[place].Categories[PlaceIn(variables, cell, place)] : null;
        bool Cannot(int cell) => _coarse is not null ? In(cell, _coarse) != CoarseOf(In(cell, _along))
            : _measure.Along is null && In(cell, _along) == MeasureAxis.Outside == (_within is null || In(cell, _within) == _measure.Population.WithinValue);
        return [.. Enumerable.Range(0, variables.Aggregate(1, (all, variable) => all * variable.Categories.Count)).Where(Cannot)];
    }

    private static int PlaceIn(List<SpanningVariable> variables, int cell, int v)
    {
        for (var u = variables.Count - 1; u > v; u--) cell /= variables[u].Categories.Count;
        return cell % variables[v].Categories.Count;
    }
}
