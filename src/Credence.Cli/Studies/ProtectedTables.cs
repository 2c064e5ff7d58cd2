using Credence.Disclosure;
using Credence.Evaluation.Measures;
using Credence.Evaluation.Release;

namespace Credence.Cli.Studies;

/// <summary>
/// The tables behind all measures of one population at one site, with small counts withheld together: what one measure withholds
/// must not be told by another.
/// </summary>
internal sealed class ProtectedTables
{
    // A report is made again and again: the promise is kept with any effort, only what is lost may be more.
    private static readonly Effort Quick = new(4, 10);

    private readonly Dictionary<string, FrequencyTable> _published = new(StringComparer.Ordinal);

    /// <summary>Why nothing of this population is told, or null.</summary>
    public string? Refused { get; private init; }

    /// <summary>Cells of all tables, and how many of them are withheld.</summary>
    public (int Cells, int Withheld) Size => (_published.Values.Sum(table => table.Counts.Count), _published.Values.Sum(table => table.Counts.Count(count => count is null)));

    /// <summary>Protects the measures of one root population.</summary>
    public static ProtectedTables Of(IReadOnlyList<Measure> measures, IReadOnlyList<MeasureRow> rows, int k, CancellationToken cancellation)
    {
        var root = MeasureCatalog.All.Select(measure => measure.Population).First(population => population.Id == measures[0].Population.Root && population.Root == population.Id);
        var members = rows.SelectMany(root.In).ToList();
        var tables = measures.Where(measure => measure.SumOf is null).SelectMany(measure => measure.By.Prepend(Breakdown.None).Select(by => new MeasureTable(measure, by)))
            .DistinctBy(table => table.Name).ToDictionary(table => table.Name, table => table.Count(members));
        if (members.Count == 0) return new ProtectedTables();
        return LinkedTables.Of([.. tables.Values], new SuppressionRule(k)) switch
        {
            Linked linked => Suppressor.Suppress(linked.Tables, Quick, cancellation) switch
            {
                Suppressed found => new ProtectedTables([.. tables.Keys], found.Published),
                CannotProtect other => new ProtectedTables { Refused = other.Message },
                _ => throw new System.Diagnostics.UnreachableException(),
            },
            Unlinkable other => throw new InvalidOperationException(other.Message),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private ProtectedTables()
    {
    }

    private ProtectedTables(List<string> names, IReadOnlyList<FrequencyTable> published)
    {
        for (var i = 0; i < names.Count; i++) _published.Add(names[i], published[i]);
    }

    /// <summary>Which of a group's counts may be told: those of the answers, then of the answers not known.</summary>
    public bool[] Told(MeasuredGroup group)
    {
        var measure = group.Measure.SumOf is { } of ? MeasureCatalog.Find(of)! : group.Measure;
        var table = new MeasureTable(measure, group.By);
        if (!_published.TryGetValue(table.Name, out var published)) return new bool[group.Measure.Answers.Count + 1];
        var told = table.CellsOf(published, group.Group).Select(cell => cell is null || published.Counts[cell.Value] is not null).ToArray();
        // Sums are told only where all that they add up is.
        return group.Measure.SumOf is null ? told : [.. Enumerable.Repeat(told.All(one => one), group.Measure.Answers.Count + 1)];
    }
}

/// <summary>The table in which one measure stands, for a site as a whole or by groups.</summary>
internal sealed class MeasureTable
{
    private readonly Measure _measure;
    private readonly Breakdown _by;
    private readonly MeasureAxis? _within;
    private readonly MeasureAxis _along;

    public MeasureTable(Measure measure, Breakdown by)
    {
        (_measure, _by) = (measure, by);
        _within = measure.Population.Within
            ?? (measure.Population.WithinMeasure is { } id ? MeasureAxis.OfItsOwn(MeasureCatalog.Find(id)!) : null);
        _along = measure.Along ?? MeasureAxis.OfItsOwn(measure);
    }

    /// <summary>What it is broken down by; measures with the same name share the table.</summary>
    public string Name => string.Join('×', new[] { _by == Breakdown.None ? null : _by.ToString(), _within?.Id, _along.Id }.OfType<string>().Order(StringComparer.Ordinal));

    private IEnumerable<MeasureAxis> Axes => new[] { _within, _along }.OfType<MeasureAxis>().OrderBy(axis => axis.Id, StringComparer.Ordinal);

    public FrequencyTable Count(IReadOnlyList<Counted> members)
    {
        var axes = Axes.ToList();
        var variables = axes.ConvertAll(axis => new SpanningVariable(axis.Id, axis.Categories));
        if (_by != Breakdown.None)
        {
            var groups = members.Select(one => one.GroupBy(_by)).Distinct().Order(StringComparer.Ordinal).ToList();
            variables.Insert(0, new SpanningVariable(_by.ToString(), groups));
            axes.Insert(0, new MeasureAxis(_by.ToString(), groups, one => one.GroupBy(_by)));
        }

        var counts = new long[variables.Aggregate(1, (cells, variable) => cells * variable.Categories.Count)];
        foreach (var one in members)
        {
            var cell = 0;
            for (var v = 0; v < variables.Count; v++) cell = (cell * variables[v].Categories.Count) + variables[v].PlaceOf(axes[v].ValueOf(one))!.Value;
            counts[cell]++;
        }

        return FrequencyTable.Of(variables, counts, Impossible(variables));
    }

    /// <summary>The cells of each answer in a group, then of the answers not known; null where there is none such.</summary>
    public IReadOnlyList<int?> CellsOf(FrequencyTable table, string group) =>
        [.. (_measure.AlongValues ?? _measure.Answers).Append(MeasureAxis.NotKnown).Select(value => CellOf(table, group, value))];

    private int? CellOf(FrequencyTable table, string group, string value)
    {
        var places = new List<int>();
        foreach (var variable in table.Variables)
        {
            var wanted = variable.Name == _along.Id ? value : variable.Name == _within?.Id ? _measure.Population.WithinValue : group;
            if (variable.PlaceOf(wanted) is not { } place) return null;
            places.Add(place);
        }

        return table.CellOf(places);
    }

    // What is outside a population has no answer, and what is inside has one: everybody knows.
    private HashSet<int> Impossible(List<SpanningVariable> variables)
    {
        var (along, within) = (variables.FindIndex(variable => variable.Name == _along.Id), variables.FindIndex(variable => variable.Name == _within?.Id));
        var impossible = new HashSet<int>();
        if (_measure.Along is not null) return impossible;
        var cells = variables.Aggregate(1, (all, variable) => all * variable.Categories.Count);
        for (var cell = 0; cell < cells; cell++)
        {
            var isOutside = PlaceIn(variables, cell, along) == variables[along].PlaceOf(MeasureAxis.Outside);
            var isInside = within < 0 || PlaceIn(variables, cell, within) == variables[within].PlaceOf(_measure.Population.WithinValue);
            if (isOutside == isInside) impossible.Add(cell);
        }

        return impossible;
    }

    private static int PlaceIn(List<SpanningVariable> variables, int cell, int v)
    {
        for (var u = variables.Count - 1; u > v; u--) cell /= variables[u].Categories.Count;
        return cell % variables[v].Categories.Count;
    }
}
