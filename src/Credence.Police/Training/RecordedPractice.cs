using Credence.Record.Access;
using Credence.Record.Keys;

namespace Credence.Police.Training;

/// <summary>That somebody finished a scenario or a sorting exercise, in two numbers. Which choices were made is not kept at all: nothing can be asked for that is not there.</summary>
public sealed class RecordedPractice : IOwned
{
    /// <summary>By which a retention plan names it; it says nothing of its officer.</summary>
    public required Guid Id { get; init; }

    public required OrganizationId Organization { get; init; }

    public required AccountId Officer { get; init; }

    /// <summary>What the page or the phone calls it: sent again it is the same one.</summary>
    public required Guid Name { get; init; }

    /// <summary>The scenario, or sorting.</summary>
    public required string What { get; init; }

    public required DateTimeOffset FinishedAt { get; init; }

    public required int Right { get; init; }

    public required int Of { get; init; }

    /// <summary>Once erased it says nothing any more: no officer, no day, no number.</summary>
    public ContentState Content { get; init; }

    public override string ToString() => $"RecordedPractice({What})";
}

/// <summary>That somebody is to practice something by a day.</summary>
public sealed class PracticeAssignment : IOwned
{
    public required OrganizationId Organization { get; init; }

    public required AccountId Officer { get; init; }

    public required string What { get; init; }

    public required DateOnly Due { get; set; }

    public required AccountId AssignedBy { get; set; }

    public required DateTimeOffset AssignedAt { get; set; }
}
