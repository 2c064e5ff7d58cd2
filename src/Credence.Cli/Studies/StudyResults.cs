using Credence.Disclosure;
using Credence.Evaluation.Measures;

namespace Credence.Cli.Studies;

/// <summary>Every figure of a study: the measures of every site in every breakdown, with what may be told.</summary>
internal sealed class StudyResults
{
    private readonly List<ToldGroup> _groups = [];
    private readonly List<IReadOnlySet<string>> _strata = [];

    /// <summary>In the order of the catalog, then of the sites, then of the breakdowns.</summary>
    public IReadOnlyList<ToldGroup> Groups => _groups;

    public required IReadOnlyList<string> Sites { get; init; }

    /// <summary>For each site the strata of its sample whose sizes may be told.</summary>
    public IReadOnlyList<IReadOnlySet<string>> Strata => _strata;

    /// <summary>Cells of the tables, and how many of them are withheld.</summary>
    public int Cells { get; private set; }

    public int Withheld { get; private set; }

    public static StudyResults Of(IReadOnlyList<string> sites, IReadOnlyList<IReadOnlyList<MeasureRow>> rows, int k, CancellationToken cancellation)
    {
        var results = new StudyResults { Sites = sites };
        var found = new List<ToldGroup>();
        for (var site = 0; site < sites.Count; site++)
        {
            foreach (var root in MeasureCatalog.All.Where(measure => measure.Basis != MeasureBasis.ServiceSide).GroupBy(measure => measure.Population.Root))
                found.AddRange(results.Protect([.. root], sites[site], rows[site], k, cancellation));
        }

        var order = MeasureCatalog.All.Select((measure, place) => (measure.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place);
        results._groups.AddRange(found.OrderBy(told => order[told.Group.Measure.Id]).ThenBy(told => told.Group.By == Breakdown.None ? 0 : 1));
        return results;
    }

    /// <summary>The sites as wholes, in their order.</summary>
    public IReadOnlyList<ToldGroup> Whole(Measure measure) => [.. Groups.Where(told => told.Group.Measure == measure && told.Group.By == Breakdown.None)];

    public IReadOnlyList<ToldGroup> By(Measure measure, Breakdown by) => [.. Groups.Where(told => told.Group.Measure == measure && told.Group.By == by)];

    /// <summary>True if a breakdown says nothing: what it goes by is recorded at no site.</summary>
    public static bool AreUnrecorded(IReadOnlyList<ToldGroup> groups) => groups.All(told => told.Group.IsNotMeasured || told.Group.Group == MeasureWords.NotRecorded);

    private IEnumerable<ToldGroup> Protect(IReadOnlyList<Measure> measures, string site, IReadOnlyList<MeasureRow> rows, int k, CancellationToken cancellation)
    {
        var groups = measures.SelectMany(measure => measure.By.Prepend(Breakdown.None).SelectMany(by => MeasuredGroup.InEvery(measure, site, rows, by))).ToList();
        // What nobody coded has no table; so that an empty column does not cost others their figures.
        var measured = groups.Where(group => !group.IsNotMeasured).Select(group => group.Measure).Distinct().ToList();
        var tables = measured.Count == 0 ? null : ProtectedTables.Of(measured, rows, k, cancellation);
        if (measures[0].Population.Root == MeasurePopulation.Incidents.Id) _strata.Add(tables?.DecideStrata(rows, k, cancellation) ?? new HashSet<string>());
        if (tables is not null) (Cells, Withheld) = (Cells + tables.Size.Cells, Withheld + tables.Size.Withheld);
        return groups.Select(group => new ToldGroup(group, tables?.Told(group) ?? new bool[group.Counts.Count + 2]));
    }
}
