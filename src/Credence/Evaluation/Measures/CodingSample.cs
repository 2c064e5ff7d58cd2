using Credence.Screening;
using Credence.Statistics;

namespace Credence.Evaluation.Measures;

/// <summary>
/// Which incidents of a site people read: a stratified random sample by level and code, so that what the codes say can be held
/// against what readers say in both directions, with a weight for each one drawn.
/// </summary>
/// <param name="Strata">The strata, those that hold nobody left out.</param>
public sealed record CodingSample(IReadOnlyList<CodingStratum> Strata)
{
    /// <summary>The fewest that are drawn of a stratum; one that has fewer is read whole.</summary>
    public const int Least = 30;

    /// <summary>Incidents drawn.</summary>
    public int Drawn => Strata.Sum(stratum => stratum.Drawn.Count);

    /// <summary>
    /// Draws about as many as asked. Every stratum gives at least <see cref="Least"/>, and the rest by the square root of its size
    /// (power allocation, Bankier 1988): the large stratum in which little is expected is where a miss weighs most.
    /// </summary>
    /// <param name="rows">The incidents of one site.</param>
    /// <param name="size">About how many to draw; never fewer than the strata need.</param>
    /// <param name="seed">Where the draws begin.</param>
    /// <param name="site">The place of the site, so that each has draws of its own.</param>
    public static CodingSample Draw(IReadOnlyList<MeasureRow> rows, int size, ulong seed, int site)
    {
        var strata = Enumerable.Range(0, rows.Count).GroupBy(place => StratumOf(rows[place])).OrderBy(stratum => stratum.Key, StringComparer.Ordinal)
            .Select(stratum => (stratum.Key, Places: stratum.ToArray())).ToList();
        var counts = Allocate([.. strata.Select(stratum => stratum.Places.Length)], size);
        return new CodingSample([.. strata.Select((stratum, i) =>
            new CodingStratum(stratum.Key, stratum.Places.Length, Some(stratum.Places, counts[i], new Pcg32(seed, (ulong)((site * 1000) + i)))))]);
    }

    /// <summary>The stratum of an incident within its site: level, then what its codes say.</summary>
    public static string StratumOf(MeasureRow row) => $"{LevelOf(row.Level)}, {CodeOf(row)}";

    /// <summary>What codes can say of an incident, as strata distinguish it.</summary>
    public static IReadOnlyList<string> Codes { get; } = ["no column of codes", "coded as trafficking", "coded as prostitution", "coded as something else"];

    /// <summary>What the codes of an incident say; one of <see cref="Codes"/>.</summary>
    public static string CodeOf(MeasureRow row) => Codes[row switch
    {
        { IsCodedTrafficking: null } => 0,
        { IsCodedTrafficking: true } => 1,
        { IsCodedSold: true } => 2,
        _ => 3,
    }];

    /// <summary>How many of each stratum.</summary>
    internal static int[] Allocate(IReadOnlyList<int> sizes, int total)
    {
        int[] counts = [.. sizes.Select(size => Math.Min(size, Least))];
        while (total - counts.Sum() is var left and > 0 && Enumerable.Range(0, sizes.Count).Where(i => counts[i] < sizes[i]).ToList() is { Count: > 0 } open)
        {
            var roots = open.Sum(i => Math.Sqrt(sizes[i]));
            var before = counts.Sum();
            foreach (var i in open) { counts[i] = Math.Min(sizes[i], counts[i] + (int)(left * Math.Sqrt(sizes[i]) / roots)); }

            // What rounding leaves goes to the largest, one each.
            if (counts.Sum() == before)
            {
                foreach (var i in open.OrderByDescending(i => sizes[i]).Take(left)) { counts[i]++; }
            }
        }

        return counts;
    }

    private static string LevelOf(Level level) => level switch
    {
        Level.StrongIndication => "1 strong",
        Level.PossibleIndication => "2 possible",
        Level.NoneFound => "3 none found",
        _ => "4 not screened",
    };

    // Fisher and Yates' shuffle of as many as are needed.
    private static int[] Some(int[] places, int size, Pcg32 chance)
    {
        for (var i = 0; i < size; i++)
        {
            var other = i + chance.Below(places.Length - i);
            (places[i], places[other]) = (places[other], places[i]);
        }

        return places[..size];
    }
}

/// <summary>One stratum of a sample.</summary>
/// <param name="Name">Level and code.</param>
/// <param name="Size">Incidents in it.</param>
/// <param name="Drawn">Places of those drawn among the incidents of the site.</param>
public sealed record CodingStratum(string Name, int Size, IReadOnlyList<int> Drawn)
{
    /// <summary>Incidents of the stratum for each one drawn.</summary>
    public double Weight => (double)Size / Drawn.Count;

    /// <summary>Says how many were drawn.</summary>
    public override string ToString() => $"CodingStratum({Drawn.Count} of {Size})";
}
