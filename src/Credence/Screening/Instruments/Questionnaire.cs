namespace Credence.Screening.Instruments;

/// <summary>Answers to an instrument so far: what comes next, and what they mean. Immutable; an answer gives a new one.</summary>
public sealed class Questionnaire
{
    private readonly IReadOnlyDictionary<string, Answer> _answers;

    private Questionnaire(Instrument instrument, IReadOnlyDictionary<string, Answer> answers, bool isStopped) =>
        (Instrument, _answers, IsStopped) = (instrument, answers, isStopped);

    /// <summary>The instrument.</summary>
    public Instrument Instrument { get; }

    /// <summary>True if the person would not go on. Nobody has to answer, and help does not depend on it.</summary>
    public bool IsStopped { get; }

    /// <summary>The next item to ask, or null at the end.</summary>
    public InstrumentItem? Next => IsStopped ? null : Instrument.Items.FirstOrDefault(item => !_answers.ContainsKey(item.Id) && Leads(item));

    /// <summary>A questionnaire with nothing answered.</summary>
    public static Questionnaire Begin(Instrument instrument) => new(instrument, new Dictionary<string, Answer>(), false);

    /// <summary>The answer to an item; not asked if there is none.</summary>
    public Answer this[string item] => _answers.GetValueOrDefault(item, Answer.NotAsked);

    /// <summary>With an answer to an item, or another answer than before.</summary>
    /// <exception cref="ArgumentException">The instrument has no such item.</exception>
    public Questionnaire With(string item, Answer answer)
    {
        if (Instrument.Items.All(known => known.Id != item))
        {
            throw new ArgumentException($"found no item {item}, expected one of {string.Join(", ", Instrument.Items.Select(known => known.Id))}", nameof(item));
        }

        var answers = _answers.Where(pair => pair.Key != item).ToDictionary();
        if (answer != Answer.NotAsked)
        {
            answers[item] = answer;
        }

        return new Questionnaire(Instrument, answers, IsStopped);
    }

    /// <summary>Stopped by the person.</summary>
    public Questionnaire Stop() => new(Instrument, _answers, true);

    /// <summary>Going on after a stop, if the person wants to.</summary>
    public Questionnaire GoOn() => new(Instrument, _answers, false);

    /// <summary>What the answers mean.</summary>
    public InstrumentResult Result() => InstrumentResult.Of(this);

    /// <summary>True if an item belongs to the way the answers have led.</summary>
    internal bool Leads(InstrumentItem item) =>
        item.When is not { } when || (_answers.TryGetValue(when.Item, out var given) && when.Answers.Contains(given));
}
