using Credence.Incidents;
using Credence.Review;
using Credence.Screening;
using Credence.Statistics;

namespace Credence.Cli.Review;

/// <summary>Where a review stands, as figures.</summary>
internal sealed record ReviewStatus
{
    public required int Incidents { get; init; }

    public required int Read { get; init; }

    /// <summary>Incidents decided, by answer; those on which readers differ are in none.</summary>
    public required IReadOnlyDictionary<string, int> Decided { get; init; }

    public required IReadOnlyDictionary<string, int> ReadingsByReader { get; init; }

    public required IReadOnlyList<IncidentNumber> Disputed { get; init; }

    /// <summary>Incidents that a reader has read more than once; every reading is in readings.ndjson.</summary>
    public required IReadOnlyList<IncidentNumber> ReadAgain { get; init; }

    public required int DoubleRead { get; init; }

    /// <summary>Of incidents that two have read, by the first reading of each, before anybody decided between them.</summary>
    public required IReadOnlyList<AgreementFigure> Agreement { get; init; }

    public required StopStatus Stop { get; init; }

    public required ReadingBudget Budget { get; init; }

    public static ReviewStatus Of(ReviewState state) => new()
    {
        Incidents = state.Incidents.Count,
        Read = state.Order.Count,
        Decided = state.Order.Select(state.Decision).OfType<VictimAnswer>().GroupBy(answer => answer).OrderByDescending(g => g.Key)
            .ToDictionary(group => $"{group.Key}".ToLowerInvariant(), group => group.Count()),
        ReadingsByReader = state.Plan.Readers.ToDictionary(
            reader => reader, reader => state.Order.Sum(place => state.ReadingsOf(place).Count(reading => reading.Reader == reader && !reading.IsAdjudication))),
        Disputed = [.. state.Order.Where(state.IsDisputed).Select(place => state.Incidents[place])],
        ReadAgain = [.. state.Order.Where(state.IsReadAgain).Select(place => state.Incidents[place])],
        DoubleRead = Doubles(state).Count,
        Agreement = Agreed(Doubles(state)),
        Stop = StopStatus.Of(state),
        Budget = ReadingBudget.Of(state),
    };

    private static List<IReadOnlyList<Reading>> Doubles(ReviewState state) => [.. state.Order.Select(state.Independent).Where(own => own.Count > 1)];

    private static IReadOnlyList<AgreementFigure> Agreed(List<IReadOnlyList<Reading>> doubles) => doubles.Count == 0 ? [] :
    [
        AgreementFigure.Of("possible victim", RatingTable.Of(doubles.Select(own => own.Select(reading => reading.Victim)), Enum.GetValues<VictimAnswer>())),
        AgreementFigure.Of("type", RatingTable.Of(doubles.Select(own => own.Select(reading => reading.Type)), Enum.GetValues<ExploitationType>())),
    ];
}

/// <summary>How far readers agree on one question.</summary>
internal sealed record AgreementFigure(string Question, double Agreement, Estimate Krippendorff, Estimate Gwet)
{
    public static AgreementFigure Of(string question, RatingTable ratings) => new(
        question, ratings.ObservedAgreement, ratings.Krippendorff.Estimate(), ratings.Gwet.Estimate());
}

/// <summary>Whether reading may stop.</summary>
internal sealed record StopStatus(bool MayStop, double Chance, double Recall, double Confidence, int Found)
{
    public static StopStatus Of(ReviewState state)
    {
        var rule = state.Plan.Rule;
        var chance = rule.Chance(state.IsRelevant, state.Incidents.Count);
        return new StopStatus(chance < 1 - rule.Confidence, chance, rule.Recall, rule.Confidence, state.IsRelevant.Count(relevant => relevant));
    }
}
