using Credence.Incidents;
using Credence.Screening;
using Credence.Statistics;

namespace Credence.Review;

/// <summary>Where a review stands, as figures of what readers call possible; nothing in it is confirmed.</summary>
public sealed record ReviewStatus
{
    /// <summary>Incidents in the review.</summary>
    public required int Incidents { get; init; }

    /// <summary>Those that somebody has read.</summary>
    public required int Read { get; init; }

    /// <summary>Incidents decided, by answer; those on which readers differ are in none.</summary>
    public required IReadOnlyDictionary<string, int> Decided { get; init; }

    /// <summary>Readings of each reader, those that were given again too.</summary>
    public required IReadOnlyDictionary<string, int> ReadingsByReader { get; init; }

    /// <summary>Incidents on which readers differ and nobody has decided.</summary>
    public required IReadOnlyList<IncidentNumber> Disputed { get; init; }

    /// <summary>Incidents that a reader has read more than once; every reading is kept.</summary>
    public required IReadOnlyList<IncidentNumber> ReadAgain { get; init; }

    /// <summary>Incidents that two or more have read.</summary>
    public required int DoubleRead { get; init; }

    /// <summary>Of incidents that two have read, by the first reading of each, before anybody decided between them.</summary>
    public required IReadOnlyList<AgreementFigure> Agreement { get; init; }

    /// <summary>Whether reading may stop.</summary>
    public required StopStatus Stop { get; init; }

    /// <summary>What is still to be read.</summary>
    public required ReadingBudget Budget { get; init; }

    /// <summary>The figures of a state.</summary>
    public static ReviewStatus Of(ReviewState state) => new()
    {
        Incidents = state.Incidents.Count,
        Read = state.Order.Count,
        Decided = state.Order.Select(state.Decision).OfType<VictimAnswer>().GroupBy(answer => answer).OrderByDescending(g => g.Key)
            .ToDictionary(group => $"{group.Key}".ToLowerInvariant(), group => group.Count()),
        ReadingsByReader = ByReader(state),
        Disputed = [.. state.Order.Where(state.IsDisputed).Select(place => state.Incidents[place])],
        ReadAgain = [.. state.Order.Where(state.IsReadAgain).Select(place => state.Incidents[place])],
        DoubleRead = Doubles(state).Count,
        Agreement = Agreed(Doubles(state)),
        Stop = StopStatus.Of(state),
        Budget = ReadingBudget.Of(state),
    };

    private static Dictionary<string, int> ByReader(ReviewState state)
    {
        var counts = state.Plan.Readers.ToDictionary(reader => reader, _ => 0);
        foreach (var reading in state.Order.SelectMany(state.ReadingsOf).Where(reading => !reading.IsAdjudication)) { counts[reading.Reader]++; }

        return counts;
    }

    private static List<IReadOnlyList<Reading>> Doubles(ReviewState state) => [.. state.Order.Select(state.Independent).Where(own => own.Count > 1)];

    private static IReadOnlyList<AgreementFigure> Agreed(List<IReadOnlyList<Reading>> doubles) => doubles.Count == 0 ? [] :
    [
        AgreementFigure.Of("possible victim", RatingTable.Of(doubles.Select(own => own.Select(reading => reading.Victim)), Enum.GetValues<VictimAnswer>())),
        AgreementFigure.Of("type", RatingTable.Of(doubles.Select(own => own.Select(reading => reading.Type)), Enum.GetValues<ExploitationType>())),
    ];
}

/// <summary>How far readers agree on one question.</summary>
/// <param name="Question">The question.</param>
/// <param name="Agreement">Share of pairs of readings that are the same.</param>
/// <param name="Krippendorff">Krippendorff's alpha with its interval.</param>
/// <param name="Gwet">Gwet's AC1 with its interval.</param>
public sealed record AgreementFigure(string Question, double Agreement, Estimate Krippendorff, Estimate Gwet)
{
    /// <summary>The figures of a table of readings.</summary>
    public static AgreementFigure Of(string question, RatingTable ratings) => new(
        question, ratings.ObservedAgreement, ratings.Krippendorff.Estimate(), ratings.Gwet.Estimate());
}
