using Credence.Interviews.Qda;

namespace Credence.Interviews;

/// <summary>A study's interviews with all that was coded in them, as they are at one moment.</summary>
/// <param name="Id">Which project.</param>
/// <param name="Name">What the researchers call it.</param>
public sealed record InterviewProject(Guid Id, string Name)
{
    /// <summary>Who codes.</summary>
    public IReadOnlyList<Coder> Coders { get; init; } = [];

    /// <summary>The codes.</summary>
    public Codebook Codebook { get; init; } = Codebook.Empty;

    /// <summary>Codes that were taken out of the codebook; nothing is coded with them.</summary>
    public IReadOnlyList<CodeId> RemovedCodes { get; init; } = [];

    /// <summary>The interviews.</summary>
    public IReadOnlyList<Transcript> Transcripts { get; init; } = [];

    /// <summary>Every coding, those that were taken back too.</summary>
    public IReadOnlyList<Coding> Codings { get; init; } = [];

    /// <summary>Every memo, those that were taken back too.</summary>
    public IReadOnlyList<Memo> Memos { get; init; } = [];

    /// <summary>Who codes what.</summary>
    public IReadOnlyList<Assignment> Assignments { get; init; } = [];

    /// <summary>What files of other programs held that Credence has no place for; null if nothing came from one.</summary>
    public CarriedProject? Carried { get; init; }

    /// <summary>The id only.</summary>
    public override string ToString() => $"InterviewProject({Id})";
}
