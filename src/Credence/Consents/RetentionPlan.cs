using Credence.Classification;

namespace Credence.Consents;

/// <summary>A record as retention sees it: no content.</summary>
/// <param name="Id">Its id in its own record.</param>
/// <param name="Side">The side it lives on.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Created">When it was made.</param>
public sealed record HeldRecord(Guid Id, RecordSide Side, RecordKind Kind, DateOnly Created)
{
    /// <summary>When the case or the service was closed, or null: open.</summary>
    public DateOnly? Closed { get; init; }

    /// <summary>False where the record that keeps it is never told when a case is closed: then nothing says that it is open either.</summary>
    public bool IsClosingKnown { get; init; } = true;

    /// <summary>The last contact or change, or null: none since it was made.</summary>
    public DateOnly? LastUsed { get; init; }

    /// <summary>When the person asked that it be erased, or null.</summary>
    public DateOnly? ErasureAsked { get; init; }
}

/// <summary>A legal hold: nothing is erased or sealed while it stands, whoever asks.</summary>
/// <param name="Matter">The court's or counsel's number.</param>
/// <param name="Records">What it holds; empty for all of that side.</param>
/// <param name="Side">The side.</param>
/// <param name="By">Who ordered it.</param>
/// <param name="From">Since when.</param>
/// <param name="Released">When it was released, or null.</param>
public sealed record LegalHold(string Matter, IReadOnlySet<Guid> Records, RecordSide Side, Decider By, DateOnly From, DateOnly? Released = null)
{
    /// <summary>Whether it holds this record on a day.</summary>
    public bool Holds(HeldRecord record, DateOnly on) =>
        record.Side == Side && From <= on && (Released is null || Released > on) && (Records.Count == 0 || Records.Contains(record.Id));
}

/// <summary>What would be done with one record.</summary>
public abstract record RetentionAct
{
    private RetentionAct()
    {
    }

    /// <summary>It stays.</summary>
    /// <param name="Until">Until that day, or null: for good, or as long as the case is open.</param>
    /// <param name="Because">One sentence.</param>
    public sealed record Keep(DateOnly? Until, string Because) : RetentionAct;

    /// <summary>It stays because of a hold, though its time is over or its erasure was asked.</summary>
    /// <param name="Matter">The hold.</param>
    public sealed record Held(string Matter) : RetentionAct;

    /// <summary>Its key could be erased, but seals another record too that stays: it goes with that one.</summary>
    /// <param name="With">The kind of the record that stays.</param>
    /// <param name="Until">Until that day, or null: nobody can say.</param>
    public sealed record GoesWith(RecordKind With, DateOnly? Until) : RetentionAct;

    /// <summary>Its time is over, or its erasure was asked, and this would be done. Erasing and sealing need two people.</summary>
    /// <param name="What">What.</param>
    /// <param name="Because">One sentence.</param>
    public sealed record Due(RetentionEnd What, string Because) : RetentionAct
    {
        /// <summary>True if a second person has to confirm it.</summary>
        public bool NeedsTwo => What != RetentionEnd.Review;
    }
}

/// <summary>One line of a plan.</summary>
/// <param name="Record">The record.</param>
/// <param name="Rule">The rule, as pack, version and rule; or null where no rule fits.</param>
/// <param name="Act">What would be done.</param>
public sealed record RetentionLine(HeldRecord Record, string? Rule, RetentionAct Act)
{
    /// <summary>True if its key would be erased.</summary>
    public bool IsErasing => Act is RetentionAct.Due { What: RetentionEnd.EraseKey };
}

/// <summary>What retention would do on a day, said before it is done. It does nothing itself.</summary>
/// <param name="On">The day.</param>
/// <param name="Lines">One for every record, in the order given.</param>
public sealed record RetentionPlan(DateOnly On, IReadOnlyList<RetentionLine> Lines)
{
    /// <summary>The plan for records under a schedule and holds.</summary>
    public static RetentionPlan For(IEnumerable<HeldRecord> records, RetentionSchedule schedule, IReadOnlyCollection<LegalHold> holds, DateOnly today) =>
        new(today, [.. records.Select(record => LineOf(record, schedule, holds, today))]);

    /// <summary>What is decided of records that one key seals: the key is erased only when every one of them is due for that.</summary>
    public static IReadOnlyList<RetentionLine> UnderOneKey(
        IReadOnlyList<HeldRecord> records, RetentionSchedule schedule, IReadOnlyCollection<LegalHold> holds, DateOnly today)
    {
        var lines = For(records, schedule, holds, today).Lines;
        return lines.FirstOrDefault(line => !line.IsErasing) is not { } staying
            ? lines
            : [.. lines.Select(line => line.IsErasing ? line with { Act = new RetentionAct.GoesWith(staying.Record.Kind, (staying.Act as RetentionAct.Keep)?.Until) } : line)];
    }

    private static RetentionLine LineOf(HeldRecord record, RetentionSchedule schedule, IReadOnlyCollection<LegalHold> holds, DateOnly today)
    {
        if (schedule.Find(record.Side, record.Kind) is not { } rule)
            return new RetentionLine(record, null, new RetentionAct.Keep(null, "No rule says how long it is kept: it stays until a person has written one."));

        var act = ActOf(record, rule, today);
        var hold = act is RetentionAct.Due ? holds.Where(one => one.Holds(record, today)).OrderBy(one => one.Matter, StringComparer.Ordinal).FirstOrDefault() : null;
        return new RetentionLine(record, $"{schedule.Pack.Stamp}/{rule.Id}", hold is null ? act : new RetentionAct.Held(hold.Matter));
    }

    private static RetentionAct ActOf(HeldRecord record, RetentionRule rule, DateOnly today)
    {
        var (end, why) = (EndOf(record, rule), Why(record, rule));
        if (end <= today) return new RetentionAct.Due(rule.End, $"Its time ended. {why}");
        if (record.ErasureAsked is null || record.ErasureAsked > today) return new RetentionAct.Keep(end, why);
        return rule.ErasedOnRequest
            ? new RetentionAct.Due(RetentionEnd.EraseKey, "The person asked for it.")
            : new RetentionAct.Keep(end, $"The person asked to erase it, and is told why it stays. {why}");
    }

    private static bool IsUnknown(HeldRecord record, RetentionRule rule) => rule is { Years: not null, From: RetentionStart.Closed } && !record.IsClosingKnown;

    // A day that was put in the place of another is said, so that nobody takes it for the law's own.
    private static string Why(HeldRecord record, RetentionRule rule) => !IsUnknown(record, rule) ? rule.Why : rule.WhereUnknown switch
    {
        RetentionStart.LastUsed => $"Counted from its last change here, because this record does not know when the case was closed. {rule.Why}",
        RetentionStart.Created => $"Counted from the day it was recorded here, because this record does not know when the case was closed. {rule.Why}",
        _ => $"It stays, because this record does not know when the case was closed, and the rule names no other day. {rule.Why}",
    };

    private static DateOnly? EndOf(HeldRecord record, RetentionRule rule) => rule.Years is not { } years ? null : (IsUnknown(record, rule) ? rule.WhereUnknown : rule.From) switch
    {
        null => null,
        RetentionStart.Created => record.Created.AddYears(years),
        RetentionStart.Closed => record.Closed?.AddYears(years),
        _ => (record.LastUsed ?? record.Created).AddYears(years),
    };
}
