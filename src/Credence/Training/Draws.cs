using Credence.Statistics;

namespace Credence.Training;

/// <summary>Choices that come out the same for the same seed and stream.</summary>
internal sealed class Draws(ulong seed, ulong stream)
{
    private readonly Pcg32 _chance = new(seed, stream);

    /// <summary>A whole number from least to most, both of them possible.</summary>
    public int Between(int least, int most) => least + _chance.Below(most - least + 1);

    /// <summary>One of them, each as likely as the others.</summary>
    public T OneOf<T>(IReadOnlyList<T> choices) => choices[_chance.Below(choices.Count)];

    /// <summary>One of them, as often as its weight says.</summary>
    public T OneOf<T>(IReadOnlyList<T> choices, Func<T, int> weight)
    {
        var at = _chance.Below(choices.Sum(weight));
        foreach (var choice in choices)
        {
            at -= weight(choice);
            if (at < 0) return choice;
        }

        return choices[^1];
    }

    /// <summary>All of them in another order (Fisher and Yates, in Durstenfeld's form of 1964).</summary>
    public List<T> Shuffled<T>(IEnumerable<T> items)
    {
        var list = items.ToList();
        for (var last = list.Count - 1; last > 0; last--)
        {
            var other = _chance.Below(last + 1);
            (list[last], list[other]) = (list[other], list[last]);
        }

        return list;
    }
}
