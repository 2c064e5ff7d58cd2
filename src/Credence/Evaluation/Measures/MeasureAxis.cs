using Credence.Review;

namespace Credence.Evaluation.Measures;

/// <summary>
/// One way in which a population is divided: a variable of the tables in which small counts are looked for. Measures that share an
/// axis are protected together, or what one withholds the other would tell.
/// </summary>
/// <param name="Id">Name of the variable.</param>
/// <param name="Categories">What it can be.</param>
/// <param name="ValueOf">The category of one; one of them.</param>
public sealed record MeasureAxis(string Id, IReadOnlyList<string> Categories, Func<Counted, string> ValueOf)
{
    /// <summary>The category of those whose answer is not known.</summary>
    public const string NotKnown = "not known";

    /// <summary>The category of those of whom it is not asked.</summary>
    public const string Outside = "outside";

    /// <summary>True if it is known of every incident, read or not, and divides the strata of a sample.</summary>
    public bool IsOfStrata { get; private init; }

    /// <summary>Whether a code says trafficking.</summary>
    public static MeasureAxis Coded { get; } = YesNo("coded", one => one.Row.IsCodedTrafficking) with { IsOfStrata = true };

    /// <summary>Whether it has prostitution codes alone, somebody having sold sex.</summary>
    public static MeasureAxis Sold { get; } = YesNo("sold", one => one.Row is { IsCodedSold: true, IsCodedProstitutionOnly: true });

    /// <summary>Whether readers see a possible victim.</summary>
    public static MeasureAxis Sees { get; } = YesNo("sees", one => one.Row.Coding?.Victim == VictimAnswer.Yes);

    /// <summary>What readers say: as <see cref="Sees"/>, with unsure apart from no.</summary>
    public static MeasureAxis Victim { get; } = new(
        "victim", ["yes", "unsure", "no"], one => MeasureAnswer.Word(one.Row.Coding?.Victim ?? VictimAnswer.No));

    /// <summary>Whether the screener would have it read.</summary>
    public static MeasureAxis Indicated { get; } = YesNo("screened", one => one.Row.IsIndicated) with { IsOfStrata = true };

    /// <summary>An axis of a measure's own: its answers, not known, and outside its population.</summary>
    public static MeasureAxis OfItsOwn(Measure measure) => new(
        measure.Id, [.. measure.Answers, NotKnown, Outside],
        one => measure.Population.In(one.Row).Any() ? measure.AnswerOf(one) ?? NotKnown : Outside);

    private static MeasureAxis YesNo(string id, Func<Counted, bool?> holds) =>
        new(id, [MeasureWords.Yes, MeasureWords.No, NotKnown], one => RecordMeasures.YesNo(holds(one)) ?? NotKnown);

    /// <summary>Says the name only.</summary>
    public override string ToString() => $"MeasureAxis({Id})";
}
