using Credence.Statistics;

namespace Credence.Evaluation.Measures;

/// <summary>A measure in one group of one site: counts of every answer, and a share for each that is told.</summary>
public sealed record MeasuredGroup
{
    /// <summary>The measure.</summary>
    public required Measure Measure { get; init; }

    /// <summary>The site.</summary>
    public required string Site { get; init; }

    /// <summary>By what the site is broken down.</summary>
    public required Breakdown By { get; init; }

    /// <summary>The group.</summary>
    public required string Group { get; init; }

    /// <summary>How many gave each answer, in the order of the measure; of readings, how many that were read.</summary>
    public required IReadOnlyList<int> Counts { get; init; }

    /// <summary>How many are in the population and their answer is not known; in no share.</summary>
    public required int Unknown { get; init; }

    /// <summary>A share for each answer that is told.</summary>
    public required IReadOnlyList<MeasuredShare> Shares { get; init; }

    /// <summary>The denominator: all whose answer is known.</summary>
    public int Of => Counts.Sum();

    /// <summary>True if nothing is known of anybody in it: then it is not measured.</summary>
    public bool IsNotMeasured => Of == 0;

    /// <summary>Every group of a site, those of a breakdown in the order of their names; the site as a whole even if it is empty.</summary>
    public static IReadOnlyList<MeasuredGroup> InEvery(Measure measure, string site, IReadOnlyList<MeasureRow> rows, Breakdown by)
    {
        var answered = rows.SelectMany(row => measure.Population.In(row)).Select(one => (One: one, Group: one.GroupBy(by), Answer: measure.AnswerOf(one))).ToList();
        var names = by == Breakdown.None ? [MeasureWords.All] : answered.Select(one => one.Group).Distinct().Order(StringComparer.Ordinal).ToList();
        return [.. names.Select(name => In(measure, site, rows, by, name, [.. answered.Where(one => one.Group == name).Select(one => (one.One, one.Answer))]))];
    }

    /// <summary>Every group of a measure of the record, over incidents that come as kinds: what measures cannot tell apart is counted together.</summary>
    public static IReadOnlyList<MeasuredGroup> InEvery(Measure measure, string site, IReadOnlyList<MeasureKind> kinds, Breakdown by)
    {
        var answers = by == Breakdown.None ? new SortedDictionary<string, Dictionary<string, long>>(StringComparer.Ordinal) { [MeasureWords.All] = [] } : new(StringComparer.Ordinal);
        foreach (var (row, count) in kinds)
        {
            foreach (var one in measure.Population.In(row))
            {
                var group = one.GroupBy(by);
                if (!answers.TryGetValue(group, out var counts)) answers[group] = counts = [];
                var answer = measure.AnswerOf(one) ?? NotKnown;
                counts[answer] = counts.GetValueOrDefault(answer) + count;
            }
        }

        return [.. answers.Select(group => In(measure, site, by, group.Key, group.Value))];
    }

    // No answer is empty.
    private const string NotKnown = "";

    private static MeasuredGroup In(Measure measure, string site, Breakdown by, string name, Dictionary<string, long> counts)
    {
        int[] told = [.. measure.Answers.Select(answer => checked((int)counts.GetValueOrDefault(answer)))];
        return new()
        {
            Measure = measure, Site = site, By = by, Group = name, Counts = told, Unknown = checked((int)counts.GetValueOrDefault(NotKnown)),
            Shares = [.. measure.Answers.Take(measure.Told).Select((answer, place) => MeasuredShare.OfRecord(answer, new Proportion(told[place], told.Sum())))],
        };
    }

    private static MeasuredGroup In(Measure measure, string site, IReadOnlyList<MeasureRow> rows, Breakdown by, string name, List<(Counted One, string? Answer)> members) => new()
    {
        Measure = measure, Site = site, By = by, Group = name,
        Counts = [.. measure.Answers.Select(answer => members.Count(one => one.Answer == answer))],
        Unknown = members.Count(one => one.Answer is null),
        Shares = [.. measure.Answers.Take(measure.Told).Select(answer => measure.Basis == MeasureBasis.Readings
            ? MeasuredShare.OfReadings(measure, answer, rows, members)
            : MeasuredShare.OfRecord(answer, new Proportion(members.Count(one => one.Answer == answer), members.Count(one => one.Answer is not null))))],
    };
}

/// <summary>Incidents that measures of the record cannot tell apart.</summary>
/// <param name="Row">One of them.</param>
/// <param name="Count">How many there are.</param>
public readonly record struct MeasureKind(MeasureRow Row, long Count);
