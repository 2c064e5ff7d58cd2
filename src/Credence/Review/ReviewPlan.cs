using Credence.Statistics;

namespace Credence.Review;

/// <summary>How a review is set up, before anything is read.</summary>
public sealed record ReviewPlan
{
    /// <summary>Names of the readers, each once.</summary>
    public required IReadOnlyList<string> Readers { get; init; }

    /// <summary>Share of the incidents that two readers read, blind to each other; needs two readers.</summary>
    public required double DoubleShare { get; init; }

    /// <summary>Where all draws begin.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The promise with which reading stops.</summary>
    public required StopRule Rule { get; init; }

    /// <summary>What is wrong with it in one sentence, or null.</summary>
    public string? Problem => this switch
    {
        { Readers.Count: 0 } => "found no reader, expected at least one name",
        _ when Readers.Any(string.IsNullOrWhiteSpace) => "found a reader without a name, expected a name for each",
        _ when Readers.GroupBy(Plain).FirstOrDefault(same => same.Count() > 1) is { } twice =>
            $"found two readers called {twice.First()}, expected a name for each: how far a reader agrees with the same reader says nothing",
        { DoubleShare: not (>= 0 and <= 1) } => "found a share of double readings outside 0 to 1",
        { DoubleShare: > 0, Readers.Count: 1 } => "found one reader and double readings, expected two readers or a share of 0",
        _ => null,
    };

    /// <summary>The reader's name as the plan writes it, or null if there is none.</summary>
    public string? Reader(string name) => Readers.FirstOrDefault(reader => Plain(reader) == Plain(name));

    /// <summary>How many readers an incident needs; which ones need two is drawn by its place.</summary>
    public int ReadersNeeded(int incident) =>
        DoubleShare > 0 && new Pcg32(Seed, (ulong)incident).Below(1_000_000) < DoubleShare * 1_000_000 ? 2 : 1;

    private static string Plain(string name) => name.Trim().ToUpperInvariant();
}
