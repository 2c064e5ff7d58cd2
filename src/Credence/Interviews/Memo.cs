namespace Credence.Interviews;

/// <summary>What a memo is about.</summary>
public enum MemoSubject
{
    /// <summary>The whole project.</summary>
    Project,

    /// <summary>A code.</summary>
    Code,

    /// <summary>A transcript.</summary>
    Transcript,

    /// <summary>A coding.</summary>
    Coding,
}

/// <summary>A thought of a researcher, written down while coding.</summary>
/// <param name="Id">Which.</param>
/// <param name="Subject">What kind of thing it is about.</param>
/// <param name="About">The id of that.</param>
/// <param name="Text">The thought.</param>
public sealed record Memo(MemoId Id, MemoSubject Subject, Guid About, string Text)
{
    /// <summary>Who wrote it, if that is known.</summary>
    public CoderId? Coder { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was taken back; null while it stands.</summary>
    public DateTimeOffset? RemovedAt { get; init; }

    /// <summary>The id and the length only.</summary>
    public override string ToString() => $"Memo({Id.Value}, {Text.Length} characters)";
}
