using Credence.Incidents;
using Credence.Statistics;

namespace Credence.Wording;

/// <summary>Counts flags over reports as they are read; its memory grows with units, not with reports.</summary>
public sealed class WordingTally
{
    private static readonly WordingKind[] Kinds = Enum.GetValues<WordingKind>();

    private readonly Dictionary<WordingUnit, Groups> _units = [];

    /// <summary>Adds a report whose wording could be read.</summary>
    /// <param name="incident">Says whose report it is.</param>
    /// <param name="result">What was flagged; a narrative that could not be read is left out.</param>
    /// <param name="isIndicated">True if the report suggests trafficking, or is coded as it.</param>
    public void Add(Incident incident, WordingResult result, bool isIndicated)
    {
        if (!result.WasRead) { return; }

        var unit = new WordingUnit(incident.Agency, incident.IdentifiedBy?.ToLowerInvariant());
        if (!_units.TryGetValue(unit, out var groups))
        {
            _units.Add(unit, groups = new Groups(new Group(), new Group()));
        }

        (isIndicated ? groups.Indicated : groups.Others).Add(result);
    }

    /// <summary>The comparison of every unit, small cells left out. There is no row for all units: it would give them away by subtraction.</summary>
    /// <param name="least">Counts below this and above zero are left out; 0 leaves out nothing, for whoever protects them by other means.</param>
    public IReadOnlyList<WordingRates> Rates(int least = SmallCells.Least) =>
    [
        .. _units.OrderBy(pair => pair.Key.Agency, StringComparer.Ordinal).ThenBy(pair => pair.Key.IdentifiedBy, StringComparer.Ordinal)
            .Select(pair => RatesOf(pair.Key, pair.Value.Indicated, pair.Value.Others, least)),
    ];

    private static WordingRates RatesOf(WordingUnit unit, Group indicated, Group others, int least) => new(
        unit, Told(indicated.Reports, least), Told(others.Reports, least),
        indicated.Reports < least || others.Reports < least
            ? []
            : [.. Kinds.Select(kind => (WordingKind?)kind).Prepend(null).Select(kind => RateOf(kind, indicated, others, least))]);

    private static int? Told(int reports, int least) => SmallCells.IsSmall(reports, least) ? null : reports;

    private static WordingRate RateOf(WordingKind? kind, Group indicated, Group others, int least)
    {
        var (first, second) = (indicated.Of(kind), others.Of(kind));
        var reports = new Contrast(new Proportion(first.With, indicated.Reports), new Proportion(second.With, others.Reports));
        return new WordingRate(kind, SmallCells.Holds(reports.First, least) || SmallCells.Holds(reports.Second, least)
            ? null
            : new WordingFigures(reports, PerThousand(first.Flags.Estimate()), PerThousand(second.Flags.Estimate()),
                PerThousand(RatioOfTotals.Difference(first.Flags, second.Flags))) { IndicatedFlags = OfWords(first.Flags), OthersFlags = OfWords(second.Flags) });
    }

    private static Proportion OfWords(RatioOfTotals flags) => new(checked((int)flags.Over), checked((int)flags.Under));

    private static Estimate PerThousand(Estimate perWord) => new(
        1000 * perWord.Value, new Interval(1000 * perWord.Interval.Low, 1000 * perWord.Interval.High));

    private sealed record Groups(Group Indicated, Group Others);

    /// <summary>Counts of one group of reports.</summary>
    private sealed class Group
    {
        private readonly Cell[] _cells = [.. Enumerable.Range(0, Kinds.Length + 1).Select(_ => new Cell())];

        public int Reports { get; private set; }

        public Cell Of(WordingKind? kind) => _cells[kind is { } one ? (int)one : Kinds.Length];

        public void Add(WordingResult result)
        {
            Reports++;
            foreach (var kind in Kinds)
            {
                Of(kind).Add(result.Flags.Count(flag => flag.Kind == kind), result.WordCount);
            }

            Of(null).Add(result.Flags.Count, result.WordCount);
        }
    }

    private sealed class Cell
    {
        public int With { get; private set; }

        public RatioOfTotals Flags { get; } = new();

        public void Add(int flags, int words)
        {
            With += flags > 0 ? 1 : 0;
            Flags.Add(flags, words);
        }
    }
}
