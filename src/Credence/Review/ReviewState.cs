using Credence.Incidents;

namespace Credence.Review;

/// <summary>Where a review stands: what its incidents, its plan and its readings so far come to.</summary>
public sealed class ReviewState
{
    // Newton's steps cost the square of what is learned from.
    private const int MostLearned = 5_000;

    private readonly Dictionary<int, List<Reading>> _readings = [];
    private readonly Dictionary<int, int> _turns = [];
    private readonly SortedSet<int> _due = [];
    private readonly Dictionary<IncidentNumber, int> _places = [];
    private readonly List<int> _order = [];

    private ReviewState(ReviewPlan plan, IReadOnlyList<IncidentNumber> incidents)
    {
        (Plan, Incidents) = (plan, incidents);
        for (var i = 0; i < incidents.Count; i++) { _places[incidents[i]] = i; }
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
        foreach (var reading in readings) { state.Add(reading); }

        return state;
    }

    /// <summary>Takes in the next reading; one of another incident is a fault.</summary>
    public void Add(Reading reading)
    {
        var place = _places[reading.Incident];
        if (_readings.TryAdd(place, []))
        {
            _turns[place] = _order.Count;
            _order.Add(place);
        }

        _readings[place].Add(reading);
        if (Independent(place).Count < Plan.ReadersNeeded(place)) { _due.Add(_turns[place]); } else { _due.Remove(_turns[place]); }
    }

    /// <summary>Place of an incident, or -1 if the review has none of this number.</summary>
    public int PlaceOf(IncidentNumber incident) => _places.GetValueOrDefault(incident, -1);

    /// <summary>Every reading of an incident, the first first.</summary>
    public IReadOnlyList<Reading> ReadingsOf(int place) => _readings.TryGetValue(place, out var readings) ? readings : [];

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
        if (ReadingsOf(place).LastOrDefault(reading => reading.IsAdjudication) is { } adjudicated) { return adjudicated.Victim; }

        var answers = Counting(place).Select(reading => reading.Victim).Distinct().ToList();
        return answers.Count == 1 ? answers[0] : null;
    }

    /// <summary>
    /// True if readers differ, on the victim or on the type, and nobody has decided. A reader who reads again cannot take a
    /// difference back, and can open one.
    /// </summary>
    public bool IsDisputed(int place) =>
        ReadingsOf(place).All(reading => !reading.IsAdjudication)
        && Counting(place).Select(reading => (reading.Victim, reading.Type)).Distinct().Count() > 1;

    /// <summary>True unless it is decided, or said by everybody so far, that there is no possible victim. False if unread.</summary>
    public bool MayHoldVictim(int place) => _readings.ContainsKey(place) && Decision(place) != VictimAnswer.No;

    /// <summary>
    /// What a reader should read next: first what another has read and needs a second reading, then what nobody has read, in
    /// the order given. Nothing in it shows what others said.
    /// </summary>
    public IEnumerable<int> QueueFor(string reader, IEnumerable<int> unread)
    {
        var second = _due.Select(turn => _order[turn]).Where(place => _readings[place].TrueForAll(reading => reading.Reader != reader));
        return second.Concat(unread.Where(place => !_readings.ContainsKey(place)));
    }

    /// <summary>The order of the ranking: trained on what was read, or the order given before there is anything to learn.</summary>
    public IReadOnlyList<int> Rank(DocumentRows rows, IReadOnlyList<int> before)
    {
        var lessons = Lessons();
        return (lessons.Count == 0 ? before : Rank(rows, lessons)).Where(place => !_readings.ContainsKey(place)).ToList();
    }

    /// <summary>Every incident, ordered by what was read of some.</summary>
    public static IReadOnlyList<int> Rank(DocumentRows rows, IReadOnlyList<(int Place, bool IsRelevant)> lessons)
    {
        var ranker = new Ranker(rows, Ranker.Tolerance, keepsProducts: false);
        foreach (var (place, isRelevant) in lessons) { ranker.Add(place, isRelevant); }

        ranker.Train();
        return ranker.Queue();
    }

    /// <summary>
    /// What the ranking learns from, in the order of reading: all that was read, or of very much the last of either kind. Empty
    /// without one of each.
    /// </summary>
    public IReadOnlyList<(int Place, bool IsRelevant)> Lessons()
    {
        var read = _order.ConvertAll(place => (Place: place, IsRelevant: MayHoldVictim(place)));
        var relevant = read.Count(lesson => lesson.IsRelevant);
        var irrelevant = read.Count - relevant;
        if (relevant == 0 || irrelevant == 0) { return []; }

        var kept = Math.Min(relevant, Math.Max(MostLearned / 2, MostLearned - irrelevant));
        var (skippedRelevant, skippedOthers) = (relevant - kept, Math.Max(0, irrelevant - (MostLearned - kept)));
        return read.FindAll(lesson => lesson.IsRelevant ? skippedRelevant-- <= 0 : skippedOthers-- <= 0);
    }

    // Of one reader the last; of several the first and the last, so that an answer changed later neither hides a difference nor
    // passes unseen.
    private IEnumerable<Reading> Counting(int place)
    {
        var readers = ByReader(place).ToList();
        return readers.SelectMany(own => readers.Count == 1 ? own.TakeLast(1) : own.Take(1).Concat(own.TakeLast(1)));
    }

    private IEnumerable<IGrouping<string, Reading>> ByReader(int place) =>
        ReadingsOf(place).Where(reading => !reading.IsAdjudication).GroupBy(reading => reading.Reader);
}
