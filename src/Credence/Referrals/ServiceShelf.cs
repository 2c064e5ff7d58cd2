using Credence.Directories;

namespace Credence.Referrals;

/// <summary>Services with the needs that they meet, found once. Immutable; one serves many who ask.</summary>
public sealed class ServiceShelf
{
    private readonly Dictionary<Need, List<int>> _byNeed = [];
    private readonly List<(ListedService Service, IReadOnlyList<MetNeed> Needs)> _shelved = [];

    internal ServiceShelf(IEnumerable<ListedService> services, ServiceNeeds needs)
    {
        foreach (var service in services)
        {
            var met = needs.Of(service);
            foreach (var one in met)
            {
                if (!_byNeed.TryGetValue(one.Need, out var list)) _byNeed[one.Need] = list = [];
                list.Add(_shelved.Count);
            }

            _shelved.Add((service, met));
        }
    }

    /// <summary>How many services.</summary>
    public int Count => _shelved.Count;

    /// <summary>How many services meet each need.</summary>
    public IReadOnlyDictionary<Need, int> Counts => _byNeed.ToDictionary(pair => pair.Key, pair => pair.Value.Count);

    /// <summary>The middle of a town, as its places on the map tell it (median degrees north and east); null where none of them stands in it.</summary>
    /// <param name="town">The town as the directory writes it, in any case.</param>
    public GeoPoint? MiddleOf(string town)
    {
        var points = _shelved.SelectMany(one => one.Service.Places)
            .Where(place => string.Equals(place.Town?.Trim(), town.Trim(), StringComparison.OrdinalIgnoreCase)).Select(place => place.Point).OfType<GeoPoint>().ToList();
        return points.Count == 0 ? null : new GeoPoint(Median(points.Select(point => point.Latitude)), Median(points.Select(point => point.Longitude)));
    }

    internal IEnumerable<(ListedService Service, IReadOnlyList<MetNeed> Needs)> Meeting(IEnumerable<Need> needs) =>
        needs.SelectMany(need => _byNeed.GetValueOrDefault(need) ?? []).Distinct().Select(at => _shelved[at]);

    private static double Median(IEnumerable<double> degrees) => degrees.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : default;
}
