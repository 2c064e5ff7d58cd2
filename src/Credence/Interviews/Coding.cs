namespace Credence.Interviews;

/// <summary>One coder says that a stretch of a transcript is about something. Codings may overlap, of one code too.</summary>
/// <param name="Id">Which.</param>
/// <param name="Transcript">Where.</param>
/// <param name="Span">What stretch.</param>
/// <param name="Code">What it is about.</param>
/// <param name="Coder">Who says so.</param>
/// <param name="CreatedAt">When.</param>
public sealed record Coding(CodingId Id, TranscriptId Transcript, TextSpan Span, CodeId Code, CoderId Coder, DateTimeOffset CreatedAt)
{
    /// <summary>The selection that it belongs to in a file of REFI-QDA; several codings may share one.</summary>
    public Guid Selection { get; init; }

    /// <summary>When it was taken back; null while it stands. It is kept, because agreement counts what was coded blind.</summary>
    public DateTimeOffset? RemovedAt { get; init; }

    /// <summary>True while it stands.</summary>
    public bool Stands => RemovedAt is null;

    /// <summary>True if it stood when its coder had done the transcript, before anybody saw another's.</summary>
    public bool StoodAt(DateTimeOffset done) => CreatedAt <= done && (RemovedAt is not { } removed || removed > done);
}
