using Credence.Police.Incidents;
using Credence.Record.Access;
using Credence.Review;

namespace Credence.Police.Review;

/// <summary>A review to be begun.</summary>
public sealed record NewReview
{
    /// <summary>What the agency calls it; no name of a person.</summary>
    public required string Name { get; init; }

    /// <summary>Which incidents: those that it chooses now.</summary>
    public QueueFilter Filter { get; init; } = new();

    /// <summary>Accounts that read.</summary>
    public required IReadOnlyList<AccountId> Readers { get; init; }

    /// <summary>Share of the incidents that two readers read, blind to each other; null for a fifth, or none with one reader.</summary>
    public double? DoubleShare { get; init; }

    /// <summary>The promise with which reading stops.</summary>
    public StopRule Rule { get; init; } = new();

    /// <summary>Incidents of the audit sample, or 0 if it is decided when reading stops.</summary>
    public int AuditSize { get; init; }

    /// <summary>Where all draws begin; null to draw it too.</summary>
    public ulong? Seed { get; init; }

    public override string ToString() => nameof(NewReview);
}

/// <summary>What comes of beginning, closing or auditing a review.</summary>
public abstract record ReviewAnswer
{
    private ReviewAnswer()
    {
    }

    /// <summary>It is done.</summary>
    /// <param name="Review">The review.</param>
    /// <param name="Incidents">Incidents in it, or drawn.</param>
    public sealed record Done(ReviewId Review, int Incidents) : ReviewAnswer;

    /// <summary>There is no such review for the one who asks, or the role may not do it.</summary>
    public sealed record NotFound : ReviewAnswer;

    /// <summary>Nothing was done.</summary>
    /// <param name="Because">One sentence.</param>
    public sealed record Refused(string Because) : ReviewAnswer;
}

/// <summary>An account that reads in a review, or may.</summary>
public sealed record ReviewReader(AccountId Id, string Handle)
{
    public override string ToString() => $"ReviewReader({Id.Value:N})";
}

/// <summary>A review in a list.</summary>
public sealed record ReviewLine(ReviewId Id, string Name, int Incidents, bool IsReader, DateTimeOffset BegunAt, DateTimeOffset? ClosedAt)
{
    public override string ToString() => $"ReviewLine({Id.Value:N})";
}

/// <summary>A review as one who may see it sees it.</summary>
public sealed record ShownReview
{
    public required ReviewLine Review { get; init; }

    /// <summary>Which incidents it chose.</summary>
    public required QueueFilter Filter { get; init; }

    public required IReadOnlyList<ReviewReader> Readers { get; init; }

    public required double DoubleShare { get; init; }

    public required StopRule Rule { get; init; }

    /// <summary>How many incidents the one who asks has read.</summary>
    public required int OwnRead { get; init; }

    /// <summary>What all have read and found; null for a reader while two read blind to each other, since figures would tell what the other said.</summary>
    public required ReviewFigures? Figures { get; init; }

    public override string ToString() => $"ShownReview({Review.Id.Value:N})";
}

/// <summary>What came of reading so far. What readers call possible is possible, and never counted with what is confirmed.</summary>
public sealed record ReviewFigures
{
    /// <summary>Read, decided, differing, agreement, what is left to read and when it may stop.</summary>
    public required ReviewStatus Status { get; init; }

    /// <summary>Readings of each reader, those that were given again too.</summary>
    public required IReadOnlyDictionary<AccountId, int> Readings { get; init; }

    /// <summary>Incidents that nobody has read.</summary>
    public required int Left { get; init; }

    /// <summary>Those of them that cannot be read any more, because their time was over.</summary>
    public required int Erased { get; init; }

    /// <summary>What the last audit sample says was missed, or null if none was drawn.</summary>
    public required AuditEstimate? Audit { get; init; }

    public override string ToString() => nameof(ReviewFigures);
}
