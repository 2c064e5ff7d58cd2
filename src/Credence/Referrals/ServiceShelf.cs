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

    internal IEnumerable<(ListedService Service, IReadOnlyList<MetNeed> Needs)> Meeting(IEnumerable<Need> needs) =>
        needs.SelectMany(need => _byNeed.GetValueOrDefault(need) ?? []).Distinct().Select(at => _shelved[at]);
}
