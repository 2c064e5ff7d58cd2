namespace Credence.Screening.Instruments;

/// <summary>Whether the rule of an instrument was met.</summary>
public enum ScreenOutcome
{
    /// <summary>It has no rule: whoever asked decides, with what raised concern.</summary>
    NoRule,

    /// <summary>Met: the person should be treated as a possible victim until a person decides. Not "is a victim".</summary>
    Met,

    /// <summary>Every item is answered and the rule is not met. Not "is no victim".</summary>
    NotMet,

    /// <summary>Not met by what was answered, and what is unknown, refused or not asked could still meet it.</summary>
    Open,
}

/// <summary>What answers to an instrument mean.</summary>
public sealed record InstrumentResult
{
    /// <summary>The instrument.</summary>
    public required Instrument Instrument { get; init; }

    /// <summary>Whether its rule was met.</summary>
    public required ScreenOutcome Outcome { get; init; }

    /// <summary>Items whose answer raises concern.</summary>
    public required IReadOnlyList<InstrumentItem> Concerns { get; init; }

    /// <summary>Items without a yes or no: unknown, refused, not asked.</summary>
    public required IReadOnlyList<InstrumentItem> Open { get; init; }

    /// <summary>Those of the open ones that were not asked.</summary>
    public required IReadOnlyList<InstrumentItem> NotAsked { get; init; }

    /// <summary>What the answers say of facts, for the classifier.</summary>
    public required IReadOnlyList<FactAnswer> Facts { get; init; }

    /// <summary>
    /// True if the person should be treated as a possible victim: the rule is met, or something counted raises concern
    /// where there is no rule or what is not known could still meet it.
    /// </summary>
    public bool RaisesConcern => Outcome == ScreenOutcome.Met || (Outcome != ScreenOutcome.NotMet && Concerns.Any(item => item.IsCounted));

    /// <summary>What to do now.</summary>
    public IReadOnlyList<string> DoNow => RaisesConcern ? Instrument.DoNow : Instrument.Otherwise;

    internal static InstrumentResult Of(Questionnaire asked)
    {
        var items = asked.Instrument.Items.Where(asked.Leads).ToList();
        var concerns = items.FindAll(item => asked[item.Id] == item.Concern);
        var open = items.FindAll(item => asked[item.Id] is not (Answer.Yes or Answer.No));
        return new InstrumentResult
        {
            Instrument = asked.Instrument,
            Outcome = OutcomeOf(asked.Instrument, concerns.Count(item => item.IsCounted), open.Count(item => item.IsCounted)),
            Concerns = concerns,
            Open = open,
            NotAsked = open.FindAll(item => asked[item.Id] == Answer.NotAsked),
            Facts = [.. items.SelectMany(item => FactsOf(asked, item))],
        };
    }

    private static ScreenOutcome OutcomeOf(Instrument instrument, int concerns, int open) => instrument.Threshold is not { } threshold
        ? ScreenOutcome.NoRule
        : concerns >= threshold ? ScreenOutcome.Met
        : concerns + open >= threshold ? ScreenOutcome.Open
        : ScreenOutcome.NotMet;

    private static IEnumerable<FactAnswer> FactsOf(Questionnaire asked, InstrumentItem item)
    {
        var given = asked[item.Id];
        var (reference, isConcern) = ($"{asked.Instrument.Id}/{item.Id}", given == item.Concern);
        if (given is not (Answer.Yes or Answer.No))
        {
            return [];
        }

        var says = $"{item.Topic}: {(item.Kind == ItemKind.Open ? isConcern ? "raises concern" : "raises no concern" : given == Answer.Yes ? "yes" : "no")}";
        FactAnswer Of(string fact, bool onlyRaises) =>
            new(fact, isConcern ? Answer.Yes : Answer.No, reference, says) { OnlyRaises = onlyRaises };
        return isConcern
            ? [.. item.Facts.Concat(item.Suggests).Select(fact => Of(fact, false)), .. item.Hints.Select(fact => Of(fact, true))]
            : item.Facts.Select(fact => Of(fact, false));
    }
}
