namespace Credence.Review;

/// <summary>
/// One simulated review of documents about which everything is known: starts from one relevant and one irrelevant document,
/// always reads what the ranker puts first, and learns after every reading.
/// </summary>
public sealed record ReviewRun
{
    /// <summary>The two documents it started from; no measure counts them.</summary>
    public required (int Relevant, int Irrelevant) Start { get; init; }

    /// <summary>Documents in the order of reading, without the start.</summary>
    public required IReadOnlyList<int> Order { get; init; }

    /// <summary>What each of them was.</summary>
    public required IReadOnlyList<bool> IsRelevant { get; init; }

    /// <summary>Documents to be read, without the start.</summary>
    public required int Documents { get; init; }

    /// <summary>Relevant documents to be found, without the start.</summary>
    public required int Relevant { get; init; }

    /// <summary>
    /// Area between the curve of recall and the best one possible, as a share of that between the best and the worst: 0 reads
    /// all relevant documents first, 1 last (the loss of ASReview Insights).
    /// </summary>
    public double Loss
    {
        get
        {
            var (area, found) = (0.0, 0);
            foreach (var relevant in IsRelevant) { area += found += relevant ? 1 : 0; }

            area += (double)(Documents - IsRelevant.Count) * Relevant;
            var best = Relevant * (Documents - ((Relevant - 1) / 2.0));
            return (best - area) / ((double)Relevant * (Documents - Relevant));
        }
    }

    /// <summary>Share of the relevant documents among the first readings, as many as this share of the documents.</summary>
    public double RecallAt(double share) =>
        (double)IsRelevant.Take((int)(share * Documents)).Count(relevant => relevant) / Relevant;

    /// <summary>
    /// Work saved over sampling (Cohen 2006): the share of documents not yet read when the recall was first reached, minus what
    /// a random order would leave unread.
    /// </summary>
    public double WorkSavedAt(double recall) => ((double)(Documents - ReadingsUntil(recall)) / Documents) - (1 - recall);

    /// <summary>Readings until the recall was first reached.</summary>
    public int ReadingsUntil(double recall)
    {
        var found = 0;
        for (var i = 0; i < IsRelevant.Count; i++)
        {
            found += IsRelevant[i] ? 1 : 0;
            if (found >= (recall * Relevant) - 1e-9) { return i + 1; }
        }

        return Documents;
    }

    /// <summary>Readings at which a rule first lets one stop; what comes after the last relevant document is irrelevant.</summary>
    public int StopsAt(StopRule rule)
    {
        var read = new List<bool>();
        foreach (var relevant in Everything())
        {
            read.Add(relevant);
            // Only a reading that found nothing can be a reason to stop.
            if (!relevant && rule.MayStop(read, Documents)) { return read.Count; }
        }

        return Documents;
    }

    /// <summary>Readings at which so many in a row have found nothing: a habit without a promise.</summary>
    public int StopsAfterInARow(int irrelevant)
    {
        var (row, read) = (0, 0);
        foreach (var relevant in Everything())
        {
            read++;
            row = relevant ? 0 : row + 1;
            if (row == irrelevant) { return read; }
        }

        return Documents;
    }

    /// <summary>Share of the relevant documents found by then.</summary>
    public double RecallAfter(int readings) => (double)IsRelevant.Take(readings).Count(relevant => relevant) / Relevant;

    private IEnumerable<bool> Everything() => IsRelevant.Concat(Enumerable.Repeat(false, Documents - IsRelevant.Count));

    /// <summary>Reads until every relevant document is found.</summary>
    /// <param name="rows">The documents.</param>
    /// <param name="isRelevant">What each of them is.</param>
    /// <param name="start">One relevant and one irrelevant document.</param>
    /// <param name="training">What carries out every training, such as to take its time.</param>
    public static ReviewRun Of(
        DocumentRows rows, IReadOnlyList<bool> isRelevant, (int Relevant, int Irrelevant) start, Action<Action>? training = null)
    {
        var ranker = new Ranker(rows);
        ranker.Add(start.Relevant, true);
        ranker.Add(start.Irrelevant, false);
        var left = isRelevant.Count(relevant => relevant) - 1;
        var order = new List<int>();
        for (var open = left; open > 0;)
        {
            if (training is null) { ranker.Train(); } else { training(ranker.Train); }

            var next = ranker.Next();
            ranker.Add(next, isRelevant[next]);
            order.Add(next);
            open -= isRelevant[next] ? 1 : 0;
        }

        return new ReviewRun
        {
            Start = start,
            Order = order,
            IsRelevant = [.. order.Select(document => isRelevant[document])],
            Documents = rows.Count - 2,
            Relevant = left,
        };
    }
}
