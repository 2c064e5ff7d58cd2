namespace Credence.Training;

/// <summary>Every state that a scenario can be in, which is a scene and what was learned, with one shortest play to each.</summary>
internal sealed class ScenarioStates
{
    // A person writes tens of states. More than this comes of many things learned in any order, which nobody can check by reading.
    internal const int Most = 5_000;

    private readonly Dictionary<string, Play> _plays = [];
    private readonly Dictionary<string, List<string>> _before = [];

    private ScenarioStates()
    {
    }

    /// <summary>One play to each state.</summary>
    public IReadOnlyCollection<Play> Plays => _plays.Values;

    /// <summary>True if there are too many to look at all.</summary>
    public bool IsCut { get; private set; }

    /// <summary>All states that choices lead to.</summary>
    public static ScenarioStates Of(Scenario scenario)
    {
        var states = new ScenarioStates();
        var begin = Play.Begin(scenario);
        var open = new Queue<Play>([begin]);
        states._plays.Add(Key(begin), begin);
        while (open.TryDequeue(out var play))
        {
            foreach (var next in play.Offered.Select(choice => play.Choose(choice.Id)).OfType<Play>())
            {
                if (states.Add(play, next)) open.Enqueue(next);
            }
        }

        return states;
    }

    /// <summary>Plays from which no ending can be reached, though something is offered.</summary>
    public IReadOnlyList<Play> WithoutExit()
    {
        var ends = new HashSet<string>(_plays.Where(state => state.Value.IsOver).Select(state => state.Key));
        var open = new Queue<string>(ends);
        while (open.TryDequeue(out var key))
        {
            foreach (var before in _before.GetValueOrDefault(key, []).Where(ends.Add)) open.Enqueue(before);
        }

        return [.. _plays.Where(state => !ends.Contains(state.Key)).Select(state => state.Value)];
    }

    private bool Add(Play play, Play next)
    {
        var key = Key(next);
        if (!_before.TryGetValue(key, out var before)) _before.Add(key, before = []);
        before.Add(Key(play));
        IsCut |= _plays.Count >= Most;
        return !IsCut && _plays.TryAdd(key, next);
    }

    private static string Key(Play play) => $"{play.Scene.Id} {string.Join(' ', play.Learned.Order(StringComparer.Ordinal))}";
}
