using Credence.Consents;

namespace Credence.Record.Retention;

/// <summary>What retention would do with everything that one key seals.</summary>
/// <param name="Subject">The subject of the key.</param>
/// <param name="About">The incident or person it is about.</param>
/// <param name="Lines">A line for each record under the key.</param>
/// <param name="IsProposed">True if its erasing is proposed already.</param>
public sealed record PlannedContent(Guid Subject, Guid About, IReadOnlyList<RetentionLine> Lines, bool IsProposed)
{
    /// <summary>True if the key would be erased: everything under it is due for that.</summary>
    public bool IsErasing => Lines.All(line => line.IsErasing);

    /// <summary>True if the time of everything under it is over, and a person has to review some of it before it may be erased.</summary>
    public bool IsForReview => Lines.Any(line => line.Act is RetentionAct.Due { What: RetentionEnd.Review })
        && Lines.All(line => line.Act is RetentionAct.Due { What: RetentionEnd.Review or RetentionEnd.EraseKey } or RetentionAct.GoesWith);

    /// <summary>The step that would erase it after a review, under the rule that asked for one.</summary>
    internal ErasureStep ToReviewedStep() => Lines.First(line => line.Act is RetentionAct.Due { What: RetentionEnd.Review }) is { Act: RetentionAct.Due due } line
        ? new(Subject, $"A person reviewed it. {due.Because}", line.Rule!)
        : throw new InvalidOperationException("Nothing of this is for a review.");

    /// <summary>The step that would erase it, under the rule of the record that the others go with.</summary>
    internal ErasureStep ToStep() => new(Subject, ((RetentionAct.Due)Lines[0].Act).Because, Lines[0].Rule!);
}

/// <summary>What a plan says in numbers.</summary>
/// <param name="On">The day.</param>
/// <param name="Pack">The schedule, as pack and version.</param>
public sealed record RetentionSummary(DateOnly On, string Pack)
{
    /// <summary>Keys that would be erased.</summary>
    public long Erasing { get; private set; }

    /// <summary>Of those, keys whose erasing is proposed already.</summary>
    public long Proposed { get; private set; }

    /// <summary>Records whose time is over and that a person has to review or seal.</summary>
    public long ForAPerson { get; private set; }

    /// <summary>Records that are due and held.</summary>
    public long Held { get; private set; }

    /// <summary>Records that are due and sealed with others that stay.</summary>
    public long GoWithOthers { get; private set; }

    /// <summary>Records that are kept until a day.</summary>
    public long NotYet { get; private set; }

    /// <summary>Records that are kept without an end: for good, while a case is open, or because no rule names their kind.</summary>
    public long WithoutEnd { get; private set; }

    /// <summary>Incidents, persons and what of theirs has a key of its own.</summary>
    public long Contents { get; private set; }

    internal void Count(PlannedContent content)
    {
        Contents++;
        if (content.IsErasing) Erasing++;
        if (content is { IsErasing: true, IsProposed: true }) Proposed++;
        foreach (var line in content.Lines) Count(line);
    }

    private void Count(RetentionLine line) => _ = line.Act switch
    {
        RetentionAct.Due due => due.What is RetentionEnd.EraseKey ? 0 : ForAPerson++,
        RetentionAct.Held => Held++,
        RetentionAct.GoesWith => GoWithOthers++,
        RetentionAct.Keep { Until: not null } => NotYet++,
        _ => WithoutEnd++,
    };
}
