using Credence.Record.Access;

namespace Credence.Police.Training;

/// <summary>The answer to somebody who practiced, or who assigns.</summary>
public abstract record PracticeAnswer
{
    private PracticeAnswer()
    {
    }

    /// <summary>It is kept, now or before.</summary>
    public sealed record Kept : PracticeAnswer;

    /// <summary>So many refreshers are asked for.</summary>
    public sealed record Asked(int Count) : PracticeAnswer;

    /// <summary>It is not, in one sentence.</summary>
    /// <param name="Because">Found and expected.</param>
    public sealed record Refused(string Because) : PracticeAnswer;

    /// <summary>Nothing of it exists for whoever asks.</summary>
    public sealed record NotFound : PracticeAnswer;
}

/// <summary>One's own practice.</summary>
/// <param name="Done">What was finished, newest first.</param>
/// <param name="Assigned">What one is asked to do, first due first; what was finished since is done.</param>
/// <param name="DueAgain">When a scenario is due again, or null if none was ever played.</param>
public sealed record OwnPractice(IReadOnlyList<PracticeLine> Done, IReadOnlyList<AssignedLine> Assigned, DateOnly? DueAgain);

/// <summary>Something that one finished.</summary>
public sealed record PracticeLine(string What, DateOnly On, int Right, int Of)
{
    public override string ToString() => $"PracticeLine({What})";
}

/// <summary>Something that somebody is asked to do.</summary>
public sealed record AssignedLine(string What, DateOnly Due, bool IsDone);

/// <summary>What a supervisor sees of somebody: that practice was done and when, never how it went.</summary>
public sealed record TeamPractice(AccountId Officer, string Handle, DateOnly? LastScenario, DateOnly? DueAgain, IReadOnlyList<AssignedLine> Assigned);

/// <summary>Practice of somebody that is due again, as the program proposes it; never how it went.</summary>
/// <param name="Officer">Who.</param>
/// <param name="Handle">The account's handle.</param>
/// <param name="What">The scenario, or sorting.</param>
/// <param name="DueAgain">Since when, or from when, it is due again.</param>
/// <param name="By">The day by which it would be asked for.</param>
public sealed record ProposedRefresher(AccountId Officer, string Handle, string What, DateOnly DueAgain, DateOnly By);
