using Credence.Police.Incidents;
using Credence.Review;
using Credence.Screening;

namespace Credence.Police.Review;

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

/// <summary>A reader's own last reading in a review, by its codes. It does not print itself: it tells of a person.</summary>
public sealed record LastReading(IncidentId Incident, string Number, VictimAnswer Victim, ExploitationType Type)
{
    public override string ToString() => nameof(LastReading);
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
