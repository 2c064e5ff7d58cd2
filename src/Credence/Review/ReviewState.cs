using Credence.Incidents;

namespace Credence.Review;

/// <summary>Where a review stands: what its incidents, its plan and its readings so far come to.</summary>
public sealed class ReviewState
{
    private readonly List<Reading>[] _readings;
    private readonly Dictionary<IncidentNumber, int> _places = [];
    private readonly List<int> _order = [];

    private ReviewState(ReviewPlan plan, IReadOnlyList<IncidentNumber> incidents)
    {
        (Plan, Incidents) = (plan, incidents);
        for (var i = 0; i < incidents.Count; i++) { _places[incidents[i]] = i; }

        _readings = [.. incidents.Select(_ => new List<Reading>())];
    }

    /// <summary>The plan.</summary>
    public ReviewPlan Plan { get; }

    /// <summary>The incidents, each once.</summary>
    public IReadOnlyList<IncidentNumber> Incidents { get; }

    /// <summary>Places of the incidents that somebody has read, in the order in which they were first read.</summary>
    public IReadOnlyList<int> Order => _order;

    /// <summary>Whether each of <see cref="Order"/> may hold a possible victim: what ranking and stop rule learn from.</summary>
    public IReadOnlyList<bool> IsRelevant => [.. _order.Select(MayHoldVictim)];

    /// <summary>The state after these readings; readings of other incidents are a fault.</summary>
    public static ReviewState Of(ReviewPlan plan, IReadOnlyList<IncidentNumber> incidents, IEnumerable<Reading> readings)
    {
        var state = new ReviewState(plan, incidents);
        foreach (var reading in readings)
        {
            var place = state._places[reading.Incident];
            if (state._readings[place].Count == 0) { state._order.Add(place); }

            state._readings[place].Add(reading);
        }

        return state;
    }

    /// <summary>Place of an incident, or -1 if the review has none of this number.</summary>
    public int PlaceOf(IncidentNumber incident) => _places.GetValueOrDefault(incident, -1);

    /// <summary>Every reading of an incident, the first first.</summary>
    public IReadOnlyList<Reading> ReadingsOf(int place) => _readings[place];

    /// <summary>The first reading of each reader, adjudications apart: what agreement is figured on.</summary>
    public IReadOnlyList<Reading> Independent(int place) => [.. ByReader(place).Select(own => own.First())];

    /// <summary>True if a reader has read it again; the readings before still count for agreement.</summary>
    public bool IsReadAgain(int place) => ByReader(place).Any(own => own.Skip(1).Any());

    /// <summary>
    /// What is decided: by adjudication, else by readers who agree; null while nobody has read it or they differ. One who is the
    /// only reader so far may still change the answer.
    /// </summary>
    public VictimAnswer? Decision(int place)
    {
        if (_readings[place].FindLast(reading => reading.IsAdjudication) is { } adjudicated) { return adjudicated.Victim; }

        var answers = Counting(place).Select(reading => reading.Victim).Distinct().ToList();
        return answers.Count == 1 ? answers[0] : null;
    }

    /// <summary>
    /// True if readers differ, on the victim or on the type, and nobody has decided. A reader who reads again cannot take a
    /// difference back, and can open one.
    /// </summary>
    public bool IsDisputed(int place) =>
        !_readings[place].Exists(reading => reading.IsAdjudication)
        && Counting(place).Select(reading => (reading.Victim, reading.Type)).Distinct().Count() > 1;

    /// <summary>True unless it is decided, or said by everybody so far, that there is no possible victim. False if unread.</summary>
    public bool MayHoldVictim(int place) => _readings[place].Count > 0 && Decision(place) != VictimAnswer.No;

    /// <summary>
    /// What a reader should read next: first what another has read and needs a second reading, then what nobody has read, in
    /// the order given. Nothing in it shows what others said.
    /// </summary>
    public IEnumerable<int> QueueFor(string reader, IEnumerable<int> unread)
    {
        var second = _order.Where(place => Independent(place).Count < Plan.ReadersNeeded(place)
            && _readings[place].TrueForAll(reading => reading.Reader != reader));
        return second.Concat(unread.Where(place => _readings[place].Count == 0));
    }

    /// <summary>The order of the ranking: trained on what was read, or the order given before there is anything to learn.</summary>
    public IReadOnlyList<int> Rank(DocumentRows rows, IReadOnlyList<int> before)
    {
        var relevant = IsRelevant;
        if (!relevant.Contains(true) || !relevant.Contains(false)) { return [.. before.Where(place => _readings[place].Count == 0)]; }

        var ranker = new Ranker(rows);
        foreach (var (place, isRelevant) in _order.Zip(relevant)) { ranker.Add(place, isRelevant); }

        ranker.Train();
        return ranker.Queue();
    }

    // Of one reader the last; of several the first and the last, so that an answer changed later neither hides a difference nor
    // passes unseen.
    private IEnumerable<Reading> Counting(int place)
    {
        var readers = ByReader(place).ToList();
        return readers.SelectMany(own => readers.Count == 1 ? own.TakeLast(1) : own.Take(1).Concat(own.TakeLast(1)));
    }

    private IEnumerable<IGrouping<string, Reading>> ByReader(int place) =>
        _readings[place].Where(reading => !reading.IsAdjudication).GroupBy(reading => reading.Reader);
}
