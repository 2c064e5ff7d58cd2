namespace Credence.Interviews;

/// <summary>One who codes.</summary>
/// <param name="Id">Which.</param>
/// <param name="Name">What the others call her or him.</param>
public sealed record Coder(CoderId Id, string Name)
{
    /// <summary>The id only.</summary>
    public override string ToString() => $"Coder({Id.Value})";
}

/// <summary>Who codes a transcript. Two or more of one transcript code it blind: neither sees the other's codings until all are done.</summary>
/// <param name="Transcript">The transcript.</param>
/// <param name="Coder">Who.</param>
/// <param name="DoneAt">When she or he said that it is done; null while it is not.</param>
public sealed record Assignment(TranscriptId Transcript, CoderId Coder, DateTimeOffset? DoneAt = null)
{
    /// <summary>True once the coder has said so.</summary>
    public bool IsDone => DoneAt is not null;

    /// <summary>True if all who coded it blind were done before this coder began: she or he could see their codings, and agreement leaves hers or his out.</summary>
    public bool HasSeen { get; init; }
}
