namespace Credence.Statistics;

/// <summary>What was drawn of one stratum, by cluster; a unit drawn by itself is a cluster of one.</summary>
/// <param name="Clusters">The clusters with their units.</param>
/// <param name="Unsampled">The share of the stratum's clusters that was not drawn: the finite population correction.</param>
internal sealed record DrawnStratum(IReadOnlyList<IReadOnlyList<SampledValue>> Clusters, double Unsampled)
{
    /// <summary>Sum over clusters of the squared weight in the denominator.</summary>
    public double SquaredSizes => Clusters.Sum(cluster =>
    {
        var size = cluster.Sum(u => u.Counted ? u.Weight : 0);
        return size * size;
    });

    /// <summary>The sample by stratum, with the correction from the sizes given, else from the weights of units.</summary>
    public static List<DrawnStratum> Of(
        IReadOnlyCollection<SampledValue> sample, IReadOnlyDictionary<string, int>? clustersIn) =>
        [.. sample.GroupBy(u => u.Stratum, StringComparer.Ordinal).Select(stratum =>
        {
            var clusters = ByCluster([.. stratum]);
            return new DrawnStratum(clusters, Left(clusters, clustersIn, stratum.Key));
        })];

    /// <summary>The stratum's part of the variance of a sum, from what each unit adds to it.</summary>
    public double Variance(Func<SampledValue, double> adds)
    {
        var totals = Clusters.Select(cluster => cluster.Sum(u => u.Counted ? adds(u) : 0)).ToList();
        var n = totals.Count;
        var center = n == 1 ? 0 : totals.Average();
        return Unsampled * n / Math.Max(1, n - 1) * totals.Sum(t => (t - center) * (t - center));
    }

    private static List<IReadOnlyList<SampledValue>> ByCluster(List<SampledValue> units) =>
    [
        .. units.Where(u => u.Cluster is null).Select(u => new[] { u }),
        .. units.Where(u => u.Cluster is not null).GroupBy(u => u.Cluster, StringComparer.Ordinal).Select(c => c.ToArray()),
    ];

    private static double Left(
        List<IReadOnlyList<SampledValue>> clusters, IReadOnlyDictionary<string, int>? clustersIn, string stratum)
    {
        if (clustersIn is null)
        {
            var clustered = clusters.Exists(c => c[0].Cluster is not null);
            return clustered ? 1 : Math.Max(0, 1 - (clusters.Count / clusters.Sum(c => c[0].Weight)));
        }

        if (!clustersIn.TryGetValue(stratum, out var all))
        {
            throw new ArgumentException("A stratum was drawn from whose number of clusters is not given.", nameof(clustersIn));
        }

        return clusters.Count <= all
            ? 1 - ((double)clusters.Count / all)
            : throw new ArgumentException(
                $"{clusters.Count} clusters were drawn from a stratum that is said to have {all}.", nameof(clustersIn));
    }
}
