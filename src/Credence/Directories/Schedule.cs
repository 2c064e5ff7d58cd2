namespace Credence.Directories;

/// <summary>Whether something is open.</summary>
public enum Opening
{
    /// <summary>The directory does not say, or says it in prose only.</summary>
    Unknown,

    /// <summary>Open.</summary>
    Open,

    /// <summary>Closed.</summary>
    Closed,
}

/// <summary>When a service or a place is open, as one row of HSDS says: days that recur, and hours on them.</summary>
public sealed record Schedule
{
    /// <summary>The first day on which it holds, or null.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last day on which it holds, or null.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>The days; null where the row does not say them in a way that can be read.</summary>
    public Recurrence? Days { get; init; }

    /// <summary>When it opens; null with <see cref="Closes"/> where no hours are said.</summary>
    public ClockTime? Opens { get; init; }

    /// <summary>When it closes; at or before opening, it closes on the next day.</summary>
    public ClockTime? Closes { get; init; }

    /// <summary>What its times are ahead of universal time; null for the time of whoever asks.</summary>
    public TimeSpan? Offset { get; init; }

    /// <summary>True for days on which it is closed, such as a holiday.</summary>
    public bool IsClosure { get; init; }

    /// <summary>Whether it is open at a moment by this row alone.</summary>
    /// <param name="at">The moment; its offset is the time of the place, where the row names none.</param>
    public Opening At(DateTimeOffset at)
    {
        var local = (Opens?.Offset ?? Offset) is { } offset ? at.ToOffset(offset) : at;
        var (day, minute) = (DateOnly.FromDateTime(local.DateTime), (local.Hour * 60) + local.Minute);
        if (IsClosure) return Holds(day) is true && (Opens is null || IsWithin(day, minute) is true) ? Opening.Closed : Opening.Unknown;
        return IsWithin(day, minute) switch { true => Opening.Open, false => Opening.Closed, null => Opening.Unknown };
    }

    /// <summary>Whether it is open by several rows: a closure decides, then any row that is open.</summary>
    public static Opening At(IReadOnlyList<Schedule> schedules, DateTimeOffset at)
    {
        var known = Opening.Unknown;
        foreach (var one in schedules)
        {
            var opening = one.At(at);
            if (one.IsClosure && opening == Opening.Closed) return Opening.Closed;
            if (one.IsClosure) continue;
            if (opening == Opening.Open) known = Opening.Open;
            else if (opening == Opening.Closed && known == Opening.Unknown) known = Opening.Closed;
        }

        // A row that cannot be read may be the one by which it is open.
        return known == Opening.Closed && schedules.Any(one => !one.IsClosure && one.At(at) == Opening.Unknown) ? Opening.Unknown : known;
    }

    private bool? IsWithin(DateOnly day, int minute)
    {
        if (Opens is not { } opens || Closes is not { } closes) return Holds(day) is false ? false : null;
        if (opens.Minutes < closes.Minutes) return And(Holds(day), minute >= opens.Minutes && minute < closes.Minutes);
        var tonight = And(Holds(day), minute >= opens.Minutes);
        var lastNight = And(day > DateOnly.MinValue ? Holds(day.AddDays(-1)) : false, minute < closes.Minutes);
        return tonight is true || lastNight is true ? true : tonight is null || lastNight is null ? null : false;
    }

    private bool? Holds(DateOnly day) => day < ValidFrom || day > ValidTo ? false : Days is null ? IsClosure && (ValidFrom ?? ValidTo) is not null ? true : null : Days.Has(day);

    private static bool? And(bool? known, bool also) => also ? known : false;
}
