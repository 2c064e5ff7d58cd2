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

    public required IReadOnlyList<AccountId> Readers { get; init; }

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

    /// <summary>Incidents that nobody has read.</summary>
    public required int Left { get; init; }

    /// <summary>Those of them that cannot be read any more, because their time was over.</summary>
    public required int Erased { get; init; }

    /// <summary>What the last audit sample says was missed, or null if none was drawn.</summary>
    public required AuditEstimate? Audit { get; init; }

    public override string ToString() => nameof(ReviewFigures);
}

/// <summary>What a reader should read next.</summary>
public abstract record NextAnswer
{
    private NextAnswer()
    {
    }

    /// <summary>This incident. Nothing says whether somebody else reads it too, or has.</summary>
    /// <param name="Incident">The incident.</param>
    /// <param name="Number">The agency's number.</param>
    /// <param name="Until">When it goes to somebody else, unless it is opened again or read.</param>
    public sealed record ToRead(IncidentId Incident, string Number, DateTimeOffset Until) : NextAnswer
    {
        public override string ToString() => $"ToRead({Incident.Value:N})";
    }

    /// <summary>What is left is with other readers at the moment.</summary>
    public sealed record WithOthers : NextAnswer;

    /// <summary>There is nothing left for this reader.</summary>
    public sealed record NothingLeft : NextAnswer;

    /// <summary>The review is closed.</summary>
    public sealed record Closed : NextAnswer;

    /// <summary>There is no such review for the one who asks, or the role does not read.</summary>
    public sealed record NotFound : NextAnswer;
}

/// <summary>What comes of a judgement.</summary>
public abstract record JudgeAnswer
{
    private JudgeAnswer()
    {
    }

    /// <summary>It is kept.</summary>
    /// <param name="Reading">The reading.</param>
    /// <param name="IsReadByAnother">True if the turn had ended and enough others have read it meanwhile: it counts beside theirs.</param>
    public sealed record Kept(ReadingId Reading, bool IsReadByAnother) : JudgeAnswer;

    /// <summary>The reader has read it before, and this judgement does not say that it takes the place of that reading.</summary>
    /// <param name="Own">The reader's own last reading.</param>
    public sealed record AlreadyRead(KeptReading Own) : JudgeAnswer
    {
        public override string ToString() => nameof(AlreadyRead);
    }

    /// <summary>Somebody has decided meanwhile, or readers do not differ any more.</summary>
    public sealed record NotDisputed : JudgeAnswer;

    /// <summary>Who has read it decides nothing between readers.</summary>
    public sealed record NeedsAnotherPerson : JudgeAnswer;

    /// <summary>The content of the incident is erased or being erased; nothing is written about it any more.</summary>
    public sealed record TooLate : JudgeAnswer;

    /// <summary>The review is closed.</summary>
    public sealed record Closed : JudgeAnswer;

    /// <summary>It does not exist for the one who asks: another's review, an incident that was not given to this reader, or no right.</summary>
    public sealed record NotFound : JudgeAnswer;

    /// <summary>Nothing was kept.</summary>
    /// <param name="Because">One sentence.</param>
    public sealed record Refused(string Because) : JudgeAnswer;
}

/// <summary>An incident as a reader of a review opens it.</summary>
public sealed record IncidentToRead
{
    public required IncidentId Id { get; init; }

    public required string Number { get; init; }

    /// <summary>What its source says now; null if its content is erased, or does not open.</summary>
    public required Credence.Incidents.Incident? Incident { get; init; }

    /// <summary>What was found in it; null if its content is erased, or does not open.</summary>
    public required ScreenedContent? Screened { get; init; }

    /// <summary>The reader's own readings, the first first.</summary>
    public required IReadOnlyList<KeptReading> Own { get; init; }

    public override string ToString() => $"IncidentToRead({Id.Value:N})";
}

/// <summary>An incident on which readers differ, for one who may decide.</summary>
public sealed record Disagreement(IncidentId Incident, string Number)
{
    public override string ToString() => $"Disagreement({Incident.Value:N})";
}

/// <summary>An incident on which readers differ, opened with what each said.</summary>
public sealed record OpenedDisagreement(IncidentToRead Incident, IReadOnlyList<KeptReading> Readings)
{
    public override string ToString() => $"OpenedDisagreement({Incident.Id.Value:N})";
}
