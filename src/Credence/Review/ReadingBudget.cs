namespace Credence.Review;

/// <summary>How much is still to be read, in readings: what two readers read counts twice.</summary>
public sealed record ReadingBudget
{
    /// <summary>Incidents to be read before reading may stop, if not one more is relevant: the least that stopping can cost.</summary>
    public required int LeastIncidents { get; init; }

    /// <summary>The same in readings, second readings that are due included.</summary>
    public required int LeastReadings { get; init; }

    /// <summary>Second readings that are due for what somebody has read.</summary>
    public required int SecondReadingsDue { get; init; }

    /// <summary>Incidents of an audit sample that shows a recall of the rule's, if it finds nothing; null with nothing found.</summary>
    public required int? AuditSize { get; init; }

    /// <summary>Counts from a state.</summary>
    public static ReadingBudget Of(ReviewState state)
    {
        var unread = state.Incidents.Count - state.Order.Count;
        var due = state.Order.Sum(place => Math.Max(0, state.Plan.ReadersNeeded(place) - state.Independent(place).Count));
        var least = LeastMore(state.IsRelevant, state.Incidents.Count, state.Plan.Rule);
        var found = state.IsRelevant.Count(relevant => relevant);
        var mayMiss = (int)Math.Floor((found / state.Plan.Rule.Recall) + 1e-9) - found;
        return new ReadingBudget
        {
            LeastIncidents = least,
            LeastReadings = due + (int)Math.Ceiling(least * (1 + state.Plan.DoubleShare)),
            SecondReadingsDue = due,
            AuditSize = found == 0 || unread == 0 ? null : AuditSample.SizeToShowAtMost(mayMiss, unread - Math.Min(unread, least), state.Plan.Rule.Confidence),
        };
    }

    // More irrelevant readings only make stopping likelier.
    private static int LeastMore(IReadOnlyList<bool> isRelevant, int documents, StopRule rule)
    {
        var (low, high) = (0, documents - isRelevant.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (rule.MayStop([.. isRelevant, .. Enumerable.Repeat(false, middle)], documents)) { high = middle; } else { low = middle + 1; }
        }

        return low;
    }
}
