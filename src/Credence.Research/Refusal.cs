namespace Credence.Research;

/// <summary>Why something was not done: found and expected, in one sentence that quotes nobody.</summary>
/// <param name="Sentence">The sentence.</param>
public sealed record Refusal(string Sentence);

/// <summary>What became of a file that was to be opened.</summary>
public abstract record ProjectAnswer
{
    private ProjectAnswer() { }

    /// <summary>It is open.</summary>
    /// <param name="File">The file.</param>
    public sealed record Opened(ProjectFile File) : ProjectAnswer;

    /// <summary>It is no project of ours, or of a later Credence.</summary>
    /// <param name="Why">Why.</param>
    public sealed record Refused(Refusal Why) : ProjectAnswer;
}
